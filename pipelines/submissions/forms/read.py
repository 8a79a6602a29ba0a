"""A filled form -> records. What the row says is told, and what is in doubt is a finding: nothing is guessed."""

from __future__ import annotations

from pipelines.submissions.figures import read_figure
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.forms import parts
from pipelines.submissions.forms.frame import Hidden, Table, hidden_sheet, read_head, tables
from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.forms.matching import Items
from pipelines.submissions.model import FilledForm, Form, Head, ItemKind, ReportedRow
from pipelines.submissions.units import unit_key
from pipelines.submissions.workbooks.grid import Cell, MergeIndex, Sheet, Workbook, address
from pipelines.submissions.workbooks.opening import open_workbook

# Without these columns a table of the kind cannot have been filled in.
_NEEDED: dict[ItemKind, tuple[str, ...]] = {
    "indicator": ("current_value", "cumulative_value", "maturity"),
    "measure": ("progress_text",),
    "project": ("progress_text",),
}


def is_form(workbook: Workbook) -> bool:
    """Whether an opened file is a form: by its hidden sheet, the id of a row, or the header of a table.

    Lists of projects with 进展情况 and 存在问题 are everywhere; a header counts only with a form's own columns too.
    """
    if hidden_sheet(workbook) is not None:
        return True
    for sheet in workbook.sheets:
        for table in tables(sheet) if not sheet.is_hidden else []:
            if len(parts.INPUTS & table.columns.keys()) >= 4:
                return True
            if any(c.kind == "text" and parts.ROW_ID.fullmatch(c.text.strip()) for c in sheet.cells.values()):
                return True
    return False


def read_form(data: bytes, file_name: str, form: Form | None = None) -> FilledForm:
    """Read a filled form of any kind of table file.

    Args:
        data: the bytes as received.
        file_name: the file's name; only its last part counts.
        form: the department's form, if known: rows whose ids are lost are matched with it by name and unit.

    Returns:
        The head as written, a record for each row with content, findings. A file that cannot be read, or that is no
        form, has no rows and a finding of severity ``error``. Never raises for what a file holds, except MemoryError.
    """
    return read_opened(open_workbook(data, file_name), form)


def read_opened(workbook: Workbook, form: Form | None = None) -> FilledForm:
    """As `read_form`, of a file that is open already."""
    filled = FilledForm(workbook.name, Head(), findings=list(workbook.findings))
    if not workbook.sheets:
        return filled
    hidden = hidden_sheet(workbook)
    visible = [s for s in workbook.sheets if not s.is_hidden and (hidden is None or s is not hidden.sheet)]
    found = {sheet.name: tables(sheet) for sheet in visible}
    if not any(found.values()):
        filled.findings.append(finding("not_a_form", file=workbook.name))
        return filled
    tops = {name: first[0].row for name, first in found.items() if first}
    filled.head, differences = read_head(visible, tops, hidden)
    filled.findings += differences
    filled.findings += _unread(workbook, hidden, tops, filled.head)
    items = Items(hidden.items if hidden is not None else (), form)
    for sheet in visible:
        for table in found[sheet.name]:
            reading = _TableReading(table, items, has_types=workbook.kind in ("xlsx", "xls"))
            filled.rows += reading.rows()
            filled.findings += reading.findings
    return filled


def _unread(workbook: Workbook, hidden: Hidden | None, tops: dict[str, int], head: Head) -> list[Finding]:
    """Sheets with content that are none of a form's."""
    findings = []
    for sheet in workbook.sheets:
        if (hidden is not None and sheet is hidden.sheet) or not sheet.cells:
            continue
        if sheet.is_hidden:
            findings.append(finding("hidden_sheet", sheet.name, name=sheet.name))
        elif sheet.name not in tops and sheet.name != head.sheet and not _is_guide(sheet):
            findings.append(finding("form_sheet_unread", sheet.name, name=sheet.name))
    return findings


def _is_guide(sheet: Sheet) -> bool:
    return any(row < 3 and item_key(cell.text) == item_key(parts.GUIDE) for (row, _), cell in sheet.cells.items())


