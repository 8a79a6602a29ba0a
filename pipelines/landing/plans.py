"""Rows of the landed plan tables from one reading of a plan text. Pure functions; files are written by `land`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from pipelines.landing import items
from pipelines.landing.store import document_id_of
from pipelines.plans.model import Document, Finding, NumberUse, PlanReading

PLAN_TABLES = ("sections", "measures", "statements", "numbers", "projects", "deliverables", "findings", "documents")

Row = dict[str, Any]


def row_id(document_id: str, letter: str, ordinal: int) -> str:
    """Id of a row: the same as long as the bytes and the reader are; ``ordinal`` counts from 1."""
    return f"{document_id}-{letter}{ordinal:04d}"


def failed_reading(doc: str, error: Exception) -> PlanReading:
    """What is landed when the reader itself broke: no rows, and a finding that says so."""
    finding = Finding(
        "reader_failed",
        "error",
        f"读取程序出错（{type(error).__name__}: {str(error)[:120]}），本文件未读入，原件已保存",
        "请把本条连同文件交给数据工程师；修好读取程序后会自动重读",
    )
    return PlanReading(doc, "", Document(), [], [], [], [finding])


def plan_tables(reading: PlanReading, sha256: str, input_path: str) -> dict[str, list[Row]]:
    """Rows of every plan table. A reading without text has no ``documents`` row, which makes the input unreadable."""
    document_id = document_id_of(sha256)
    ids = partial(_reference, document_id)
    return {
        "sections": [_section(document_id, section) for section in reading.sections],
        "measures": [_measure(document_id, measure) for measure in reading.measures],
        "statements": [
            _statement(document_id, ordinal, statement) for ordinal, statement in enumerate(reading.statements, 1)
        ],
        "numbers": [_number(document_id, ordinal, number) for ordinal, number in enumerate(reading.numbers, 1)],
        "projects": [items.project_row(document_id, i, one, ids) for i, one in enumerate(reading.projects)],
        "deliverables": [items.deliverable_row(document_id, i, one, ids) for i, one in enumerate(reading.deliverables)],
        "findings": finding_rows(document_id, input_path, ((None, finding) for finding in reading.findings), "n"),
        "documents": [_document(document_id, sha256, reading)] if reading.text else [],
    }


def finding_rows(
    document_id: str, input_path: str, findings: Iterable[tuple[int | None, Finding]], letter: str
) -> list[Row]:
    """Rows of a ``findings`` table; each finding comes with its line, or None."""
    return [
        {
            "finding_id": row_id(document_id, letter, ordinal),
            "document_id": document_id,
            "input_path": input_path,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "remedy": finding.remedy,
            "start_char": finding.start,
            "end_char": finding.end,
            "line": line,
        }
        for ordinal, (line, finding) in enumerate(findings, 1)
    ]


def _document(document_id: str, sha256: str, reading: PlanReading) -> Row:
    head = reading.document
    return {
        "document_id": document_id,
        "sha256": sha256,
        "doc": reading.doc,
        "title": head.title,
        "document_number": head.document_number,
        "issuer": head.issuer,
        "region_name": head.region_name,
        "region_code": head.region_code,
        "issue_date": date.fromisoformat(head.issue_date) if head.issue_date else None,
        "start_year": head.start_year,
        "end_year": head.end_year,
        "period_source": head.period_source,
        "text": reading.text,
        "char_count": len(reading.text),
    }


def _section(document_id: str, section: Any) -> Row:
    return {
        "section_id": row_id(document_id, "s", section.section_id + 1),
        "document_id": document_id,
        "parent_section_id": _reference(document_id, "s", section.parent_id),
        "level": section.level,
        "kind": section.kind,
        "number": section.number,
        "title": section.title,
        "path": section.path,
        "start_char": section.start,
        "heading_end_char": section.heading_end,
        "end_char": section.end,
    }


def _measure(document_id: str, measure: Any) -> Row:
    return {
        "measure_id": row_id(document_id, "m", measure.measure_id + 1),
        "document_id": document_id,
        "section_id": _reference(document_id, "s", measure.section_id),
        "number": measure.number,
        "title": measure.title,
        "path": measure.path,
        "start_char": measure.start,
        "end_char": measure.end,
        "lead_departments": measure.lead_departments,
        "departments": measure.departments,
        "deadline_year": measure.deadline_year,
    }


def _statement(document_id: str, ordinal: int, statement: Any) -> Row:
    return {
        "statement_id": row_id(document_id, "q", ordinal),
        "document_id": document_id,
        "section_id": _reference(document_id, "s", statement.section_id),
        "measure_id": _reference(document_id, "m", statement.measure_id),
        "ordinal": ordinal,
        "quote": statement.quote,
        "quote_start_char": statement.quote_start,
        "value_text": statement.value_text,
        "start_char": statement.start,
        "end_char": statement.end,
        "indicator_text": statement.indicator,
        "region_text": statement.region,
        "kind": statement.kind,
        "period_type": statement.period.type,
        "start_year": statement.period.start,
        "end_year": statement.period.end,
        "comparator": statement.comparator,
        "value": statement.value,
        "value_high": statement.value_high,
        "unit_text": statement.unit,
        "measure": statement.measure,
        "departments": statement.departments,
        "section_path": statement.section,
        "is_in_table": statement.in_table,
        "attribute": statement.attribute,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "suspect": statement.suspect,
    }


def _number(document_id: str, ordinal: int, number: NumberUse) -> Row:
    return {
        "number_id": row_id(document_id, "n", ordinal),
        "document_id": document_id,
        "ordinal": ordinal,
        "number_text": number.text,
        "number_use": number.use,
        "statement_id": _reference(document_id, "q", number.statement),
        "start_char": number.start,
        "end_char": number.end,
    }


def _reference(document_id: str, letter: str, ordinal: int | None) -> str | None:
    return None if ordinal is None else row_id(document_id, letter, ordinal + 1)
