"""A workbook as figures with meaning: the one entry point. A figure whose meaning is in doubt is refused by name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from pipelines.submissions import lexicon
from pipelines.submissions.axes import Line
from pipelines.submissions.columns import groups
from pipelines.submissions.context import Context, context_of, province_of
from pipelines.submissions.figures import read_figure
from pipelines.submissions.findings import Finding, Refusal, finding
from pipelines.submissions.fractions import read_fractions
from pipelines.submissions.heads import column_lines, corner_units
from pipelines.submissions.indicators import link
from pipelines.submissions.labels import tidy
from pipelines.submissions.layout import Band, Layout
from pipelines.submissions.periods import Period
from pipelines.submissions.records import FigureRecord, WorkbookReading
from pipelines.submissions.regions import change_note
from pipelines.submissions.resolving import Places, resolve_period, resolve_unit
from pipelines.submissions.stubs import row_lines
from pipelines.submissions.workbooks.grid import Cell, Sheet, Workbook
from pipelines.submissions.workbooks.opening import open_workbook

_MOST_OF_A_CODE = 200  # findings of one code that are told one by one for a sheet
_BASIS = re.compile(r"([\u4e00-\u9fff]{2,14}?)(?:均)?按(户籍|常住)人口(?:数)?(?:平均)?计算")


def read_workbook(data: bytes, file_name: str) -> WorkbookReading:
    """Read every visible sheet of a table file.

    Args:
        data: the bytes as received.
        file_name: the file's name; only its last part counts. It may tell the region and the time.

    Returns:
        Figures with region, indicator, time, value and unit, and findings for what was not read or is in doubt.
        Never raises for what a file holds, except MemoryError.
    """
    return read_sheets(open_workbook(data, file_name))


def read_sheets(workbook: Workbook) -> WorkbookReading:
    """As `read_workbook`, of a file that is open already."""
    reading = WorkbookReading(workbook.name, findings=list(workbook.findings))
    for sheet in workbook.sheets:
        if sheet.is_hidden:
            reading.findings.append(finding("hidden_sheet", sheet.name, name=sheet.name))
        elif not sheet.cells:
            reading.findings.append(finding("empty_sheet", sheet.name, name=sheet.name))
        else:
            _read_sheet(sheet, reading)
    return reading


def _read_sheet(sheet: Sheet, reading: WorkbookReading) -> None:
    """Read one sheet; a fault of our own costs that sheet and is told, and the run goes on."""
    try:
        _SheetReading(sheet, reading).run()
    except MemoryError:
        raise
    except Exception as error:
        reading.findings.append(finding("reading_failed", sheet.name, name=sheet.name, what=type(error).__name__))


class _SheetReading:
    """Reads one sheet into the reading of its file."""

    def __init__(self, sheet: Sheet, reading: WorkbookReading) -> None:
        self.sheet = sheet
        self.reading = reading
        self.records: list[FigureRecord] = []
        self.findings: list[Finding] = []
        self.percent_cells: set[str] = set()  # addresses of cells that say % themselves
        self.bases: dict[str, tuple[str, str]] = {}  # indicator -> (户籍 or 常住, the note)

    def run(self) -> None:
        sheet = self.sheet
        layout = Layout(sheet)
        if any(cell.is_hidden for cell in sheet.cells.values()):
            self.findings.append(finding("hidden_cells", sheet.name, name=sheet.name))
        self.reading.notes += [(sheet.name, note.text.strip()) for note in layout.notes]
        for note in layout.notes:
            self._read_note(note.text)
        province = province_of(self.reading.file, layout)
        before: Context | None = None
        for band in layout.bands:
            before = self._read_band(layout, band, before, province)
        if not layout.bands:
            code = "sheet_without_figures"
            self.findings.append(finding(code, sheet.name, name=sheet.name))
        self._refuse_contradictions()
        self.records, refused = read_fractions(self.records, self.percent_cells)
        self.findings += refused
        self._close()

    def _read_note(self, text: str) -> None:
        for match in _BASIS.finditer(tidy(text)):
            name = re.sub(r"^(?:注|说明|其中|和|及)[:：]?", "", match.group(1))
            self.bases[name] = (match.group(2), " ".join(text.split()))

    def _read_band(self, layout: Layout, band: Band, before: Context | None, province: str) -> Context:
        found, refused = groups(layout, band, province)
        self.findings += refused
        corner = [unit for group in found for unit in corner_units(layout, band, group)]
        context = context_of(layout, band, before, self.reading.file, corner)
        self.findings += context.findings
        if not band.heads and not any(group.stubs for group in found):
            self._tell("no_header", name=self.sheet.name, where="")
            return context
        first = found[0].values[0] if found else 0
        expected = self._expected_width(layout, band)
        for group in found:
            columns = column_lines(layout, band, group, province, first)
            rows = row_lines(layout, band, group, province)
            places = Places([*rows, *columns], context, province, self.sheet.name)
            for row in rows:
                width = self.sheet.row_widths.get(row.index)
                if expected is not None and width is not None and width != expected:
                    self.findings.append(
                        finding("ragged_row", self.sheet.name, row.address, width=width, expected=expected)
                    )
                    continue
                for column in columns:
                    cell = layout.sheet.cells.get((row.index, column.index))
                    if cell is not None:
                        self._read_cell(cell, row, column, context, places)
        return context

    def _expected_width(self, layout: Layout, band: Band) -> int | None:
        widths = self.sheet.row_widths
        heads = [widths[r] for r in band.heads if r in widths]
        return max(heads) if heads else None

    def _read_cell(self, cell: Cell, row: Line, column: Line, context: Context, places: Places) -> None:
        figure = read_figure(cell)
        if figure.is_missing:
            return
        where, sheet = cell.address, self.sheet.name
        if figure.problem or figure.value is None:
            self.findings.append(finding(figure.problem or "text_in_number", sheet, where, text=cell.text))
            return
        try:
            for refused in (*row.refused, *column.refused):
                raise Refusal(refused)
            region, region_text = places.resolve(row, column)
            period = resolve_period(row, column, context, sheet, where)
            name = _indicator_name(row, column, context)
            if not name:
                raise Refusal(finding("indicator_missing", sheet, where))
            unit, remarks = resolve_unit(row, column, context, name, figure.is_percent, sheet)
        except Refusal as refusal:
            self.findings.append(replace(refusal.finding, sheet=sheet, cell=refusal.finding.cell or where))
            return
        indicator_id = self._link(name, unit, context, remarks)
        if figure.is_percent:
            self.percent_cells.add(where)
        if figure.is_text and not self._is_delimited():
            remarks.append(finding("number_stored_as_text", sheet, where))
        for place in (p for line in (row, column) for p, _ in line.places if p.former):
            remarks.append(
                finding(
                    "former_region_name", sheet, where, text=place.text, name=region.name, note=f"（{place.former}）"
                )
            )
        if (change := change_note(region.code, period.end.year)) is not None:
            remarks.append(finding("changed_region", sheet, where, text=region.name, note=change))
        self.records.append(
            FigureRecord(
                sheet,
                where,
                region.code,
                region.name,
                region_text,
                name,
                indicator_id,
                period.start,
                period.end,
                figure.value,
                unit,
                [replace(r, sheet=sheet, cell=where) for r in remarks],
            )
        )

    def _is_delimited(self) -> bool:
        return bool(self.sheet.row_widths)

    def _link(self, name: str, unit: str, context: Context, remarks: list[Finding]) -> str | None:
        """The catalogued indicator; a note on how it is computed decides between its variants."""
        for noted, (basis, note) in self.bases.items():
            if name.endswith(noted):
                remarks.append(finding("note_on_indicator", self.sheet.name, text=note))
                if basis == "户籍":
                    ids = {
                        link(f"{stem}({basis}人口口径)", unit)
                        for stem in (name, name.replace("生产总值", "地区生产总值"))
                    }
                    return next(iter(ids - {None}), None)
        return link(name, unit, context.title)

    def _refuse_contradictions(self) -> None:
        """Two different figures for one key: the labels do not say all, so neither is trusted."""
        by_key: dict[tuple[str, str, Period, str], list[FigureRecord]] = {}
        for record in self.records:
            key = (
                record.region_code,
                record.indicator_text,
                Period(record.period_start, record.period_end),
                record.unit,
            )
            by_key.setdefault(key, []).append(record)
        refused: set[int] = set()
        for found in by_key.values():
            if len({record.value for record in found}) > 1:
                for record in found:
                    other = next(o for o in found if o.value != record.value)
                    self.findings.append(
                        finding("duplicate_figures", self.sheet.name, record.cell, one=record.cell, two=other.cell)
                    )
                    refused.add(id(record))
        self.records = [record for record in self.records if id(record) not in refused]

    def _tell(self, code: str, **values: object) -> None:
        self.findings.append(finding(code, self.sheet.name, "", **values))

    def _close(self) -> None:
        """Hand over; the same finding is told once for a label, and one code not without end."""
        self.reading.records += self.records
        counts: Counter[str] = Counter()
        for found in dict.fromkeys(self.findings):
            counts[found.code] += 1
            if counts[found.code] <= _MOST_OF_A_CODE:
                self.reading.findings.append(found)
        for code, count in counts.items():
            if count > _MOST_OF_A_CODE:
                first = next(f for f in self.findings if f.code == code)
                more = finding("too_many_findings", self.sheet.name, "", count=count - _MOST_OF_A_CODE)
                self.reading.findings.append(replace(more, message=f"{first.message}{more.message}"))


def _indicator_name(row: Line, column: Line, context: Context) -> str:
    """The name of a figure's indicator: its heads from the outermost inwards, with the title's where they name none."""
    names = [*column.names]
    for name in row.names:
        if name not in names:
            names.append(name)
    if context.subject and (not names or names[0] in lexicon.words("breakdown")):
        generic = [n for n in names if n not in lexicon.words("sum_word")]
        names = [context.subject, *[n for n in generic if n not in context.subject]]
    name = " ".join(names)
    if name and (row.growth or column.growth) and not name.endswith(("增速", "增长率")):
        name += "增速"
    change = row.change or column.change
    return f"{name}{change}" if name and change else name
