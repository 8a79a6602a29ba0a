"""Where things stand in a filled form: the hidden sheet, the head, the header of each table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import cast, get_args

from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.forms import parts
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.forms.matching import Item
from pipelines.submissions.labels import narrowed
from pipelines.submissions.model import Head, ItemKind
from pipelines.submissions.months import month_text
from pipelines.submissions.units import spelling
from pipelines.submissions.workbooks.grid import Cell, Sheet, Workbook, address

_MONTH = re.compile(r"(?<!\d)(\d{4})(?:年|-|/|\.)(\d{1,2})(?!\d)(?:月(?:份)?|-\d{1,2}|/\d{1,2})?")
_CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
_IN_LINE = re.compile(r"(报送单位|地区|报告期|表式版本)[:：]\s*(.*?)\s*(?=\s(?:报送单位|地区|报告期|表式版本)[:：]|$)")
_HEAD_FIELDS = frozenset({"department", "region", "month", "form_version", *parts.SIGN_OFF})
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,12})[)\]]")
_FARTHEST = 6  # columns to the right of a label of the cover


@dataclass(slots=True)
class Hidden:
    """The hidden sheet of a form."""

    sheet: Sheet
    values: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A header row and what it says of the columns; ends before row ``end``."""

    sheet: Sheet
    row: int
    columns: dict[str, int]
    end: int
    units: dict[str, str] = field(default_factory=dict)  # of columns whose header names one in brackets
    twice: set[int] = field(default_factory=set)  # columns of a header that stands twice: not read
    findings: list[Finding] = field(default_factory=list)


def hidden_sheet(workbook: Workbook) -> Hidden | None:
    """The sheet with the mark of a form, whatever it is called now."""
    for sheet in workbook.sheets:
        cell = sheet.cells.get((0, 0))
        if cell is not None and cell.text.strip() == parts.MARK:
            return _read_hidden(sheet)
    return None


def _read_hidden(sheet: Sheet) -> Hidden:
    hidden = Hidden(sheet)
    for row in sorted({row for row, _ in sheet.cells}):
        first, second, third, fourth = (
            cell.text.strip() if (cell := sheet.cells.get((row, column))) else "" for column in range(4)
        )
        if parts.ROW_ID.fullmatch(first) and second in get_args(ItemKind):
            hidden.items.append(Item(first, cast(ItemKind, second), third, fourth))
        elif first not in (parts.MARK, parts.ROW_LIST):
            hidden.values.setdefault(first, second)
    return hidden


def tables(sheet: Sheet) -> list[Table]:
    """The tables of a form on a sheet, by their header rows; several where one was pasted below another."""
    found = []
    for row, cells in _by_row(sheet):
        fields = [(parts.field_of(cell.text), cell) for cell in cells if cell.kind == "text"]
        named = {name for name, _ in fields if name}
        if "item_name" in named and len(named & parts.INPUTS) >= 2:
            found.append(_table(sheet, row, [(name, cell) for name, cell in fields if name]))
    for table, following in pairwise(found):
        table.end = following.row
    return found


def _table(sheet: Sheet, row: int, fields: list[tuple[str, Cell]]) -> Table:
    columns: dict[str, list[Cell]] = {}
    for name, cell in fields:
        columns.setdefault(name, []).append(cell)
    findings = []
    twice: set[int] = set()
    for name, cells in columns.items():
        if len(cells) > 1 and name in parts.INPUTS:
            twice |= {cell.column for cell in cells}
            findings.append(
                finding("form_column_twice", sheet.name, cells[1].address, name=sheet.name, text=cells[0].text)
            )
    kept = {n: cells[0].column for n, cells in columns.items() if len(cells) == 1 or n not in parts.INPUTS}
    stated = {n: unit for n, cells in columns.items() if n in parts.NUMBERS and (unit := _unit_in(cells[0].text))}
    return Table(sheet, row, kept, max(r for r, _ in sheet.cells) + 1, stated, twice, findings)


def _unit_in(header: str) -> str:
    """The unit that a header names in brackets (本期值（万元）), or ''."""
    inside = (spelling(text) for text in _IN_BRACKETS.findall(narrowed(header)))
    return next((unit for unit in inside if unit), "")


