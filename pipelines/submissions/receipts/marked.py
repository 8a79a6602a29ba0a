"""The workbook of a receipt: as received, with the cells at fault coloured and commented.

A workbook that is no .xlsx (an old .xls, a CSV) comes back as an .xlsx of the same cells, so that it can be marked.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pipelines.submissions.findings import Finding
from pipelines.submissions.forms.package import put_text, workbook_bytes
from pipelines.submissions.workbooks.grid import Workbook

_FILLS = {"error": "F4B6B6", "warning": "FFE699"}  # darker than the form's own tints, told apart in grey too
_ORDER = {"error": 0, "warning": 1, "info": 2}
_AUTHOR = "规划台账"
_UNNAMED = "表"
_MOST = 2000  # marked cells; the page lists all


def needs_marks(findings: Sequence[Finding]) -> bool:
    """Whether any finding is about a cell that a marked workbook would show."""
    return any(found.cell and found.severity in _FILLS for found in findings)


def marked(data: bytes, workbook: Workbook, findings: Sequence[Finding]) -> bytes | None:
    """The marked workbook as .xlsx bytes, or None where no cell is at fault or the file could not be opened.

    Args:
        data: the bytes as received. workbook: what the safe reading made of them.
    """
    if not workbook.sheets:
        return None
    only = workbook.sheets[0].name  # a text table has one sheet, that of no name
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for found in findings:
        if found.cell and found.severity in _FILLS:
            by_cell.setdefault((found.sheet or only, found.cell), []).append(found)
    if not by_cell:
        return None
    book = _loaded(data) if workbook.kind == "xlsx" else None
    if book is None:
        book = _copied(workbook)
    for (sheet, cell), told in list(by_cell.items())[:_MOST]:
        name = sheet[:31] or _UNNAMED
        if name in book.sheetnames:
            _mark(book[name], cell, sorted(told, key=lambda f: _ORDER[f.severity]))
    return workbook_bytes(book)


def _loaded(data: bytes) -> Any:
    """The workbook for writing; None where the writing library cannot read what the safe reader could."""
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:  # any failure of the library on an odd file: the copy serves
        return None


def _copied(workbook: Workbook) -> Any:
    from openpyxl import Workbook as NewWorkbook

    book = NewWorkbook()
    book.remove(book.active)
    for sheet in workbook.sheets:
        target = book.create_sheet(sheet.name[:31] or _UNNAMED)
        for cell in sheet.cells.values():
            place = target.cell(cell.row + 1, cell.column + 1)
            if cell.number is not None:
                place.value = cell.number
                place.number_format = "0.00%" if cell.kind == "percent" else "General"
            else:
                put_text(place, cell.text)
    return book


def _mark(sheet: Any, address: str, told: Sequence[Finding]) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet[address]
    if isinstance(cell, MergedCell):
        return
    colour = _FILLS[told[0].severity]
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    text = "\n".join(f"【{found.code}】{found.message}{found.remedy}" for found in told)
    comment = Comment(text, _AUTHOR, height=40 + 18 * (len(text) // 18 + 1), width=320)
    cell.comment = comment
