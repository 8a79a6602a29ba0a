"""A sheet laid out: which rows are titles, heads, data and notes; and which columns are labels or numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from pipelines.submissions import lexicon
from pipelines.submissions.figures import read_figure
from pipelines.submissions.labels import LONGEST_LABEL, is_foreign, narrowed, tidy
from pipelines.submissions.meanings import alone_unit, read_label, unit_line
from pipelines.submissions.periods import is_year_number, read_timing
from pipelines.submissions.workbooks.grid import Cell, Merge, MergeIndex, Sheet

_NUMBERING = re.compile(r"[甲乙丙丁]|[\d一二三四五六七八九十]{1,3}|\(\d{1,3}\)|[A-Z]|=|\d+=[\d+\-*/]+|[—\-]")
_CONTINUED = re.compile(
    r"^[(（]?(?:续表?|接上表|continued)[\s\d一二三四五]*(?:[:：].*)?[)）]?$|[(（]续表?[\d一二三四五]?[)）]$",
    re.IGNORECASE,
)
_FORM_ENTRY = re.compile(r"[:：]")


@dataclass(slots=True)
class Band:
    """Rows of one table: the lines above it, its head and its data, by row number."""

    titles: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)  # rows of one label among the data
    is_continued: bool = False


class Layout:
    """Rows and merged ranges of a sheet, with the questions that reading asks of them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.merges = MergeIndex(sheet.merges)
        self.rows: dict[int, list[Cell]] = {}
        for key in sorted(sheet.cells):
            self.rows.setdefault(key[0], []).append(sheet.cells[key])
        self._columns = sorted({column for _, column in sheet.cells})
        self.notes: list[Cell] = []
        self.bands = self._bands()

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that a reader sees at a place: the one that a merged range over it shows."""
        cell = self.sheet.cells.get((row, column))
        if cell is None and (merge := self.merges.over(row, column)):
            return self.sheet.cells.get((merge.top, merge.left))
        return cell

    def left_of(self, row: int, column: int) -> Cell | None:
        """The next cell with content to the left in a row, or the one whose merged range reaches there."""
        cells = self.rows.get(row, [])
        at = bisect_left(cells, column, key=lambda cell: cell.column) - 1
        while at >= 0 and not cells[at].text.strip():
            at -= 1
        return cells[at] if at >= 0 else None

    def merge_over(self, row: int, column: int) -> Merge | None:
        return self.merges.over(row, column)

    # -- kinds of rows ------------------------------------------------------------------------------------------------

    def _bands(self) -> list[Band]:
        bands: list[Band] = []
        pending: list[int] = []
        current: Band | None = None
        in_notes = False
        first_heads = False
        for row, cells in self.rows.items():
            labels = [c for c in cells if is_label(c)]
            if is_note(cells) and (current is not None or bands or not first_heads):
                self.notes += [c for c in cells if c.kind == "text"]
                in_notes = current is not None
                continue
            is_data = self._is_data(row, cells, current, bool(pending))
            if is_data or self._is_data_without_figures(row, cells, current, pending):
                if current is None or any(self._is_head(r) for r in pending):
                    current = Band()
                    bands.append(current)
                    self._place(current, pending)
                else:
                    current.sections += pending
                pending = []
                current.data.append(row)
                in_notes = False
                continue
            if in_notes and len(labels) <= 1 and not self._is_head(row):
                self.notes += labels
                continue
            first_heads = first_heads or self._is_head(row)
            pending.append(row)
        for row in pending:
            self.notes += [c for c in self.rows[row] if c.kind == "text"]
        return bands

    def _place(self, band: Band, pending: list[int]) -> None:
        """Part the rows above the data into titles and head: the head begins at the first row that looks like one."""
        dated = [r for i, r in enumerate(pending) if self._is_dated(r, pending[:i])]
        pending = [r for r in pending if r not in dated]
        start = next((i for i, r in enumerate(pending) if self._is_head(r)), len(pending))
        # A row of one label between two rows of the head belongs to the head only where it is merged or above numbers.
        band.titles = pending[:start]
        last = max((i for i, r in enumerate(pending) if self._is_head(r)), default=-1)
        band.heads = self._cut(pending[start : last + 1], band)
        band.sections = pending[last + 1 :] if last >= 0 else []
        band.data = sorted([*band.data, *dated])
        band.is_continued = any(
            _CONTINUED.search(tidy(c.text)) for r in band.titles for c in self.rows[r] if c.kind == "text"
        )

    def _is_dated(self, row: int, above: list[int]) -> bool:
        """A row that begins with a time as its label, below a head, with words where figures should be."""
        first, *others = self.rows[row]
        corners = [tidy(c.text) for r in above if (c := self.sheet.cells.get((r, self._columns[0]))) is not None]
        timing = read_timing(first.text)
        is_time = timing.is_some and not timing.rest
        is_below = is_year_number(first.number) or any(heads_labels(text) for text in corners)
        is_corner = first.column == self._columns[0] and is_time and is_below
        return is_corner and any(is_label(c) and not is_foreign(c.text) for c in others)

    def _cut(self, heads: list[int], band: Band) -> list[int]:
        """A row of words below the head's own label of the rows (地区) is data without figures, and what follows it."""
        if not heads:
            return heads
        corner = self._columns[0]
        named = False
        for number, row in enumerate(heads):
            cell = self.sheet.cells.get((row, corner))
            if cell is None or not is_label(cell):
                continue
            foreign = all(is_foreign(c.text) for c in self.rows[row] if c.kind == "text")
            if named and not _heads_labels(cell) and not foreign:
                band.data = heads[number:]
                return heads[:number]
            named = named or not foreign
        return heads

    def _is_head(self, row: int) -> bool:
        cells = self.rows[row]
        if self._is_form_line(cells):
            return False
        labels = [c for c in cells if is_label(c) or is_year_number(c.number)]
        if not labels or is_note(cells):
            return False
        if len(labels) == 1:
            # One label alone heads columns where it stands over numbers, not over the whole width.
            cell = labels[0]
            merge = self.merge_over(row, cell.column)
            if cell.column <= self._columns[0] or unit_line(cell.text) is not None:
                return False
            width = (merge.right - merge.left + 1) if merge else 1
            return width < max(2, len(self._columns) - 1) and len(tidy(cell.text)) <= 40 and not _is_date_line(cell)
        return True

    def _is_form_line(self, cells: list[Cell]) -> bool:
        """A line of a form's head (填报单位：… 报告期：…) or of units: every label has its own words before a colon."""
        labels = [tidy(c.text) for c in cells if is_label(c)]
        if not labels:
            return False
        return 2 * sum(map(_is_entry, labels)) >= len(labels)

    def _is_data(self, row: int, cells: list[Cell], band: Band | None, after_pending: bool) -> bool:
        if self._is_form_line(cells):
            return False
        numbers = [c for c in cells if is_figure(c)]
        if not numbers:
            # A row of a region without any figure (all —) belongs to the data that it stands among.
            marks = [c for c in cells if not is_label(c)]
            return bool(marks) and band is not None and not after_pending
        if self._is_numbering(cells) and (band is None or after_pending):
            return False
        years = [c for c in numbers if is_year_number(c.number if c.number is not None else _as_number(c.text))]
        if len(years) == len(numbers):
            return self._years_are_data(cells, years, band, after_pending)
        return True

    def _is_data_without_figures(self, row: int, cells: list[Cell], band: Band | None, pending: list[int]) -> bool:
        """A row of words in the midst of data (未上报): a new head begins with the head of a column of labels,
        with a blank corner, or below a title."""
        if band is None or pending or not band.data or not self._is_head(row):
            return False
        labels = [c for c in cells if is_label(c)]
        first = min(c.column for r in band.data[:3] for c in self.rows[r])
        if (
            not labels
            or labels[0].column > first
            or _heads_labels(labels[0])
            or all(is_foreign(c.text) for c in labels)
        ):
            return False
        known = {tidy(c.text) for r in band.heads for c in self.rows[r]}
        return tidy(labels[0].text) not in known and len(labels) > 1

    def _years_are_data(self, cells: list[Cell], years: list[Cell], band: Band | None, after_pending: bool) -> bool:
        """Whether numbers that could all be years are figures: they are heads only in rising or falling order."""
        values = [c.number if c.number is not None else _as_number(c.text) or 0.0 for c in years]
        labels = [c for c in cells if is_label(c)]
        first = cells[0]
        if len(years) == 1 and years[0] is first and not labels:
            return False  # a year alone at the left: a section or an empty row
        if len(years) == 1 and years[0] is first:
            return band is not None and not after_pending
        if years[0] is first and first.column == self._columns[0] and len(years) > 1:
            return True  # a year as the label of the row, and figures that could be years
        steps = [b - a for a, b in pairwise(values)]
        in_order = all(s == steps[0] for s in steps) if steps else True
        if len(years) >= 2 and (in_order or (len(set(values)) < len(values) and max(abs(s) for s in steps) <= 5)):
            return not all(_heads_labels(c) or (c.column > first.column and _is_growth(c)) for c in labels)
        if len(set(values)) == 1 or not labels:
            return False
        return not all(_heads_labels(c) for c in labels)

    def _is_numbering(self, cells: list[Cell]) -> bool:
        """A row that numbers the columns (甲 乙 1 2 3)."""
        if len(cells) < 2:
            return False
        texts = [narrowed(c.text).strip() for c in cells]
        numbers = [int(t) for t in texts if t.isdigit() and len(t) < 4]
        rest = [t for t in texts if not (t.isdigit() and len(t) < 4)]
        return (
            len(numbers) >= 2
            and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            and numbers[0] <= 2
            and all(_NUMBERING.fullmatch(t) or tidy(t) in lexicon.words("number_head") for t in rest)
        )


