"""Measures (任务) of a plan, numbered or in a table, with their owners and deadlines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.plans.model import Measure, PlanReading, Statement
from pipelines.plans.outline import MAX_TITLE, Outline
from pipelines.plans.ownership import Owners
from pipelines.plans.task_tables import TaskRow

# Sections that say why and to what end; what is to be done stands elsewhere.
_NO_TASK = re.compile(
    r"指导思想|基本原则|总体要求|总体思路|工作原则|发展目标|工作目标|主要目标|总体目标|行动目标|主要指标|发展基础|发展现状|形势"
)


@dataclass(slots=True)
class ReadTask:
    """A row of a list of tasks with the section that it stands in and the statements that its cells have given."""

    row: TaskRow
    section: int | None
    statements: list[Statement]


def add_measures(reading: PlanReading, outline: Outline, owners: Owners, tasks: list[ReadTask]) -> None:
    """Add every numbered section that holds text of its own, the innermost numbering first, and every row of a list of
    tasks, in reading order; each with its statements.
    """
    found = _numbered(reading, outline, owners) + [_tabled(reading, task) for task in tasks]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end))
    for index, (measure, mine) in enumerate(found):
        measure.measure_id = index
        for statement in mine:
            statement.measure_id = index
        reading.measures.append(measure)


def _tabled(reading: PlanReading, task: ReadTask) -> tuple[Measure, list[Statement]]:
    row = task.row
    path = reading.sections[task.section].path if task.section is not None else ""
    measure = Measure(
        measure_id=-1,
        section_id=task.section,
        number=row.number,
        title=row.title[:MAX_TITLE],
        path=" / ".join(part for part in (path, row.title[:MAX_TITLE]) if part),
        start=row.start,
        end=row.end,
        lead_departments=row.lead_departments,
        departments=row.departments,
        deadline_year=row.deadline_year or reading.document.end_year,
        in_table=True,
    )
    return measure, task.statements


def _numbered(reading: PlanReading, outline: Outline, owners: Owners) -> list[tuple[Measure, list[Statement]]]:
    holds: dict[int, int] = {}
    for part in outline.parts:
        if part.section is not None and not part.is_heading and part.line.kind == "text":
            holds[part.section] = max(holds.get(part.section, 0), part.line.raw_end)
    with_measures_below: set[int] = set()
    for section in reading.sections:
        parent = section.parent_id if section.kind == "measure" else None
        while parent is not None and parent not in with_measures_below:
            with_measures_below.add(parent)
            parent = reading.sections[parent].parent_id
    found: list[tuple[Measure, list[Statement]]] = []
    statements_of: dict[int | None, list[int]] = {}
    for position, statement in enumerate(reading.statements):
        statements_of.setdefault(statement.section_id, []).append(position)
    for section in reading.sections:
        index = section.section_id
        innermost = section.kind == "section" and index not in with_measures_below
        if not (section.kind == "measure" or innermost) or index not in holds:
            continue
        if _NO_TASK.search(section.title) and not owners.all_of(index):
            continue
        mine = [reading.statements[i] for i in statements_of.get(index, [])]
        years = [s.period.end for s in mine if s.kind == "target" and s.period.end is not None]
        measure = Measure(
            measure_id=-1,
            section_id=index,
            number=section.number,
            title=section.title,
            path=section.path,
            start=section.start,
            end=max(section.heading_end, holds[index]),
            lead_departments=owners.lead_of(index),
            departments=owners.all_of(index) or owners.of_section(section.parent_id),
            deadline_year=owners.deadline_of(index) or (max(years) if years else reading.document.end_year),
        )
        found.append((measure, mine))
    return found
