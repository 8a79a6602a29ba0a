"""A plan file -> its reading: the road from bytes to statements, measures and findings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from pipelines.plans import lexicon, project_tables, region_tables, tables
from pipelines.plans.accounting import NumberLedger
from pipelines.plans.cells import Cell, rows_of, split_row
from pipelines.plans.checklist import read_items
from pipelines.plans.context import Draft
from pipelines.plans.departments import split_units
from pipelines.plans.documents import open_document
from pipelines.plans.gazetteer import Gazetteer, load_default
from pipelines.plans.measures import ReadTask, add_measures
from pipelines.plans.metadata import read_document
from pipelines.plans.model import Document, PlanReading, Section, Statement
from pipelines.plans.outline import Part, build_outline, is_contents_line
from pipelines.plans.ownership import Owners
from pipelines.plans.periods import Calendar
from pipelines.plans.phases import Phase
from pipelines.plans.prose import read_paragraph
from pipelines.plans.remarks import remarks
from pipelines.plans.scope import Scope, mode_of_heading, section_scope
from pipelines.plans.suspicion import suspect
from pipelines.plans.task_tables import TaskRow, read_task_table
from pipelines.plans.textview import Line, clean_view

MAX_QUOTE = 400  # characters of a quote on either side of its value


def read_plan(data: bytes, file_name: str, gazetteer: Gazetteer | None = None) -> PlanReading:
    """Read a plan file. Never raises for what the file holds: what cannot be read becomes findings.

    Args:
        data: the bytes as received.
        file_name: the file's name; its stem up to the first underscore names the document.
        gazetteer: regions by name; all of China by default.
    """
    doc = PurePath(file_name).stem.split("_")[0]
    opened = open_document(data, file_name)
    if not opened.text.strip():
        return PlanReading(doc, "", Document(), [], [], [], opened.findings)
    reading = read_text(opened.text, doc, gazetteer or load_default())
    reading.findings = opened.findings + reading.findings
    reading.source_offsets = opened.source_offsets
    return reading


def read_text(text: str, doc: str, gazetteer: Gazetteer) -> PlanReading:
    """Read a plan's text; offsets of the reading point into ``text``."""
    view = clean_view(text)
    outline = build_outline(view)
    document = read_document(view.lines, outline.preamble, text, gazetteer)
    reading = PlanReading(doc, text, document, outline.sections, [], [], [])
    owners = Owners(outline)
    texts = [line.text for line in view.lines if line.kind == "text"]
    reader = _Reader(reading, _scope(document, gazetteer), owners, texts)
    reader.read(outline.parts)
    for line in view.lines:
        if line.kind == "furniture":
            reader.ledger.add(line.raw_start, line.raw_end, "page")
        elif is_contents_line(line):
            reader.ledger.add(line.raw_start, line.raw_end, "contents")
    reading.statements.sort(key=lambda s: (s.start, s.end))
    add_measures(reading, outline, owners, reader.tasks)
    read_items(reading, outline, owners, reader.scopes.of)
    reading.numbers = reader.ledger.settle(text, reading.statements)
    reading.findings += remarks(reading)
    return reading


def _scope(document: Document, gazetteer: Gazetteer) -> Scope:
    start, end = document.start_year, document.end_year
    children = gazetteer.children(document.region_code) if document.region_code else {}
    yearly = start is not None and start == end
    issued = int(document.issue_date[:4]) if document.issue_date else None
    # A report given in December speaks of its own year as this year, and of the year it plans for as the next.
    this_year = issued if yearly and issued is not None and start == issued + 1 else start
    scope = Scope(Calendar(start, end, this_year), document.region_name, children, yearly=yearly)
    scope.is_report = yearly and bool(re.search("报告|讲话", document.title or ""))
    if start is not None and end is not None:
        first = start - 1 if yearly else start - 5 if end - start == 4 else None
        scope.review = (first, start - 1)
    return scope


def _until(scope: Scope, due: int | None) -> Scope:
    """The scope of a task that is due in a year of the plan."""
    if due is None or scope.start is None or scope.end is None or not scope.start <= due < scope.end:
        return scope
    calendar = Calendar(scope.start, due, scope.calendar.this_year)
    return replace(scope, calendar=calendar, yearly=scope.start == due)


