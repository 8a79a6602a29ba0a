"""The columns of every landed Parquet table: the contract between the readers and dbt's sources.

A file is always written with its whole schema, so that an input that yields no rows still yields a typed table.
Keys: ``document_id`` is the first 16 hex digits of the SHA-256 of the bytes as received; ids of rows are
``<document_id>-<table letter><number in reading order>`` and so stay the same as long as the bytes and the reader do.
"""

from __future__ import annotations

from typing import Any

import polars as pl

DOCUMENTS = {
    "document_id": pl.String,
    "sha256": pl.String,
    "doc": pl.String,  # file stem up to the first underscore
    "title": pl.String,
    "document_number": pl.String,
    "issuer": pl.String,
    "region_name": pl.String,
    "region_code": pl.String,
    "issue_date": pl.Date,
    "start_year": pl.Int32,
    "end_year": pl.Int32,
    "period_source": pl.String,
    "text": pl.String,
    "char_count": pl.Int32,
}

SECTIONS = {
    "section_id": pl.String,  # <document_id>-s0001
    "document_id": pl.String,
    "parent_section_id": pl.String,
    "level": pl.Int32,
    "kind": pl.String,
    "number": pl.String,
    "title": pl.String,
    "path": pl.String,
    "start_char": pl.Int32,
    "heading_end_char": pl.Int32,
    "end_char": pl.Int32,
}

MEASURES = {
    "measure_id": pl.String,  # <document_id>-m0001
    "document_id": pl.String,
    "section_id": pl.String,
    "number": pl.String,
    "title": pl.String,
    "path": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "lead_departments": pl.List(pl.String),
    "departments": pl.List(pl.String),
    "deadline_year": pl.Int32,
}

STATEMENTS = {
    "statement_id": pl.String,  # <document_id>-q0001
    "document_id": pl.String,
    "section_id": pl.String,
    "measure_id": pl.String,
    "ordinal": pl.Int32,
    "quote": pl.String,
    "quote_start_char": pl.Int32,
    "value_text": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "indicator_text": pl.String,
    "region_text": pl.String,
    "kind": pl.String,  # target / actual
    "period_type": pl.String,  # by / in / every / over
    "start_year": pl.Int32,
    "end_year": pl.Int32,
    "comparator": pl.String,  # ge gt le lt approx eq
    "value": pl.Float64,
    "value_high": pl.Float64,
    "unit_text": pl.String,
    "measure": pl.String,  # level / change / growth / times
    "departments": pl.List(pl.String),
    "section_path": pl.String,
    "is_in_table": pl.Boolean,
    "attribute": pl.String,  # 约束性 / 预期性
    "rule": pl.String,
    "confidence": pl.Float64,
    "suspect": pl.String,
}

# Every number of a text and what it is; the uses are those of pipelines/plans/accounting.py.
NUMBERS = {
    "number_id": pl.String,  # <document_id>-n0001
    "document_id": pl.String,
    "ordinal": pl.Int32,
    "number_text": pl.String,
    "number_use": pl.String,
    "statement_id": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
}

PROJECTS = {
    "project_id": pl.String,  # <document_id>-p0001
    "document_id": pl.String,
    "section_id": pl.String,
    "measure_id": pl.String,
    "project_name": pl.String,
    "project_stage": pl.String,  # as written: 新建 / 续建 / 前期 / 谋划 …
    "project_kind": pl.String,  # sector: 交通, 水利 …
    "investment_text": pl.String,  # as written: 总投资7.8亿元
    "investment_value": pl.Float64,
    "investment_unit": pl.String,  # as written: 亿元, 万元
    "scale_text": pl.String,  # 建设内容及规模, as written
    "place_text": pl.String,
    "start_year": pl.Int32,
    "end_year": pl.Int32,
    "departments": pl.List(pl.String),
    "quote": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "rule": pl.String,
    "confidence": pl.Float64,
}

