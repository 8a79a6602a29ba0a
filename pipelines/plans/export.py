"""A reading as plain records: the labelled format of statements, and the outline as JSON."""

from __future__ import annotations

from typing import Any

from pipelines.plans.items import Deliverable, Project
from pipelines.plans.model import PlanReading, Statement
from pipelines.plans.numerals import as_written


def statement_records(reading: PlanReading) -> list[dict[str, Any]]:
    """One record a statement, fields as in docs/reading-plans.md, in the order of their places."""
    records: list[dict[str, Any]] = []
    for s in reading.statements:
        record: dict[str, Any] = {
            "doc": reading.doc,
            "quote": s.quote,
            "value_text": s.value_text,
            "start": _place(reading, s),
            "indicator": s.indicator,
            "region": s.region,
            "kind": s.kind,
            "period": s.period.as_record(),
            "comparator": s.comparator,
            "value": None if s.value is None else as_written(s.value),
            "unit": s.unit,
            "measure": s.measure,
            "departments": s.departments,
            "section": s.section,
            "rule": s.rule,
            "confidence": s.confidence,
        }
        if s.value_high is not None:
            record["value_high"] = as_written(s.value_high)
        if s.suspect:
            record["suspect"] = s.suspect
        records.append(record)
    return records


def _place(reading: PlanReading, statement: Statement) -> int:
    """Offset of the value in the file as stored where the file holds it as such (HTML), else in the shown text."""
    if reading.source_offsets is None:
        return statement.start
    span = reading.source_offsets.span(statement.start, statement.end)
    return span[0] if span else reading.source_offsets.at(statement.start) or statement.start


def outline_record(reading: PlanReading) -> dict[str, Any]:
    """Metadata, headings and measures of a plan, with the projects and promised results of each measure."""
    document = reading.document
    return {
        "doc": reading.doc,
        "title": document.title,
        "document_number": document.document_number,
        "issuer": document.issuer,
        "region": document.region_name,
        "region_code": document.region_code,
        "issue_date": document.issue_date,
        "start_year": document.start_year,
        "end_year": document.end_year,
        "sections": [
            {
                "level": s.level,
                "kind": s.kind,
                "number": s.number,
                "title": s.title,
                "path": s.path,
                "start": s.start,
                "end": s.end,
            }
            for s in reading.sections
        ],
        "measures": [
            {
                "number": m.number,
                "title": m.title,
                "path": m.path,
                "start": m.start,
                "end": m.end,
                "lead_departments": m.lead_departments,
                "departments": m.departments,
                "deadline_year": m.deadline_year,
                "statement_count": sum(1 for s in reading.statements if s.measure_id == m.measure_id),
                **_items(reading, m.measure_id),
            }
            for m in reading.measures
        ],
        "outside_measures": _items(reading, None),
        "findings": [
            {"code": f.code, "severity": f.severity, "message": f.message, "remedy": f.remedy, "start": f.start}
            for f in reading.findings
        ],
    }


def _items(reading: PlanReading, measure_id: int | None) -> dict[str, Any]:
    """The results and projects of one measure, or of what stands in none."""
    return {
        "deliverables": [_deliverable(d) for d in reading.deliverables if d.measure_id == measure_id],
        "projects": [_project(p) for p in reading.projects if p.measure_id == measure_id],
    }


def _deliverable(item: Deliverable) -> dict[str, Any]:
    return {
        "text": item.text,
        "act": item.act,
        "end_year": item.end_year,
        "departments": item.departments,
        "start": item.start,
        "end": item.end,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _project(item: Project) -> dict[str, Any]:
    return {
        "name": item.name,
        "stage": item.stage,
        "kind": item.kind,
        "investment": item.investment_text,
        "scale": item.scale,
        "place": item.place,
        "start_year": item.start_year,
        "end_year": item.end_year,
        "departments": item.departments,
        "start": item.start,
        "end": item.end,
        "rule": item.rule,
        "confidence": item.confidence,
    }
