"""Fixtures of the checks: ``tests/fixtures/submissions/<code>.yaml``, one file a code, read into the records.

A file holds ``cases``, each a form for 县教育局 of 庆元县 for October 2026, received on 3 November, in order and signed
but for what the case says:

    head:    fields of the head that differ
    form:    none (nobody was asked), or fields of the form that differ
    today, month, settings, findings (of reading, about the file)
    rows:    asked (fields of the form's row; none: a row that was never asked), filled (none: left blank; gone: no such
             row in the sheet; a list: several rows), history (period: value; 2025, 2026-09 or 2026-01..2026-09)
    good_rows: how many rows without fault stand below, 3 if not said
    expect:  every finding as "code severity sheet!cell" (- where it has no place), in order
    verdict, quarantined (row ids by number, or sheet!cell)

Rows stand from line 6 on: B name, C unit, F 本期值, G 累计值, H 数据状态, I 进展情况, L 情况属实说明.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from pipelines.submissions.checks import CheckSettings
from pipelines.submissions.findings import finding
from pipelines.submissions.model import FilledForm, Form, FormRow, Head, Point, ReportedRow

FIXTURES = Path(__file__).parents[3] / "fixtures" / "submissions"
SHEETS = {"indicator": "指标", "measure": "任务", "project": "项目"}
COLUMNS = {
    "item_name": "B",
    "unit": "C",
    "current_value": "F",
    "cumulative_value": "G",
    "maturity": "H",
    "progress_text": "I",
    "problem_text": "J",
    "next_step_text": "K",
    "explanation": "L",
}
HEAD_CELLS = {
    "form_version": "A1",
    "department": "B3",
    "month": "B4",
    "filled_by": "B5",
    "checked_by": "B6",
    "led_by": "B7",
    "phone": "B8",
}
SHORT = {
    "name": "item_name",
    "kind": "indicator_kind",
    "indicator": "indicator_id",
    "target": "target_value",
    "comparator": "target_comparator",
    "year": "target_year",
    "last": "last_value",
    "item": "item_kind",
    "current": "current_value",
    "cumulative": "cumulative_value",
    "progress": "progress_text",
}


@dataclass(frozen=True)
class Case:
    """One case of a fixture, ready for `check`."""

    code: str
    name: str
    filled: FilledForm
    form: Form | None
    history: dict[str, list[Point]]
    today: date
    settings: CheckSettings
    expect: tuple[str, ...]
    verdict: str | None
    quarantined: frozenset[str] | None

    @property
    def id(self) -> str:
        return f"{self.code}: {self.name}"


def row_id(number: int, kind: str = "indicator") -> str:
    return f"{kind[0]}-{number:016x}"


def point(period: object, value: float) -> Point:
    """``2025``, ``2026-09`` or ``2026-01..2026-09``."""
    first, _, last = str(period).partition("..")
    if len(first) == 4:
        start, end = date(int(first), 1, 1), date(int(first), 12, 31)
    else:
        start = date.fromisoformat(f"{first}-01")
        end = date.fromisoformat(f"{last or first}-01")
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return Point(start, end, float(value), "final", "submission")


def asked_row(number: int, fields: dict[str, Any]) -> FormRow:
    fields = {SHORT.get(name, name): value for name, value in fields.items()}
    kind = fields.setdefault("item_kind", "indicator")
    row = FormRow(row_id(number, kind), kind, f"事项{number}", "plan", "规划", "331126", "庆元县")
    return replace(row, **fields)


def reported_row(number: int, asked: FormRow | None, fields: dict[str, Any]) -> ReportedRow:
    """As a person fills it: name and unit as given, the state chosen where there is a value, progress where asked."""
    fields = {SHORT.get(name, name): value for name, value in fields.items()}
    kind = fields.pop("item_kind", asked.item_kind if asked else "indicator")
    line = fields.pop("line", 5 + number)
    sheet = fields.pop("sheet", SHEETS[kind])
    found = [finding(code, sheet, COLUMNS[at] + str(line), **words) for code, at, words in fields.pop("findings", [])]
    if fields.get("current_value") is not None or fields.get("cumulative_value") is not None:
        fields.setdefault("maturity", "preliminary")
    if fields and kind != "indicator":
        fields.setdefault("progress_text", "按计划推进")
    fields.setdefault("item_name", asked.item_name if asked else "")
    fields.setdefault("unit", asked.unit if asked else "")
    fields.setdefault("row_id", asked.row_id if asked else None)
    cells = {name: f"{column}{line}" for name, column in COLUMNS.items()}
    return ReportedRow(item_kind=kind, sheet=sheet, row=line, cells=cells, findings=found, **fields)


def good_row(number: int) -> dict[str, Any]:
    return {
        "asked": {"name": f"在园幼儿数{number}", "unit": "人", "unit_code": "person", "kind": "stock"},
        "filled": {"current": 1000 + 3 * number},
        "history": {"2026-09": 1001 + 3 * number},
    }


def build(code: str, text: dict[str, Any]) -> Case:
    """A case from its YAML."""
    known = {"name", "head", "form", "today", "month", "settings", "findings", "rows", "good_rows", "expect"}
    assert set(text) <= known | {"verdict", "quarantined"}, (code, set(text) - known)
    month = date.fromisoformat(f"{text.get('month', '2026-10')}-01")
    rows = [(number, row) for number, row in enumerate(text.get("rows", ()), 1)]
    rows += [(number, good_row(number)) for number in range(101, 101 + text.get("good_rows", 3))]
    asked_rows: list[FormRow] = []
    reported: list[ReportedRow] = []
    history: dict[str, list[Point]] = {}
    for number, row in rows:
        assert set(row) <= {"asked", "filled", "history"}, (code, set(row))
        asked = asked_row(number, dict(row["asked"])) if row.get("asked") else None
        if asked:
            asked_rows.append(asked)
            history[asked.row_id] = [point(*pair) for pair in row.get("history", {}).items()]
        filled = row.get("filled")
        if filled == "gone":
            continue
        for fields in filled if isinstance(filled, list) else [filled or {}]:
            reported.append(reported_row(number, asked, dict(fields)))
    form: Form | None = Form("县教育局", "331126", "庆元县", month, tuple(asked_rows))
    changes = text.get("form", {})
    form = None if changes == "none" or form is None else replace(form, **_dated(changes))
    head = Head("1", "县教育局", "331126", month, "张三", "李四", "王五", "6121234", dict(HEAD_CELLS), "封面")
    head = replace(head, **_dated(text.get("head", {})))
    ids = {row.row_id[2:]: row.row_id for row in asked_rows}
    quarantined = text.get("quarantined")
    return Case(
        code,
        text["name"],
        FilledForm("县教育局.xlsx", head, reported, [finding(one, **words) for one, words in text.get("findings", [])]),
        form,
        history,
        text.get("today", date(2026, 11, 3)),
        CheckSettings(**text.get("settings", {})),
        tuple(text["expect"]),
        text.get("verdict"),
        None
        if quarantined is None
        else frozenset(ids[f"{one:016x}"] if isinstance(one, int) else one for one in quarantined),
    )


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(f"{value}-01") if name == "month" and isinstance(value, str) else value
        for name, value in fields.items()
    }


def load() -> list[Case]:
    """Every case of every fixture, by file name."""
    found: list[Case] = []
    for path in sorted(FIXTURES.glob("*.yaml")):
        text = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [build(path.stem, case) for case in text["cases"]]
    return found
