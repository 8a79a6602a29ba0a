"""Landing of submissions: intake records and withdrawals -> Parquet. What was understood is taken as it was recorded.

One Parquet file a table holds every submission: records are small, were checked when they were written, and are never
read from the workbooks again.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipelines.example_data import is_marked
from pipelines.intake.record import IntakeRecord, Withdrawal
from pipelines.intake.register import Register
from pipelines.landing import store
from pipelines.submissions.calendar import days_late, deadline, reminders, reporting_calendar, work_calendar
from pipelines.submissions.months import china_day, next_month

SUBMISSION_TABLES = ("submissions", "submission_figures", "submission_texts", "submission_findings", "reporting_months")
LONGEST_GAP = 400  # days between two months reported on; years without any are no months missed
LATELY = 3  # months
ALL = "all"  # name of the one file of each table

# By whether the inputs are example data.
_STRAY = {
    False: "{path} 是示例库的报送，不能进入正式库。请把它和同名的报送表从 raw/submissions 移走",
    True: "{path} 是正式库的报送，不能进入示例库。请把它和同名的报送表移走，或运行 make demo 重建示例库",
}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LandedSubmissions:
    """How much was landed."""

    submission_count: int
    figure_count: int
    finding_count: int


def land_submissions(raw_dir: Path, folder: Path) -> LandedSubmissions:
    """Write the tables of every submission in the register under ``folder``.

    Raises ValueError for a damaged record, and for one of a home of example data among real ones or the reverse.
    """
    register = Register(raw_dir)
    taken_back = {one.submission_id: one for _, one in register.withdrawals()}
    rows: dict[str, list[Row]] = {table: [] for table in SUBMISSION_TABLES}
    work, due = work_calendar(), reporting_calendar()
    opened: dict[date, date] = {}  # months that submissions are about, with the day the first of each came
    example = is_marked(raw_dir)
    for path, record in register.records():
        if record.is_example != example:
            raise ValueError(_STRAY[example].format(path=path))
        kept = next(iter(sorted(path.parent.glob(f"{record.submission_id}_*"))), None)
        input_path = kept.relative_to(raw_dir).as_posix() if kept is not None else None
        late = days_late(china_day(record.received_at), record.month, work, due)
        rows["submissions"].append(_submission(record, input_path, late, taken_back.get(record.submission_id)))
        rows["submission_figures"] += _figures(record)
        rows["submission_texts"] += _texts(record)
        rows["submission_findings"] += _findings(record)
        received = china_day(record.received_at)
        if record.verdict != "returned" or _is_lately(record.month, received):
            opened[record.month] = min(received, opened.get(record.month, received))
    for month, opened_on in _without_gaps(opened):
        steps = reminders(month, work, due)
        rows["reporting_months"].append(
            {
                "month": month,
                "due_date": deadline(month, work, due),
                "reminder_steps": [step.step for step in steps],
                "reminder_dates": [step.day for step in steps],
                "opened_on": opened_on,
            }
        )
    for table in SUBMISSION_TABLES:
        store.write_table(store.landed_path(folder, table, ALL), table, rows[table])
    return LandedSubmissions(
        len(rows["submissions"]), len(rows["submission_figures"]), len(rows["submission_findings"])
    )


def _is_lately(month: date, received: date) -> bool:
    """Whether a month may be meant by who writes it: a file is returned for naming another, and opens no month."""
    return 0 <= 12 * (received.year - month.year) + received.month - month.month <= LATELY


def _without_gaps(opened: dict[date, date]) -> Iterator[tuple[date, date]]:
    """Every month from the first to the last, with the day since which it is one: a month that nobody reported on is
    missed by all, since months on either side of it have been reported on, not too far apart.
    """
    days: dict[date, date] = {}
    present: list[date] = []
    for month in sorted(opened, key=lambda month: (opened[month], month)):  # as they came
        place = bisect(present, month)
        present.insert(place, month)
        days[month] = min(opened[month], days.get(month, opened[month]))
        for earlier, later in pairwise(present[max(place - 1, 0) : place + 2]):
            if (later - earlier).days <= LONGEST_GAP:
                missed = earlier
                while (missed := next_month(missed)) < later:
                    days.setdefault(missed, opened[month])
    yield from sorted(days.items())


def _submission(record: IntakeRecord, input_path: str | None, late: int, withdrawal: Withdrawal | None) -> Row:
    return {
        "submission_id": record.submission_id,
        "sha256": record.sha256,
        "byte_count": record.byte_count,
        "file_name": record.file_name,
        "input_path": input_path,
        "received_at": record.received_at.replace(tzinfo=None),
        "received_by": record.received_by,
        "reason": record.reason or None,
        "form_kind": record.kind,
        "department_name": record.department,
        "region_code": record.region_code or None,
        "month": record.month,
        "verdict": record.verdict,
        "filled_by": record.filled_by or None,
        "checked_by": record.checked_by or None,
        "led_by": record.led_by or None,
        "asked_count": record.asked_count,
        "late_days": late,
        "withdrawn_at": withdrawal.withdrawn_at.replace(tzinfo=None) if withdrawal else None,
        "withdrawn_by": withdrawal.withdrawn_by if withdrawal else None,
        "withdrawal_reason": withdrawal.reason if withdrawal else None,
    }


def _figures(record: IntakeRecord) -> list[Row]:
    return [
        {
            "figure_id": f"{record.submission_id}-f{number:05d}",
            "submission_id": record.submission_id,
            "ordinal": number,
            "row_key": one.row_key,
            "item_kind": one.item_kind,
            "item_name": one.item_name,
            "plan_id": one.plan_id,
            "region_code": one.region_code,
            "indicator_id": one.indicator_id,
            "indicator_text": one.indicator_text,
            "value_kind": one.value_kind,
            "period_start": one.period_start,
            "period_end": one.period_end,
            "value": one.value,
            "unit_text": one.unit,
            "maturity": one.maturity,
            "sheet": one.sheet,
            "cell": one.cell,
            "is_quarantined": one.is_quarantined,
        }
        for number, one in enumerate(record.figures, 1)
    ]


def _texts(record: IntakeRecord) -> list[Row]:
    return [
        {
            "text_id": f"{record.submission_id}-t{number:05d}",
            "submission_id": record.submission_id,
            "ordinal": number,
            "row_key": one.row_key,
            "item_kind": one.item_kind,
            "item_name": one.item_name,
            "plan_id": one.plan_id,
            "region_code": one.region_code,
            "indicator_id": one.indicator_id,
            "progress_text": one.progress_text or None,
            "problem_text": one.problem_text or None,
            "next_step_text": one.next_step_text or None,
            "explanation": one.explanation or None,
            "sheet": one.sheet,
            "row_number": one.row,
            "is_quarantined": one.is_quarantined,
        }
        for number, one in enumerate(record.texts, 1)
    ]


def _findings(record: IntakeRecord) -> list[Row]:
    return [
        {
            "finding_id": f"{record.submission_id}-n{number:05d}",
            "submission_id": record.submission_id,
            "ordinal": number,
            "code": one.code,
            "severity": one.severity,
            "message": one.message,
            "remedy": one.remedy,
            "sheet": one.sheet or None,
            "cell": one.cell or None,
        }
        for number, one in enumerate(record.findings, 1)
    ]
