"""A plan file -> its reading: the road from bytes to statements, measures and findings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipelines.plans import tables
from pipelines.plans.clauses import parse
from pipelines.plans.departments import Ownership, find_ownership
from pipelines.plans.gazetteer import Gazetteer, load_default
from pipelines.plans.metadata import read_document
from pipelines.plans.model import Document, Finding, Measure, PlanReading, Statement
from pipelines.plans.outline import Outline, Part, build_outline
from pipelines.plans.periods import Calendar, TimeExpression, time_expressions
from pipelines.plans.quantities import Quantity, asides, quantities
from pipelines.plans.scope import Scope, section_scope
from pipelines.plans.context import Draft
from pipelines.plans.statements import read_statements
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
    owners = _ownership(outline)
    _read_parts(reading, outline, scope, owners)
    reading.statements.sort(key=lambda s: (s.start, s.end))
    _measures(reading, outline, owners)
    reading.findings += _findings(reading)
    return reading


def _scope(document: Document, gazetteer: Gazetteer) -> Scope:
    start, end = document.start_year, document.end_year
    children = gazetteer.children(document.region_code) if document.region_code else {}
    yearly = start is not None and start == end
    scope = Scope(Calendar(start, end, start), document.region_name, children, yearly=yearly)
    if start is not None and end is not None:
        scope.review = (start - 1, start - 1) if yearly else (start - 5, start - 1) if end - start == 4 else (None, start - 1)
    return scope


# --- prose and tables -------------------------------------------------------------------------------------------


def _read_parts(reading: PlanReading, outline: Outline, scope: Scope, owners: _Owners) -> None:
    rows: list[Part] = []
    previous: tables.Table | None = None
    scopes = _Scopes(scope, reading)
    for part in [*outline.parts, None]:
        if part is not None and part.line.kind == "row":
            if rows and part.section != rows[-1].section:
                previous = _read_rows(reading, rows, previous, scopes, owners)
                rows = []
            rows.append(part)
            continue
        if rows:
            previous = _read_rows(reading, rows, previous, scopes, owners)
            rows = []
        if part is not None and not part.is_heading:
            _read_prose(reading, part.line, part.start, part.end, part.section, scopes, owners)


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
        if self.base.yearly and not scope.yearly and scope.mode == "target":
            chapter = self._chapter(section)
            year = self.base.calendar.this_year
            if re.match(rf"(?:做好)?(?:今年|{year}年)(?!-)", text):
                self.this_year_from = chapter
            if self.this_year_from is not None and self.this_year_from == chapter:
                return replace(self.base, mode=scope.mode, firm=scope.firm)
        return scope


def _read_prose(reading: PlanReading, line: Line, start: int, end: int, section: int | None, scopes: _Scopes, owners: _Owners) -> None:
    text = line.text[start:end]
    scope = scopes.of(section, text)
    if not any(c.isdigit() or c in "一二三四五六七八九十百千万亿两全翻倍" for c in text):
        return
    drafts = read_clean(text, scope, owners.notes_in(line, start, end))
    for draft in drafts:
        value_start, value_end = line.place(start + draft.quantity.start, start + draft.quantity.end)
        quote_start = start + draft.quote_start
        while quote_start < start + draft.quantity.start and line.text[quote_start] in "，、；。：和及与 ":
            quote_start += 1
        quote_place, quote_end = line.place(quote_start, max(start + draft.quote_end, start + draft.quantity.end))
        _add(reading, draft, value_start, value_end, quote_place, quote_end, section, owners)


def read_clean(text: str, scope: Scope, notes: list[tuple[int, int]] | None = None) -> list[Draft]:
    """Statements of one clean paragraph; ``notes`` are spans of responsible units, whose numbers are none."""
    times = time_expressions(text, scope.calendar)
    named = asides(text)
    taken = sorted([(a.start, a.end) for a in named] + [(t.start, t.end) for t in times if t.sense not in ("total",)] + (notes or []))
    found: list[Quantity] = quantities(text, _merge(taken))
    if not found:
        return []
    outside: list[TimeExpression] = [t for t in times if not any(a.kind in ("quoted", "book") and a.start < t.start and t.end < a.end for a in named)] if len(named) < 200 else times
    return read_statements(parse(text, outside, named, found), scope)


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _read_rows(reading: PlanReading, rows: list[Part], previous: tables.Table | None, scopes: _Scopes, owners: _Owners) -> tables.Table | None:
    scope = scopes.base
    lines = [p.line for p in rows]
    section = rows[0].section
    table = tables.build_table(lines, previous, scope.start, scope.end)
    if table is None:
        for line in lines:
            for cell in tables.split_row(line) if not tables.is_separator(line) else []:
                if tables.has_acts(cell.text):
                    piece = Line(cell.text, cell.offsets, "text", 0, cell.raw_start, cell.raw_end)
                    _read_prose(reading, piece, 0, len(piece.text), section, scopes, owners)
        return previous
    path = reading.sections[section].path if section is not None else ""
    for cell in tables.read_table(table, (scope.start, scope.end)):
        value_text = reading.text[cell.start : cell.end]
        statement = Statement(
            quote=reading.text[cell.quote_start : cell.end] if cell.quote_start < cell.end else value_text,
            quote_start=min(cell.quote_start, cell.start),
            value_text=value_text,
            start=cell.start,
            indicator=cell.name,
            region=scope.region,
            kind=cell.kind,
            period=cell.period,
            comparator=cell.comparator,
            value=cell.value,
            unit=cell.unit,
            measure=cell.measure,
            departments=find_ownership(f"（责任单位：{cell.departments_text}）")[0].all if cell.departments_text else owners.of_section(section),
            section=path,
            rule="table_cell" if cell.value is not None else "table_text",
            confidence=0.95 if cell.value is not None else 0.85,
            value_high=cell.value_high,
            section_id=section,
            in_table=True,
            attribute=cell.attribute,
        )
        statement.suspect = suspect(statement)
        reading.statements.append(statement)
    return table


def _add(
    reading: PlanReading, draft: Draft, start: int, end: int, quote_start: int, quote_end: int, section: int | None, owners: _Owners
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


# --- responsible units ------------------------------------------------------------------------------------------


class _Owners:
    """Notes of responsible units by the section they stand in, and what each covers."""

    def __init__(self, outline: Outline) -> None:
        self.sections = outline.sections
        self.by_section: dict[int | None, list[tuple[int, Ownership]]] = {}
        self.spans: dict[int, list[tuple[int, int]]] = {}

    def add(self, section: int | None, line: Line, shift: int, owner: Ownership) -> None:
        place = line.offsets[shift + owner.start] if shift + owner.start < len(line.offsets) else line.raw_start
        self.by_section.setdefault(section, []).append((place, owner))
        self.spans.setdefault(id(line), []).append((shift + owner.start, shift + owner.end))

    def notes_in(self, line: Line, start: int, end: int) -> list[tuple[int, int]]:
        return [(a - start, b - start) for a, b in self.spans.get(id(line), []) if start <= a < end]

    def after(self, section: int | None, place: int) -> list[str]:
        """Units of the nearest note that follows in the same section, else those of the section around it."""
        for note_place, owner in self.by_section.get(section, []):
            if note_place >= place:
                return owner.all
        return self.of_section(section)

    def of_section(self, section: int | None) -> list[str]:
        while section is not None:
            notes = self.by_section.get(section)
            if notes:
                return notes[-1][1].all
            section = self.sections[section].parent_id
        return []

    def lead_of(self, section: int) -> list[str]:
        return [u for _, owner in self.by_section.get(section, []) for u in owner.lead]

    def all_of(self, section: int) -> list[str]:
        units: list[str] = []
        for _, owner in self.by_section.get(section, []):
            units += [u for u in owner.all if u not in units]
        return units


def _ownership(outline: Outline) -> _Owners:
    owners = _Owners(outline)
    for part in outline.parts:
        if part.line.kind == "row":
            continue
        for owner in find_ownership(part.line.text[part.start : part.end]):
            if owner.all:
                owners.add(part.section, part.line, part.start, owner)
    return owners


# --- measures ---------------------------------------------------------------------------------------------------


def _measures(reading: PlanReading, outline: Outline, owners: _Owners) -> None:
    """Every numbered section that holds text of its own is a measure, the innermost numbering first."""
    holds: dict[int, tuple[int, int]] = {}
    for part in outline.parts:
        if part.section is not None and not part.is_heading and part.line.kind == "text":
            first, last = holds.get(part.section, (part.line.raw_start, part.line.raw_end))
            holds[part.section] = min(first, part.line.raw_start), max(last, part.line.raw_end)
    has_measure_below: set[int] = set()
    for section in reading.sections:
        if section.kind == "measure":
            parent = section.parent_id
            while parent is not None:
                has_measure_below.add(parent)
                parent = reading.sections[parent].parent_id
    for section in reading.sections:
        index = section.section_id
        is_measure = section.kind == "measure" or (section.kind == "section" and index not in has_measure_below)
        if not is_measure or index not in holds:
            continue
        measure_id = len(reading.measures)
        mine = [s for s in reading.statements if s.section_id == index]
        for statement in mine:
            statement.measure_id = measure_id
        years = [s.period.end for s in mine if s.kind == "target" and s.period.end is not None]
        deadline = max(years) if years else reading.document.end_year
        units = owners.all_of(index) or owners.of_section(section.parent_id)
        reading.measures.append(
            Measure(measure_id, index, section.number, section.title, section.path, section.start, max(section.heading_end, holds[index][1]), owners.lead_of(index), units, deadline)
        )


def _findings(reading: PlanReading) -> list[Finding]:
    found: list[Finding] = []
    document = reading.document
    if not reading.text.strip():
        return found
    if document.region_name is None:
        found.append(Finding("region_unknown", "error", "未能从文中识别规划所属行政区。", "请在来源文件（.origin.json）的 region 中写明行政区全称。"))
    if document.start_year is None:
        found.append(Finding("period_unknown", "error", "未能从题名或正文识别规划期。", "请在来源文件（.origin.json）的 period 中写明起止年份。"))
    elif document.period_source == "assumed":
        found.append(
            Finding("period_assumed", "warning", f"文中未写明规划期，暂按印发年起三年（{document.start_year}—{document.end_year}）理解。", "请在来源文件（.origin.json）中写明规划期。")
        )
    if not reading.statements:
        found.append(Finding("no_statements", "warning", "未读出任何量化目标或完成值。", "请核对文件是否为规划正文；若为扫描件，请提供带文字的版本。"))
    for statement in reading.statements:
        if statement.suspect:
            found.append(Finding("suspect_value", "warning", f"“{_one_line(statement.quote)}”：{statement.suspect}", "请与原件核对；确有笔误的，在更正文件中登记。", statement.start, statement.end))
    return found


def _one_line(text: str) -> str:
    return re.sub(r"\s+", "", text)[:60]
