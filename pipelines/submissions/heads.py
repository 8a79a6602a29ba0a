"""Heads of the columns of figures: all levels of a column's head, from merged cells or from the order of the cells."""

from __future__ import annotations

from pipelines.submissions import lexicon
from pipelines.submissions.axes import Line, absorb
from pipelines.submissions.columns import Group
from pipelines.submissions.findings import finding
from pipelines.submissions.labels import is_foreign, tidy
from pipelines.submissions.layout import Band, Layout
from pipelines.submissions.meanings import alone_unit, read_label, unit_line
from pipelines.submissions.periods import is_year_number
from pipelines.submissions.regions import read_place
from pipelines.submissions.workbooks.grid import Cell, address


def column_lines(layout: Layout, band: Band, group: Group, province: str, first_column: int) -> list[Line]:
    """One line for every column of figures of a group, in order."""
    rows = [r for r in band.heads if not _is_foreign_row(layout, r)]
    paths = {c: _path(layout, rows, c, group, first_column) for c in group.values}
    kinds = _levels(paths, province)
    lines = [_line(layout, band, column, paths[column], kinds, province) for column in group.values]
    _complete(lines, paths, layout.sheet.name)
    return lines


def corner_units(layout: Layout, band: Band, group: Group) -> list[str]:
    """Units that stand in the head of the labels (单位：万元)."""
    units: list[str] = []
    for row in band.heads:
        for stub in group.stubs:
            cell = layout.sheet.cells.get((row, stub.column))
            if cell is not None:
                units += unit_line(cell.text) or []
    return units


def _is_foreign_row(layout: Layout, row: int) -> bool:
    labels = [c for c in layout.rows[row] if c.kind == "text"]
    return bool(labels) and all(is_foreign(c.text) for c in labels)


class _Unclear(Exception):
    """A head whose parent cannot be told."""


def _path(layout: Layout, rows: list[int], column: int, group: Group, first_column: int) -> list[Cell] | None:
    """Cells of a column's head from the outermost level to the innermost; None where a parent cannot be told."""
    cells: list[Cell] = []
    try:
        for number, row in enumerate(rows):
            cell = _head_cell(layout, rows, number, row, column, group, first_column)
            if cell is not None and (not cells or cells[-1] is not cell) and not is_foreign(cell.text):
                cells.append(cell)
    except _Unclear:
        return None
    return cells


def _head_cell(
    layout: Layout, rows: list[int], number: int, row: int, column: int, group: Group, first_column: int
) -> Cell | None:
    cell = layout.at(row, column)
    if cell is not None and (cell.kind == "text" and not tidy(cell.text)):
        cell = None
    if cell is not None or number == len(rows) - 1:
        return cell
    if not any(layout.sheet.cells.get((r, column)) for r in rows[number + 1 :]):
        return None
    # A blank above a head: the cell to its left stands for both where it spans them or has them as its parts.
    below = [c for r in rows[number + 1 :] if (c := layout.sheet.cells.get((r, column))) is not None]
    if all(alone_unit(c.text) is not None for c in below):
        return None  # a unit alone has no parts: its own head is lost
    parent = layout.left_of(row, column)
    if parent is None or parent.column < group.values[0]:
        return None
    left = parent.column
    own = layout.merge_over(row, column)
    merge = layout.merge_over(row, left)
    if own is not None and (own.bottom > row or own.right > own.left):
        # A merged blank beside a head that runs down to the last level: its parts (生产总值 | 第一产业 …).
        return parent if merge is None or merge.right == merge.left else None
    if merge is not None and merge.right > merge.left:
        return None  # its span is stated, and ends before this column
    if merge is not None and merge.bottom > row:
        return parent
    if layout.sheet.merges and any(m.top <= row <= m.bottom and m.right > m.left for m in layout.sheet.merges):
        # Others are merged and this one is not: a part only of a head that has no parts below it.
        if any(layout.sheet.cells.get((r, left)) for r in rows[number + 1 :]):
            raise _Unclear
        return parent
    stub_rows = [r for r in rows if any(layout.sheet.cells.get((r, s.column)) for s in group.stubs)]
    is_top_blank = bool(group.stubs) and row not in stub_rows and bool(stub_rows)
    if is_top_blank and not _is_time_or_place(parent):
        raise _Unclear
    return parent


def _is_time_or_place(cell: Cell) -> bool:
    meaning = read_label(cell.text)
    if is_year_number(cell.number):
        return True
    return (meaning.timing.is_some and not meaning.name) or read_place(meaning.name).verdict == "region"


def _levels(paths: dict[int, list[Cell] | None], province: str) -> dict[int, str]:
    """Head row -> what its labels are: ``places``, ``mixed`` with few places among names, or ``names``."""
    labels: dict[int, dict[str, str]] = {}
    for path in paths.values():
        for cell in path or ():
            name = read_label(cell.text).name
            if name and name not in lexicon.words("value_word"):
                labels.setdefault(cell.row, {})[name] = read_place(name, province).verdict
    kinds: dict[int, str] = {}
    for row, verdicts in labels.items():
        named = sum(v in ("region", "ambiguous", "abolished") for v in verdicts.values())
        wholes = sum(v in ("whole", "urban_districts") for v in verdicts.values())
        kinds[row] = "names" if not named else "places" if 2 * (named + wholes) >= len(verdicts) else "mixed"
    return kinds


def _line(
    layout: Layout, band: Band, column: int, path: list[Cell] | None, kinds: dict[int, str], province: str
) -> Line:
    line = Line(column, address(band.heads[0] if band.heads else band.data[0], column))
    sheet = layout.sheet.name
    if path is None:
        text = next((c.text for r in reversed(band.heads) if (c := layout.sheet.cells.get((r, column)))), "")
        line.refused.append(finding("header_unclear", sheet, line.address, text=tidy(text)))
    elif not path:
        line.refused.append(finding("header_missing", sheet, line.address))
    for cell in path or ():
        name = read_label(cell.text).name
        place = read_place(name, province) if name else None
        kind = kinds.get(cell.row, "names")
        if place is not None and kind == "mixed" and place.verdict == "region":
            what = f"表头“{tidy(cell.text)}”是地区，同一行的其他表头不是"
            line.refused.append(finding("layout_unclear", sheet, cell.address, name=sheet, where="", what=what))
        is_place = place is not None and (kind == "places" or (place.verdict == "whole" and place.level != ""))
        absorb(line, cell, sheet, place if is_place else None)
    return line


def _complete(lines: list[Line], paths: dict[int, list[Cell] | None], sheet: str) -> None:
    """Give 其中 and growth columns what they take from the column to their left."""
    whole: Line | None = None
    for line in lines:
        path = paths[line.index] or []
        innermost = read_label(path[-1].text) if path else None
        if innermost is not None and innermost.is_part and len(path) == 1 and not line.places:
            if whole is None:
                line.refused.append(finding("header_unclear", sheet, line.address, text=line.label))
            else:
                line.names = [*whole.names, *[n for n in line.names if n not in whole.names]]
                line.units = line.units or list(whole.units)
                line.timings = line.timings or list(whole.timings)
            continue
        if (line.growth or line.change) and not line.names and whole is not None:
            line.names = list(whole.names)
            line.timings = line.timings or list(whole.timings)
            line.places = line.places or list(whole.places)
            line.place_text = line.place_text or whole.place_text
        elif not line.growth and not line.change and not any(t.relative.startswith("former") for t in line.timings):
            whole = line
