"""Workbooks of Excel 97-2003. Each reader misreads some of them: a workbook is taken from one that reads it right."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from pipelines.submissions.findings import Refusal, refusal
from pipelines.submissions.workbooks import limits
from pipelines.submissions.workbooks.garbling import is_garbled_sheet
from pipelines.submissions.workbooks.grid import Cell, Merge, Sheet, Workbook, shortest
from pipelines.submissions.workbooks.number_formats import format_kind
from pipelines.submissions.workbooks.xlsx import number_cell

_CELL_RECORDS = {0x0006, 0x0203, 0x0204, 0x00FD, 0x027E, 0x0205, 0x00D6, 0x0001, 0x0002, 0x0003, 0x0004, 0x0005}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_DENSE = 1_000_000  # cells of the bounding boxes of all sheets, for the reader that lays them out in full


def open_xls(data: bytes, name: str) -> Workbook:
    """Every sheet of an old workbook. Raises Refusal for what cannot or must not be read."""
    if len(data) > limits.MAX_OLD_BYTES:
        raise refusal(
            "file_too_large",
            file=name,
            what=f"大小 {len(data) / limits.MEGABYTE:.0f} MB",
            limit=f"{limits.MAX_OLD_BYTES // limits.MEGABYTE} MB（.xls）",
        )
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refusal("encrypted_file", file=name)
    if any(mark.encode("utf-16-le") in data for mark in ("_VBA_PROJECT", "VBA_PROJECT_CUR", "Macros")):
        raise refusal("macros", file=name)
    if "WordDocument".encode("utf-16-le") in data or "PowerPoint Document".encode("utf-16-le") in data:
        raise refusal("unsupported_type", file=name, what="是旧版 Word 或 PowerPoint 文档")
    box = _check_records(_workbook_stream(data, name), name)
    readers: list[Callable[[], list[Sheet]]] = [
        lambda: _by_xlrd(data, name, None),
        lambda: _by_xlrd(data, name, "gb18030"),
    ]
    if box <= _DENSE:
        readers.append(lambda: _by_calamine(data, name))
    failure: Exception | None = None
    garbled = ""
    for read in readers:
        try:
            sheets = read()
        except Refusal:
            raise
        except MemoryError:
            raise
        except BaseException as error:  # a library's own failure on a broken file, a Rust panic included
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            failure = failure or error if isinstance(error, Exception) else failure
            continue
        wrong = next((sheet for sheet in sheets if is_garbled_sheet(sheet)), None)
        if wrong is None:
            return Workbook(name, "xls", sheets)
        garbled = garbled or f"文件《{name}》工作表"
    if garbled:
        raise refusal("garbled_text", what=garbled)
    raise refusal("damaged_file", file=name, what=f"工作簿结构无法解析（{type(failure).__name__}）")


def _workbook_stream(data: bytes, name: str) -> bytes:
    """The stream of records inside the container."""
    from xlrd.compdoc import CompDoc, CompDocError

    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return data
    try:
        with redirect_stdout(io.StringIO()):
            container = CompDoc(data, logfile=io.StringIO())
            for stream in ("Workbook", "Book"):
                memory, start, length = container.locate_named_stream(stream)
                if memory:
                    return bytes(memory[start : start + length])
    except (CompDocError, struct.error, IndexError, AssertionError, ValueError, TypeError, RecursionError) as error:
        raise refusal("damaged_file", file=name, what="容器结构无法解析") from error
    raise refusal("unsupported_type", file=name, what="不是 Excel 工作簿")


def _check_records(stream: bytes, name: str) -> int:
    """Count what a reader would have to take in; returns the cells of all bounding boxes as declared by the cells."""
    at, records, cells, box = 0, 0, 0, 0
    rows = columns = 0
    end = len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        body = at + 4
        records += 1
        if records > limits.MAX_RECORDS:
            raise refusal("file_too_large", file=name, what="的内部记录过多", limit=f"{limits.MAX_RECORDS} 条")
        if kind in _CELL_RECORDS or kind == 0x00BD:
            cells += 1 if kind != 0x00BD else max(1, size // 6)
            if size >= 4 and body + 4 <= end:
                row, column = struct.unpack_from("<HH", stream, body)
                rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == 0x002F:
            raise refusal("encrypted_file", file=name)
        elif kind == 0x01AE and size > 4:
            raise refusal("external_links", file=name, what="公式引用了其他工作簿")
        elif kind in (0x0809, 0x000A):
            box += rows * columns
            rows = columns = 0
        if cells > limits.MAX_CELLS:
            raise refusal("file_too_large", file=name, what="的单元格过多", limit=f"{limits.MAX_CELLS} 个")
        if kind == 0 and size == 0 and not any(stream[at : at + 64]):
            break  # padding
        at = body + size
    return box + rows * columns


def _by_xlrd(data: bytes, name: str, encoding: str | None) -> list[Sheet]:
    import xlrd

    with redirect_stdout(io.StringIO()):
        book = xlrd.open_workbook(
            file_contents=data,
            formatting_info=True,
            ragged_rows=True,
            logfile=io.StringIO(),
            encoding_override=encoding,
        )
    if book.nsheets > limits.MAX_SHEETS:
        raise refusal("file_too_large", file=name, what=f"有 {book.nsheets} 张工作表", limit=limits.MAX_SHEETS)
    return [_sheet_of(book, sheet, name) for sheet in book.sheets()]


def _sheet_of(book: Any, source: Any, name: str) -> Sheet:
    sheet = Sheet(source.name, is_hidden=source.visibility != 0)
    rows, columns = source.rowinfo_map, source.colinfo_map
    for row in range(source.nrows):
        is_row_hidden = bool(row in rows and rows[row].hidden)
        for column in range(source.row_len(row)):
            cell = _cell_of(book, source, row, column, name)
            if cell is not None:
                cell.is_hidden = is_row_hidden or bool(column in columns and columns[column].hidden)
                sheet.add(cell)
    sheet.merges = [Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in source.merged_cells]
    if len(sheet.merges) > limits.MAX_MERGES:
        raise refusal("file_too_large", file=name, what="的合并单元格过多", limit=f"{limits.MAX_MERGES} 处")
    return sheet


def _cell_of(book: Any, source: Any, row: int, column: int, name: str) -> Cell | None:
    type_, value = source.cell_type(row, column), source.cell_value(row, column)
    if type_ == 1:
        if len(value) > limits.MAX_CELL_TEXT:
            raise refusal("file_too_large", file=name, what="有超长的文字", limit=f"{limits.MAX_CELL_TEXT} 字")
        indent = _style(book, source, row, column)[1]
        return Cell(row, column, "text", value, indent=indent) if value.strip() else None
    if type_ in (2, 3):
        code, _ = _style(book, source, row, column)
        kind = format_kind(0, code)
        return number_cell(row, column, value, kind, bool(book.datemode), name)
    if type_ == 4:
        return Cell(row, column, "boolean", "TRUE" if value else "FALSE")
    if type_ == 5:
        return Cell(row, column, "error", _ERRORS.get(value, "#N/A"))
    return None


def _style(book: Any, source: Any, row: int, column: int) -> tuple[str, int]:
    """(number format code, indent) of a cell."""
    style = book.xf_list[source.cell_xf_index(row, column)]
    shown = book.format_map.get(style.format_key)
    return (shown.format_str if shown is not None else "General"), int(style.alignment.indent_level)


def _by_calamine(data: bytes, name: str) -> list[Sheet]:
    """Without number formats beyond dates, but right where the other reader fails."""
    from datetime import date, datetime, time, timedelta

    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for title in book.sheet_names[: limits.MAX_SHEETS + 1]:
        source = book.get_sheet_by_name(title)
        sheet = Sheet(title)
        for row, values in enumerate(source.to_python(skip_empty_area=False)):
            for column, value in enumerate(values):
                if isinstance(value, bool):
                    sheet.add(Cell(row, column, "boolean", str(value).upper()))
                elif isinstance(value, int | float):
                    sheet.add(Cell(row, column, "number", shortest(float(value)), float(value)))
                elif isinstance(value, datetime | date | time | timedelta):
                    sheet.add(Cell(row, column, "date", str(value)))
                elif isinstance(value, str) and value.strip():
                    error = value.startswith("#") and value.endswith(("!", "?", "A"))
                    sheet.add(Cell(row, column, "error" if error else "text", value))
        for (top, left), (bottom, right) in source.merged_cell_ranges or []:
            sheet.merges.append(Merge(top, left, bottom, right))
        sheets.append(sheet)
    return sheets
