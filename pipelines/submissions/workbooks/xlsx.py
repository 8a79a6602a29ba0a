"""Workbooks of Excel 2007 and later: cells one by one, so that time and memory follow real cells and not ranges."""

from __future__ import annotations

import math
import re

from pipelines.submissions.findings import refusal
from pipelines.submissions.workbooks import limits
from pipelines.submissions.workbooks.grid import Cell, CellKind, Merge, Sheet, Workbook, position, shortest
from pipelines.submissions.workbooks.number_formats import FormatKind, date_text, format_kind
from pipelines.submissions.workbooks.package import Package

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DDE = re.compile(r"\bDDE\w*\(|^[+=@\-]?\s*\w+\|'?[^!]{0,200}'?!|\b(?:cmd|powershell|mshta)\b.*[|!]", re.IGNORECASE)
_OUTSIDE = re.compile(r"\[\d+\][^\[\]]{0,60}!|'[^']*\[[^\]']+\][^']*'!|\bWEBSERVICE\(|\bRTD\(", re.IGNORECASE)


def open_xlsx(data: bytes, name: str) -> Workbook:
    """Every visible and hidden sheet of a workbook. Raises Refusal for what cannot or must not be read."""
    return _Reader(Package(data, name), name).workbook()


class _Reader:
    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._strings: list[str] = []
        self._formats: list[tuple[FormatKind, int]] = []  # by style: kind of number format, indent
        self._is_1904 = False
        self._cells = 0
        self._characters = 0

    def workbook(self) -> Workbook:
        parts = self._package.relations("xl/workbook.xml")
        listed: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                relation = next((v for k, v in attributes.items() if k.rpartition("}")[2] == "id" and "}" in k), "")
                listed.append((attributes.get("name", ""), relation, attributes.get("state", "visible")))
            elif tag == "workbookPr":
                self._is_1904 = attributes.get("date1904") in ("1", "true")

        self._package.parse("xl/workbook.xml", start)
        if not listed:
            raise refusal("damaged_file", file=self._name, what="没有工作表")
        if len(listed) > limits.MAX_SHEETS:
            raise refusal("file_too_large", file=self._name, what=f"有 {len(listed)} 张工作表", limit=limits.MAX_SHEETS)
        for kind, path in parts.values():
            if kind.endswith("/sharedStrings") and self._package.has(path):
                self._read_strings(path)
            elif kind.endswith("/styles") and self._package.has(path):
                self._read_styles(path)
        sheets = []
        for title, relation, state in listed:
            kind, path = parts.get(relation, ("", ""))
            if kind.endswith("/chartsheet"):
                continue
            if not self._package.has(path):
                raise refusal("damaged_file", file=self._name, what=f"缺少工作表“{title}”的内容")
            sheet = Sheet(title, is_hidden=state != "visible")
            self._read_sheet(path, sheet)
            sheets.append(sheet)
        return Workbook(self._name, "xlsx", sheets, list(self._package.findings))

    def _read_strings(self, path: str) -> None:
        pieces: list[str] = []
        state = {"text": False, "phonetic": 0}

        def start(tag: str, _: dict[str, str]) -> None:
            if tag == "si":
                pieces.clear()
            elif tag == "rPh":
                state["phonetic"] += 1
            elif tag == "t" and not state["phonetic"]:
                state["text"] = True

        def end(tag: str) -> None:
            if tag == "si":
                self._strings.append(self._text("".join(pieces)))
            elif tag == "rPh":
                state["phonetic"] -= 1
            elif tag == "t":
                state["text"] = False

        def text(characters: str) -> None:
            if state["text"]:
                pieces.append(characters)

        self._package.parse(path, start, end, text)

    def _read_styles(self, path: str) -> None:
        codes: dict[int, str] = {}
        state = {"styles": False}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "numFmt":
                codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            elif tag == "cellXfs":
                state["styles"] = True
            elif tag == "xf" and state["styles"]:
                number = _whole(attributes.get("numFmtId"))
                self._formats.append((format_kind(number, codes.get(number)), 0))
            elif tag == "alignment" and state["styles"] and self._formats:
                self._formats[-1] = (self._formats[-1][0], _whole(attributes.get("indent")))

        def end(tag: str) -> None:
            if tag == "cellXfs":
                state["styles"] = False

        self._package.parse(path, start, end)

    def _read_sheet(self, path: str, sheet: Sheet) -> None:
        reader = _SheetReader(self, sheet)
        self._package.parse(path, reader.start, reader.end, reader.text)
        hidden = reader.hidden_columns
        for cell in sheet.cells.values():
            if any(first <= cell.column <= last for first, last in hidden[:200]):
                cell.is_hidden = True

    def _text(self, text: str) -> str:
        """A text as stored, with Excel's escapes of control characters resolved, within limits."""
        if len(text) > limits.MAX_CELL_TEXT:
            raise refusal("file_too_large", file=self._name, what="有超长的文字", limit=f"{limits.MAX_CELL_TEXT} 字")
        self._characters += len(text)
        if self._characters > limits.MAX_TOTAL_TEXT:
            raise refusal("file_too_large", file=self._name, what="文字过多", limit=f"{limits.MAX_TOTAL_TEXT} 字")
        if "_x" in text:
            text = _ESCAPED.sub(lambda m: " " if int(m.group(1), 16) < 32 else chr(int(m.group(1), 16)), text)
        return text

    def add(self, sheet: Sheet, row: int, column: int, type_: str, style: int, value: str, is_formula: bool) -> None:
        """Put one cell into the sheet, by its stored type and the kind of its number format."""
        kind, indent = self._formats[style] if 0 <= style < len(self._formats) else ("number", 0)
        cell = self._cell(row, column, type_, kind, value, is_formula)
        if cell is None:
            return
        cell.indent = indent
        self._cells += 1
        if self._cells > limits.MAX_CELLS:
            raise refusal("file_too_large", file=self._name, what="的单元格过多", limit=f"{limits.MAX_CELLS} 个")
        if (row, column) in sheet.cells:
            raise refusal("damaged_file", file=self._name, what="有重复的单元格")
        sheet.add(cell)

    def _cell(self, row: int, column: int, type_: str, kind: FormatKind, value: str, is_formula: bool) -> Cell | None:
        if type_ == "s":
            number = _whole(value, -1)
            if not 0 <= number < len(self._strings):
                raise refusal("damaged_file", file=self._name, what="文字表与单元格不符")
            text = self._strings[number]
            return Cell(row, column, "text", text) if text.strip() else None
        if type_ in ("str", "inlineStr"):
            text = self._text(value)
            return Cell(row, column, "text", text) if text.strip() else None
        if not value.strip():
            return Cell(row, column, "formula", "") if is_formula else None
        if type_ == "b":
            return Cell(row, column, "boolean", "TRUE" if value.strip() == "1" else "FALSE")
        if type_ == "e":
            return Cell(row, column, "error", value.strip()[:20])
        if type_ == "d":
            return Cell(row, column, "date", value.strip()[:30])
        return number_cell(row, column, value, kind, self._is_1904, self._name)


