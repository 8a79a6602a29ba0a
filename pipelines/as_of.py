"""The day of a past view: how it is told, and which days can be asked for. Imports nothing heavy."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class UnclearDay(ValueError):
    """What was asked for is no day, or one that is yet to come; the message says so in Chinese."""


def parse_day(text: str, now: datetime | None = None) -> date:
    """The day of a past view. Today will do, tomorrow will not; the day is China's. Raises `UnclearDay`."""
    written = text.strip()
    try:
        if not _DAY.fullmatch(written):
            raise ValueError(written)
        day = date.fromisoformat(written)
    except ValueError:
        raise UnclearDay(f"日期应写成 2024-03-31，现为“{text}”") from None
    today = (now or datetime.now(UTC)).astimezone(_CHINA).date()
    if day > today:
        raise UnclearDay(f"{day} 还没有到（今天是 {today}），那一天已知什么现在说不出。请写今天或以前的日期")
    return day
