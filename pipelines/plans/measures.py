"""Numbered measures (任务) of a plan with their owners and deadlines."""

from __future__ import annotations

import re

from pipelines.plans.model import Measure, PlanReading
from pipelines.plans.outline import Outline
from pipelines.plans.ownership import Owners

# Sections that say why and to what end; what is to be done stands elsewhere.
_NO_TASK = re.compile(
    r"指导思想|基本原则|总体要求|总体思路|工作原则|发展目标|工作目标|主要目标|总体目标|行动目标|主要指标|发展基础|发展现状|形势"
)


def add_measures(reading: PlanReading, outline: Outline, owners: Owners) -> None:
    """Add every numbered section that holds text of its own, the innermost numbering first, and tie its statements."""
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
            measure_id=len(reading.measures),
            section_id=index,
            number=section.number,
            title=section.title,
            path=section.path,
            start=section.start,
            end=max(section.heading_end, holds[index]),
            lead_departments=owners.lead_of(index),
            departments=owners.all_of(index) or owners.of_section(section.parent_id),
            deadline_year=max(years) if years else reading.document.end_year,
        )
        for statement in mine:
            statement.measure_id = measure.measure_id
        reading.measures.append(measure)
