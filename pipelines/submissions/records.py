"""What reading a workbook yields: one record a figure, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipelines.submissions.findings import Finding


@dataclass(slots=True)
class FigureRecord:
    """One figure with its meaning. ``value`` is in ``unit`` as stated; '' is a figure without a unit."""

    sheet: str
    cell: str  # A1
    region_code: str  # GB/T 2260
    region_name: str
    region_text: str  # as written
    indicator_text: str
    indicator_id: str | None
    period_start: date
    period_end: date
    value: float
    unit: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class WorkbookReading:
    """Everything read from one file. Findings about single figures that were read stand in their records."""

    file: str
    records: list[FigureRecord] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # (sheet, foot note)


def as_lines(reading: WorkbookReading) -> list[dict[str, Any]]:
    """Records in the order of their cells, then the findings without a record, in the exported form."""
    lines = [
        {
            "file": reading.file,
            "sheet": record.sheet,
            "cell": record.cell,
            "region_code": record.region_code,
            "region_name": record.region_name,
            "region_text": record.region_text,
            "indicator_text": record.indicator_text,
            "indicator_id": record.indicator_id,
            "period_start": record.period_start.isoformat(),
            "period_end": record.period_end.isoformat(),
            "value": record.value,
            "unit": record.unit,
            "findings": [_as_record(f) for f in record.findings],
        }
        for record in reading.records
    ]
    blank = dict.fromkeys(
        ("region_code", "region_name", "region_text", "indicator_text", "indicator_id", "period_start", "period_end")
    )
    for found in reading.findings:
        line = {"file": reading.file, "sheet": found.sheet or None, "cell": found.cell or None, **blank}
        lines.append({**line, "value": None, "unit": None, "findings": [_as_record(found)]})
    return lines


def _as_record(found: Finding) -> dict[str, str]:
    return {"code": found.code, "severity": found.severity, "message": found.message, "remedy": found.remedy}
