"""The calendar of submissions: deadlines, lateness in working days, and the steps of 催报."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.submissions.calendar import (
    CalendarSettings,
    ReminderStep,
    WorkCalendar,
    days_late,
    deadline,
    reminder_due,
    reminders,
    reporting_calendar,
    work_calendar,
)
from pipelines.submissions.seeds import seed

WORK = work_calendar()
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ("2026-10-01", "2026-11-05"),  # a Thursday
        ("2026-08-01", "2026-09-07"),  # the 5th is a Saturday
        ("2026-09-01", "2026-10-08"),  # National Day runs to the 7th
        ("2025-09-01", "2025-10-09"),  # National Day and Mid-Autumn run to the 8th
        ("2026-03-01", "2026-04-07"),  # Qingming, 4th to 6th
        ("2025-03-01", "2025-04-07"),  # Qingming on a Saturday, then Sunday
        ("2024-09-01", "2024-10-08"),
        ("2025-01-01", "2025-02-05"),  # the first working day after Spring Festival
        ("2024-04-01", "2024-05-06"),
        ("2025-12-31", "2026-01-05"),  # over the end of the year; any day of the month stands for it
    ],
)
def test_deadline_is_the_fifth_or_the_next_working_day(month: str, due: str) -> None:
    assert deadline(date.fromisoformat(month), WORK) == date.fromisoformat(due)


def test_a_weekend_worked_in_exchange_is_a_working_day() -> None:
    assert WORK.is_working_day(date(2026, 10, 10))
    assert not WORK.is_working_day(date(2026, 10, 11))
    assert not WORK.is_working_day(date(2026, 10, 7))


def test_a_due_day_beyond_the_month_is_its_last_day() -> None:
    assert deadline(date(2025, 1, 1), WORK, CalendarSettings(due_day=31)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2026-10-20", 0),  # before the month is over
        ("2026-11-05", 0),  # on the day
        ("2026-11-06", 1),
        ("2026-11-07", 2),  # a Saturday counts as the Monday after
        ("2026-11-08", 2),
        ("2026-11-09", 2),
        ("2026-11-16", 7),
    ],
)
def test_lateness_counts_working_days(received: str, late: int) -> None:
    assert days_late(date.fromisoformat(received), date(2026, 10, 1), WORK) == late


def test_lateness_leaves_holidays_out() -> None:
    ninth = CalendarSettings(due_day=30)
    assert deadline(date(2026, 8, 1), WORK, ninth) == date(2026, 9, 30)
    assert days_late(date(2026, 10, 8), date(2026, 8, 1), WORK, ninth) == 1


def test_reminders_stand_one_three_and_five_working_days_after_the_deadline() -> None:
    assert [(found.step, found.day.isoformat()) for found in reminders(date(2026, 9, 1), WORK)] == [
        ("督查通知", "2026-10-09"),
        ("催办通知", "2026-10-12"),  # the Saturday 10 October is worked
        ("现场督办", "2026-10-14"),
    ]


def test_the_gravest_reminder_that_has_come_counts() -> None:
    month = date(2026, 10, 1)
    assert reminder_due(month, date(2026, 11, 5), WORK) is None
    found = [reminder_due(month, date(2026, 11, day), WORK) for day in (6, 9, 10, 12, 30)]
    assert [reminder.step if reminder else "" for reminder in found] == [
        "督查通知",
        "督查通知",
        "催办通知",
        "现场督办",
        "现场督办",
    ]


@pytest.mark.parametrize(
    "settings",
    [
        {"due_day": 0},
        {"due_day": 32},
        {"steps": (ReminderStep("甲", 0),)},
        {"steps": (ReminderStep("甲", 3), ReminderStep("乙", 1))},
    ],
)
def test_settings_that_cannot_be_are_refused(settings: dict) -> None:
    with pytest.raises(ValueError):
        CalendarSettings(**settings)


def test_the_holidays_file_is_consistent() -> None:
    rows = seed("holidays")
    days = [row["date"] for row in rows]
    assert days == sorted(set(days))
    for row in rows:
        day = date.fromisoformat(row["date"])
        assert row["is_workday"] in ("true", "false")
        assert row["is_workday"] == "false" or day.weekday() >= 5, f"{day}: only a weekend is worked in exchange"
    assert [year for year in range(2020, 2030) if WORK.knows(year)] == [2024, 2025, 2026]


@pytest.mark.parametrize(
    ("year", "days_off"),
    # Of the year's 13 statutory days off (11 until 2024), those that take a weekday, less the weekends worked.
    [(2024, 11), (2025, 13), (2026, 13)],
)
def test_each_year_has_as_many_days_off_as_the_law_grants(year: int, days_off: int) -> None:
    start, end = date(year, 1, 1), date(year, 12, 31)
    weekdays = sum((start + timedelta(days=step)).weekday() < 5 for step in range((end - start).days + 1))
    assert weekdays - WORK.between(start - timedelta(days=1), end) == days_off


def test_a_day_cannot_be_worked_and_off() -> None:
    rows = [{"date": "2026-01-04", "is_workday": "true"}, {"date": "2026-01-04", "is_workday": "false"}]
    with pytest.raises(ValueError, match="2026-01-04"):
        WorkCalendar.of(rows)


def test_a_calendar_without_working_days_is_refused_in_bounded_time() -> None:
    off = WorkCalendar(frozenset(date(2026, 1, 1) + timedelta(days=step) for step in range(365)), frozenset())
    with pytest.raises(ValueError, match="no working day"):
        off.on_or_after(date(2026, 1, 1))


@given(DAYS, st.integers(0, 40))
def test_adding_working_days_and_counting_them_agree(day: date, count: int) -> None:
    start = WORK.on_or_after(day)
    assert WORK.between(start, WORK.add(start, count)) == count


@given(DAYS)
def test_a_deadline_is_a_working_day_not_before_the_fifth(month: date) -> None:
    due = deadline(month, WORK)
    assert WORK.is_working_day(due)
    assert due.day >= 5
    assert days_late(due, month, WORK) == 0
    assert days_late(due + timedelta(days=1), month, WORK) >= 1


def test_the_deadline_and_the_reminders_are_those_of_the_file() -> None:
    assert reporting_calendar() == CalendarSettings()
    tenth = CalendarSettings.of(
        [{"item": "截止", "kind": "due_day", "days": "10"}, {"item": "提醒", "kind": "reminder", "days": "2"}]
    )
    assert deadline(date(2026, 9, 1), WORK, tenth) == date(2026, 10, 10)
    assert [step.step for step in reminders(date(2026, 9, 1), WORK, tenth)] == ["提醒"]
    with pytest.raises(ValueError, match="due_day"):
        CalendarSettings.of([{"item": "提醒", "kind": "reminder", "days": "2"}])
