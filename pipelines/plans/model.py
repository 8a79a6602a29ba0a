"""What reading a plan yields: plain records, each with its place in the text.

All offsets are Unicode code-point offsets into ``PlanReading.text``, the text exactly as it is shown to a reader;
``end`` is exclusive. The fields of `Statement` that are exported by ``planledger extract`` are the labelled format
of statements (see docs/reading-plans.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pipelines.plans.items import Deliverable, Project

Kind = Literal["target", "actual"]
Comparator = Literal["ge", "gt", "le", "lt", "approx", "eq"]
MeasureType = Literal["level", "change", "growth", "times"]
PeriodType = Literal["by", "in", "every", "over"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Period:
    """Years a value is about: ``by``/``in`` hold one year (``start == end``), ``every``/``over`` a span of years.

    An ``in`` period may have no year: a base whose year the text does not state.
    """

    type: PeriodType
    start: int | None
    end: int | None

    def as_record(self) -> dict[str, Any]:
        if self.type in ("by", "in"):
            return {"type": self.type, "year": self.end}
        return {"type": self.type, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know about an input: what, where, how to mend it (message and remedy in Chinese)."""

    code: str
    severity: Severity
    message: str
    remedy: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Document:
    """What a plan says of itself. Unknown stays None; years are calendar years."""

    title: str | None = None
    document_number: str | None = None  # 文号, as written
    issuer: str | None = None
    region_name: str | None = None
    region_code: str | None = None  # GB/T 2260, where the name is known
    issue_date: str | None = None  # ISO date; month precision is written as its first day
    start_year: int | None = None  # plan period
    end_year: int | None = None
    period_source: str | None = None  # 'title', 'text', 'date': where the plan period was read


@dataclass(slots=True)
class Section:
    """One heading and what stands under it, up to the next heading of its level or above."""

    section_id: int  # 0-based, in reading order
    parent_id: int | None
    level: int  # 1 chapter, 2 section, 3 measure, 4 sub-item
    kind: str  # chapter, section, measure, box, annex, table
    number: str  # as written: 一、 / （一） / 1.
    title: str
    path: str  # headings joined with ' / '
    start: int
    heading_end: int
    end: int


@dataclass(slots=True)
class Measure:
    """A numbered measure (任务) with the units that own it."""

    measure_id: int  # 0-based, in reading order
    section_id: int | None
    number: str
    title: str
    path: str
    start: int
    end: int
    lead_departments: list[str] = field(default_factory=list)  # 牵头单位
    departments: list[str] = field(default_factory=list)  # every responsible unit, lead ones first
    deadline_year: int | None = None
    in_table: bool = False  # a row of a list of tasks; the section holds others beside it


@dataclass(slots=True)
class Statement:
    """One quantified target or actual."""

    quote: str
    quote_start: int
    value_text: str
    start: int  # of value_text
    indicator: str
    region: str | None
    kind: Kind
    period: Period
    comparator: Comparator
    value: float | None
    unit: str
    measure: MeasureType
    departments: list[str]
    section: str
    rule: str
    confidence: float = 1.0
    value_high: float | None = None  # upper end of a range
    suspect: str | None = None
    section_id: int | None = None
    measure_id: int | None = None
    in_table: bool = False
    attribute: str | None = None  # 约束性 / 预期性, where a table says so

    @property
    def end(self) -> int:
        return self.start + len(self.value_text)


@dataclass(frozen=True, slots=True)
class NumberUse:
    """One number of the text and what it is: a statement, or a named class of what is none, or ``unread``."""

    start: int
    end: int
    text: str
    use: str
    statement: int | None = None  # index into PlanReading.statements


class SourceMap(Protocol):
    """Offsets of a shown text -> code-point offsets of the file as stored."""

    def at(self, offset: int) -> int | None: ...

    def span(self, start: int, end: int) -> tuple[int, int] | None: ...


@dataclass(slots=True)
class PlanReading:
    """Everything read from one plan text."""

    doc: str  # file stem up to the first underscore
    text: str
    document: Document
    sections: list[Section]
    measures: list[Measure]
    statements: list[Statement]
    findings: list[Finding]
    numbers: list[NumberUse] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    deliverables: list[Deliverable] = field(default_factory=list)
    source_offsets: SourceMap | None = None  # where the shown text is not the file's own (HTML)
