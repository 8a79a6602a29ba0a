"""When a month's submission is due, how late one is, and when which reminder (催报) goes out.

Working days are Monday to Friday, amended by the published holidays and make-up working days of
``dbt/seeds/holidays.csv``. A year that the file does not know has weekends only; `WorkCalendar.knows` tells so. The day
of the deadline and the reminders are those of ``dbt/seeds/reporting_calendar.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pipelines.submissions.months import month_end, next_month
from pipelines.submissions.seeds import seed

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_BREAK = 60  # days; no real run of days off comes near: a data file that has none to work on is an error


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. ``holidays`` are off whatever the weekday, ``workdays`` are worked though a weekend."""

    holidays: frozenset[date]
    workdays: frozenset[date]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> WorkCalendar:
        """From rows with ``date`` (ISO) and ``is_workday`` (true, false). ValueError for a day that is both."""
        kinds: dict[bool, set[date]] = {True: set(), False: set()}
        for row in rows:
            kinds[row["is_workday"].strip().lower() == "true"].add(date.fromisoformat(row["date"]))
        both = kinds[True] & kinds[False]
        if both:
            raise ValueError(f"holidays: {min(both)} is given as a working day and as a day off")
        return cls(frozenset(kinds[False]), frozenset(kinds[True]))

    def knows(self, year: int) -> bool:
        """Whether the holidays of a year have been entered."""
        return any(day.year == year for day in self.holidays)

    def is_working_day(self, day: date) -> bool:
        return day in self.workdays or (day.weekday() < _SATURDAY and day not in self.holidays)

    def on_or_after(self, day: date) -> date:
        """The day itself if it is worked, else the next working day. ValueError if none comes within 60 days."""
        for _ in range(_LONGEST_BREAK):
            if self.is_working_day(day):
                return day
            day += _DAY
        raise ValueError(f"holidays: no working day in the {_LONGEST_BREAK} days before {day}")

    def add(self, day: date, count: int) -> date:
        """The working day ``count`` working days after ``day``; for 0 as `on_or_after`."""
        for _ in range(count):
            day = self.on_or_after(day + _DAY)
        return self.on_or_after(day)

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; 0 where ``end`` is not after ``start``."""
        days = (end - start).days
        return sum(self.is_working_day(start + step * _DAY) for step in range(1, days + 1))


@cache
def work_calendar() -> WorkCalendar:
    """The calendar of ``dbt/seeds/holidays.csv``."""
    return WorkCalendar.of(seed("holidays"))


@dataclass(frozen=True, slots=True)
class ReminderStep:
    """One step of 催报: its name as written on the paper, and how many working days after the deadline it is due."""

    name: str
    working_days: int


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """When submissions are due.

    Attributes:
        due_day: day of the following month; the 5th is the commonest deadline of monthly forms (成都 has the 10th).
            In a shorter month its last day.
        steps: reminders in the order of their gravity. The order 督查通知, 催办通知, 现场督办 is practice; the
            distances are ours: one working day for what was forgotten, then two more each.
    """

    due_day: int = 5
    steps: tuple[ReminderStep, ...] = (
        ReminderStep("督查通知", 1),
        ReminderStep("催办通知", 3),
        ReminderStep("现场督办", 5),
    )

    def __post_init__(self) -> None:
        if not 1 <= self.due_day <= 31:
            raise ValueError(f"due_day is a day of a month, not {self.due_day}")
        distances = [step.working_days for step in self.steps]
        if any(distance < 1 for distance in distances) or distances != sorted(set(distances)):
            raise ValueError("reminders come on different working days after the deadline, in the order given")

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> CalendarSettings:
        """From rows with ``item``, ``kind`` (due_day, reminder) and ``days``. ValueError for any other."""
        rows = list(rows)
        due = [int(row["days"]) for row in rows if row["kind"] == "due_day"]
        steps = tuple(ReminderStep(row["item"], int(row["days"])) for row in rows if row["kind"] == "reminder")
        if len(due) != 1 or len(due) + len(steps) != len(rows):
            raise ValueError("reporting_calendar: one row of kind due_day, all others of kind reminder")
        return cls(due[0], steps)


DEFAULTS = CalendarSettings()


@cache
def reporting_calendar() -> CalendarSettings:
    """The settings of ``dbt/seeds/reporting_calendar.csv``."""
    return CalendarSettings.of(seed("reporting_calendar"))


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step of 催报 on its day."""

    step: str
    day: date


def deadline(month: date, work: WorkCalendar, settings: CalendarSettings = DEFAULTS) -> date:
    """Last day on which the submission of a month is in time: the due day, or the next working day after it.

    ``month`` is any day of the month reported on.
    """
    last_day = month_end(next_month(month))
    return work.on_or_after(last_day.replace(day=min(settings.due_day, last_day.day)))


def days_late(received: date, month: date, work: WorkCalendar, settings: CalendarSettings = DEFAULTS) -> int:
    """Working days from the deadline to the day of receipt; 0 in time.

    What comes on a day off counts as come on the next working day: a Sunday after a Friday's deadline is one day late.
    """
    due = deadline(month, work, settings)
    return work.between(due, work.on_or_after(received)) if received > due else 0


def reminders(month: date, work: WorkCalendar, settings: CalendarSettings = DEFAULTS) -> tuple[Reminder, ...]:
    """Every step with its day, for a month's submission that does not come."""
    due = deadline(month, work, settings)
    return tuple(Reminder(step.name, work.add(due, step.working_days)) for step in settings.steps)


def reminder_due(
    month: date, today: date, work: WorkCalendar, settings: CalendarSettings = DEFAULTS
) -> Reminder | None:
    """The gravest step whose day has come, for a submission that is still missing; None before the first."""
    come = [reminder for reminder in reminders(month, work, settings) if reminder.day <= today]
    return come[-1] if come else None