@lru_cache(maxsize=20_000)
def _as_number(text: str) -> float | None:
    plain = narrowed(text).strip().removesuffix("年")
    return float(plain) if plain.isdigit() and len(plain) == 4 else None


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number, also one stored as text, or a number that failed (an error, a lost formula)."""
    if cell.kind in ("number", "percent", "error", "formula"):
        return True
    return cell.kind == "text" and read_figure(cell).value is not None


def is_label(cell: Cell) -> bool:
    """Whether a cell holds words: no number, no mark for a missing one."""
    if cell.kind == "date":
        return True
    if cell.kind != "text":
        return False
    figure = read_figure(cell)
    return figure.value is None and not figure.is_missing


def is_note(cells: list[Cell]) -> bool:
    """Whether a row is a foot note: it begins like one, or its one text is too long for a label."""
    first = next((c for c in cells if c.kind == "text"), None)
    if first is None or first is not cells[0]:
        return False
    if any(is_figure(c) for c in cells[1:]):
        return False
    text = tidy(first.text)
    if len(text) > LONGEST_LABEL or (len(cells) == 1 and len(text) > 60 and re.search("[。；;]", text)):
        return True
    return bool(_note_start().match(text)) and text not in lexicon.words("remark_head")


@lru_cache(maxsize=1)
def _note_start() -> re.Pattern[str]:
    words = sorted((w for w in lexicon.words("note") if not w.endswith(")") and w not in "①②③*"), key=len, reverse=True)
    joined = "|".join(map(re.escape, words))
    return re.compile(
        rf"[(（]?(?:{joined})[)）]?(?:\d|\([\d一二三]\)|[一二三])?\s*[:：.、]|(?:注|说明|Note)\s*$|[a-z]\)|[①②③④⑤]|\*|本表",
        re.IGNORECASE,
    )


def heads_labels(text: str) -> bool:
    """Whether a text is the head of a column of labels (地区, 指标, 年份, 序号 …)."""
    kinds = ("region_head", "indicator_head", "period_head", "unit_head", "number_head", "code_head", "remark_head")
    return any(text in lexicon.words(kind) for kind in kinds)


def _is_growth(cell: Cell) -> bool:
    """The head of a column of growth beside the years (2023比2022增长%, 年均增长%)."""
    meaning = read_label(cell.text)
    return meaning.is_growth or (meaning.unit == "%" and meaning.timing.is_some)


def _heads_labels(cell: Cell) -> bool:
    text = tidy(cell.text)
    return heads_labels(text) or alone_unit(text) is not None or is_foreign(text)


def _is_entry(text: str) -> bool:
    if unit_line(text) is not None:
        return True
    head, colon, _ = text.partition(":")
    if not colon:
        head, colon, _ = text.partition("：")
    return bool(colon) and head.replace(" ", "") in lexicon.words("form_head")


def _is_date_line(cell: Cell) -> bool:
    timing = read_timing(cell.text)
    return cell.kind == "date" and timing.unclear != ""
