"""Tables of projects: 项目名称 | 建设内容及规模 | 总投资 | 起止年限 | 责任单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.plans import project_names as names
from pipelines.plans.cells import Cell
from pipelines.plans.departments import split_units
from pipelines.plans.items import Project

Row = list[Cell]

_COLUMNS = {
    "name": re.compile(r"^(?:建设|工程|重点|重大)?(?:项目|工程)(?:名称)?$|^(?:项目|工程|建设项目)名称|^名称$"),
    "scale": re.compile(r"建设(?:主要)?内容|建设规模|规模|主要内容|内容"),
    "investment": re.compile(r"^(?:项目|计划|估算|概算|匡算)?总?投资(?!主体|单位|来源|完成)(?:额|估算|规模)?|^总投资"),
    "years": re.compile(r"年限|起止|建设期|建设周期|建设年份|实施期限|完成时限|完成时间|建设时间|时间安排"),
    "departments": re.compile(r"责任单位|牵头单位|责任部门|牵头部门|实施单位|实施主体|责任主体|建设单位|业主"),
    "place": re.compile(r"地点|建设地址|选址|位置|所在地|属地"),
    "stage": re.compile(r"建设性质|项目性质|性质|阶段|项目类型|类型|进展|进度"),
    "kind": re.compile(r"^(?:行业|领域|类别|所属行业|项目类别|分类)$"),
}
_TOTAL = re.compile(
    r"^(?:合计|小计|总计|共计|备注|注|总投资|项目名称)|(?:合计|小计|总计)$|^[（(]?[一二三四五六七八九十]+[）)、]"
)
_MONEY = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿美元|万美元|亿元|万元)?")
_UNIT = re.compile(r"亿美元|万美元|亿元|万元")
_YEARS = re.compile(r"(?P<a>(?:19|20)\d\d)(?:年)?(?:\.?\d{1,2}月?)?(?:[-—~至到]+(?P<b>(?:19|20)\d\d))?")


@dataclass(slots=True)
class Head:
    """Which column is what; ``row`` is the index of the head's last row."""

    row: int
    columns: dict[str, int]
    unit: str | None


def find_head(rows: list[Row]) -> Head | None:
    """The head of a table of projects among its first rows; None where it is a table of something else."""
    for index, row in enumerate(rows[:4]):
        columns: dict[str, int] = {}
        unit = None
        for position, cell in enumerate(row):
            text = re.sub(r"[\s（(].*$", "", cell.text) or cell.text
            for kind, pattern in _COLUMNS.items():
                if kind not in columns and len(text) <= 12 and pattern.search(text):
                    columns[kind] = position
                    if kind == "investment":
                        found = _UNIT.search(cell.text)
                        unit = found.group() if found else None
                    break
        told = columns.keys() & {"scale", "investment", "years", "place"}
        if "name" in columns and told:
            before = "".join(cell.text for one in rows[:index] for cell in one)
            stated = re.search(r"单位[：:](亿元|万元)", before)
            return Head(index, columns, unit or (stated.group(1) if stated else None))
    return None


def read(rows: list[Row], head: Head, span: tuple[int | None, int | None]) -> Iterator[Project]:
    """Projects of the rows below the head; a row that names only a class gives its sector to those below."""
    kind: str | None = None
    width = len(rows[head.row])
    for row in rows[head.row + 1 :]:
        filled = [cell for cell in row if cell.text]
        if len(filled) <= 2 and len(filled) < width and not _named(row, head):
            kind = names.sector_of(filled[-1].text) or kind
            continue
        cell = _named(row, head)
        if cell is None:
            continue
        yield _project(cell, row, head, kind)


def _named(row: Row, head: Head) -> Cell | None:
    """The cell of the project's name, None in a row of totals or of a class."""
    position = head.columns["name"]
    if position >= len(row):
        return None
    cell = row[position]
    others = [c for i, c in enumerate(row) if i != position and c.text and not re.fullmatch(r"\d{1,3}", c.text)]
    if not 3 <= len(cell.text) <= 60 or _TOTAL.search(cell.text) or re.fullmatch(r"[\d.,%]+", cell.text):
        return None
    return cell if others else None


def _cell(row: Row, head: Head, kind: str) -> str:
    position = head.columns.get(kind)
    if position is None or position >= len(row):
        return ""
    text = row[position].text
    return "" if text in ("-", "--", "/", "—", "无") else text


def _project(cell: Cell, row: Row, head: Head, kind: str | None) -> Project:
    name = re.sub(r"^\d{1,3}[.、]", "", cell.text)
    last = max((c.raw_end for c in row if c.text), default=cell.raw_end)
    project = Project(name, cell.raw_start, cell.raw_end, "")
    project.end = cell.raw_end
    money = _MONEY.search(_cell(row, head, "investment"))
    if money is not None:
        project.investment_text = money.group().strip()
        project.investment_value = float(money.group("value").replace(",", ""))
        project.investment_unit = money.group("unit") or head.unit
    project.scale = _cell(row, head, "scale") or None
    project.place = _cell(row, head, "place") or None
    years = _YEARS.search(_cell(row, head, "years"))
    if years is not None:
        first, second = int(years.group("a")), years.group("b")
        project.start_year, project.end_year = (first, int(second)) if second else (None, first)
    project.departments = split_units(_cell(row, head, "departments"))
    stage = _cell(row, head, "stage")
    project.stage = stage if 2 <= len(stage) <= 8 else None
    facility = names.find_name(name, 0, len(name))
    told = _cell(row, head, "kind")
    project.kind = names.sector_of(told) or kind or (facility.sector if facility else None) or names.sector_of(name)
    project.rule, project.confidence = "table_row", 0.95
    project.quote = ""
    assert last >= project.end
    return project
