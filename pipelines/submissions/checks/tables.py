"""Plausibility of the figures of a department's own table, by the rules that hold for a form.

A table asks for nothing, so that only its known indicators are looked at: in the indicator's unit, each period by
itself, against what was published or reported before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from pipelines.submissions import units
from pipelines.submissions.checks import plausibility
from pipelines.submissions.checks.settings import CheckSettings
from pipelines.submissions.checks.subject import Subject
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.model import FilledForm, Form, FormRow, Head, Point, ReportedRow
from pipelines.submissions.months import month_end
from pipelines.submissions.periods import Period
from pipelines.submissions.records import FigureRecord
from pipelines.submissions.seeds import seed

History = Callable[[str, str], Sequence[Point]]


def implausible(
    records: Sequence[FigureRecord],
    history: History,
    today: date,
    settings: CheckSettings = CheckSettings(),  # noqa: B008 (frozen)
) -> dict[int, list[Finding]]:
    """Findings of plausibility, and of periods that are not over, by the position of their record.

    Args:
        history: earlier values of a region (code) and an indicator (id), in the indicator's unit.
        today: the day of receipt.
    """
    found: dict[int, list[Finding]] = {}
    periods: dict[tuple[date, date], list[int]] = {}
    for position, record in enumerate(records):
        if record.period_end > month_end(today):
            found[position] = [_not_over(record, today)]
        elif record.indicator_id in _indicators():
            periods.setdefault((record.period_start, record.period_end), []).append(position)
    for (start, end), positions in sorted(periods.items()):
        is_month = (start.year, start.month) == (end.year, end.month)
        if not is_month and (start.year, start.month) != (end.year, 1):
            continue  # an average over years is held against nothing
        subject = _subject([records[p] for p in positions], end, is_month, history, today, settings)
        for remark in plausibility.remarks(subject):
            position = positions[int(subject.lines[remark.lines[0]].row.row_id or 0)]
            found.setdefault(position, []).append(_of_a_table(remark.finding))
    return found


def _subject(
    records: Sequence[FigureRecord], end: date, is_month: bool, history: History, today: date, settings: CheckSettings
) -> Subject:
    month = end.replace(day=1)
    asked, filled, points = [], [], {}
    for number, record in enumerate(records):
        indicator = _indicators()[record.indicator_id or ""]
        unit = _unit_names().get(indicator["unit_code"], "")
        factor = units.factor(record.unit, unit)
        if factor is None:
            continue  # another quantity: it is compared with nothing downstream either
        key, value = str(number), record.value * factor
        asked.append(
            FormRow(
                row_id=key,
                item_kind="indicator",
                item_name=record.indicator_text,
                plan_id="",
                plan_title="",
                region_code=record.region_code,
                region_name=record.region_name,
                indicator_id=record.indicator_id,
                unit=unit,
                unit_code=indicator["unit_code"],
                indicator_kind=indicator["kind"],
            )
        )
        filled.append(
            ReportedRow(
                row_id=key,
                item_kind="indicator",
                item_name=record.indicator_text,
                sheet=record.sheet,
                row=0,
                unit=unit,
                current_value=value if is_month else None,
                cumulative_value=None if is_month else value,
                cells=dict.fromkeys(("item_name", "current_value", "cumulative_value"), record.cell),
            )
        )
        points[key] = history(record.region_code, record.indicator_id or "")
    form = Form("", "", "", month, tuple(asked))
    return Subject.of(FilledForm("", Head(month=month), filled), form, points, today, settings)


def _not_over(record: FigureRecord, today: date) -> Finding:
    """A year or month that is not over has no actual yet; the month that runs may be reported before its end."""
    state = "尚未开始" if record.period_start > today else "尚未结束"
    stated = str(Period(record.period_start, record.period_end))
    return finding("future_period", record.sheet, record.cell, stated=stated, state=state, today=today.isoformat())


def _of_a_table(finding: Finding) -> Finding:
    """In a table there are neither the two columns of values nor the one of explanations."""
    message = finding.message.replace("的累计值", "的数值").replace("的本期值", "的数值")
    remedy = finding.remedy.replace("请在“情况属实说明”栏", "请改用报送表报送，并在“情况属实说明”栏")
    return replace(finding, message=message, remedy=remedy)


@cache
def _indicators() -> dict[str, dict[str, str]]:
    return {row["indicator_id"]: row for row in seed("indicators")}


@cache
def _unit_names() -> dict[str, str]:
    return {row["unit_code"]: row["unit_name"] for row in seed("units")}
