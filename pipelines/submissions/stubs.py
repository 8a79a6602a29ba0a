"""Labels of the rows of figures: several columns of labels, 其中, indentation, and headings among the rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.submissions import lexicon
from pipelines.submissions.axes import Line, absorb
from pipelines.submissions.columns import Group, Stub, StubRole, head_text
from pipelines.submissions.findings import finding
from pipelines.submissions.labels import indent_of, is_foreign, tidy
from pipelines.submissions.layout import Band, Layout, is_figure
from pipelines.submissions.meanings import alone_unit, read_label, unit_line
from pipelines.submissions.regions import bare_name, read_place
from pipelines.submissions.units import looks_like_unit
from pipelines.submissions.workbooks.grid import Cell

_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{1,7}(?:自治[县州区]|省|市|县|盟|旗)")


@dataclass(slots=True)
class _State:
    """What rows further up say of the rows below them."""

    carried: dict[int, Cell] = field(default_factory=dict)  # label of each outer column
    chain: list[tuple[int, Line]] = field(default_factory=list)  # (indent, line) of rows that may have parts
    section: Line | None = None
    parent: str = ""  # code of the prefecture that county rows belong to


def row_lines(layout: Layout, band: Band, group: Group, province: str) -> list[Line]:
    """One line for every row of figures of a band, for the labels of one group, in order."""
    state = _State()
    lines: list[Line] = []
    sections = set(band.sections)
    roles = {s.role for s in group.stubs}
    for row in sorted([*band.data, *band.sections]):
        if row in sections:
            _take_section(layout, band, row, group, state, province)
        else:
            lines.append(_row(layout, band, row, group, state, province, roles))
    return lines


def _take_section(layout: Layout, band: Band, row: int, group: Group, state: _State, province: str) -> None:
    """A heading among the rows: a place, a time, a unit or a name for the rows below it."""
    columns = [s.column for s in group.stubs] + group.values
    cells = [c for c in layout.rows[row] if c.kind in ("text", "date", "number") and not is_foreign(c.text)]
    cells = [c for c in cells if min(columns, default=0) <= c.column <= max(columns, default=0)]
    if len(cells) != 1:
        state.section = None if cells else state.section
        return
    cell = cells[0]
    meaning = read_label(cell.text)
    if _is_blank_row(layout, band, row, group, cell):
        return
    state.chain.clear()
    state.carried.clear()
    place = read_place(cell.text, province, state.parent)
    line = Line(row, cell.address)
    if unit_line(cell.text) is not None:
        line.units = [(unit, True) for unit in unit_line(cell.text) or []][:1]
        if state.section is not None:
            line.names, line.places = state.section.names, state.section.places
        state.section = line
        return
    if place.verdict == "region" and place.region is not None:
        state.parent = place.region.code
        absorb(line, cell, layout.sheet.name, place)
    else:
        absorb(line, cell, layout.sheet.name, None)
        line.refused = [f for f in line.refused if f.code != "figure_is_plan"] if meaning.is_ordinal else line.refused
        if meaning.is_ordinal or any(word in meaning.name for word in lexicon.words("generic")):
            line.names = []
    state.section = line


def _is_blank_row(layout: Layout, band: Band, row: int, group: Group, cell: Cell) -> bool:
    """A label among regions that names no place, time or unit, below heads of indicators: a row left blank."""
    stub = next((s for s in group.stubs if s.column == cell.column), None)
    if stub is None or stub.role != "region" or layout.merge_over(row, cell.column) is not None:
        return False
    meaning = read_label(cell.text)
    if meaning.unit is not None or meaning.timing.is_some or read_place(cell.text).verdict == "region":
        return False
    return any(read_label(head_text(layout, band, column)).name for column in group.values)


def _row(
    layout: Layout, band: Band, row: int, group: Group, state: _State, province: str, roles: set[StubRole]
) -> Line:
    sheet = layout.sheet.name
    first = next(c for c in layout.rows[row])
    line = Line(row, first.address)
    section = state.section
    if section is not None:
        line.names, line.units = list(section.names), list(section.units)
        line.timings, line.refused = list(section.timings), list(section.refused)
        if section.places and "region" not in roles:
            line.places, line.place_text = list(section.places), section.place_text
    labelled = False
    inner: Cell | None = None
    names = [s for s in group.stubs if s.role in ("indicator", "region", "period", "unclear")]
    for number, stub in enumerate(names):
        cell = _label(layout, row, stub, names[number + 1 :], state)
        if cell is None:
            continue
        labelled = True
        if stub.role == "unclear":
            what = f"“{stub.head or tidy(cell.text)}”一列既有地区又有其他名称"
            line.refused.append(finding("layout_unclear", sheet, cell.address, name=sheet, where="", what=what))
        elif stub.role == "region":
            _take_place(line, cell, state, province, sheet)
        elif stub.role == "period":
            absorb(line, cell, sheet, None)
            if line.names and not (section and section.names):
                line.refused.append(finding("period_unclear", sheet, cell.address, text=tidy(cell.text)))
        else:
            inner = cell
            _check_place_name(line, cell, sheet)
            absorb(line, cell, sheet, None)
    if not labelled and (group.stubs or len(band.data) > 1):
        line.refused.append(finding("label_missing", sheet, first.address))
    if inner is not None:
        _take_parent(line, inner, state, sheet)
    _take_unit(layout, row, group, line)
    _check_code(layout, row, group, line)
    return line


def _label(layout: Layout, row: int, stub: Stub, inner: list[Stub], state: _State) -> Cell | None:
    """The label of a row in a column; an outer column's label stands until the next one."""
    cell = layout.at(row, stub.column)
    merge = layout.merge_over(row, stub.column)
    if (
        cell is not None
        and merge is not None
        and merge.left < stub.column
        and any(s.column == merge.left for s in inner)
    ):
        cell = None
    if cell is not None and cell.column != stub.column:
        return None  # a label that spans from a column further left
    if cell is not None and (cell.kind in ("text", "date", "number")) and tidy(cell.text) and not is_foreign(cell.text):
        state.carried[stub.column] = cell
        for further in inner:
            state.carried.pop(further.column, None)
        return cell
    if inner and any(layout.at(row, s.column) is not None for s in inner):
        return state.carried.get(stub.column)
    return None


