"""What governs a statement from outside its sentence: the plan's years and region, and what its headings add."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipelines.plans import lexicon
from pipelines.plans.gazetteer import Region
from pipelines.plans.model import Kind
from pipelines.plans.numerals import DIGITS
from pipelines.plans.periods import Calendar, time_expressions

_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、]|第[一二三四五六七八九十]+[章节])\s*"
)
_YEARS_BACK = re.compile("(?P<n>[两三四五])年(?:来)?(?:的)?(?:政府)?(?:工作)?(?:的)?(?:回顾|总结|成就)")
_TOWN = re.compile("[\u4e00-\u9fff]{2,6}(?:镇|街道|(?<!城)(?<!兴)乡)")


@dataclass(slots=True)
class Scope:
    """What a document says of time and place, and what the section at hand adds to it."""

    calendar: Calendar
    region: str | None
    children: dict[str, Region] = field(default_factory=dict)
    mode: Kind = "target"
    firm: bool = False  # whether the heading itself says that the section looks back or ahead
    review: tuple[int | None, int | None] = (None, None)
    yearly: bool = False  # plan of a single year
    is_report: bool = False  # a yearly report: last year's results, then this year's targets

    @property
    def start(self) -> int | None:
        return self.calendar.start_year

    @property
    def end(self) -> int | None:
        return self.calendar.end_year


def mode_of_heading(path: str) -> Kind | None:
    """Whether a section looks back or ahead, by the innermost heading that tells; None where none does."""
    for title in reversed(path.split(" / ")):
        future, past = lexicon.pattern("future_heading").search(title), lexicon.pattern("past_heading").search(title)
        if past and not (future and future.start() > past.start()):
            return "actual"
        if future:
            return "target"
    return None


def _region_of_heading(path: str, scope: Scope) -> str | None:
    """Region of a section whose innermost heading is nothing but a place inside the plan's own: 二、芙蓉镇."""
    title = _NUMBER.sub("", path.rsplit(" / ", 1)[-1]).strip("。：: ")
    child = scope.children.get(title)
    if child is not None:
        return child.name
    return title if _TOWN.fullmatch(title) else scope.region


def section_scope(scope: Scope, path: str) -> Scope:
    """The scope inside a section: whether its headings look back or ahead, and the years that they name."""
    mode = mode_of_heading(path)
    scoped = replace(scope, mode=mode or "target", firm=mode is not None, region=_region_of_heading(path, scope))
    for title in reversed(path.split(" / ")):
        looking_back = _YEARS_BACK.search(title)
        if looking_back and scope.review[1]:
            count = DIGITS.get(looking_back.group("n"), 0) or 5
            scoped.review = (scope.review[1] - count + 1, scope.review[1])  # 五年工作回顾
            break
        named = [
            t
            for t in time_expressions(title, scope.calendar)
            if t.sense not in ("every", "yearly", "total", "noun", "base")
        ]
        if not named:
            continue
        first = named[0]
        span: tuple[int | None, int | None] | None = None
        if first.sense in ("era", "span", "since") and first.first is not None:
            span = (first.first, first.last or scope.review[1])
        elif first.sense in ("in", "by", "end", "from") and first.last is not None:
            span = (first.last, first.last)
        elif first.sense == "past" and first.count and scope.review[1]:
            span = (scope.review[1] - first.count + 1, scope.review[1])
        elif first.sense == "future" and first.count and scope.start:
            span = (scope.start, scope.start + first.count - 1)
        if span is None:
            continue
        if mode == "actual":
            scoped.review = span
        elif span[1] is not None and (scope.start is None or span[1] >= scope.start):
            # A vision beyond the plan (2035年) is a year to reach, not a span to build over.
            start = span[0] if span[0] != span[1] or scoped.yearly or scope.yearly else scope.start
            scoped.calendar = Calendar(start, span[1], scope.calendar.this_year)
            scoped.yearly = start == span[1]
        break
    return scoped