# Qualitative results that a measure promises: 创成…, 通过…验收, 建成….
DELIVERABLES = {
    "deliverable_id": pl.String,  # <document_id>-d0001
    "document_id": pl.String,
    "section_id": pl.String,
    "measure_id": pl.String,
    "deliverable_text": pl.String,
    "act": pl.String,  # the verb: 创成, 通过, 建成 …
    "start_year": pl.Int32,
    "end_year": pl.Int32,
    "departments": pl.List(pl.String),
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "rule": pl.String,
    "confidence": pl.Float64,
}

FINDINGS = {
    "finding_id": pl.String,
    "document_id": pl.String,  # of the input's bytes; set for every kind of input
    "input_path": pl.String,  # relative to raw/
    "code": pl.String,
    "severity": pl.String,  # error / warning / info
    "message": pl.String,
    "remedy": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "line": pl.Int32,
}

PUBLISHED_FIGURES = {
    "figure_id": pl.String,  # <document_id>-f0001
    "document_id": pl.String,
    "input_path": pl.String,
    "line": pl.Int32,  # 1-based line of the file, the header being line 1
    "region_text": pl.String,
    "indicator_text": pl.String,
    "year": pl.Int32,
    "value": pl.Float64,
    "value_text": pl.String,
    "unit_text": pl.String,
    "status": pl.String,  # as written: 最终 / 初步核算 / 快报 / unknown
    "source_title": pl.String,
    "source": pl.String,
    "published_on": pl.Date,  # where the file states it
}

REGION_CODES = {
    "region_code": pl.String,
    "region_name": pl.String,
    "document_id": pl.String,
    "input_path": pl.String,
    "line": pl.Int32,
}

# What a person decided about one statement; it lies with the statistics, whose reader is as strict.
CORRECTIONS = {
    "correction_id": pl.String,  # <document_id>-c0001
    "document_id": pl.String,  # of the corrections file
    "input_path": pl.String,
    "line": pl.Int32,
    "plan_document": pl.String,  # of the plan: document_id, or more of its SHA-256
    "start_char": pl.Int32,  # where the value stands in the plan's text
    "value_text": pl.String,
    "expect_quote": pl.String,  # the words that must stand around it
    "expect_reading": pl.String,  # what the reader must make of it, in one line
    "action": pl.String,  # accept / amend / reject
    "amend_indicator": pl.String,
    "amend_region": pl.String,
    "amend_kind": pl.String,
    "amend_period_type": pl.String,
    "amend_start_year": pl.Int32,
    "amend_end_year": pl.Int32,
    "amend_comparator": pl.String,
    "amend_value": pl.Float64,
    "amend_value_high": pl.Float64,
    "amend_unit": pl.String,
    "amend_measure": pl.String,
    "reason": pl.String,
    "decided_by": pl.String,
    "decided_on": pl.Date,
}

# What was done about a warning: answered, extended, closed, reopened. Read as strictly as corrections, beside them.
SUPERVISION_EVENTS = {
    "event_id": pl.String,  # hash of what the entry says
    "document_id": pl.String,  # of the file of events
    "input_path": pl.String,
    "line": pl.Int32,
    "warning_id": pl.String,
    "event_kind": pl.String,  # answered / extended / closed / reopened
    "occurred_on": pl.Date,  # in China
    "occurred_at": pl.Datetime("us"),  # UTC; null where only the day is told
    "until_date": pl.Date,  # the new due date of an extension
    "reason": pl.String,
    "recorded_by": pl.String,
    "submission_id": pl.String,
}

# One row per file that lies in raw/ now, so that the builds read what is in force and nothing else.
INPUTS = {
    "input_path": pl.String,  # relative to raw/
    "input_kind": pl.String,  # plan / statistics / region_codes / corrections / supervision / reference
    "document_id": pl.String,
    "sha256": pl.String,
    "byte_count": pl.Int64,
    "received_date": pl.Date,  # from the origin file
    "source": pl.String,  # from the origin file: where it came from
    "origin_path": pl.String,
    "origin_title": pl.String,
    "origin_document_number": pl.String,
    "origin_issuer": pl.String,
    "origin_region_name": pl.String,
    "origin_issue_date": pl.Date,
    "origin_start_year": pl.Int32,
    "origin_end_year": pl.Int32,
    "origin_amends": pl.List(pl.String),  # earlier plans it changes: 文号, or path relative to raw/
    "origin_replaces": pl.List(pl.String),  # earlier plans it takes the place of
    "is_readable": pl.Boolean,
}

