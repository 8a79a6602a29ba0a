"""Reading of ``raw/supervision``: what was done about warnings, event by event (docs/supervision.md). Pure functions.

As strict as corrections, and for the same reason: an event that silently does not count would show an answered warning
as unanswered, or a closed one as open. Which order of events is allowed stands in `in_order`, and for the marts in the
model ``int_supervision_events``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from pipelines.landing.entries import BrokenEntry, BrokenFile, day_of, entry_nodes, plain_entry, text_of
from pipelines.landing.statistics import LineFinding, Row, decode
from pipelines.plans.model import Finding

# What a person does, and the event that it is.
EVENT_KINDS = {"answer": "answered", "extend": "extended", "close": "closed", "reopen": "reopened"}
KEYS = ("warning", "action", "until", "reason", "who", "date", "submission")
_CHINA = timedelta(hours=8)  # of what people write; landed times are UTC
_WHEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{1,2}:\d{2}))?")
_REMEDY = "改正后再运行 make run；写法见 docs/supervision.md"


def read_supervision(data: bytes, document_id: str, input_path: str) -> tuple[list[Row], list[LineFinding]]:
    """Rows of table ``supervision_events`` and findings, from a YAML list of entries; an empty file has none."""
    text, findings = decode(data)
    if text is None:
        return [], findings
    try:
        nodes = entry_nodes(text, "warning")
    except BrokenFile as error:
        return [], [(error.line, Finding("supervision_unreadable", "error", f"督办记录{error}", _REMEDY))]
    rows: dict[str, Row] = {}
    for line, node in nodes:
        try:
            row = _row(plain_entry(node, KEYS))
        except BrokenEntry as error:
            message = f"督办记录有误：{error}"
            findings.append((line, Finding("supervision_event_invalid", "error", message, _REMEDY)))
            continue
        first = rows.setdefault(
            row["event_id"], {**row, "document_id": document_id, "input_path": input_path, "line": line}
        )
        if first["line"] != line:
            message = f"督办记录与第 {first['line']} 行的一条完全相同，只记一次"
            findings.append((line, Finding("supervision_event_repeated", "warning", message, "不需要处理")))
    return list(rows.values()), findings


def in_order(kinds: Iterable[str]) -> list[bool]:
    """Of a warning's events, in their order, which could follow those before; the others change nothing.

    A closed warning can be reopened and nothing else; one that is not closed cannot be reopened.
    """
    is_closed = False
    told = []
    for kind in kinds:
        fits = is_closed == (kind == "reopened")
        told.append(fits)
        if fits:
            is_closed = kind == "closed"
    return told


def _row(entry: Mapping[str, Any]) -> Row:
    warning = text_of(entry, "warning")
    if not re.fullmatch(r"[0-9a-f]{32}", warning):
        raise BrokenEntry(f"warning 应为预警的编号（32 位十六进制），现为“{warning}”")
    action = text_of(entry, "action")
    if action not in EVENT_KINDS:
        raise BrokenEntry(f"action 应为 {'、'.join(EVENT_KINDS)} 之一，现为“{action}”")
    occurred_on, occurred_at = _when(text_of(entry, "date"))
    until = day_of(text_of(entry, "until"), "until") if "until" in entry else None
    if action == "extend" and until is None:
        raise BrokenEntry("action 为 extend 时要写 until（新的期限）")
    if until is not None and action not in ("extend", "reopen"):
        raise BrokenEntry("until 只在 action 为 extend 或 reopen 时写")
    if until is not None and until < occurred_on:
        raise BrokenEntry(f"until（{until}）早于 date（{occurred_on}）")
    submission = text_of(entry, "submission") if "submission" in entry else None
    if submission is not None and not re.fullmatch(r"[0-9a-f]{16}", submission):
        raise BrokenEntry(f"submission 应为报送的编号（16 位十六进制），现为“{submission}”")
    row: Row = {
        "warning_id": warning,
        "event_kind": EVENT_KINDS[action],
        "occurred_on": occurred_on,
        "occurred_at": occurred_at,
        "until_date": until,
        "reason": text_of(entry, "reason"),
        "recorded_by": text_of(entry, "who"),
        "submission_id": submission,
    }
    # Of what is said and not of where it stands: the id stays when the file is written on.
    said = "\0".join("" if value is None else str(value) for value in row.values())
    return {"event_id": hashlib.sha256(said.encode()).hexdigest()[:16], **row}


def _when(text: str) -> tuple[date, datetime | None]:
    """The day in China, and the time in UTC where one is told."""
    match = _WHEN.fullmatch(text)
    if match is None:
        raise BrokenEntry(f"date 应写成 2026-11-10 或 2026-11-10 09:30，现为“{text}”")
    day = day_of(match[1], "date")
    if match[2] is None:
        return day, None
    try:
        time = datetime.strptime(match[2], "%H:%M").time()
    except ValueError:
        raise BrokenEntry(f"date 中的时间应写成 09:30，现为“{match[2]}”") from None
    return day, datetime.combine(day, time) - _CHINA
