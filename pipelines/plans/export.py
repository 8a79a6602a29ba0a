"""A reading as plain records: the labelled format of statements, and the outline as JSON."""

from __future__ import annotations

from typing import Any

from pipelines.plans.model import PlanReading
from pipelines.plans.numerals import as_written


def statement_records(reading: PlanReading) -> list[dict[str, Any]]:
    """One record a statement, fields as in docs/reading-plans.md, in the order of their places."""
    records: list[dict[str, Any]] = []
    for s in reading.statements:
        record: dict[str, Any] = {
            "doc": reading.doc,
            "quote": s.quote,
            "value_text": s.value_text,
            "start": s.start,
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


def outline_record(reading: PlanReading) -> dict[str, Any]:
    """Metadata, headings and measures of a plan."""
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
            }
            for m in reading.measures
        ],
        "findings": [
            {"code": f.code, "severity": f.severity, "message": f.message, "remedy": f.remedy, "start": f.start}
            for f in reading.findings
        ],
    }
