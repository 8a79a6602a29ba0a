"""Values to words, in the way the dashboard writes them. Pure functions; every one takes None for "not known"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from dashboards import text as words

_BEIJING = timedelta(hours=8)
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^&])")


def escape_markdown(text: str) -> str:
    """Text from a plan or a file, safe and unchanged inside Streamlit's Markdown."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def number(value: float | None) -> str:
    """A number without noise: at most four decimals, thousands set apart from 10 000 on. None is 缺, never 0."""
    if value is None:
        return words.MISSING
    shown = f"{value:,.4f}" if abs(value) >= 10_000 else f"{value:.4f}"
    shown = shown.rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown


def quantity(value: float | None, unit: str | None) -> str:
    """A number with its unit: 69%, 7.6 亿元. None is 缺, without a unit."""
    if value is None:
        return words.MISSING
    if not unit:
        return number(value)
    return f"{number(value)}{unit}" if unit in ("%", "‰", "℃") else f"{number(value)} {unit}"


def target(
    value: float | None,
    unit: str | None,
    comparator: str | None,
    as_written: str | None = None,
    value_high: float | None = None,
) -> str:
    """A target with its comparator: ≥ 69%. One that could not be resolved is shown as it was written."""
    if value is None:
        return as_written or words.MISSING
    sign = words.COMPARATORS.get(comparator or "eq", "")
    amount = quantity(value, unit) if value_high is None else f"{number(value)}–{quantity(value_high, unit)}"
    return f"{sign} {amount}" if sign else amount


def corrected(is_corrected: bool | None, as_written: str | None) -> str | None:
    """What to say beside a number that someone has amended: what the text itself says. None where nobody has."""
    return words.CORRECTED.format(text=as_written or words.MISSING) if is_corrected else None


def period(period_type: str | None, start: int | None, end: int | None) -> str:
    """When a value holds: 到 2027 年末, 2027 年, 2023–2027 每年, 2023–2027 累计."""
    last = end if end is not None else start
    if last is None:
        return words.YEAR_UNKNOWN
    span = str(last) if start in (None, last) else f"{start}–{last}"
    return words.PERIODS.get(period_type or "in", words.PERIODS["in"]).format(year=last, span=span)


def year(value: int | None) -> str:
    return words.YEAR_UNKNOWN if value is None else words.YEAR.format(year=value)


def year_month(year_number: int | None, month: int | None) -> str:
    """2026 年 6 月, or the year alone."""
    return year(year_number) if month is None else words.YEAR_MONTH.format(year=year_number, month=month)


def status(code: str | None) -> str:
    """A state by sign and word, so that colour is never the only sign."""
    return words.STATUSES.get(code or "", words.UNKNOWN_CODE.format(code=code or words.MISSING))


def maturity(code: str | None) -> str:
    return words.MATURITIES.get(code or "unknown", code or "")


def names(values: Iterable[str] | None) -> str:
    return words.JOINER.join(values or []) or words.NOT_STATED


def attribute(value: str | None) -> str:
    """约束性 or 预期性 in the language of the visit; "" where the text does not say."""
    return words.CLASSES.get(value, value) if value else ""


def indicator(row: Mapping[str, Any]) -> str:
    """The name of an indicator: in English where the visit and the catalogue have it."""
    english = row.get("indicator_name_en") if words.language() != words.DEFAULT else None
    return str(english or row["indicator_name"])


def plan_name(doc: str, title: str | None) -> str:
    """A plan by its number and title, on one line."""
    return f"{doc} {' '.join((title or words.NO_TITLE).split())}"


def day(value: date | datetime | None) -> str:
    return words.MISSING if value is None else value.strftime("%Y-%m-%d")


def moment(value: datetime | None) -> str:
    """A time of the warehouse (UTC, without a zone) as Beijing time, to the minute."""
    if value is None:
        return words.MISSING
    return words.BEIJING_TIME.format(time=(value + _BEIJING).strftime("%Y-%m-%d %H:%M"))


def file_place(path: str | None, line: int | None) -> str:
    """Where a figure stands in a file of ``raw/``."""
    if not path:
        return words.MISSING
    return path if line is None else words.FILE_LINE.format(path=path, line=line)


def web_address(value: str | None) -> str | None:
    """The value if it is a web address that may become a link, else None."""
    if not value or urlsplit(value).scheme not in ("http", "https"):
        return None
    return value


def page_link(page: str, **parameters: object) -> str:
    """The address of a page of this dashboard, relative to any page of it; parameters that are None are left out."""
    if words.language() != words.DEFAULT:
        parameters[words.PARAMETER] = words.language()
    query = urlencode({name: value for name, value in parameters.items() if value is not None})
    return f"{page}?{query}" if query else page


def statement_link(statement_id: str | None) -> str | None:
    """The address of the very sentence in the plan text."""
    return page_link("text", statement=statement_id) if statement_id else None
