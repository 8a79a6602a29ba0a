"""Lists of tasks drawn as tables: 序号 | 重点任务 | 工作目标 | 完成时限 | 牵头单位 | 责任单位.

Their cells hold running text, not values. Each row is a measure of its own: what is to be done, by when, by whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.plans.cells import Cell, is_value
from pipelines.plans.departments import split_units
from pipelines.plans.periods import year_of

_NUMBER = re.compile(r"序号|编号|^号$")
_OWNER = re.compile(r"责任|牵头|配合|协办|主办|承办|部门|(?<!计量)单位(?!时间)|领导")
_LEAD = re.compile(r"牵头|主办|第一责任")
_PERSON = re.compile(r"责任人|联系人|领导|分管")
_DEADLINE = re.compile(r"时限|时间|期限|节点|时序")
_TASK = re.compile(r"任务|目标|内容|举措|措施|事项|工作|项目|要求|做法|标准|清单|计划|指标")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_RUNNING = re.compile(r"[，；。、]|\d")
# One value or more and nothing else: ≥8%, 4200座；110个村.
_BARE = re.compile(r"(?:[≤≥<>±]?\d[\d.,]*[%‰]?[\u4e00-\u9fff/]{0,6}(?:[；、，]|$))+")
_MINIMUM = 10  # characters of a cell that holds running text


@dataclass(slots=True)
class TaskRow:
    """One row: its cells of running text, its owners and the year it is due; ``title`` is its first task cell."""

    number: str
    title: str
    start: int
    end: int
    texts: list[Cell] = field(default_factory=list)
    lead_departments: list[str] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)  # every unit, lead ones first
    deadline_year: int | None = None


def read_task_table(rows: list[list[Cell]]) -> list[TaskRow] | None:
    """Rows of a list of tasks, or None where the table is none. ``rows`` are those of one table, its head first.

    A cell left empty below an owner belongs to that owner: such cells were merged before the text was copied.
    """
    head = next((i for i, row in enumerate(rows[:3]) if _is_head(row)), None)
    if head is None or any(_YEAR.fullmatch(cell.text) for row in rows[: head + 2] for cell in row):
        return None  # years across: a table of values
    roles = [_role(cell.text) for cell in rows[head]]
    body = [row for row in rows[head + 1 :] if len(row) > 1]
    task_columns = [i for i, role in enumerate(roles) if role == "task"]
    held = [row[i].text for row in body for i in task_columns if i < len(row)]
    if not any(_is_running(text) for text in held) and not any(_BARE.fullmatch(text) for text in held if text):
        return None
    found: list[TaskRow] = []
    above: dict[int, list[str]] = {}
    for row in body:
        found.append(_row(row, roles, above))
    return found


def _is_head(row: list[Cell]) -> bool:
    roles = [_role(cell.text) for cell in row if cell.text]
    owned = "owner" in roles or "lead" in roles or "deadline" in roles
    years = any(_YEAR.search(cell.text) for cell in row)
    return owned and "task" in roles and not years and all(len(cell.text) <= 16 for cell in row)


def _role(head: str) -> str:
    if head in ("单位", "计量单位", "计量"):
        return "unit"
    if _NUMBER.search(head):
        return "number"
    if _DEADLINE.search(head):
        return "deadline"
    if _PERSON.search(head):
        return "person"
    if _OWNER.search(head):
        return "lead" if _LEAD.search(head) else "owner"
    return "task" if _TASK.search(head) else "other"


def _paired(cells: list[Cell]) -> list[Cell]:
    """A name and its value in cells side by side are read as one text: 地区生产总值增速 | 7%左右.

    Several of each (户厕改造；污水处理 | 4200座；110个村) go together one by one. A value alone says nothing.
    """
    texts: list[Cell] = []
    for cell in cells:
        if not _BARE.fullmatch(cell.text):
            texts.append(cell)
            continue
        name = texts[-1] if texts and not any(char.isdigit() for char in texts[-1].text) else None
        if name is None:
            continue
        values, names = _split(cell), _split(name)
        if len(values) == len(names):
            texts[-1:] = [_joined(one, other) for one, other in zip(names, values, strict=True)]
    return texts


def _split(cell: Cell) -> list[Cell]:
    pieces = [m.span() for m in re.finditer(r"[^；、，]+", cell.text)]
    return [Cell(cell.text[a:b], cell.offsets[a:b], cell.offsets[a], cell.offsets[b - 1] + 1) for a, b in pieces]


def _joined(name: Cell, value: Cell) -> Cell:
    return Cell(name.text + value.text, name.offsets + value.offsets, name.raw_start, value.raw_end)


def _is_running(text: str) -> bool:
    return len(text) >= _MINIMUM and bool(_RUNNING.search(text)) and not is_value(text)


def _row(row: list[Cell], roles: list[str], above: dict[int, list[str]]) -> TaskRow:
    filled = [cell for cell in row if cell.text]
    task = TaskRow("", "", filled[0].raw_start, filled[-1].raw_end)
    owners: list[str] = []
    for index, (cell, role) in enumerate(zip(row, roles, strict=False)):
        if role in ("lead", "owner"):
            units = split_units(cell.text) if cell.text else above.get(index, [])
            above[index] = units
            target = task.lead_departments if role == "lead" else owners
            target += [unit for unit in units if unit not in target]
        elif not cell.text:
            continue
        elif role == "number":
            task.number = cell.text
        elif role == "deadline":
            year = _YEAR.search(cell.text)
            task.deadline_year = year_of(year.group(1)) if year else None
        elif role in ("task", "other"):
            task.title = task.title or cell.text
            task.texts.append(cell)
    task.texts = _paired(task.texts)
    task.departments = task.lead_departments + [unit for unit in owners if unit not in task.lead_departments]
    return task