def _take_place(line: Line, cell: Cell, state: _State, province: str, sheet: str) -> None:
    place = read_place(cell.text, province, state.parent)
    text = cell.text.strip()
    if place.verdict == "region" and place.region is not None and place.region.level == "prefecture":
        state.parent = place.region.code
    if line.places and place.verdict in ("region", "whole") and place.verdict != "whole":
        line.places.clear()  # the inner column of two names the place
    elif line.places and place.verdict == "whole":
        return  # 杭州市 | 合计
    line.places.append((place, cell.address))
    line.place_text, line.label, line.address = text, tidy(text), cell.address


def _check_place_name(line: Line, cell: Cell, sheet: str) -> None:
    """A name like that of a place, in a column of indicators, is a place that the code list does not know."""
    name = bare_name(cell.text)
    if _PLACE_NAME.fullmatch(name) and name not in lexicon.words("breakdown"):
        verdict = read_place(name).verdict
        if verdict in ("unknown", "region", "ambiguous", "abolished"):
            line.refused.append(finding("unknown_region", sheet, cell.address, text=name))


def _take_parent(line: Line, cell: Cell, state: _State, sheet: str) -> None:
    """Name the parts of a row by it: 其中：, deeper indentation, or a growth row below its level."""
    meaning = read_label(cell.text)
    indent = indent_of(cell.text, cell.indent)
    is_bare_growth = (line.growth or bool(line.change)) and not meaning.name
    while state.chain and state.chain[-1][0] >= indent and not meaning.is_part and not is_bare_growth:
        state.chain.pop()
    if is_bare_growth:
        base = state.chain[-1][1] if state.chain else None
        if base is None:
            line.refused.append(finding("growth_base_unclear", sheet, cell.address, text=tidy(cell.text)))
        else:
            line.names = list(base.names)
        return
    parent = next((p for i, p in reversed(state.chain) if i < indent), None)
    if meaning.is_part:
        parent = parent or next((p for _, p in reversed(state.chain) if not p.label.startswith(("其中", "#"))), None)
        if parent is None:
            line.refused.append(finding("header_unclear", sheet, cell.address, text=tidy(cell.text)))
    breakdown = meaning.name in lexicon.words("breakdown") and state.chain and indent == 0
    if parent is None and breakdown:
        parent = state.chain[0][1]
    if parent is not None:
        own = [n for n in line.names if n not in parent.names]
        joined = parent.names if not own or not any(p in own[-1] for p in parent.names) else []
        line.names = [*joined, *own]
        line.units = line.units or list(parent.units)
    if not line.growth:
        state.chain.append((indent if not meaning.is_part else indent + 1, line))


def _take_unit(layout: Layout, row: int, group: Group, line: Line) -> None:
    """The unit that a column of units gives, before any other."""
    for stub in group.stubs:
        cell = layout.at(row, stub.column) if stub.role == "unit" else None
        if cell is None or cell.kind != "text":
            continue
        text = tidy(cell.text).strip("()")
        unit = alone_unit(text)
        known = unit is not None
        if not text or text in lexicon.words("missing"):
            line.units.insert(0, ("", True))
            continue
        shown = unit or text
        own = [u for u, _ in line.units[:1]]
        if own and own[0] != shown and line.label:
            line.refused.append(
                finding("unit_conflict", layout.sheet.name, cell.address, text=line.label, one=own[0], two=shown)
            )
        line.units.insert(0, (shown, known or looks_like_unit("万" + shown) is None))


def _check_code(layout: Layout, row: int, group: Group, line: Line) -> None:
    for stub in group.stubs:
        cell = layout.at(row, stub.column) if stub.role == "code" else None
        if cell is None or not (is_figure(cell) or cell.kind == "text"):
            continue
        code = re.sub(r"\D", "", cell.text)[:6]
        place = line.places[0][0] if line.places else None
        if len(code) == 6 and place is not None and place.region is not None and place.region.code != code:
            line.refused.append(
                finding("region_code_differs", layout.sheet.name, cell.address, text=place.text, stated=code)
            )
