"""Everything that the documents of a month say, with the raw values and the places in the marts they came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from pipelines.publications.figures import Figure, Quoted

CLASSES = ("约束性", "预期性", "未注明")  # in this order everywhere, and never averaged together
JUDGED = {"achieved": "已完成", "ahead": "超进度", "on_track": "达进度", "behind": "欠进度", "regressing": "倒退"}
UNJUDGED = {"not_reported": "未报", "not_due": "未到期", "no_target": "未设目标", "undetermined": "待定"}
LAGGING = ("behind", "regressing")


@dataclass(frozen=True, slots=True)
class Publication:
    """The published file that everything was read from."""

    version: str
    run_id: str
    published_at: datetime
    cut_off: date
    cut_off_figure: Figure
    as_of: date | None
    is_example: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that has targets in the month. ``document_number`` is its 文号, None where the text shows none."""

    plan_id: str
    title: Quoted
    document_number: Quoted | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of targets of one class, or of several, by state. Shares are of those judged, from unrounded counts.

    ``counts`` and ``shares`` by state. ``target`` counts what was asked for in the month;
    ``annual_only`` (年度指标) and ``not_asked`` are beside it and in no denominator.
    """

    name: str
    target: Figure
    judged: Figure
    counts: dict[str, Figure]
    shares: dict[str, Figure]
    annual_only: Figure
    not_asked: Figure
    provisional: Figure


@dataclass(frozen=True, slots=True)
class Report:
    """What a department wrote about an indicator, word for word."""

    department: Quoted
    problem: Quoted | None
    next_step: Quoted | None


@dataclass(frozen=True, slots=True)
class Before:
    """The verdict before: of which month, and what it was."""

    month: Figure
    status: str
    status_name: str
    light_name: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One target in the month. Figures are in ``unit``; gaps count in the wanted direction, below zero is behind.

    ``schedule_gap`` has ``schedule_gap_unit`` (个百分点, or % of the value asked for), ``value_gap`` has
    ``value_gap_unit``. ``target_text`` is what the text says where there is no number.
    """

    progress_id: str
    name: Quoted
    attribute_class: str
    chapter: Quoted
    plan_id: str
    departments: tuple[Quoted, ...]
    unit: str
    comparator: str
    target_year: Figure
    target: Figure
    target_text: Quoted
    is_period_total: bool
    milestone: Figure
    actual: Figure
    completion: Figure
    schedule_gap: Figure
    schedule_gap_unit: str
    value_gap: Figure
    value_gap_unit: str
    status: str
    status_name: str
    status_reason: Quoted | None
    light_name: str | None
    light_severity: int | None
    is_worse: bool
    is_judged: bool
    is_provisional: bool
    before: Before | None
    reports: tuple[Report, ...]

    @property
    def is_lagging(self) -> bool:
        return self.status in LAGGING

    @property
    def is_better(self) -> bool:
        """A better light than before, or back on the schedule."""
        if self.before is None or not self.is_judged or self.is_worse:
            return False
        return not self.is_lagging and self.before.status in LAGGING


@dataclass(frozen=True, slots=True)
class Warned:
    """An open warning that stood at the end of the month."""

    kind: str
    name: Quoted
    attribute_class: str
    departments: tuple[Quoted, ...]
    raised_on: Figure
    running: Figure
    state: str
    due_date: Figure
    is_overdue: bool
    cell_id: str


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of the region by the mean score over comparable indicators of one class."""

    attribute_class: str
    method: str
    group: Quoted
    score: Figure
    rank: Figure
    is_tied: bool
    compared: Figure
    indicators: Figure
    is_provisional: bool
    before_month: Figure
    before: Figure
    change: Figure
    change_value: int | None
    reason: Quoted | None


@dataclass(frozen=True, slots=True)
class Submission:
    """How one unit reported on the month."""

    department: Quoted
    status: str
    due_date: Figure
    received_on: Figure
    late_days: Figure
    asked: Figure
    answered: Figure
    quality: Figure
    cell_id: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Counts of one chapter of a plan, one class."""

    plan_id: str
    name: Quoted
    counts: Counts


@dataclass(frozen=True, slots=True)
class Content:
    """A region's month. ``month`` is its first day, ``period_end`` its last."""

    region_code: str
    region_name: Quoted
    month: date
    period_end: date
    period: Figure
    publication: Publication
    plans: tuple[Plan, ...]
    overall: Counts
    classes: tuple[Counts, ...]
    items: tuple[Item, ...]
    warnings: tuple[Warned, ...]
    ranks: tuple[Rank, ...]
    submissions: tuple[Submission, ...]
    chapters: tuple[Chapter, ...]
    light_rule: Quoted

    def of_class(self, name: str) -> tuple[Item, ...]:
        """The targets of one class, in the order of the plans' texts."""
        return tuple(item for item in self.items if item.attribute_class == name)

    @property
    def lagging(self) -> tuple[Item, ...]:
        """Those behind their schedule: classes in order, within one the worst lights first, then the widest gaps."""
        return tuple(
            sorted(
                (item for item in self.items if item.is_lagging),
                key=lambda item: (
                    CLASSES.index(item.attribute_class),
                    -(item.light_severity or 0),
                    item.status != "regressing",
                    item.schedule_gap.value if isinstance(item.schedule_gap.value, int | float) else 0,
                ),
            )
        )
