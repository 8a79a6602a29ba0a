"""Reading of ``raw/corrections``: what people decided about single statements (docs/corrections.md). Pure functions.

Strict on purpose: an entry that cannot be read is a finding with its line, and a run with such a finding publishes
nothing, because a decision that silently does not count would show the very figure that someone had corrected.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from pipelines.landing.entries import BrokenEntry, BrokenFile, day_of, entry_nodes, plain_entry, text_of
from pipelines.landing.statistics import LineFinding, Row, decode
from pipelines.plans.model import Finding

ACTIONS = ("accept", "amend", "reject")
KEYS = ("document", "place", "expect", "action", "amend", "reason", "who", "date")
KINDS = ("target", "actual")
COMPARATORS = ("ge", "gt", "le", "lt", "approx", "eq")
MEASURES = ("level", "change", "growth", "times")
AMENDABLE = ("indicator", "region", "kind", "period", "comparator", "value", "value_high", "unit", "measure")
_SHOWN = "、".join
_PERIOD = re.compile(r"(?:(by|in) (\d{4})|(every|over) (\d{4})-(\d{4}))")
_REMEDY = "改正后再运行 make run；写法见 docs/corrections.md"


def read_corrections(data: bytes, document_id: str, input_path: str) -> tuple[list[Row], list[LineFinding]]:
    """Rows of table ``corrections`` and findings, from a YAML list of entries. An empty file is a list of none."""
    text, findings = decode(data)
    if text is None:
        return [], findings
    try:
        nodes = entry_nodes(text, "document")
    except BrokenFile as error:
        return [], [(error.line, Finding("corrections_unreadable", "error", f"更正文件{error}", _REMEDY))]
    rows: list[Row] = []
    for ordinal, (line, node) in enumerate(nodes, 1):
        try:
            row = _row(plain_entry(node, KEYS))
        except BrokenEntry as error:
            findings.append((line, Finding("correction_invalid", "error", f"更正条目有误：{error}", _REMEDY)))
            continue
        rows.append(
            {
                "correction_id": f"{document_id}-c{ordinal:04d}",
                "document_id": document_id,
                "input_path": input_path,
                "line": line,
                **row,
            }
        )
    return rows, findings


def parse_period(text: str) -> tuple[str, int, int]:
    """(type, first year, last year) of ``by 2027``, ``in 2023``, ``every 2023-2027`` or ``over 2021-2025``.

    Raises ValueError with a Chinese message.
    """
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise BrokenEntry(f"period 应写成 by 2027、in 2023、every 2023-2027 或 over 2021-2025，现为“{text}”")
    if match[1]:
        return match[1], int(match[2]), int(match[2])
    if int(match[4]) > int(match[5]):
        raise BrokenEntry(f"period 的起止年份颠倒：“{text}”")
    return match[3], int(match[4]), int(match[5])


def amended_fields(changes: Mapping[str, str]) -> Row:
    """The ``amend_*`` columns of a row, from texts by field name. Raises ValueError with a Chinese message."""
    unknown = sorted(changes.keys() - set(AMENDABLE))
    if unknown:
        raise BrokenEntry(f"amend 中有不认识的字段 {_SHOWN(unknown)}，可以更正的是 {_SHOWN(AMENDABLE)}")
    for name, allowed in (("kind", KINDS), ("comparator", COMPARATORS), ("measure", MEASURES)):
        if name in changes and changes[name] not in allowed:
            raise BrokenEntry(f"{name} 应为 {_SHOWN(allowed)} 之一，现为“{changes[name]}”")
    for name in ("indicator", "region"):
        if name in changes and not changes[name].strip():
            raise BrokenEntry(f"amend 中的 {name} 为空")
    period = parse_period(changes["period"]) if "period" in changes else (None, None, None)
    return {
        "amend_indicator": changes.get("indicator"),
        "amend_region": changes.get("region"),
        "amend_kind": changes.get("kind"),
        "amend_period_type": period[0],
        "amend_start_year": period[1],
        "amend_end_year": period[2],
        "amend_comparator": changes.get("comparator"),
        "amend_value": _number(changes, "value"),
        "amend_value_high": _number(changes, "value_high"),
        "amend_unit": changes.get("unit"),
        "amend_measure": changes.get("measure"),
    }


def _row(entry: Mapping[str, Any]) -> Row:
    document = text_of(entry, "document")
    if not re.fullmatch(r"[0-9a-f]{16,64}", document):
        raise BrokenEntry("document 应为规划的编号（16 位十六进制）或文件的 SHA-256")
    place, expect = _mapping(entry, "place", ("start", "value")), _mapping(entry, "expect", ("quote", "read"))
    if not re.fullmatch(r"\d{1,9}", place["start"]):
        raise BrokenEntry(f"place 的 start 应为字符位置（整数），现为“{place['start']}”")
    if _joined(place["value"]) not in _joined(expect["quote"]):
        raise BrokenEntry("expect 的 quote 应包含 place 的 value")
    action = text_of(entry, "action")
    if action not in ACTIONS:
        raise BrokenEntry(f"action 应为 {_SHOWN(ACTIONS)} 之一，现为“{action}”")
    changes = entry.get("amend")
    if (action == "amend") != bool(changes):
        raise BrokenEntry("action 为 amend 时要写 amend，其他时候不写")
    if changes is not None and not isinstance(changes, dict):
        raise BrokenEntry("amend 应是“字段: 内容”")
    return {
        "plan_document": document,
        "start_char": int(place["start"]),
        "value_text": place["value"],
        "expect_quote": expect["quote"],
        "expect_reading": expect["read"],
        "action": action,
        **amended_fields(changes or {}),
        "reason": text_of(entry, "reason"),
        "decided_by": text_of(entry, "who"),
        "decided_on": day_of(text_of(entry, "date"), "date"),
    }


def _mapping(entry: Mapping[str, Any], name: str, fields: tuple[str, ...]) -> dict[str, str]:
    value = entry.get(name)
    if not isinstance(value, dict) or value.keys() != set(fields):
        raise BrokenEntry(f"{name} 应写明 {_SHOWN(fields)}")
    return {field: text_of(value, field) for field in fields}


def _number(changes: Mapping[str, str], name: str) -> float | None:
    if name not in changes:
        return None
    text = changes[name]
    if not re.fullmatch(r"[+-]?\d+(?:\.\d+)?", text) or not math.isfinite(float(text)):
        raise BrokenEntry(f"{name} 应为数字，现为“{text}”；单位写在 unit")
    return float(text)


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)