# One row per submission ever received, withdrawn and returned ones too. Times are UTC without zone.
SUBMISSIONS = {
    "submission_id": pl.String,  # the first 16 hex digits of the SHA-256 of the bytes
    "sha256": pl.String,
    "byte_count": pl.Int64,
    "file_name": pl.String,
    "input_path": pl.String,  # of the file kept, relative to raw/
    "received_at": pl.Datetime("us"),
    "received_by": pl.String,
    "reason": pl.String,
    "form_kind": pl.String,  # form / table
    "department_name": pl.String,
    "region_code": pl.String,
    "month": pl.Date,  # first day of the month reported on
    "verdict": pl.String,  # accepted / accepted_with_remarks / returned
    "filled_by": pl.String,
    "checked_by": pl.String,
    "led_by": pl.String,
    "asked_count": pl.Int32,
    "late_days": pl.Int32,  # working days after the deadline
    "withdrawn_at": pl.Datetime("us"),
    "withdrawn_by": pl.String,
    "withdrawal_reason": pl.String,
}

SUBMISSION_FIGURES = {
    "figure_id": pl.String,  # <submission_id>-f00001
    "submission_id": pl.String,
    "ordinal": pl.Int32,
    "row_key": pl.String,  # row of the form, or sheet!cell of another table
    "item_kind": pl.String,  # indicator / measure / project
    "item_name": pl.String,
    "plan_id": pl.String,
    "region_code": pl.String,
    "indicator_id": pl.String,
    "indicator_text": pl.String,
    "value_kind": pl.String,  # current / cumulative / stated
    "period_start": pl.Date,
    "period_end": pl.Date,
    "value": pl.Float64,
    "unit_text": pl.String,
    "maturity": pl.String,  # preliminary / final
    "sheet": pl.String,
    "cell": pl.String,
    "is_quarantined": pl.Boolean,
}

SUBMISSION_TEXTS = {
    "text_id": pl.String,  # <submission_id>-t00001
    "submission_id": pl.String,
    "ordinal": pl.Int32,
    "row_key": pl.String,
    "item_kind": pl.String,
    "item_name": pl.String,
    "plan_id": pl.String,
    "region_code": pl.String,
    "indicator_id": pl.String,
    "progress_text": pl.String,
    "problem_text": pl.String,
    "next_step_text": pl.String,
    "explanation": pl.String,
    "sheet": pl.String,
    "row_number": pl.Int32,
    "is_quarantined": pl.Boolean,
}

SUBMISSION_FINDINGS = {
    "finding_id": pl.String,  # <submission_id>-n00001
    "submission_id": pl.String,
    "ordinal": pl.Int32,
    "code": pl.String,
    "severity": pl.String,
    "message": pl.String,
    "remedy": pl.String,
    "sheet": pl.String,
    "cell": pl.String,
}

# The months that any submission is about, with their deadlines; lists are in the order of the steps.
REPORTING_MONTHS = {
    "month": pl.Date,
    "due_date": pl.Date,
    "reminder_steps": pl.List(pl.String),
    "reminder_dates": pl.List(pl.Date),
    "opened_on": pl.Date,  # the day on which it became a month that is reported on
}

TABLES: dict[str, dict[str, Any]] = {
    "documents": DOCUMENTS,
    "sections": SECTIONS,
    "measures": MEASURES,
    "statements": STATEMENTS,
    "numbers": NUMBERS,
    "projects": PROJECTS,
    "deliverables": DELIVERABLES,
    "findings": FINDINGS,
    "published_figures": PUBLISHED_FIGURES,
    "region_codes": REGION_CODES,
    "corrections": CORRECTIONS,
    "supervision_events": SUPERVISION_EVENTS,
    "inputs": INPUTS,
    "submissions": SUBMISSIONS,
    "submission_figures": SUBMISSION_FIGURES,
    "submission_texts": SUBMISSION_TEXTS,
    "submission_findings": SUBMISSION_FINDINGS,
    "reporting_months": REPORTING_MONTHS,
}
