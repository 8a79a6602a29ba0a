"""A plan file -> its reading: the road from bytes to statements, measures and findings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipelines.plans import lexicon, tables
from pipelines.plans.accounting import NumberLedger
from pipelines.plans.context import Draft
from pipelines.plans.departments import find_ownership
from pipelines.plans.gazetteer import Gazetteer, load_default
from pipelines.plans.measures import add_measures
from pipelines.plans.metadata import read_document
from pipelines.plans.model import Document, Finding, PlanReading, Statement
from pipelines.plans.outline import Outline, Part, build_outline, is_contents_line
from pipelines.plans.ownership import Owners
from pipelines.plans.periods import Calendar
from pipelines.plans.prose import read_paragraph
from pipelines.plans.remarks import remarks
from pipelines.plans.scope import Scope, section_scope
from pipelines.plans.suspicion import suspect
from pipelines.plans.textview import Line, clean_view, decode


def read_plan(data: bytes, file_name: str, gazetteer: Gazetteer | None = None) -> PlanReading:
    """Read a plan file. Never raises for what the file holds: what cannot be read becomes findings.

    Args:
        data: the bytes as received.
        file_name: the file's name; its stem up to the first underscore names the document.
        gazetteer: regions by name; all of China by default.
    """
    doc = PurePath(file_name).stem.split("_")[0]
    if not data.strip():
        finding = Finding("empty_file", "error", f"文件《{file_name}》为空。", "请重新导出原文件并放入。")
        return PlanReading(doc, "", Document(), [], [], [], [finding])
    text, findings = decode(data)
    reading = read_text(text, doc, gazetteer or load_default())
    reading.findings = findings + reading.findings
    return reading


def read_text(text: str, doc: str, gazetteer: Gazetteer) -> PlanReading:
    """Read a plan's text; offsets of the reading point into ``text``."""
    view = clean_view(text)
    outline = build_outline(view)
    document = read_document(view.lines, outline.preamble, text, gazetteer)
    scope = _scope(document, gazetteer)
    reading = PlanReading(doc, text, document, outline.sections, [], [], [])
    owners = Owners(outline)
    ledger = NumberLedger()
    _read_parts(reading, outline, scope, owners, ledger)
    reading.statements.sort(key=lambda s: (s.start, s.end))
    add_measures(reading, outline, owners)
    for line in view.lines:
        if line.kind == "furniture":
            ledger.add(line.raw_start, line.raw_end, "page")
        elif is_contents_line(line):
            ledger.add(line.raw_start, line.raw_end, "contents")
    reading.numbers = ledger.settle(text, reading.statements)
    reading.findings += remarks(reading)
    return reading


def _scope(document: Document, gazetteer: Gazetteer) -> Scope:
    start, end = document.start_year, document.end_year
    children = gazetteer.children(document.region_code) if document.region_code else {}
    yearly = start is not None and start == end
    scope = Scope(Calendar(start, end, start), document.region_name, children, yearly=yearly)
    if start is not None and end is not None:
        scope.review = (
            (start - 1, start - 1) if yearly else (start - 5, start - 1) if end - start == 4 else (None, start - 1)
        )
    return scope


# --- prose and tables -------------------------------------------------------------------------------------------


def _read_parts(reading: PlanReading, outline: Outline, scope: Scope, owners: Owners, ledger: NumberLedger) -> None:
    rows: list[Part] = []
    previous: tables.Table | None = None
    scopes = _Scopes(scope, reading)
    for part in [*outline.parts, None]:
        if part is not None and part.line.kind == "row":
            if rows and part.section != rows[-1].section:
                previous = _read_rows(reading, rows, previous, scopes, owners, ledger)
                rows = []
            rows.append(part)
            continue
        if rows:
            previous = _read_rows(reading, rows, previous, scopes, owners, ledger)
            rows = []
        if part is not None and part.is_heading:
            ledger.add(*part.line.place(part.start, part.end), "heading")
        elif part is not None:
            _read_prose(reading, part.line, part.start, part.end, part.section, scopes, owners, ledger)


