"""Checks of plausibility of amounts that add up over the year: the month's beside the cumulative one, and the
cumulative one beside the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.submissions.checks.past import period_text
from pipelines.submissions.checks.rules import frequency
from pipelines.submissions.checks.subject import Line, Remark, Subject, exceeds, shown


def remarks(subject: Subject) -> Iterator[Remark]:
    """Of each filled row of amounts that has a cumulative value. Of the month's amount only the gravest is told."""
    for line in subject.comparable_lines:
        if line.accrues and "cumulative_value" in line.values:
            yield from _cumulative(subject, line)
            if "current_value" in line.values:
                yield from _current(subject, line)


def _cumulative(subject: Subject, line: Line) -> Iterator[Remark]:
    value, before = line.values["cumulative_value"], line.past.last_of_year
    if before is not None and exceeds(before.value, value):
        yield line.remark(
            "cumulative_falls",
            "cumulative_value",
            value=shown(value),
            earlier=period_text(before).removeprefix(f"{subject.month.year}年"),
            reference=shown(before.value),
        )


def _current(subject: Subject, line: Line) -> Iterator[Remark]:
    current, cumulative = line.values["current_value"], line.values["cumulative_value"]
    words = {"current": shown(current), "cumulative": shown(cumulative)}
    if exceeds(current, cumulative):
        yield line.remark("current_above_cumulative", "current_value", **words)
    elif not _is_monthly(line):
        return  # the "month" of a quarterly figure is its quarter
    elif current == cumulative != 0:
        if not _is_first(subject, line):
            yield line.remark("equal_cells", "current_value", value=shown(current))
    elif _disagree(subject, line, current, cumulative):
        before = line.past.of_last_month(line.past.to_date)
        assert before is not None
        words |= {"earlier": period_text(before), "reference": shown(before.value)}
        yield line.remark("cells_disagree", "current_value", **words)


def _is_monthly(line: Line) -> bool:
    return line.asked is not None and frequency(line.asked.indicator_id) == "month"


def _is_first(subject: Subject, line: Line) -> bool:
    """Whether the month may be all that the year has had: in January, or after nothing."""
    before = line.past.last_of_year
    return subject.month.month == 1 or (before is not None and before.value == 0)


def _disagree(subject: Subject, line: Line, current: float, cumulative: float) -> bool:
    """Whether the month's amount is not what the cumulative one grew by since last month. A fall is told already."""
    before = line.past.of_last_month(line.past.to_date)
    if before is None or subject.month.month == 1 or exceeds(before.value, cumulative):
        return False
    settings = subject.settings
    grown = cumulative - before.value
    gap = abs(current - grown)
    return gap > settings.disagreement * max(abs(current), abs(grown)) and gap > settings.rounding * abs(cumulative)
