"""A filling as the bytes of a workbook: the very form that is sent out, with cells filled in."""

from __future__ import annotations

from typing import Any

from pipelines.demo.filling import Entry, Filling
from pipelines.submissions.forms import parts
from pipelines.submissions.forms.package import put_text, workbook_bytes
from pipelines.submissions.forms.write import HEAD_ROW, form_book
from pipelines.submissions.model import ItemKind

_COVER_ROWS, _COVER_COLUMNS = range(4, 9), (2, 4)


def workbook_of(filling: Filling) -> bytes:
    """The same bytes for the same filling."""
    book = form_book(filling.form)
    _cover(book[parts.COVER], filling.head)
    for kind, title in parts.SHEETS.items():
        if title in book.sheetnames:
            _sheet(book[title], kind, filling)
    if filling.is_bare:
        book.remove(book[parts.HIDDEN])
    if "month_text" in filling.head or "version" in filling.head or "department" in filling.head:
        _known_head(book, filling)
    data = workbook_bytes(book)
    return data[: len(data) // 2] if filling.is_broken else data


def _cover(sheet: Any, head: dict[str, str]) -> None:
    fields = {parts.label(name): name for name in parts.SIGN_OFF}
    for row in _COVER_ROWS:
        for column in _COVER_COLUMNS:
            name = fields.get(sheet.cell(row, column).value)
            if name is not None and head.get(name):
                put_text(sheet.cell(row, column + 1), head[name])


def _known_head(book: Any, filling: Filling) -> None:
    """What the form gives is written over: as with a form of another unit, month or edition."""
    given = {"department": "department", "month": "month_text", "form_version": "version"}
    labels = {parts.label(name): filling.head[key] for name, key in given.items() if key in filling.head}
    cover = book[parts.COVER]
    for row in _COVER_ROWS:
        for column in _COVER_COLUMNS:
            text = labels.get(cover.cell(row, column).value)
            if text is not None:
                _write(cover.cell(row, column + 1), text)
    for title in parts.SHEETS.values():
        if title in book.sheetnames:  # the line that repeats the head
            book[title]["B2"].value = None
    if parts.HIDDEN in book.sheetnames:
        for cells in book[parts.HIDDEN].iter_rows(min_row=1, max_row=6, max_col=2):
            key = given.get(cells[0].value or "")
            if key in filling.head:
                _write(cells[1], filling.head[key])


def _sheet(sheet: Any, kind: ItemKind, filling: Filling) -> None:
    columns = {column.field: number for number, column in enumerate(parts.COLUMNS[kind], 1)}
    places = {
        row.row_id: at
        for at, row in enumerate((row for row in filling.form.rows if row.item_kind == kind), HEAD_ROW + 1)
    }
    present = {entry.row.row_id for entry in filling.entries}
    for entry in filling.entries:
        if entry.row.item_kind == kind:
            _row(sheet, places[entry.row.row_id], columns, entry, given=True)
    bottom = HEAD_ROW + len(places)
    for number, entry in enumerate((one for one in filling.extra if one.row.item_kind == kind), 1):
        _row(sheet, bottom + number, columns, entry, given=False)
    for at in sorted((at for row_id, at in places.items() if row_id not in present), reverse=True):
        sheet.delete_rows(at)


def _row(sheet: Any, at: int, columns: dict[str, int], entry: Entry, given: bool) -> None:
    fields = {
        "current_value": entry.current,
        "cumulative_value": entry.cumulative,
        "maturity": entry.maturity,
        "progress_text": entry.progress,
        "problem_text": entry.problem,
        "next_step_text": entry.next_step,
        "explanation": entry.explanation,
    }
    told = {"item_name": entry.name, "unit": entry.unit, "row_id": entry.row_id}
    if not given:
        told = {
            "item_name": entry.name or entry.row.item_name,
            "unit": entry.unit or entry.row.unit,
            "row_id": entry.row.row_id if entry.row_id is None else entry.row_id,
        }
    for name, value in {**fields, **{k: v for k, v in told.items() if v is not None}}.items():
        if name in columns and (value not in (None, "") or name in told):
            _write(sheet.cell(at, columns[name]), value)


def _write(cell: Any, value: float | str | None) -> None:
    """A number as a number, a formula without its result, any other text as text."""
    if value in (None, ""):
        cell.value = None
    elif isinstance(value, str) and not value.startswith("="):
        put_text(cell, value)
    else:
        cell.value = int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