class _Scopes:
    """The scope of each section, and what a leading paragraph (今年要重点抓好以下工作) changes for those behind it."""

    def __init__(self, base: Scope, reading: PlanReading) -> None:
        self.base = base
        self.sections = reading.sections
        self.known: dict[int | None, Scope] = {None: base}
        self.this_year_from: int | None = None  # chapter in which the text has come to this year

    def _chapter(self, section: int | None) -> int | None:
        while section is not None and self.sections[section].parent_id is not None:
            section = self.sections[section].parent_id
        return section

    def of(self, section: int | None, text: str) -> Scope:
        if section not in self.known:
            assert section is not None
            self.known[section] = section_scope(self.base, self.sections[section].path)
        scope = self.known[section]
        if lexicon.pattern("problem_cue").search(text, 0, 80):
            return replace(scope, mode="actual", firm=True)
        if self.base.yearly and not scope.yearly and scope.mode == "target":
            chapter = self._chapter(section)
            year = self.base.calendar.this_year
            if re.match(rf"(?:做好)?(?:今年|{year}年)(?!-)", text):
                self.this_year_from = chapter
            if self.this_year_from is not None and self.this_year_from == chapter:
                return replace(self.base, mode=scope.mode, firm=scope.firm)
        return scope


def _read_prose(
    reading: PlanReading,
    line: Line,
    start: int,
    end: int,
    section: int | None,
    scopes: _Scopes,
    owners: Owners,
    ledger: NumberLedger,
) -> None:
    text = line.text[start:end]
    paragraph = read_paragraph(text, scopes.of(section, text), owners.notes_in(line, start, end))
    for use_start, use_end, use in paragraph.uses:
        ledger.add(*line.place(start + use_start, start + use_end), use)
    for draft in paragraph.drafts:
        value_start, value_end = line.place(start + draft.quantity.start, start + draft.quantity.end)
        quote_start = start + draft.quote_start
        while quote_start < start + draft.quantity.start and line.text[quote_start] in "，、；。：和及与 ":
            quote_start += 1
        quote_place, quote_end = line.place(quote_start, max(start + draft.quote_end, start + draft.quantity.end))
        _add(reading, draft, value_start, value_end, quote_place, quote_end, section, owners)


def _read_rows(
    reading: PlanReading,
    rows: list[Part],
    previous: tables.Table | None,
    scopes: _Scopes,
    owners: Owners,
    ledger: NumberLedger,
) -> tables.Table | None:
    scope = scopes.base
    lines = [p.line for p in rows]
    section = rows[0].section
    table = tables.build_table(lines, previous, scope.start, scope.end)
    if table is None:
        for line in lines:
            for cell in tables.split_row(line) if not tables.is_separator(line) else []:
                if tables.has_acts(cell.text):
                    piece = Line(cell.text, cell.offsets, "text", 0, cell.raw_start, cell.raw_end)
                    _read_prose(reading, piece, 0, len(piece.text), section, scopes, owners, ledger)
        return previous
    path = reading.sections[section].path if section is not None else ""
    for start, end, use in tables.uses_of_numbers(table):
        ledger.add(start, end, use)
    for read in tables.read_table(table, (scope.start, scope.end)):
        value_text = reading.text[read.start : read.end]
        statement = Statement(
            quote=reading.text[read.quote_start : read.end] if read.quote_start < read.end else value_text,
            quote_start=min(read.quote_start, read.start),
            value_text=value_text,
            start=read.start,
            indicator=read.name,
            region=scope.region,
            kind=read.kind,
            period=read.period,
            comparator=read.comparator,
            value=read.value,
            unit=read.unit,
            measure=read.measure,
            departments=find_ownership(f"（责任单位：{read.departments_text}）")[0].all
            if read.departments_text
            else owners.of_section(section),
            section=path,
            rule="table_cell" if read.value is not None else "table_text",
            confidence=0.95 if read.value is not None else 0.85,
            value_high=read.value_high,
            section_id=section,
            in_table=True,
            attribute=read.attribute,
        )
        statement.suspect = suspect(statement)
        reading.statements.append(statement)
    return table


def _add(
    reading: PlanReading,
    draft: Draft,
    start: int,
    end: int,
    quote_start: int,
    quote_end: int,
    section: int | None,
    owners: Owners,
) -> None:
    statement = Statement(
        quote=reading.text[quote_start:quote_end],
        quote_start=quote_start,
        value_text=reading.text[start:end],
        start=start,
        indicator=draft.indicator,
        region=draft.region,
        kind=draft.kind,
        period=draft.period,
        comparator=draft.comparator,
        value=draft.quantity.value,
        unit=draft.quantity.unit,
        measure=draft.measure,
        departments=owners.after(section, start),
        section=reading.sections[section].path if section is not None else "",
        rule=draft.rule,
        confidence=draft.confidence,
        value_high=draft.quantity.value_high,
        section_id=section,
    )
    statement.suspect = suspect(statement)
    reading.statements.append(statement)
