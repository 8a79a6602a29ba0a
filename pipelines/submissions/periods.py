"""Periods of labels and titles: years, months, quarters, cumulative months, and words relative to a reporting month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from pipelines.submissions import lexicon
from pipelines.submissions.labels import tidy

FIRST_YEAR, LAST_YEAR = 1949, 2100
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMERALS |= {"十": 10, "十一": 11, "十二": 12}
_MONTH = r"(?:(?<!\d)(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九])"
_DASH = r"(?:[-—~～至到―]{1,2})"
_YEAR = r"(?:(?<!\d)(?:19|20)\d\d)"
_CN_YEAR = r"(?:[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年))"
_PART = (
    rf"(?:(?P<from>{_MONTH})月?份?{_DASH}(?P<to>{_MONTH})月份?(?:末|底|止)?(?:累计)?"
    rf"|(?:前(?P<front>[二两三四])|第?(?P<quarter>[一二三四]|(?<!\d)[1-4]))个?季度(?:末|累计)?"
    rf"|Q(?P<q>[1-4])(?!\d)"
    rf"|(?P<half>上半年|下半年)"
    rf"|(?P<month>{_MONTH})月(?!均)份?(?:末|底)?(?P<day>\d{{1,2}}[日号])?)"
)
# A year without 年 must not be the head of a quantity (2000万元以上) or of a longer number.
_BARE = r"(?![\d.,年月/万亿千百十元人吨户家个米平亩公号版辆台件只头所%倍岁天期余多]|-\d)"
_PERIOD = re.compile(
    rf"(?P<range>(?P<first>{_YEAR})年?{_DASH}(?P<last>(?:19|20)\d\d)(?:(?P<school>学年)|年|(?![\d.])))"
    rf"|(?P<compact>{_YEAR}(?:0[1-9]|1[0-2]))(?!\d)"
    rf"|(?P<numeric>{_YEAR}[./\-](?:1[0-2]|0?[1-9])(?:[./\-]\d{{1,2}})?)(?![\d./])"
    rf"|(?:(?P<year>{_YEAR}|{_CN_YEAR})(?:年度?[ ,，]*|[ ,，]+|(?=[Q上下前第一二三四])))?{_PART}"
    rf"|(?P<whole>{_YEAR}|{_CN_YEAR})(?:(?P<mark>学年)|年度?(?:末|底|全年)?(?!\d{{1,2}}月)|{_BARE})"
)
_PUBLICATION = re.compile(
    rf"(?:统计)?年鉴[》\s]*[-—(]*\s*{_YEAR}(?:年(?:版)?)?\)?|《?{_YEAR}年?[\u4e00-\u9fff]{{0,8}}年鉴》?|年鉴"
)


_TO_DATE = re.compile(
    r"(?:1[-—至~到]本月(?:止|末|底)?|(?:本年|今年)?(?:自?年初至本月|至本月止?|本月止|本期止)?)(?:累计)(?:数|值|额|完成)?|1[-—至~到]本月"
)
_FORMER = re.compile(
    r"(?:上年|去年)(?:同期)?(?P<month>本月|当月|同月)?(?P<to_date>(?:1[-—至~到]本月)?累计)?(?:数|值|额|完成|实绩)?"
)
# Words of a time that the label does not fix: what they stand beside must not be taken for a name.
_FOREIGN_TIME = re.compile(r"上年|去年|前年|上月|上季|上期|同期|本季|当季|次年|明年|下年|下月|上旬|中旬|下旬|期初")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, both inside."""

    start: date
    end: date

    @property
    def is_year(self) -> bool:
        return self == year_period(self.start.year)

    def __str__(self) -> str:
        if self.is_year:
            return f"{self.start.year}年"
        if self.start.year != self.end.year:
            return f"{self.start.year}-{self.end.year}年"
        months = f"{self.start.month}" if self.start.month == self.end.month else f"{self.start.month}-{self.end.month}"
        return f"{self.start.year}年{months}月"


@dataclass(frozen=True, slots=True)
class Timing:
    """What a text says of time: a full period, or part of one that another text must complete.

    Attributes:
        period: where the text alone fixes it.
        months: (first, last) where months stand without a year.
        relative: this_month, this_to_date, this_year, former_period, former_month, former_to_date, former_year;
            '' for none.
        is_range: several years (2020-2024年): a span, no single year.
        unclear: a piece of text that tells a time in a way that is not read.
        rest: the text without its time.
    """

    rest: str
    period: Period | None = None
    months: tuple[int, int] | None = None
    relative: str = ""
    is_range: bool = False
    unclear: str = ""

    @property
    def is_some(self) -> bool:
        return bool(self.period or self.months or self.relative or self.unclear)


