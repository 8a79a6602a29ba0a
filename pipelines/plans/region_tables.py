"""Tables with regions down and indicators across: how a plan shares its targets out (分解表)."""

from __future__ import annotations

import re

from pipelines.plans.cells import Cell, read_value, rows_of
from pipelines.plans.clauses import do_verbs
from pipelines.plans.gazetteer import Region
from pipelines.plans.model import Kind, Period
from pipelines.plans.quantities import class_of
from pipelines.plans.tables import CellStatement, Column, Table
from pipelines.plans.textview import Line

_YEAR = re.compile(r"(?:到)?((?:19|20)\d\d)年(?:底|末)?")
_UNIT = re.compile(r"（([^（）]{1,10})）$")
_ALL = re.compile(r"^(?:合计|总计|小计|全[市县区省州](?:合计|总计)?|[市县区省]级?合计)$")
_PLACE_HEAD = re.compile(r"县|区|市|州|地区|乡镇|街道|单位|辖区|行政区")
_TOWN = re.compile("[\u4e00-\u9fff]{1,6}(?:镇|乡|街道)")
_OVER_YEARS = re.compile(r"[三四五]年|累计|合计")
_DONE = re.compile(r"基期|基数|实际|完成|现状|上年|已")


def build_region_table(lines: list[Line], places: dict[str, Region]) -> Table | None:
    """The rows as a table of regions, or None where the first column does not hold places of the plan's own."""
    rows = rows_of(lines)
    if len(rows) < 2 or not rows[0]:
        return None
    turned = _transposed(rows, places)
    if turned is rows and (len(rows) < 3 or not _PLACE_HEAD.search(rows[0][0].text)):
        return None
    rows = turned
    named = [row for row in rows[1:] if _is_place(row[0].text, places) or _ALL.match(row[0].text)]
    if len(named) < 0.6 * (len(rows) - 1):
        return None
    return Table(rows, [], 1)


def _transposed(rows: list[list[Cell]], places: dict[str, Region]) -> list[list[Cell]]:
    """Rows and columns exchanged where the regions stand across the head."""
    across = [cell for cell in rows[0][1:] if cell.text]
    if len(across) < 2 or any(not _is_place(cell.text, places) and not _ALL.match(cell.text) for cell in across):
        return rows
    width = len(rows[0])
    return [[row[i] for row in rows if i < len(row)] for i in range(width)]


def _is_place(label: str, places: dict[str, Region]) -> bool:
    """Whether a row is about a place inside the plan's own; towns are in no list of codes."""
    return label in places or bool(_TOWN.fullmatch(label))


def read_region_table(
    table: Table, places: dict[str, Region], whole: str | None, span: tuple[int | None, int | None]
) -> list[CellStatement]:
    """Statements of a table of regions. ``whole`` is the plan's own region, that of a row 合计."""
    out: list[CellStatement] = []
    heads = [_head(cell.text, span) for cell in table.rows[0]]
    for row in table.rows[1:]:
        label = row[0].text
        if not _ALL.match(label) and not _is_place(label, places):
            continue
        region = whole if _ALL.match(label) else places[label].name if label in places else label
        for cell, head in zip(row[1:], heads[1:], strict=False):
            if head is None:
                continue
            name, column = head
            value = read_value(cell, column.year, False, column.unit, "", span)
            if value is not None:
                flow = _YEAR.search(column.head) is None and (do_verbs().match(name) or name.endswith("投资"))
                if _OVER_YEARS.search(column.head) or (flow and span[0] != span[1]):
                    value.period = Period("over", *span)
                out.append(CellStatement(value, name, column.kind, row[0].raw_start, region=region))
    return out


def _head(text: str, span: tuple[int | None, int | None]) -> tuple[str, Column] | None:
    """Indicator and column of a head such as 2025年农村生活污水治理率（%）."""
    unit_match = _UNIT.search(text)
    unit = unit_match.group(1) if unit_match and class_of(unit_match.group(1).lstrip("十百千万亿")) else ""
    plain = (text[: unit_match.start()] if unit_match and unit else text).lstrip("#")
    year_match = _YEAR.search(plain)
    year = int(year_match.group(1)) if year_match else None
    name = re.sub(r"^(?:三年|五年|目标|指标)", "", _YEAR.sub("", plain)).strip("目标任务值数") or plain
    if len(name) < 2 or re.search("备注|序号", name):
        return None
    start = span[0]
    kind: Kind = "actual" if _DONE.search(plain) or (year and start and year < start) else "target"
    return name, Column("value", kind, year or span[1], unit=unit, head=plain)