def number_cell(row: int, column: int, value: str | float, kind: FormatKind, is_1904: bool, name: str) -> Cell:
    """A stored number as the cell that its format makes of it. Raises Refusal where it is no number."""
    try:
        number = float(value)
    except ValueError as error:
        raise refusal("damaged_file", file=name, what="数字单元格的内容不是数字") from error
    if not math.isfinite(number):
        raise refusal("damaged_file", file=name, what="数字单元格的内容不是数字")
    if kind in ("year", "month", "date"):
        text = date_text(number, kind, is_1904)
        if text is not None:
            return Cell(row, column, "date", text)
    shown: CellKind = "percent" if kind == "percent" else "number"
    return Cell(row, column, shown, shortest(number), number)


class _SheetReader:
    """Takes the events of one sheet's XML."""

    def __init__(self, reader: _Reader, sheet: Sheet) -> None:
        self._reader = reader
        self._sheet = sheet
        self._row, self._column = -1, -1
        self._is_row_hidden = False
        self._type, self._style = "n", 0
        self._is_formula = False
        self._value: list[str] = []
        self._formula: list[str] = []
        self._inside = ""
        self._phonetic = 0
        self.hidden_columns: list[tuple[int, int]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._inside = "value"
        elif tag == "f":
            self._is_formula, self._inside = True, "formula"
            self._formula.clear()
        elif tag == "row":
            stated = _whole(attributes.get("r"), self._row + 2) - 1
            self._row, self._column = max(stated, 0), -1
            self._is_row_hidden = attributes.get("hidden") in ("1", "true")
        elif tag == "rPh":
            self._phonetic += 1
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            self.hidden_columns.append((_whole(attributes.get("min")) - 1, _whole(attributes.get("max")) - 1))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        at = position(attributes.get("r", ""))
        if at is None:
            if attributes.get("r"):
                raise refusal("damaged_file", file=self._reader._name, what="单元格地址有误")
            at = (max(self._row, 0), self._column + 1)
        self._row, self._column = at
        self._type = attributes.get("t", "n")
        self._style = _whole(attributes.get("s"))
        self._is_formula = False
        self._value.clear()

    def end(self, tag: str) -> None:
        if tag == "c":
            if self._value or self._is_formula:
                self._reader.add(
                    self._sheet,
                    self._row,
                    self._column,
                    self._type,
                    self._style,
                    "".join(self._value),
                    self._is_formula,
                )
                cell = self._sheet.cells.get((self._row, self._column))
                if cell is not None and self._is_row_hidden:
                    cell.is_hidden = True
        elif tag == "f":
            formula = "".join(self._formula)[:4000]
            if _DDE.search(formula):
                raise refusal("dde_formula", file=self._reader._name)
            if _OUTSIDE.search(formula):
                raise refusal("external_links", file=self._reader._name, what="公式引用了其他工作簿或网络")
            self._inside = ""
        elif tag in ("v", "t"):
            self._inside = ""
        elif tag == "rPh":
            self._phonetic -= 1

    def text(self, characters: str) -> None:
        if self._inside == "value":
            self._value.append(characters)
        elif self._inside == "formula":
            self._formula.append(characters)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = position(first), position(last or first)
        if start is None or end is None:
            raise refusal("damaged_file", file=self._reader._name, what="合并单元格的地址有误")
        if len(self._sheet.merges) >= limits.MAX_MERGES:
            raise refusal(
                "file_too_large", file=self._reader._name, what="的合并单元格过多", limit=f"{limits.MAX_MERGES} 处"
            )
        top, bottom = sorted((start[0], end[0]))
        left, right = sorted((start[1], end[1]))
        self._sheet.merges.append(Merge(top, left, bottom, right))


def _whole(text: str | None, otherwise: int = 0) -> int:
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise
