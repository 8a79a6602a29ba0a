"""How these tests write workbooks and what is read from them.

A sheet is a list of rows; ``None`` is a blank, ``Percent(0.69)`` a number shown as a percentage. ``merge`` names the
merged ranges. What is read is written one line a figure: ``C4 330100 2024 生产总值 = 1.5 亿元``;
months as 2024-01..2024-10.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import openpyxl

from pipelines.submissions.reading import read_workbook
from pipelines.submissions.records import FigureRecord, WorkbookReading


@dataclass(frozen=True)
class Percent:
    """A number whose cell has a percentage format."""

    value: float


@dataclass(frozen=True)
class Indented:
    """A label indented by its cell's format."""

    text: str
    levels: int


def workbook_bytes(
    rows: list[list[Any]],
    merge: list[str] | None = None,
    title: str = "Sheet1",
    more: dict[str, list[list[Any]]] | None = None,
) -> bytes:
    """An .xlsx of one sheet, or several with ``more``."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    fill(sheet, rows)
    for reference in merge or []:
        sheet.merge_cells(reference)
    for name, further in (more or {}).items():
        fill(book.create_sheet(name), further)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill(sheet: Any, rows: list[list[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(number, column)
            if isinstance(value, Percent):
                cell.value, cell.number_format = value.value, "0.00%"
            elif isinstance(value, Indented):
                cell.value, cell.alignment = value.text, openpyxl.styles.Alignment(indent=value.levels)
            else:
                cell.value = value


def read_rows(
    rows: list[list[Any]], merge: list[str] | None = None, name: str = "表.xlsx", title: str = "Sheet1"
) -> WorkbookReading:
    return read_workbook(workbook_bytes(rows, merge, title), name)


def read_text(text: str, name: str = "表.csv", encoding: str = "utf-8") -> WorkbookReading:
    return read_workbook(text.encode(encoding), name)


def lines(reading: WorkbookReading) -> list[str]:
    """What was read, one line a figure, in the order of the cells."""
    return [line(record) for record in reading.records]


def line(record: FigureRecord) -> str:
    start, end = record.period_start, record.period_end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        period = str(start.year)
    else:
        period = f"{start:%Y-%m}..{end:%Y-%m}"
    value = int(record.value) if record.value == int(record.value) else record.value
    return f"{record.cell} {record.region_code} {period} {record.indicator_text} = {value} {record.unit}".rstrip()


def codes(reading: WorkbookReading) -> list[tuple[str, str]]:
    """(code, cell) of every finding that stands by itself."""
    return [(found.code, found.cell) for found in reading.findings]


def remarks(reading: WorkbookReading) -> set[str]:
    """Codes of the findings that go with figures that were read."""
    return {found.code for record in reading.records for found in record.findings}
