"""The course of a figure over the months: from the base towards the target, by the kind of its indicator."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from random import Random

from pipelines.demo.chance import chance
from pipelines.submissions.checks.rules import frequency
from pipelines.submissions.model import FormRow
from pipelines.submissions.units import quantity

_PERCENT = frozenset({"percent", "percentage_point", "permille"})
_COUNTED = frozenset({"item", "household", "person", "person_time", "number", "animal"})
_BASE_YEAR = 2023  # where a plan tells of no base: what is seen of its targets began about then
_START_YEAR = 2022  # before the first year of a total over years; the plans run from 2023 to 2027
_LAST_YEAR = 2027


@dataclass(frozen=True, slots=True)
class Reported:
    """The two figures of a month; None is left blank."""

    current: float | None
    cumulative: float | None


@dataclass(frozen=True)
class Course:
    """How one item of a region goes. The same for every department that reports on it.

    Attributes:
        row: the item as first asked for.
        seed: of the example.
    """

    row: FormRow
    seed: int

    @property
    def is_percent(self) -> bool:
        return quantity(self.row.unit) in _PERCENT

    @property
    def is_counted(self) -> bool:
        """Whether it comes in whole numbers."""
        return self.row.unit_code in _COUNTED

    @property
    def accrues(self) -> bool:
        """Whether amounts add up within the year."""
        return self.row.indicator_kind in ("flow", "cumulative") and not self.is_percent

    def reported(self, month: date) -> Reported:
        """What is to be reported for a month; both None where there is nothing to report."""
        every = frequency(self.row.indicator_id)
        if self.row.item_kind == "project":
            return self._project(month)
        if self.row.item_kind == "measure" or self._aim() is None:
            return Reported(None, None)
        if (every == "year" and month.month < 12) or (every == "quarter" and month.month % 3):
            return Reported(None, None)
        if not self.accrues:
            level = self._level(month)
            return Reported(level, level)
        to_date = self._to_date(month)
        if every != "month":
            return Reported(None, to_date)
        before = self._to_date(month.replace(month=month.month - 1)) if month.month > 1 else 0.0
        return Reported(self._rounded(to_date - before), to_date)

    # -- levels --------------------------------------------------------------------------------------------------------

    def _aim(self) -> float | None:
        """Where it goes: the target; where that is words only, the last value and a little more."""
        target = self.row.target_value
        if target is not None and math.isfinite(target):
            return target
        last = self.row.last_value
        return last * 1.1 if last else None

    def _base(self) -> float:
        """Where it comes from: the last value known, else something short of the target."""
        aim = self._aim() or 0.0
        if self.row.last_value:
            return self.row.last_value
        draw = self._draw("base")
        if self.row.indicator_kind == "growth":
            return aim - draw.uniform(-1.0, 1.5)
        if self.row.direction == "keep":
            return aim * draw.uniform(0.99, 1.01)
        if self.row.direction == "lower":
            return aim * draw.uniform(1.0, 1.15)
        return aim * (draw.uniform(0.82, 0.97) if self.is_percent else draw.uniform(0.7, 0.92))

    def _share(self, when: float) -> float:
        """How much of the way from base to target is behind at a time (in years), 1 where all of it is."""
        begun = self.row.last_period_end.year + 1 if self.row.last_value and self.row.last_period_end else _BASE_YEAR
        due = max((self.row.target_year or _LAST_YEAR) + 1, begun + 1)
        pace = self._draw("pace").triangular(0.55, 1.2, 1.0)  # most are on their way, some fall behind
        return min(1.08, max(0.0, pace * (when - begun) / (due - begun)))

    def _level(self, month: date) -> float:
        base, aim = self._base(), self._aim() or 0.0
        noise = self._draw("noise", month).gauss(0, 1)
        if self.row.indicator_kind == "growth":
            return self._rounded(base + (aim - base) * self._share(_end(month)) + 0.4 * noise)
        if self.row.unit_code == "microgram_per_cubic_metre":
            base *= 1 + 0.18 * math.cos(2 * math.pi * (month.month - 1) / 12)  # the air is worst in winter
        wobble = 0.15 * noise if self.is_percent else 0.004 * noise * abs(aim)
        if self.is_counted and self.row.direction == "higher":
            wobble = 0.0  # what is counted up (villages, bases) does not go down again
        value = base + (aim - base) * self._share(_end(month)) + wobble
        if self.is_percent and self.row.indicator_kind == "rate":
            value = min(max(value, 0.0), 100.0)
        return self._rounded(max(value, 0.0))

    # -- amounts -------------------------------------------------------------------------------------------------------

    def _of_year(self, year: int) -> float:
        """What a whole year comes to."""
        aim = self._aim() or 0.0
        if self.row.indicator_kind == "cumulative":
            # A total over the years of the plan: each year has its part, more or less.
            first, last = _START_YEAR + 1, max(self.row.target_year or _LAST_YEAR, _START_YEAR + 1)
            return aim / (last - first + 1) * self._draw("year", year).uniform(0.65, 1.2)
        base = self._base()
        return max(0.0, base + (aim - base) * self._share(year + 1) * self._draw("year", year).uniform(0.97, 1.03))

    def _to_date(self, month: date) -> float:
        """From January to the end of the month: grows, and makes the year's figure in December."""
        weights = [self._draw("season", n).uniform(0.7, 1.3) for n in range(1, 13)]
        weights[0] *= 0.85
        weights[1] *= 0.75  # the New Year holidays
        share = sum(weights[: month.month]) / sum(weights)
        return self._rounded(self._of_year(month.year) * share)

    def _project(self, month: date) -> Reported:
        """Investment done, from the project's beginning on."""
        total = self.row.target_value
        if not total or not math.isfinite(total) or total < 0:
            return Reported(None, None)
        done, before = self._invested(total, _end(month)), self._invested(total, _end(month) - 1 / 12)
        return Reported(round(done - before, 2), done)

    def _invested(self, total: float, when: float) -> float:
        draw = self._draw("project")
        begun = draw.uniform(2022.6, 2025.4)
        due = max((self.row.target_year or _LAST_YEAR) + 1.0, begun + 1.5)
        share = min(1.0, max(0.0, draw.uniform(0.75, 1.1) * (when - begun) / (due - begun)))
        return round(total * (3 * share**2 - 2 * share**3), 2)  # slow at first and at the end

    # -- tools ---------------------------------------------------------------------------------------------------------

    def _draw(self, *about: object) -> Random:
        return chance(self.seed, self.row.region_code, self.row.indicator_id or self.row.row_id, *about)

    def _rounded(self, value: float) -> float:
        """As people write it: whole numbers for what is counted, else three digits or two decimals."""
        if self.is_counted:
            return float(round(value))
        digits = 2 if abs(value) >= 1 else 3
        return round(value, digits)


def _end(month: date) -> float:
    """The end of a month in years."""
    return month.year + month.month / 12
