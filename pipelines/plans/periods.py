"""Time expressions of a clean text, and the years they name.

A year in a plan is a date, the year of a value, the end of a promise or part of a name; here each expression gets its
place, its sense and its years. Which values it governs is decided in `statements`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.plans import lexicon
from pipelines.plans.numerals import chinese_number


@dataclass(slots=True)
class TimeExpression:
    """A place in the text, its ``sense`` and the years it names.

    by (到2027年), in (2023年), asof (截至2023年6月底), end (2023年底), span (2023-2027年), era (“十四五”),
    from (从2015年), base (比2020年),
    same (当年: the year that is told of), since (自2018年以来), past (五年来), future (今后五年), every (每年),
    held (连续四年, 常年), yearly (年均), total (累计), noun (2000年前建成的: part of a name).
    """

    start: int
    end: int
    sense: str
    first: int | None = None
    last: int | None = None
    count: int | None = None


@dataclass(slots=True)
class Calendar:
    """The years that relative words mean in one document: 今年, 去年, 五年, 本届."""

    start_year: int | None
    end_year: int | None
    this_year: int | None


_ERA = {
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
    "十三": 13,
    "十四": 14,
    "十五": 15,
    "十六": 16,
}
_TURN_OF_ERA = re.compile("(?:圆满|顺利|胜利|完美|良好)?(?:收官|开局|起步|开好局|首年|攻坚之年|决胜)")
_Y = r"(?:19|20)\d\d"
_CY = r"[一二][零〇○O九一][零〇○O一二三四五六七八九][零〇○O一二三四五六七八九]"


@cache
def _pattern() -> re.Pattern[str]:
    acts = "|".join(w for w in lexicon.words("verbs", "do") if w not in ("试点", "覆盖", "提升"))
    return re.compile(
        rf"(?=[0-9连常始现目到至截力利争确自从比较以在于与“十九八一二每逐年平今本当去上过近这前同明次未再用通经累合总共期规两三四五六七])(?:"
        rf"(?P<span>(?P<a>{_Y})年?(?:-{{1,2}}|~|至|到)(?P<b>{_Y})年?(?:期间|间)?)"
        rf"|(?P<lead>到|至|截至|截止到?|力争到?|争取到?|截止|自|从|比|较|以|在|于|与)?(?:“(?P<era>十[一二三四五六]?|九|八)五”|(?P<plain>十[一二三四五六]?|九|八)五(?:”(?=期间|时期|期末|末))?)(?P<eralead>规划|计划(?!投资|新|建|实施|完成|安排|总)|纲要)?(?P<eraend>期末|末期|末|收官|时期末|规划末)?(?P<erawhile>期间|时期|期内|以来|期)?(?:(?<=”)|(?<=[末期间内来划纲要官])|(?=[^年个条家]|$))"
        rf"|(?P<ylead>到|至|截至|截止到?|力争到?|争取到?|确保到?|自|从|(?<!占)比|较|以|在|于|与)?(?P<y>{_Y}|{_CY})年(?:度(?!性))?(?P<yend>(?:(?:年?(?:底|末|终)|上半年|下半年)?(?:之?前|以前)?|以来|起))(?P<noun>(?:建成|建|竣工|投用|出台|实施|出生|注册)[^，。；、]{{0,8}}的)?"
        rf"|(?P<every>(?<![人户亩吨月])每一?年度?|逐年|年年|每个年度)"
        rf"|(?P<twoyear>(?P<tn>[两三四五])年(?:平均(?:每年)?|年均)(?=增长|递增|增速|提高|下降))|(?P<yearly>年均(?!浓度|值|气温|降[雨水]|PM|收入|纯收入|产值|税|停电|日照|发电|用水|径流|工资)|年平均(?=增长|递增|下降|增速|提高)|平均每年|年递增)"
        rf"|(?P<this>今年|本年度?|今明两年)|(?P<same>当年)|(?P<lastlead>比|较|同比|与)?(?P<last>去年|(?<![线以])上年|上一?年度?|过去(?:的)?一年|一年来|一年(?=净增|新增))|(?P<next>明年|次年)|(?P<now>(?:截至|截止)?目前|现已|截至当前)"
        rf"|(?P<yearsago>(?:比|较)(?:[两二三四五六七八九十\d]+年前|年初|期初|上半年|一季度|上季度))|(?P<pastyears>(?:过去|近|这|前)?(?P<pn>[两二三四五六七八九十]+|\d\d?)年(?:来|多来|间)|(?:过去|近)(?:的)?(?P<pn2>[两二三四五六七八九十]+|\d\d?)年)"
        rf"|(?P<futureyears>(?:今后|未来|力争|再用|利用|用|通过|经过)(?:的)?(?P<fn>[两二三四五六七八九十\d]+)年(?:左右|时间|内|的努力)?|(?<![\d.每长期第至到])(?P<fn2>[两二三四五六七八九十]|[2-9]|10)年(?:内|之内|(?=年均|共|累计|力争|超|翻|下降|增长|降低|提高|减少|增加|{acts}))|(?:(?<=[，。；：])|^)(?P<fn3>[两三四五])年(?![来前后内间度级制期中以一二三平])|本届(?:政府)?(?:任期)?内?)"
        rf"|(?P<held>连续(?P<hn>[两二三四五六七八九十]|\d\d?)年|常年(?=保持|稳定|维持)|始终(?=保持|稳定|维持))|(?P<total>累计|合计|总共|共计|总计)|(?P<final>(?:到|至)?(?:本)?(?:规划)?期末))"
    )


def era_years(name: str) -> tuple[int, int] | None:
    """Years of a five-year plan by its ordinal: 十四 -> (2021, 2025)."""
    ordinal = _ERA.get(name)
    if ordinal is None:
        return None
    first = 2021 + 5 * (ordinal - 14)
    return first, first + 4


def year_of(text: str) -> int | None:
    if text[0] in "12":
        return int(text)
    value = chinese_number(text.replace("O", "〇"))
    return int(value) if value and 1949 <= value <= 2100 else None


def time_expressions(text: str, calendar: Calendar) -> list[TimeExpression]:
    """Every time expression of a clean text, in order."""
    found: list[TimeExpression] = []
    for match in _pattern().finditer(text):
        expression = _read(match, calendar)
        if expression is not None:
            found.append(expression)
    return found


def _count(text: str) -> int | None:
    value = float(text) if text.isdigit() else chinese_number(text)
    return int(value) if value and 0 < value <= 60 else None


def _read(match: re.Match[str], calendar: Calendar) -> TimeExpression | None:
    group, start, end = match.group, match.start(), match.end()
    if group("span"):
        return TimeExpression(start, end, "span", int(group("a")), int(group("b")))
    if group("era") or group("plain"):
        # 十五 without quotes or a word of time is a numeral.
        marked = group("era") or group("eraend") or group("erawhile") or group("eralead")
        years = era_years(group("era") or group("plain"))
        if not marked or years is None:
            return None
        multiple = re.match(r"的\d[\d.]*倍", match.string[end : end + 12])
        if group("lead") in ("比", "较") or multiple:
            return TimeExpression(start, end, "base", years[1], years[1])
        if group("eralead") and not (group("eraend") or group("erawhile")):
            return TimeExpression(start, end, "noun", *years)
        if group("eraend"):
            return TimeExpression(start, end, "by", years[1], years[1])
        if _TURN_OF_ERA.match(match.string, end):
            return TimeExpression(start, end, "noun", *years)  # 实现“十四五”圆满收官
        sense = "since" if group("erawhile") == "以来" else "era"
        return TimeExpression(start, end, sense, *years)
    if group("y"):
        return _year(match)
    if group("final"):
        return TimeExpression(start, end, "by", calendar.end_year, calendar.end_year)
    if group("every"):
        return TimeExpression(start, end, "every")
    if group("twoyear"):
        count = _count(group("tn"))
        last = calendar.this_year - 1 if calendar.this_year else None
        return TimeExpression(start, end, "average", last - count + 1 if last and count else None, last)
    if group("yearly"):
        return TimeExpression(start, end, "yearly")
    if group("held"):
        return TimeExpression(start, end, "held", count=_count(group("hn")) if group("hn") else None)
    if group("total"):
        return TimeExpression(start, end, "total")
    this = calendar.this_year
    if group("this"):
        return TimeExpression(start, end, "in", this, this)
    if group("same"):
        return TimeExpression(start, end, "same")
    if group("last"):
        year = this - 1 if this else None
        compared = bool(group("lastlead")) or bool(re.match(r"(?:同期)?的\d[\d.]*倍", match.string[end : end + 12]))
        return TimeExpression(start, end, "base" if compared else "in", year, year)
    if group("next"):
        year = this + 1 if this else None
        return TimeExpression(start, end, "in", year, year)
    if group("now"):
        return TimeExpression(start, end, "now")
    if group("yearsago"):
        return TimeExpression(start, end, "base")
    if group("pastyears"):
        count = _count(group("pn") or group("pn2"))
        return TimeExpression(start, end, "past", count=count) if count else None
    if group("futureyears"):
        count = _count(group("fn") or group("fn2") or group("fn3") or "5")
        return TimeExpression(start, end, "future", count=count) if count else None
    return None


def _year(match: re.Match[str]) -> TimeExpression | None:
    group = match.group
    year = year_of(group("y"))
    if year is None:
        return None
    end = match.end()
    if group("noun"):
        return TimeExpression(match.start(), end, "noun", year, year)
    ending, lead = group("yend") or "", group("ylead") or ""
    if "前" in ending:
        return TimeExpression(match.start(), end, "by", year, year)
    if ending in ("以来", "起") or lead == "自":
        return TimeExpression(match.start(), end, "since", year, None)
    on_base = re.match(r"(?:的)?(?:基础|水平)(?:上|之上)?", match.string[end : end + 6])
    multiple = re.match(r"(?:年)?的\d[\d.]*倍", match.string[end : end + 12])
    if lead in ("比", "较", "与", "以") or on_base or multiple:
        end += on_base.end() if on_base else 0
        return TimeExpression(match.start(), end, "base", year, year)
    if lead in ("从",):
        return TimeExpression(match.start(), end, "from", year, year)
    if lead.startswith("截"):
        return TimeExpression(match.start(), end, "asof", year, year)
    if lead:
        return TimeExpression(match.start(), end, "by" if lead != "在" and lead != "于" else "in", year, year)
    if "底" in ending or "末" in ending:
        return TimeExpression(match.start(), end, "end", year, year)
    return TimeExpression(match.start(), end, "in", year, year)
