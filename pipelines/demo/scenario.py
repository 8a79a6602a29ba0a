"""What the example is like: which months, and how often something is late, wrong, revised, withdrawn or missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DEFAULT_SEED = 2025


def months_from(first: date, count: int) -> tuple[date, ...]:
    """The first days of ``count`` months."""
    start = 12 * first.year + first.month - 1
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(start, start + count))


@dataclass(frozen=True, slots=True)
class Scenario:
    """Settings of an example. The months are fixed, not the wall clock's, so that a seed means one set of data.

    Attributes:
        seed: everything random follows from it.
        months: reported on; their first days.
        missing: share of submissions that never come.
        late: share that comes after the deadline.
        most_late_days: working days after the deadline, at most.
        faulty: share with one fault or more. Faults are dealt evenly, so that every kind occurs.
        mended: share of returned submissions that are sent again, put right.
        revised: share of faultless submissions that are sent again with other figures.
        withdrawn: share that is taken back; every second one is replaced.
        blank: share of rows that nobody fills in.
        spread: how far departments differ in their discipline: the best has the shares above divided by it, the worst
            has them multiplied by it.
        most_departments: only so many departments of each region; None for all. For tests.
    """

    seed: int = DEFAULT_SEED
    months: tuple[date, ...] = months_from(date(2025, 1, 1), 18)
    missing: float = 0.03
    late: float = 0.12
    most_late_days: int = 12
    faulty: float = 0.16
    mended: float = 0.8
    revised: float = 0.05
    withdrawn: float = 0.02
    blank: float = 0.05
    spread: float = 2.2
    most_departments: int | None = None

    def __post_init__(self) -> None:
        if not self.months or list(self.months) != sorted(set(self.months)):
            raise ValueError("months are distinct and in order")
        if any(month.day != 1 for month in self.months):
            raise ValueError("a month is given by its first day")
        for name in ("missing", "late", "faulty", "mended", "revised", "withdrawn", "blank"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a share from 0 to 1, not {getattr(self, name)}")
        if self.spread < 1:
            raise ValueError(f"spread is a factor of 1 or more, not {self.spread}")
