"""The annex tables as a workbook: units in the headings, sums, shares and counts as live formulas, ready to print."""

from __future__ import annotations

import io
import math
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from pipelines.publications import tables as named
from pipelines.publications.blocks import Document, Table
from pipelines.publications.figures import MISSING, Figure, Line, rounded, text_of
from pipelines.publications.gbt9704 import width
from pipelines.publications.package import fixed_package
from pipelines.submissions.forms.package import put_text

HEAD_ROW = 4
_THIN = Side(style="thin", color="808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MM_PER_CHARACTER = 2.0  # width of a column of a workbook is told in characters
_TITLE = Font(name="方正小标宋简体", size=16)
_HEAD = Font(name="黑体", size=10)
_BODY = Font(name="宋体", size=10)
_MARK = Font(name="黑体", size=10, color="FF0000")


def write_xlsx(document: Document, when: datetime) -> bytes:
    """The tables of a document as the bytes of an .xlsx; ``when`` is its time of creation and change."""
    from openpyxl.xml.functions import tostring

    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in document.tables:
        _sheet(book.create_sheet(table.name), table, document)
    book.properties.creator = book.properties.lastModifiedBy = "planledger"
    book.properties.title = "".join(document.marks) + text_of(document.title)
    book.properties.created = when
    stream = io.BytesIO()
    book.save(stream)
    book.properties.modified = when  # saving sets it to the clock
    return fixed_package(stream.getvalue(), when, {"docProps/core.xml": tostring(book.properties.to_tree())})


def _sheet(sheet: Any, table: Table, document: Document) -> None:
    last = get_column_letter(len(table.columns))
    lines = [("".join(document.marks), _MARK), (table.title, _TITLE), (text_of(document.title), _BODY)]
    for row, (text, font) in enumerate(lines, 1):
        sheet.merge_cells(f"A{row}:{last}{row}")
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = font
        sheet.cell(row, 1).alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[2].height = 28
    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(HEAD_ROW, number)
        put_text(cell, column.heading)
        cell.font, cell.border = _HEAD, _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = column.width_mm / _MM_PER_CHARACTER + 1
    sheet.row_dimensions[HEAD_ROW].height = 44
    for row, cells in enumerate(table.all_rows, HEAD_ROW + 1):
        for number, (column, parts) in enumerate(zip(table.columns, cells, strict=True), 1):
            _fill(sheet.cell(row, number), parts, column.is_number)
        sheet.row_dimensions[row].height = _height(table, cells)
    _formulas(sheet, table)
    bottom = HEAD_ROW + len(table.all_rows)
    for row, note in enumerate(table.notes, bottom + 1 + bool(_checked(table))):
        sheet.merge_cells(f"A{row}:{last}{row}")
        put_text(sheet.cell(row, 1), text_of(note))
        sheet.cell(row, 1).font = _BODY
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = 42
    _print(sheet, HEAD_ROW + 1)


def _height(table: Table, cells: tuple[Line, ...]) -> float:
    """Points that the fullest cell of a row needs: nobody opens a workbook to make its rows higher first."""
    lines = 1
    for column, parts in zip(table.columns, cells, strict=True):
        room = max(2.0, column.width_mm / _MM_PER_CHARACTER / 2)  # full-width characters a line
        lines = max(lines, math.ceil(width(text_of(parts)) / room))
    return 14.0 * lines + 4


def _fill(cell: Any, parts: Line, is_number: bool) -> None:
    """A number as a number, shown with its unit and places; everything else as a text, whatever it begins with."""
    figure = next((part for part in parts if isinstance(part, Figure)), None)
    before = "".join(str(part) for part in parts[:-1])
    is_plain = is_number and figure is not None and parts[-1] is figure and not any(map(str.isdigit, before))
    if is_plain and figure is not None and isinstance(figure.value, int | float):
        cell.value = figure.value
        decimals = len(rounded(figure.value, figure.places).partition(".")[2])
        digits = "0" + ("." + "0" * decimals if decimals else "")
        quoted = (f'"{before}"' if before else "") + digits + (f'"{figure.unit}"' if figure.unit else "")
        cell.number_format = quoted
    else:
        put_text(cell, text_of(parts) or MISSING)
    cell.font, cell.border = _BODY, _BORDER
    cell.alignment = Alignment(horizontal="right" if is_number else "left", vertical="center", wrap_text=True)


def _checked(table: Table) -> list[int]:
    """The columns whose sums are held against the table of targets."""
    return [number for number, column in enumerate(table.columns, 1) if column.counted_in and table.total]


def _formulas(sheet: Any, table: Table) -> None:
    """Sums, shares, and below the sums what the table of targets counts."""
    keys = {column.key: get_column_letter(number) for number, column in enumerate(table.columns, 1)}
    first, bottom = HEAD_ROW + 1, HEAD_ROW + len(table.all_rows)
    for number, column in enumerate(table.columns, 1):
        letter = get_column_letter(number)
        if column.is_summed and table.total:
            sheet.cell(bottom, number).value = f"=SUM({letter}{first}:{letter}{bottom - 1})"
        if column.share_of:
            parts, whole = column.share_of
            for row in range(first, bottom + 1):
                added = "+".join(f"{keys[part]}{row}" for part in parts)
                cell = sheet.cell(row, number)
                cell.value = f'=IF({keys[whole]}{row}=0,"{MISSING}",({added})*100/{keys[whole]}{row})'
                cell.number_format = "0.0"
                cell.data_type = "f"
    for number in _checked(table):
        state = get_column_letter([one.key for one in named.ITEM_COLUMNS].index("state") + 1)
        column = table.columns[number - 1]
        sheet.row_dimensions[bottom + 1].height = 32
        put_text(sheet.cell(bottom + 1, 1), f"核对：{named.TARGETS}表计数")
        cell = sheet.cell(bottom + 1, number)
        cell.value = f"=COUNTIF('{named.TARGETS}'!${state}:${state},\"{column.counted_in}\")"
        for one in (sheet.cell(bottom + 1, 1), cell):
            one.font, one.border = _BODY, _BORDER
            one.alignment = Alignment(wrap_text=True, vertical="center")


def _print(sheet: Any, first: int) -> None:
    """Landscape A4, as wide as the page, headings on every page, panes frozen below them."""
    sheet.freeze_panes = f"C{first}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
