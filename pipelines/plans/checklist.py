"""The checklist of a plan beside its numbers: its projects and promised results, with owners and years."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from pipelines.plans import cells, deliverables, lexicon, project_tables, projects
from pipelines.plans import project_names as names
from pipelines.plans.items import Deliverable, Project
from pipelines.plans.model import PlanReading
from pipelines.plans.outline import Outline, Part
from pipelines.plans.ownership import Owners
from pipelines.plans.periods import time_expressions
from pipelines.plans.project_details import Found
from pipelines.plans.project_names import alternatives
from pipelines.plans.projects import Place
from pipelines.plans.scope import Scope
from pipelines.plans.textview import Line

Span = tuple[int, int]
ScopeOf = Callable[[int | None, str], Scope]

# Sections that promise nothing by themselves.
_NO_PROMISES = re.compile(r"指导思想|基本原则|名词解释|名词注释|编制依据|适用范围|背景|意义")
_NEVER_PROMISES = re.compile(r"名词解释|名词注释|术语")
_GLOSSARY = re.compile(r"名词(?:解释|注释|说明)$|术语解释$")
_BOX_OF_PROJECTS = re.compile(r"项目|工程")
_NUMBERED = re.compile(r"\d{1,2}[.、）]|（\d{1,2}）|[①-⑳]")
_MAY_TELL = re.compile(r"项目|工程|名称|专栏")
_CATEGORY_CELL = re.compile(r"^专栏")


def read_items(reading: PlanReading, outline: Outline, owners: Owners, scope_of: ScopeOf) -> None:
    """Add the projects and deliverables of a plan to its reading, whose measures and statements are known."""
    reader = _Reader(reading, owners, scope_of)
    rows: list[Part] = []
    for part in outline.parts:
        if part.line.kind == "row":
            if rows and part.section != rows[-1].section:
                reader.table(rows)
                rows = []
            rows.append(part)
            continue
        if rows:
            reader.table(rows)
            rows = []
        if not part.is_heading and part.line.kind == "text":
            reader.prose(part.line, part.start, part.end, part.section)
    if rows:
        reader.table(rows)
    reading.projects = reader.all_projects()
    reading.deliverables = reader.all_deliverables(reading.projects)


class _Reader:
    def __init__(self, reading: PlanReading, owners: Owners, scope_of: ScopeOf) -> None:
        self._reading = reading
        self._owners = owners
        self._scope_of = scope_of
        self._measure_of = {m.section_id: m.measure_id for m in reading.measures if not m.in_table}
        self._projects: list[Project] = []
        self._deliverables: list[Deliverable] = []
        self._places: dict[int | None, Place] = {}
        self._silent: dict[int | None, bool] = {}

    def prose(self, line: Line, start: int, end: int, section: int | None, in_box: bool = False) -> None:
        text = line.text[start:end]
        for note_start, note_end in reversed(self._owners.notes_in(line, start, end)):
            if note_end >= len(text.rstrip("。 ")):
                text = text[:note_start]
        if _GLOSSARY.match(text):
            self._silent[section] = True
        if len(text) < 6 or self._is_silent(section):
            return
        scope = self._scope_of(section, text)
        if scope.mode == "actual":
            return
        calendar = scope.calendar
        tells_past = _teller(text, scope)
        place = Place(True, self._place(section).sector) if in_box else self._place(section)
        for found in projects.read_paragraph(text, calendar, place, tells_past):
            self._add_project(line, start, section, found)
        for promise in deliverables.read_paragraph(text, calendar, tells_past):
            self._add_deliverable(line, start, section, promise, scope)

    def table(self, parts: list[Part]) -> None:
        """Rows: a table of projects, a box drawn as a table, or a table of something else."""
        section = parts[0].section
        if self._is_silent(section) or not any(_MAY_TELL.search(part.line.text) for part in parts):
            return
        rows = cells.rows_of([part.line for part in parts])
        if not rows:
            return
        span = (self._reading.document.start_year, self._reading.document.end_year)
        head = project_tables.find_head(rows)
        if head is not None:
            for project in project_tables.read(rows, head, span):
                project.section_id = section
                project.measure_id = self._measure(section)
                project.departments = project.departments or self._owners.of_section(section)
                project.quote = self._reading.text[project.start : project.end]
                self._projects.append(project)
            return
        titled = rows[0][0].text
        is_box = bool(_CATEGORY_CELL.match(titled)) and bool(_BOX_OF_PROJECTS.search(titled))
        if not is_box and not self._place(section).in_box:
            return
        for row in rows[1:] if is_box else rows:
            for cell in row:
                if len(cell.text) >= 8:
                    piece = Line(cell.text, cell.offsets, "text", 0, cell.raw_start, cell.raw_end)
                    self.prose(piece, 0, len(piece.text), section, in_box=True)

    def all_projects(self) -> list[Project]:
        """Each project once, with its fullest mention."""
        best: dict[str, Project] = {}
        for project in self._projects:
            key = names.key_of(project.name)
            known = best.get(key)
            if known is None:
                best[key] = project
            elif _fullness(project) > _fullness(known):
                best[key] = _filled(project, known)
            else:
                best[key] = _filled(known, project)
        return sorted(best.values(), key=lambda p: (p.start, p.end, p.name))

    def all_deliverables(self, found: list[Project]) -> list[Deliverable]:
        """Results that no project and no number says already."""
        taken = [(p.start, p.end) for p in self._projects]
        numbers = [(s.start, s.end) for s in self._reading.statements]
        kept: dict[tuple[int | None, str], Deliverable] = {}
        named = {names.key_of(p.name) for p in found}
        for one, blocked in _overlapping(self._deliverables, sorted(taken + numbers)):
            if not blocked and names.key_of(one.text.removeprefix(one.act)) not in named:
                kept.setdefault((one.section_id, one.text), one)
        return sorted(kept.values(), key=lambda d: (d.start, d.end))

    def _is_silent(self, section: int | None) -> bool:
        if section not in self._silent:
            heading = self._reading.sections[section] if section is not None else None
            self._silent[section] = heading is not None and bool(
                _NO_PROMISES.search(heading.title) or _NEVER_PROMISES.search(heading.path)
            )
        return self._silent[section]

    def _place(self, section: int | None) -> Place:
        """Whether a section is a box or list of projects, and its sector by the innermost heading that tells one."""
        if section not in self._places:
            place, at = Place(in_box=self._continues_box(section)), section
            while at is not None:
                heading = self._reading.sections[at]
                if heading.kind in ("box", "annex", "table") and _BOX_OF_PROJECTS.search(heading.title):
                    place.in_box = True
                place.sector = place.sector or names.sector_of(heading.title)
                at = heading.parent_id
            self._places[section] = place
        return self._places[section]

    def _continues_box(self, section: int | None) -> bool:
        """Whether a numbered item (1. 2. 3.) follows the heading of a box of projects, or such an item."""
        if not section or not _NUMBERED.match(self._reading.sections[section].number):
            return False
        before = self._reading.sections[section - 1]
        if before.kind in ("box", "annex", "table"):
            return bool(_BOX_OF_PROJECTS.search(before.title))
        return bool(_NUMBERED.match(before.number)) and section - 1 in self._places and self._place(section - 1).in_box

    def _measure(self, section: int | None) -> int | None:
        while section is not None:
            if section in self._measure_of:
                return self._measure_of[section]
            section = self._reading.sections[section].parent_id
        return None

    def _add_project(self, line: Line, shift: int, section: int | None, found: Found) -> None:
        start, end = line.place(shift + found.span[0], shift + found.span[1])
        quote_start, quote_end = line.place(shift + found.quote[0], shift + found.quote[1])
        text = self._reading.text
        project = Project(found.name, start, end, text[quote_start:quote_end], section, self._measure(section))
        project.stage, project.kind, project.rule, project.confidence = (
            found.stage,
            found.kind,
            found.rule,
            found.confidence,
        )
        if found.money is not None:
            project.investment_text = found.money.group()
            project.investment_value = float(found.money.group("value").rstrip("."))
            project.investment_unit = found.money.group("unit")
        if found.scale is not None:
            project.scale = line.text[shift + found.scale[0] : shift + found.scale[1]].strip() or None
        project.place = found.place
        project.start_year, project.end_year = found.years
        project.departments = self._owners.after(section, start)
        self._projects.append(project)

    def _add_deliverable(
        self, line: Line, shift: int, section: int | None, promise: deliverables.Promise, scope: Scope
    ) -> None:
        start, end = line.place(shift + promise.span[0], shift + promise.span[1])
        self._deliverables.append(
            Deliverable(
                text=promise.text,
                act=promise.act,
                start=start,
                end=end,
                section_id=section,
                measure_id=self._measure(section),
                start_year=scope.start if promise.year is None or (scope.start or 0) <= promise.year else None,
                end_year=promise.year or scope.end,
                departments=self._owners.after(section, start),
                rule=promise.rule,
                confidence=promise.confidence,
            )
        )


def _teller(text: str, scope: Scope) -> Callable[[Span], bool]:
    """Whether a sentence tells what is done: by its words, or by a year before the plan."""
    past = re.compile(rf"(?:{alternatives('past')})")
    ahead = lexicon.pattern("target_cue")

    def tells(span: Span) -> bool:
        sentence = text[slice(*span)]
        years = [
            t.last
            for t in time_expressions(sentence, scope.calendar)
            if t.sense in ("by", "in", "end", "span", "era", "since") and t.last
        ]
        if years and scope.start is not None and max(years) < scope.start:
            return True
        return bool(past.match(sentence)) or bool(
            re.search(r"(?:已|已经)(?:建成|完成|创成|开工|实现|通过)|取得(?:长足|明显|显著|重大|新)", sentence)
            and not ahead.search(sentence)
        )

    return tells


def _fullness(project: Project) -> tuple[int, float, int]:
    told = (project.investment_value, project.scale, project.end_year, project.place, project.stage)
    return sum(value is not None for value in told), project.confidence, len(project.name)


def _filled(project: Project, other: Project) -> Project:
    """The fuller mention, with what only the other one tells."""
    for name in ("stage", "kind", "investment_text", "investment_value", "investment_unit", "scale", "place"):
        if getattr(project, name) is None:
            setattr(project, name, getattr(other, name))
    if project.start_year is None and project.end_year is None:
        project.start_year, project.end_year = other.start_year, other.end_year
    project.departments = project.departments or other.departments
    project.confidence = max(project.confidence, other.confidence)
    return project


def _overlapping(found: list[Deliverable], spans: list[Span]) -> Iterable[tuple[Deliverable, bool]]:
    """Each deliverable with whether one of the sorted spans begins inside it."""
    starts = [start for start, _ in spans]
    for one in found:
        at = bisect_left(starts, one.start)
        inside = at < len(starts) and starts[at] < one.end
        yield one, inside
