"""Earlier values of one row, as the checks compare with them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pipelines.submissions.model import Point


def months_of(point: Point) -> int:
    """Calendar months that a point covers, at least 1 (a level on one day counts as 1)."""
    start, end = point.period_start, point.period_end
    return max(1, 12 * (end.year - start.year) + end.month - start.month + 1)


def _is_to_date(point: Point) -> bool:
    """Whether it runs from the beginning of its year, or from earlier."""
    return point.period_start <= date(point.period_end.year, 1, 1)


@dataclass(frozen=True)
class Past:
    """Points that ended before a month began, one a period, oldest first. ``month`` is its first day."""

    month: date
    points: tuple[Point, ...]

    @classmethod
    def of(cls, points: Sequence[Point], month: date) -> Past:
        """Leaves out what is no finite number; of two points of one period the later in the sequence counts."""
        one_each = {
            (point.period_end, point.period_start): point
            for point in points
            if point.period_end < month and point.period_start <= point.period_end and math.isfinite(point.value)
        }
        return cls(month, tuple(one_each[key] for key in sorted(one_each)))

    @cached_property
    def monthly(self) -> tuple[Point, ...]:
        """Single months."""
        return tuple(point for point in self.points if months_of(point) == 1 and point.period_start.day == 1)

    @cached_property
    def to_date(self) -> tuple[Point, ...]:
        """From January on, whole years included."""
        return tuple(point for point in self.points if _is_to_date(point))

    @property
    def last(self) -> Point | None:
        return self.points[-1] if self.points else None

    @property
    def last_of_year(self) -> Point | None:
        """The latest cumulative point of the month's own year."""
        same_year = [point for point in self.to_date if point.period_end.year == self.month.year]
        return same_year[-1] if same_year else None

    @property
    def is_yearly(self) -> bool:
        """Whether there are points, and each of them is of a whole year."""
        return bool(self.points) and all(months_of(point) == 12 for point in self.points)

    def of_last_month(self, points: tuple[Point, ...]) -> Point | None:
        """The point among these that ended on the day before the month."""
        next_day = timedelta(days=1)
        return next((point for point in reversed(points) if point.period_end + next_day == self.month), None)


def period_text(point: Point) -> str:
    """A point's period as shown: 2026年9月, 2026年1-9月, 2025年."""
    start, end = point.period_start, point.period_end
    if months_of(point) == 12 and start.month == 1:
        return f"{end.year}年"
    if (start.year, start.month) == (end.year, end.month) or start.year != end.year:
        return f"{end.year}年{end.month}月"
    return f"{end.year}年{start.month}-{end.month}月"
