"""Rows as a file that explains itself: the data with headings in words, and beside it what each field means."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from dashboards import text as words
from dashboards.data import Row

XLSX_ROWS = 200_000  # more takes a person's program minutes to open
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def fields_of(rows: Sequence[Row]) -> list[tuple[str, str, str]]:
    """The fields of the rows in their order: name in the warehouse, heading, meaning with the unit."""
    return [(name, *words.EXPORT_FIELDS[name]) for name in rows[0]]


def to_xlsx(rows: Sequence[Row], about: str) -> bytes:
    """A workbook: the data, and a sheet that explains the fields. Raises ValueError for more than `XLSX_ROWS`."""
    if len(rows) > XLSX_ROWS:
        raise ValueError(f"{len(rows)} rows, at most {XLSX_ROWS}")
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    fields = fields_of(rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(words.SHEET_DATA)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{len(rows) + 1}"
    for index, (_, heading, _meaning) in enumerate(fields, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = max(12, 2 * len(heading) + 4)
    head = [WriteOnlyCell(sheet, value=heading) for _, heading, _ in fields]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in rows:
        sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in row.values()])
    explained = book.create_sheet(words.SHEET_FIELDS)
    explained.column_dimensions["C"].width = 60
    explained.append([about])
    explained.append(list(words.FIELD_HEADINGS))
    for field in fields:
        explained.append(list(field))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _text_cell(sheet: Any, value: str) -> Any:
    """A cell that stays text, even where a plan's words begin like a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    return cell


def to_csv(rows: Sequence[Row], about: str) -> bytes:
    """A zip of ``data.csv`` and ``fields.csv``, UTF-8 with the mark by which Excel knows it."""
    fields = fields_of(rows)
    data = _csv([[heading for _, heading, _ in fields], *([_plain(value) for value in row.values()] for row in rows)])
    explained = _csv([[about], list(words.FIELD_HEADINGS), *(list(field) for field in fields)])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.csv", data)
        archive.writestr("fields.csv", explained)
    return stream.getvalue()


def _csv(lines: Sequence[Sequence[Any]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> Any:
    """A value as CSV has it; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
        return "'" + value
    return value


def to_parquet(rows: Sequence[Row], about: str) -> bytes:
    """One table with the warehouse's own names; heading and meaning stand in the metadata of each field."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist(list(rows))
    fields = [
        table.schema.field(name).with_metadata({"title": heading, "description": meaning})
        for name, heading, meaning in fields_of(rows)
    ]
    table = table.cast(pa.schema(fields, metadata={"about": about, "language": json.dumps(words.language())}))
    stream = io.BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


WRITERS = {"xlsx": (to_xlsx, "xlsx"), "csv": (to_csv, "zip"), "parquet": (to_parquet, "parquet")}
