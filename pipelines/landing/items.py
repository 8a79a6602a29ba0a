"""Rows of the landed tables ``projects`` and ``deliverables`` from one reading of a plan text. Pure functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pipelines.plans.items import Deliverable, Project

Row = dict[str, Any]
RowId = Callable[[str, int | None], str | None]  # letter of a table and 0-based index in the reading -> id of the row


def project_row(document_id: str, index: int, project: Project, row_id: RowId) -> Row:
    """Row of one project; ``index`` is its 0-based place in the reading."""
    return {
        "project_id": row_id("p", index),
        "document_id": document_id,
        "section_id": row_id("s", project.section_id),
        "measure_id": row_id("m", project.measure_id),
        "project_name": project.name,
        "project_stage": project.stage,
        "project_kind": project.kind,
        "investment_text": project.investment_text,
        "investment_value": project.investment_value,
        "investment_unit": project.investment_unit,
        "scale_text": project.scale,
        "place_text": project.place,
        "start_year": project.start_year,
        "end_year": project.end_year,
        "departments": project.departments,
        "quote": project.quote,
        "start_char": project.start,
        "end_char": project.end,
        "rule": project.rule,
        "confidence": project.confidence,
    }


def deliverable_row(document_id: str, index: int, deliverable: Deliverable, row_id: RowId) -> Row:
    """Row of one promised result; ``index`` is its 0-based place in the reading."""
    return {
        "deliverable_id": row_id("d", index),
        "document_id": document_id,
        "section_id": row_id("s", deliverable.section_id),
        "measure_id": row_id("m", deliverable.measure_id),
        "deliverable_text": deliverable.text,
        "act": deliverable.act,
        "start_year": deliverable.start_year,
        "end_year": deliverable.end_year,
        "departments": deliverable.departments,
        "start_char": deliverable.start,
        "end_char": deliverable.end,
        "rule": deliverable.rule,
        "confidence": deliverable.confidence,
    }
