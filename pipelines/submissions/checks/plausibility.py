"""Checks of plausibility of one value: against its bounds, its target and its own past."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.submissions.checks.past import months_of, period_text
from pipelines.submissions.checks.subject import FIELD_NAMES, Line, Remark, Subject, ValueField, exceeds, shown
from pipelines.submissions.model import Point

_TIMES = {4: "一万倍", 8: "一亿倍", -4: "万分之一", -8: "亿分之一"}
_NORMAL = 1.4826  # median absolute deviation × this = standard deviation of a normal distribution


class Reference(NamedTuple):
    """What a value is held against: as it was reported or set, and scaled to the months that the value covers."""

    basis: str
    value: float
    scaled: float

    @property
    def note(self) -> str:
        return "按月份折算后" if self.scaled != self.value else ""


def remarks(subject: Subject) -> Iterator[Remark]:
    """Of each filled row that the form has, in the order of the sheet."""
    for line in subject.comparable_lines:
        for name in line.values:
            yield from _value(subject, line, name)
        yield from _cap(subject, line)


def _value(subject: Subject, line: Line, name: ValueField) -> Iterator[Remark]:
    """Bounds first; then the gravest of the comparisons with what was before."""
    value = line.values[name]
    words = {"field": FIELD_NAMES[name], "value": shown(value)}
    if line.kind == "rate" and line.is_share and not 0 <= value <= 100:
        yield line.remark("share_out_of_range", name, **words)
    elif line.kind == "growth" and line.is_percent and not -100 <= value <= subject.settings.largest_growth:
        yield line.remark("growth_out_of_range", name, largest=shown(subject.settings.largest_growth), **words)
    elif value < 0 and line.kind in ("stock", "flow", "cumulative", "rate", "project"):
        yield line.remark("negative_value", name, **words)
    reference = _reference(subject, line, name)
    slip = _slip(subject, line, value, reference)
    if slip and reference:
        code, times = slip
        words |= {"basis": reference.basis, "reference": shown(reference.value), "scaled": reference.note}
        yield line.remark(code, name, times=times, **words)
    else:
        yield from _history(subject, line, name)


def _reference(subject: Subject, line: Line, name: ValueField) -> Reference | None:
    """The last value; the last value that the form showed; the target. None where there is none but zero."""
    asked = line.asked
    assert asked is not None
    months = 1 if name == "current_value" else subject.month.month
    scales = line.accrues and line.kind != "project"  # what is invested in a project does not begin again in January
    for point in reversed(line.past.points):
        if point.value:
            scaled = point.value / months_of(point) * months if scales else point.value
            return Reference(f"{period_text(point)}数", point.value, scaled)
    if asked.last_value and math.isfinite(asked.last_value):
        since = asked.last_period_end.month if asked.last_period_end else 12
        return Reference(
            "上次报送值", asked.last_value, asked.last_value / since * months if scales else asked.last_value
        )
    if asked.target_value and math.isfinite(asked.target_value):
        scaled = asked.target_value / 12 * months if scales else asked.target_value
        return Reference("目标", asked.target_value, scaled)
    return None


def _slip(subject: Subject, line: Line, value: float, reference: Reference | None) -> tuple[str, str] | None:
    """The code of a slip of the unit and its size in words. A growth rate may be near 0 or far from it in earnest."""
    if reference is None or line.kind in ("", "growth"):
        return None
    settings = subject.settings
    power = _power(value, reference.scaled)
    if power is None:
        return None
    if line.is_percent:
        is_fraction = abs(power + 2) <= math.log10(settings.percent_tolerance) and 0 < value <= 1
        return ("percent_slip", "") if is_fraction else None
    for exponent, times in _TIMES.items():
        if abs(power - exponent) <= math.log10(settings.slip_tolerance):
            return "unit_slip", times
    # An amount may be small while it begins to accrue; nothing is a hundred times its target.
    if power >= math.log10(settings.magnitude) or (power <= -math.log10(settings.magnitude) and not line.accrues):
        return "magnitude_off", _times(power)
    return None


def _power(value: float, reference: float) -> float | None:
    """Decimal logarithm of their ratio; None where one is 0 or their signs differ."""
    if not value or not reference or (value > 0) != (reference > 0):
        return None
    return math.log10(abs(value)) - math.log10(abs(reference))


def _times(power: float) -> str:
    """A ratio in words, to two digits; a power of ten where the number would be too long to read."""
    return shown(float(f"{10**power:.2g}")) if abs(power) < 6 else f"10^{power:.0f}"


def _history(subject: Subject, line: Line, name: ValueField) -> Iterator[Remark]:
    """A level far from the median of the earlier ones. Investment in a project comes in bursts and is left out."""
    settings = subject.settings
    value = line.values[name]
    earlier = _comparable(line, name)[-settings.most_history :]
    if len(earlier) < settings.least_history:
        return
    months = subject.month.month if line.accrues and name == "cumulative_value" else 1
    level = value / months
    median = statistics.median(earlier)
    words = {
        "field": FIELD_NAMES[name],
        "value": shown(value),
        "count": len(earlier),
        "reference": shown(median * months),
    }
    power = _power(level, median)
    digit = math.log10(settings.tenfold)
    # A month's amount may well be small (harvests, winter); a cumulative one or a level may not.
    may_be_low = line.accrues and (name == "current_value" or line.kind == "cumulative")
    if line.kind != "growth" and power is not None and (power >= digit or (power <= -digit and not may_be_low)):
        yield line.remark("tenfold_off_history", name, times=_times(power), **words)
        return
    spread = _NORMAL * statistics.median(abs(point - median) for point in earlier)
    distance = abs(level - median)
    if line.is_level:
        distance = min(distance, abs(level - earlier[-1]))  # what moves steadily is near to its last value
    elif value == 0 or median == 0:
        return  # nothing happened this month, or in most: of what comes now and then there is no usual amount
    if distance > settings.far_off_factor * max(spread, _floor(subject, line, median)):
        yield line.remark("far_off_history", name, **words)


def _comparable(line: Line, name: ValueField) -> list[float]:
    """Earlier values of the same sort, oldest first: levels as they are, amounts a month."""
    if line.is_level:
        return [point.value for point in line.past.points]
    if not line.accrues or line.kind == "project":
        return []
    points: tuple[Point, ...] = line.past.monthly if name == "current_value" else line.past.to_date
    return [point.value / months_of(point) for point in points]


def _floor(subject: Subject, line: Line, median: float) -> float:
    """Least spread that is believed."""
    settings = subject.settings
    if not line.is_level:
        return settings.flow_floor * abs(median)
    if line.kind == "growth":
        return settings.growth_floor
    points = settings.rate_floor if line.is_percent else 0.0
    return max(settings.level_floor * abs(median), points)


def _cap(subject: Subject, line: Line) -> Iterator[Remark]:
    """An actual above what it must not exceed.

    A cap of a later year is no cap yet for what is still on its way down to it: then only crossing it is told.
    """
    asked = line.asked
    assert asked is not None
    target = asked.target_value
    bounds_above = asked.target_comparator in ("le", "lt") or (
        asked.direction == "lower" and asked.target_comparator not in ("ge", "gt")
    )
    if target is None or not bounds_above or not line.kind:
        return
    name: ValueField = "cumulative_value" if "cumulative_value" in line.values else "current_value"
    value = line.values.get(name)
    if value is None or not exceeds(value, target):
        return
    if asked.target_year is not None and asked.target_year > subject.month.year:
        last = line.past.last.value if line.past.last else asked.last_value
        if last is None or exceeds(last, target):
            return
    yield line.remark("above_cap", name, field=FIELD_NAMES[name], value=shown(value), target=shown(target))