def _by_row(sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, []).append(cell)
    yield from rows.items()


def read_head(sheets: list[Sheet], tops: dict[str, int], hidden: Hidden | None) -> tuple[Head, list[Finding]]:
    """The head as written on the cover, else in the line above a table, else as the hidden sheet has it.

    Args:
        sheets: the visible ones.
        tops: row of the first header by name of sheet, for those that hold a table.
    """
    head = Head()
    shown: dict[str, tuple[str, Sheet, str]] = {}  # field -> text, sheet, cell
    for sheet in sorted(sheets, key=lambda s: s.name in tops):  # the cover first
        for name, text, cell in _head_cells(sheet, tops.get(sheet.name)):
            if name not in shown or (text and not shown[name][0]):
                shown[name] = (text, sheet, cell)
    if shown:
        places = [shown[name][1].name for name in parts.SIGN_OFF if name in shown]
        head.sheet = places[0] if places else next(iter(shown.values()))[1].name
        head.cells = {name: cell for name, (_, sheet, cell) in shown.items() if sheet.name == head.sheet}
    texts = {name: text for name, (text, _, _) in shown.items()}
    kept = hidden.values if hidden is not None else {}
    head.form_version = kept.get("form_version", "") or texts.get("form_version", "")
    head.department = texts.get("department", "") or kept.get("department", "")
    code = _CODE.search(narrowed(texts.get("region", "")))
    head.region_code = code[1] if code else kept.get("region_code", "")
    head.month = month_of(texts.get("month", "")) or month_of(kept.get("month", ""))
    for name in parts.SIGN_OFF:
        setattr(head, name, texts.get(name, ""))
    return head, _differences(shown, kept)


def _head_cells(sheet: Sheet, top: int | None) -> Iterator[tuple[str, str, str]]:
    """(field, text, cell) of a sheet: the cell right of a label, or what follows a label in one cell."""
    for (row, column), cell in sorted(sheet.cells.items()):
        if cell.kind != "text" or (top is not None and row >= top):
            continue
        name = parts.field_of(cell.text)
        if name in _HEAD_FIELDS:
            value = _right_of(sheet, row, column)
            yield name, (value.text.strip() if value else ""), (value.address if value else address(row, column + 1))
            continue
        label, colon, text = narrowed(cell.text).partition(":")
        parted = parts.field_of(label)
        line = list(_IN_LINE.finditer(cell.text.replace("\u3000", " ")))
        if len(line) > 1:
            for match in line:
                named = parts.field_of(match[1])
                if named in _HEAD_FIELDS:
                    yield named, match[2], cell.address
        elif colon and parted in _HEAD_FIELDS:
            yield parted, text.strip(), cell.address


def _right_of(sheet: Sheet, row: int, column: int) -> Cell | None:
    for further in range(column + 1, column + 1 + _FARTHEST):
        cell = sheet.cells.get((row, further))
        if cell is not None:
            return None if parts.field_of(cell.text) in _HEAD_FIELDS else cell
    return None


def _differences(shown: dict[str, tuple[str, Sheet, str]], kept: dict[str, str]) -> list[Finding]:
    findings = []
    text, sheet, cell = shown.get("department", ("", None, ""))
    if sheet and text and kept.get("department") and item_key(text) != item_key(kept["department"]):
        what, two = parts.label("department"), kept["department"]
        findings.append(finding("form_head_differs", sheet.name, cell, what=what, one=text, two=two))
    text, sheet, cell = shown.get("month", ("", None, ""))
    given = month_of(kept.get("month", ""))
    if sheet and text and given and month_of(text) != given:
        what, two = parts.label("month"), month_text(given)
        findings.append(finding("form_head_differs", sheet.name, cell, what=what, one=text, two=two))
    return findings


def month_of(text: str) -> date | None:
    """The first day of the month that a text names (2026年10月, 2026-10, 2026年10月1日), or None."""
    match = _MONTH.search(re.sub(r"\s", "", narrowed(text)))
    if match is None or not 1 <= int(match[2]) <= 12 or not 1990 <= int(match[1]) <= 2199:
        return None
    return date(int(match[1]), int(match[2]), 1)