class _TableReading:
    """Reads the rows under one header."""

    def __init__(self, table: Table, items: Items, has_types: bool) -> None:
        self._table = table
        self._sheet = table.sheet
        self._items = items
        self._has_types = has_types  # a number stored as text is worth telling only where numbers could be stored
        self._merges = MergeIndex(table.sheet.merges)
        self._kind = self._kind_of_table()
        self.findings = list(table.findings)
        for name in _NEEDED[self._kind]:
            if name not in table.columns and not table.twice:
                text = next(c.header for c in parts.COLUMNS[self._kind] if c.field == name)
                self._tell("form_column_missing", address(table.row, 0), text)
        self._tell_unread_columns()

    def _kind_of_table(self) -> ItemKind:
        """By the ids of its rows; where they are lost by the name of the sheet, the title, the columns."""
        by_row: dict[int, list[Cell]] = {}
        for (row, _), cell in self._sheet.cells.items():
            by_row.setdefault(row, []).append(cell)
        self._by_row = {row: sorted(cells, key=lambda c: c.column) for row, cells in by_row.items()}
        for row in range(self._table.row + 1, self._table.end):
            row_id = self._row_id(row)
            if row_id is not None:
                return parts.KIND_OF_PREFIX[row_id[0]]
        above = [c.text for r, cells in self._by_row.items() if r < self._table.row for c in cells]
        for text in (self._sheet.name, *above[:20]):
            for kind, title in parts.SHEETS.items():
                if text.strip().startswith(title):
                    return kind
        if "unit" in self._table.columns:
            headers = [c.text for c in self._by_row[self._table.row]]
            return "project" if any("投资" in text for text in headers) else "indicator"
        return "measure"

    def _tell_unread_columns(self) -> None:
        """Columns that hold something and are none of a form's: a person should know that they were left aside."""
        known = set(self._table.columns.values()) | self._table.twice
        told = set[int]()
        for row in range(self._table.row + 1, self._table.end):
            cells = self._by_row.get(row, [])
            for cell in cells if len(cells) > 1 else []:
                if cell.column in known or cell.column in told or parts.ROW_ID.fullmatch(cell.text.strip()):
                    continue
                told.add(cell.column)
                header = self._sheet.cells.get((self._table.row, cell.column))
                where = header.address if header is not None else cell.address
                text = header.text if header is not None else where
                self._tell("form_column_unread", where, text)

    def _tell(self, code: str, where: str, text: str) -> None:
        self.findings.append(finding(code, self._sheet.name, where, name=self._sheet.name, text=text))

    def rows(self) -> list[ReportedRow]:
        found = [self._row(row) for row in sorted(self._by_row) if self._table.row < row < self._table.end]
        return [row for row in found if row is not None]

    def _row_id(self, row: int) -> str | None:
        """The id in a row; the column may have moved, so any cell that is one counts."""
        for cell in self._by_row.get(row, ()):
            if cell.kind == "text" and parts.ROW_ID.fullmatch(cell.text.strip()):
                return cell.text.strip()
        return None

    def _cell(self, row: int, name: str) -> Cell | None:
        column = self._table.columns.get(name)
        return None if column is None else self._sheet.cells.get((row, column))

    def _row(self, row: int) -> ReportedRow | None:
        sheet = self._sheet.name
        name_cell = self._cell(row, "item_name")
        name = " ".join(name_cell.text.split()) if name_cell is not None else ""
        row_id = self._row_id(row)
        kind = parts.KIND_OF_PREFIX[row_id[0]] if row_id is not None else self._kind
        unit_cell = self._cell(row, "unit")
        unit = "".join(unit_cell.text.split()) if unit_cell is not None else ""
        where = address(row, self._table.columns["item_name"])
        matched, told = self._items.match(row_id, kind, name, unit, sheet, where)
        reported = ReportedRow(matched, kind, name, sheet, row + 1, unit)
        item = self._items.get(matched)
        if item is not None and not unit:
            reported.unit = item.unit
        self._fill(row, reported)
        if self._is_empty(reported) and (not name or (row_id is None and self._is_remark(row))):
            return None
        if not name and row_id is None:
            told = [finding("label_missing", sheet, where)]
        reported.findings += told
        return reported

    def _is_empty(self, reported: ReportedRow) -> bool:
        filled = reported.maturity is not None or reported.explanation or reported.findings
        return reported.is_blank and not filled

    def _is_remark(self, row: int) -> bool:
        """Whether one text stands alone in its line."""
        return sum(1 for cell in self._by_row[row] if cell.text.strip()) == 1

    def _fill(self, row: int, reported: ReportedRow) -> None:
        for name, column in self._table.columns.items():
            if name in parts.INPUTS or name in ("item_name", "unit"):
                reported.cells[name] = address(row, column)
        for name in parts.NUMBERS:
            cell = self._cell(row, name)
            if cell is not None:
                setattr(reported, name, self._number(cell, name, reported))
        for name in parts.TEXTS:
            setattr(reported, name, self._text(row, name, reported))
        state = self._text(row, "maturity", reported)
        if state:
            known = next((v for k, v in parts.MATURITIES.items() if item_key(state).removesuffix("数") == k), None)
            reported.maturity = known
            if known is None:
                where = reported.cells["maturity"]
                reported.findings.append(finding("unknown_maturity", self._sheet.name, where, text=state))

    def _number(self, cell: Cell, name: str, reported: ReportedRow) -> float | None:
        figure = read_figure(cell)
        sheet, where = self._sheet.name, cell.address
        if figure.is_missing:
            return None
        if figure.problem or figure.value is None:
            reported.findings.append(finding(figure.problem or "text_in_number", sheet, where, text=cell.text))
            return None
        stated = self._table.units.get(name)
        if stated and unit_key(stated) != unit_key(reported.unit):
            text = self._sheet.cells[self._table.row, cell.column].text
            reported.findings.append(finding("unit_conflict", sheet, where, text=text, one=stated, two=reported.unit))
            return None
        if figure.is_percent and unit_key(reported.unit) != "%":
            reported.findings.append(finding("percent_format", sheet, where, text=reported.unit))
            return None
        if figure.is_text and self._has_types:
            reported.findings.append(finding("number_stored_as_text", sheet, where))
        return figure.value

    def _text(self, row: int, name: str, reported: ReportedRow) -> str:
        """What is written in a cell; what is merged over several rows is said of each of them."""
        column = self._table.columns.get(name)
        if column is None:
            return ""
        cell = self._sheet.cells.get((row, column))
        if cell is None:
            merge = self._merges.over(row, column)
            cell = self._sheet.cells.get((merge.top, merge.left)) if merge and merge.top > self._table.row else None
            if cell is None or cell.column != column:
                return ""
        if cell.kind in ("formula", "error"):
            code = "formula_without_value" if cell.kind == "formula" else "error_value"
            reported.findings.append(finding(code, self._sheet.name, cell.address, text=cell.text))
            return ""
        return _shown(cell)


def _shown(cell: Cell) -> str:
    if cell.kind == "percent" and cell.number is not None:
        return f"{float(f'{cell.number * 100:.12g}'):g}%"
    return cell.text.strip()