class _Scopes:
    """The scope of each section, and what a leading paragraph (今年要重点抓好以下工作) changes for those behind it."""

    def __init__(self, base: Scope, sections: list[Section], lines: list[str]) -> None:
        self.base = base
        self._sections = sections
        self._known: dict[int | None, Scope] = {None: base}
        self._this_year_from: int | None = None  # chapter in which the text has come to this year
        self._reviewed = _review_sections(base, sections)
        self._phase = Phase(base, lines)

    def _chapter(self, section: int | None) -> int | None:
        while section is not None and self._sections[section].parent_id is not None:
            section = self._sections[section].parent_id
        return section

    def of(self, section: int | None, text: str) -> Scope:
        if section is not None and section not in self._known:
            scope = section_scope(self.base, self._sections[section].path)
            self._known[section] = replace(scope, mode="actual", firm=True) if section in self._reviewed else scope
        scope = self._known[section]
        if scope.firm:
            self._phase.tell(scope.mode)
        phase = None if scope.firm else self._phase.at(text)
        if phase is not None:
            scope = replace(scope, mode=phase, firm=phase == "actual")
        if lexicon.pattern("problem_cue").search(text, 0, 80):
            return replace(scope, mode="actual", firm=True)
        if self.base.yearly and not scope.yearly and scope.mode == "target":
            chapter = self._chapter(section)
            year = self.base.calendar.this_year
            if re.match(rf"(?:做好)?(?:今年|{year}年)(?!-)", text):
                self._this_year_from = chapter
            if self._this_year_from is not None and self._this_year_from == chapter:
                return replace(self.base, mode=scope.mode, firm=scope.firm)
        return scope


def _review_sections(base: Scope, sections: list[Section]) -> set[int]:
    """Sections of a yearly report that stand before the first whose heading looks ahead: they tell of the year past."""
    if not base.is_report:
        return set()
    modes = [mode_of_heading(section.path) for section in sections]
    first = modes.index("target") if "target" in modes else 0
    return {section.section_id for section, mode in zip(sections[:first], modes, strict=False) if mode is None}


