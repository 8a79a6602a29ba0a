"""Numbered measures (任务) of a plan with their owners and deadlines."""

from __future__ import annotations

from pipelines.plans.model import Measure, PlanReading
from pipelines.plans.outline import Outline
from pipelines.plans.ownership import Owners


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
