"""Which columns of a band hold labels, units or figures, and which belong together where blocks stand side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipelines.submissions import lexicon
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.labels import is_foreign, tidy
from pipelines.submissions.layout import Band, Layout, is_figure, is_label
from pipelines.submissions.meanings import alone_unit
from pipelines.submissions.periods import is_year_number, read_timing
from pipelines.submissions.regions import bare_name, read_place
from pipelines.submissions.workbooks.grid import Cell

StubRole = Literal["region", "indicator", "period", "unit", "code", "unclear"]
_HEAD_ROLES: list[tuple[str, StubRole]] = [
    ("region_head", "region"),
    ("period_head", "period"),
    ("unit_head", "unit"),
    ("code_head", "code"),
    ("indicator_head", "indicator"),
]


@dataclass(slots=True)
class Stub:
    """A column of labels."""

    column: int
    role: StubRole
    head: str


@dataclass(slots=True)
class Group:
    """Columns of labels with the columns of figures that they name."""

    stubs: list[Stub] = field(default_factory=list)
    values: list[int] = field(default_factory=list)


def head_text(layout: Layout, band: Band, column: int) -> str:
    """The innermost head of a column, '' for none."""
    for row in reversed(band.heads):
        cell = layout.at(row, column)
        if cell is not None and _is_unit_row(layout, row, cell):
            continue  # 单位 before a row of units says nothing of the labels below it
        if cell is not None and cell.kind != "error" and not is_foreign(cell.text):
            return tidy(cell.text)
    return ""


def _is_unit_row(layout: Layout, row: int, cell: Cell) -> bool:
    if tidy(cell.text) not in lexicon.words("unit_head"):
        return False
    others = [c for c in layout.rows[row] if c.column != cell.column and is_label(c)]
    return bool(others) and all(alone_unit(c.text) for c in others)


def groups(layout: Layout, band: Band, province: str) -> tuple[list[Group], list[Finding]]:
    """Part the columns of a band. Findings of severity error name columns that are left out."""
    columns = sorted({c.column for r in [*band.heads, *band.data] for c in layout.rows[r]})
    rows = band.data
    last_figures = next((c for c in reversed(columns) if _has_figures(layout, rows, c)), -1)
    found: list[Group] = []
    findings: list[Finding] = []
    current = Group()
    first_head: str | None = None
    is_astray = False
    for column in columns:
        cells = [cell for r in rows if (cell := _data_cell(layout, r, column)) is not None]
        head = head_text(layout, band, column)
        kind = _kind(cells, head, not current.values)
        if kind == "ignored":
            continue
        if kind == "stub" and current.stubs and not _names_rows(cells, head, current, province):
            kind = "value"  # words among the figures, not names of the rows
        if kind == "value":
            if is_astray:
                if any(is_figure(c) for c in cells):
                    where = next(c for c in cells if is_figure(c))
                    what = "数字列的左边隔着一列文字"
                    findings.append(
                        finding(
                            "layout_unclear",
                            layout.sheet.name,
                            where.address,
                            name=layout.sheet.name,
                            where="",
                            what=what,
                        )
                    )
                continue
            current.values.append(column)
            continue
        role = _role(cells, head, province)
        if not current.values:
            current.stubs.append(Stub(column, role, head))
            first_head = head if first_head is None else first_head
            continue
        # A column of labels right of figures: a second block, a unit column, or words that go with the figures.
        followed = column < last_figures
        if role == "unit":
            current.stubs.append(Stub(column, role, head))
        elif followed and (head == first_head and (head or role == "region")):
            found.append(current)
            current = Group([Stub(column, role, head)])
            is_astray = False
        elif followed:
            is_astray = True
    found.append(current)
    return [g for g in found if g.values], findings


def _data_cell(layout: Layout, row: int, column: int) -> Cell | None:
    cell = layout.sheet.cells.get((row, column))
    if cell is None:
        merge = layout.merge_over(row, column)
        if merge is not None and merge.left == merge.right == column:
            return layout.at(row, column)
    return cell


def _has_figures(layout: Layout, rows: list[int], column: int) -> bool:
    return any((cell := layout.sheet.cells.get((r, column))) is not None and is_figure(cell) for r in rows)


def _kind(cells: list[Cell], head: str, is_left: bool) -> str:
    """stub, value or ignored."""
    labels = [c for c in cells if is_label(c)]
    figures = [c for c in cells if is_figure(c)]
    if head in lexicon.words("remark_head") or head in lexicon.words("number_head"):
        return "ignored"
    if head in lexicon.words("code_head") and cells:
        return "stub"
    if labels and all(is_foreign(c.text) for c in labels) and not figures:
        return "ignored"
    if is_left and cells and head in lexicon.words("period_head"):
        return "stub"
    if is_left and figures and labels and all(_is_time(c.text) or is_year_number(c.number) for c in cells):
        return "stub"
    if is_left and figures and not labels:
        numbers = [c.number if c.number is not None else _digits(c.text) for c in figures]
        if not head and all(is_year_number(n) for n in numbers):
            return "stub"
        if not head and len(numbers) > 1 and numbers == [float(i) for i in range(1, len(numbers) + 1)]:
            return "ignored"
    if len(labels) > len(figures):
        return "stub"
    return "value" if cells else "ignored"


def _names_rows(cells: list[Cell], head: str, group: Group, province: str) -> bool:
    """Whether a further column of words names the rows: by its head, by what the words are, or by their number."""
    words = head.replace(" ", "")
    if any(head == stub.head for stub in group.stubs) or any(words in lexicon.words(k) for k, _ in _HEAD_ROLES):
        return True
    if _role(cells, head, province) != "indicator":
        return True
    texts = {tidy(c.text) for c in cells}
    return bool(group.values) or (len(texts) >= 3 and all(is_label(c) and len(tidy(c.text)) > 1 for c in cells))


def _digits(text: str) -> float | None:
    plain = tidy(text)
    return float(plain) if plain.isdigit() and len(plain) < 7 else None


def _role(cells: list[Cell], head: str, province: str) -> StubRole:
    labels = [c for c in cells if is_label(c) or is_figure(c)]
    words = head.replace(" ", "")
    by_head = next((role for kind, role in _HEAD_ROLES if words in lexicon.words(kind)), None)
    if by_head in ("unit", "code", "region"):
        return by_head
    texts = [bare_name(c.text) for c in labels]
    if by_head == "period" or (texts and all(_is_time(t) for t in texts)):
        return "period"
    if texts and all(alone_unit(t) is not None for t in texts):
        return "unit"
    verdicts = [read_place(t, province).verdict for t in texts]
    named = sum(v in ("region", "ambiguous", "abolished") for v in verdicts)
    wholes = sum(v in ("whole", "urban_districts") for v in verdicts)
    if named and 2 * (named + wholes) >= len(texts):
        return "region"
    if not named:
        return "indicator"
    return "unclear"


def _is_time(text: str) -> bool:
    timing = read_timing(text)
    return timing.is_some and not timing.rest