class _Reader:
    """Reads the parts of an outline in order into a reading, and books every number in the ledger."""

    def __init__(self, reading: PlanReading, scope: Scope, owners: Owners, lines: list[str]) -> None:
        self.reading = reading
        self.scopes = _Scopes(scope, reading.sections, lines)
        self.owners = owners
        self.ledger = NumberLedger()
        self.tasks: list[ReadTask] = []
        self._previous: tables.Table | None = None  # a table that goes on over a page has no head of its own

    def read(self, parts: list[Part]) -> None:
        rows: list[Part] = []
        for part in parts:
            if part.line.kind == "row" and (not rows or part.section == rows[-1].section):
                rows.append(part)
                continue
            self._rows(rows)
            rows = [part] if part.line.kind == "row" else []
            if rows:
                continue
            if part.is_heading:
                self.ledger.add(*part.line.place(part.start, part.end), "heading")
            else:
                self._prose(part.line, part.start, part.end, part.section)
        self._rows(rows)

    def _path(self, section: int | None) -> str:
        return self.reading.sections[section].path if section is not None else ""

    def _prose(self, line: Line, start: int, end: int, section: int | None, scope: Scope | None = None) -> None:
        text = line.text[start:end]
        notes = self.owners.notes_in(line, start, end)
        if scope is None:
            scope = _until(self.scopes.of(section, text), self.owners.deadline_of(section))
        paragraph = read_paragraph(text, scope, notes)
        for use_start, use_end, use in paragraph.uses:
            self.ledger.add(*line.place(start + use_start, start + use_end), use)
        for draft in paragraph.drafts:
            self._add_draft(draft, line, start, section)

    def _add_draft(self, draft: Draft, line: Line, shift: int, section: int | None) -> None:
        quantity = draft.quantity
        start, end = line.place(shift + quantity.start, shift + quantity.end)
        quote_at = shift + max(draft.quote_start, quantity.start - MAX_QUOTE)
        while quote_at < shift + quantity.start and line.text[quote_at] in "，、；。：和及与 ":
            quote_at += 1
        quote_end_at = min(max(draft.quote_end, quantity.end), quantity.end + MAX_QUOTE)
        quote_start, quote_end = line.place(quote_at, shift + quote_end_at)
        self._add(
            Statement(
                quote=self.reading.text[quote_start:quote_end],
                quote_start=quote_start,
                value_text=self.reading.text[start:end],
                start=start,
                indicator=draft.indicator,
                region=draft.region,
                kind=draft.kind,
                period=draft.period,
                comparator=draft.comparator,
                value=quantity.value,
                unit=quantity.unit,
                measure=draft.measure,
                departments=self.owners.after(section, start),
                section=self._path(section),
                rule=draft.rule,
                confidence=draft.confidence,
                value_high=quantity.value_high,
                section_id=section,
            )
        )

    def _rows(self, parts: list[Part]) -> None:
        if not parts:
            return
        lines, section = [p.line for p in parts], parts[0].section
        scope = self.scopes.base
        span = (scope.start, scope.end)
        rows = rows_of(lines)
        head = project_tables.find_head(rows)
        if head is not None and "investment" in head.columns:
            self._book_projects(rows)
            return
        tasks = read_task_table(rows)
        if tasks is not None:
            self._tasks(tasks, section)
            self._book_rest(lines, tasks)
            return
        table = region_tables.build_region_table(lines, scope.children)
        if table is not None:
            own = self.scopes.of(section, "")  # a table whose heading names its years
            cells = region_tables.read_region_table(table, scope.children, scope.region, (own.start, own.end))
        else:
            table = tables.build_table(lines, self._previous, *span)
            cells = tables.read_table(table, span) if table is not None else []
            self._previous = table or self._previous
        if table is None:
            self._cells_of_text(lines, section)
            return
        for start, end, use in tables.uses_of_numbers(table):
            self.ledger.add(start, end, use)
        for cell in cells:
            self._add_cell(cell, section)

    def _tasks(self, tasks: list[TaskRow], section: int | None) -> None:
        for task in tasks:
            first = len(self.reading.statements)
            scope = _until(self.scopes.base, task.deadline_year)
            for cell in task.texts:
                piece = Line(cell.text, cell.offsets, "text", 0, cell.raw_start, cell.raw_end)
                self._prose(piece, 0, len(piece.text), section, scope)
            for statement in self.reading.statements[first:]:
                statement.departments = task.departments or statement.departments
            self.tasks.append(ReadTask(task, section, self.reading.statements[first:]))

    def _book_projects(self, rows: list[list[Cell]]) -> None:
        """Numbers of a table of projects: sizes and years of named things, told in the table of projects."""
        for row in rows:
            for cell in row:
                if cell.text:
                    self.ledger.add(cell.raw_start, cell.raw_end, "name")

    def _book_rest(self, lines: list[Line], tasks: list[TaskRow]) -> None:
        """Numbers of a list of tasks that no text cell holds: list numbers and deadlines."""
        told = {cell.raw_start for task in tasks for cell in task.texts}
        for row in rows_of(lines):
            for cell in row:
                if cell.text and cell.raw_start not in told:
                    use = "list_number" if cell.text.strip("（）.、").isdigit() and len(cell.text) <= 4 else "date"
                    self.ledger.add(cell.raw_start, cell.raw_end, use)

    def _cells_of_text(self, lines: list[Line], section: int | None) -> None:
        """A table that is none of indicators may hold running text in its cells (建设内容)."""
        for line in lines:
            for cell in split_row(line):
                if tables.has_acts(cell.text):
                    piece = Line(cell.text, cell.offsets, "text", 0, cell.raw_start, cell.raw_end)
                    self._prose(piece, 0, len(piece.text), section)

    def _add_cell(self, cell: tables.CellStatement, section: int | None) -> None:
        value, text = cell.value, self.reading.text
        quote_start = min(cell.quote_start, value.start)
        named = split_units(cell.departments_text) if cell.departments_text else []
        self._add(
            Statement(
                quote=text[quote_start : value.end],
                quote_start=quote_start,
                value_text=text[value.start : value.end],
                start=value.start,
                indicator=cell.name,
                region=cell.region or self.scopes.base.region,
                kind=cell.kind,
                period=value.period,
                comparator=value.comparator,
                value=value.value,
                unit=value.unit,
                measure=value.measure,
                departments=named or self.owners.of_section(section),
                section=self._path(section),
                rule="table_cell" if value.value is not None else "table_text",
                confidence=0.97 if value.value is not None else 0.9,
                value_high=value.value_high,
                section_id=section,
                in_table=True,
                attribute=cell.attribute,
            )
        )

    def _add(self, statement: Statement) -> None:
        statement.suspect = suspect(statement)
        self.reading.statements.append(statement)