def year_period(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def months_period(year: int, first: int, last: int) -> Period | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= last <= 12):
        return None
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def year_before(period: Period) -> Period:
    """The same period of the year before."""
    found = months_period(period.start.year - 1, period.start.month, period.end.month)
    assert found is not None or period.start.year == FIRST_YEAR
    return found or period


def is_year_number(number: float | None) -> bool:
    return number is not None and number == int(number) and FIRST_YEAR <= number <= LAST_YEAR


def _month_number(text: str) -> int:
    return _NUMERALS[text] if text in _NUMERALS else int(text)


def _year_number(text: str) -> int | None:
    if text.isdigit():
        year = int(text)
    else:
        digits = "".join(str("零一二三四五六七八九".find("零" if c in "〇○0" else c)) for c in text)
        year = int(digits) if "-" not in digits else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def read_timing(label: str) -> Timing:
    """The time that the label of a row or column tells, and the label without it."""
    text = tidy(label)
    for kind in ("this_to_date", "former_period", "former_year", "this_month", "this_year"):
        if text in lexicon.words(kind):
            return Timing("", relative=kind)
    if _TO_DATE.fullmatch(text):
        return Timing("", relative="this_to_date")
    if match := _FORMER.fullmatch(text):
        to_date = bool(match["to_date"])
        return Timing(
            "", relative="former_to_date" if to_date else "former_month" if match["month"] else "former_period"
        )
    timing = _read(text)
    if not timing.is_some and _FOREIGN_TIME.search(timing.rest):
        return Timing("", unclear=text)
    return timing


def _read(text: str) -> Timing:
    found: list[tuple[re.Match[str], Timing]] = []
    for match in _PERIOD.finditer(text):
        if match.end() == match.start():
            continue
        timing = _timing_of(match)
        if timing is not None:
            found.append((match, timing))
    if not found:
        return Timing(text)
    rest = text
    for match, _ in reversed(found):
        rest = rest[: match.start()] + rest[match.end() :]
    rest = rest.strip(" ()-—_,，:：、")
    if len(found) == 1:
        timing = found[0][1]
        return Timing(rest, timing.period, timing.months, timing.relative, timing.is_range, timing.unclear)
    periods = {timing.period for _, timing in found}
    if len(periods) == 1 and None not in periods:
        return Timing(rest, periods.pop())
    return Timing(rest, unclear="、".join(match.group() for match, _ in found)[:40])


def _timing_of(match: re.Match[str]) -> Timing | None:
    group = match.group
    if group("range"):
        first, last = int(group("first")), int(group("last"))
        if group("school") or not FIRST_YEAR <= first < last <= LAST_YEAR:
            return Timing("", unclear=group())
        return Timing("", Period(date(first, 1, 1), date(last, 12, 31)), is_range=True)
    if group("numeric") or group("compact"):
        return _numeric(group("numeric") or f"{group('compact')[:4]}-{group('compact')[4:]}")
    if group("whole"):
        year = _year_number(group("whole"))
        if year is None:
            return None
        return Timing("", unclear=group()) if group("mark") else Timing("", year_period(year))
    year = _year_number(group("year")) if group("year") else None
    span = _months_of(match)
    if group("day") or span == (0, 0) or (group("year") and year is None):
        return Timing("", unclear=group())
    if year is None:
        return Timing("", months=span)
    period = months_period(year, *span)
    return Timing("", period) if period else Timing("", unclear=group())


def _numeric(text: str) -> Timing:
    """2024-10 is a month; with a day it is a date, which is no period."""
    parts = [int(part) for part in re.split(r"[./\-]", text)]
    period = months_period(parts[0], parts[1], parts[1]) if len(parts) == 2 else None
    return Timing("", period) if period else Timing("", unclear=text)


def _months_of(match: re.Match[str]) -> tuple[int, int]:
    """(first, last) month; (0, 0) for what is no proper span."""
    group = match.group
    if group("from"):
        first, last = _month_number(group("from")), _month_number(group("to"))
        return (first, last) if first <= last else (0, 0)
    if group("front"):
        return (1, 3 * {"二": 2, "两": 2, "三": 3, "四": 4}[group("front")])
    if group("quarter") or group("q"):
        number = _NUMERALS.get(group("quarter") or "", 0) or int(group("quarter") or group("q"))
        return (3 * number - 2, 3 * number)
    if group("half"):
        return (1, 6) if group("half") == "上半年" else (7, 12)
    month = _month_number(group("month"))
    return (month, month)


def read_title_period(text: str) -> Period | None:
    """The one period that a title, sheet name or file name tells; the year of a yearbook's edition is none."""
    timing = _read(_PUBLICATION.sub(" ", tidy(text)))
    return timing.period if timing.period and not timing.is_range else None
