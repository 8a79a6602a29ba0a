"""Months by their first day, and the day in China, where departments report and deadlines fall."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def china_day(moment: datetime) -> date:
    """The day in China at an aware moment: from midnight to eight in the morning it is the day before in UTC."""
    return moment.astimezone(CHINA).date()


def next_month(month: date) -> date:
    """First day of the month after that of a day."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def month_before(day: date) -> date:
    """First day of the month before that of a day."""
    return date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)


def month_end(month: date) -> date:
    """Last day of the month of a day."""
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def month_text(month: date) -> str:
    """2026年10月."""
    return f"{month.year}年{month.month}月"
