"""Quantities in a clean text: a number with its unit, the words around it that bound it, and its place.

A number that is part of a name (国道, “十四五”, 5G, 第三), a date or a list mark is taken out first, each with the
class it belongs to, so that every number of a text has exactly one reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.plans import lexicon
from pipelines.plans.accounting import USE_OF_ASIDE
from pipelines.plans.model import Comparator
from pipelines.plans.numerals import DIGITS, arabic_number, chinese_number

_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![伏瓦米克升卡])|百"
# 万 and 亿 are the multipliers that a unit keeps; the smaller ones belong to the number.
_KEPT_SCALE = {
    "万亿": (1.0, "万亿"),
    "千亿": (1000.0, "亿"),
    "百亿": (100.0, "亿"),
    "十亿": (10.0, "亿"),
    "亿": (1.0, "亿"),
}
_KEPT_SCALE |= {"千万": (1000.0, "万"), "百万": (100.0, "万"), "十万": (10.0, "万"), "万": (1.0, "万")}
_KEPT_SCALE |= {"千": (1000.0, ""), "百": (100.0, ""), "": (1.0, "")}

_MARKS: dict[str, Comparator] = {"≥": "ge", "≤": "le", "<": "lt", ">": "gt", "±": "approx"}
AFTER: dict[str, Comparator] = {
    "以上": "ge",
    "及以上": "ge",
    "以内": "le",
    "之内": "le",
    "内": "le",
    "以下": "le",
    "及以下": "le",
    "左右": "approx",
    "上下": "approx",
    "多": "gt",
    "余": "gt",
}


@dataclass(slots=True)
class Quantity:
    """A quantity at ``[start, end)`` of a clean text; the text goes on at ``after``, behind 以上, 左右 and the like."""

    start: int
    end: int
    after: int
    value: float | None
    unit: str  # as written, with 万 / 亿
    base_unit: str  # without scale
    unit_class: str  # of lexicon/units.tsv; '' for a bare number, 'coverage', 'times'
    comparator: Comparator | None  # from what stands in or behind the quantity
    value_high: float | None = None
    form: str = "arabic"  # arabic, chinese, coverage, doubling


@dataclass(slots=True)
class Aside:
    """A number that is no quantity, with the class of what it is."""

    start: int
    end: int
    kind: str

    @property
    def use(self) -> str:
        """The class of number that it is, see `accounting`."""
        return USE_OF_ASIDE[self.kind]


@cache
def unit_pattern() -> str:
    units = sorted(lexicon.unit_classes(), key=len, reverse=True)
    single = "|".join(re.escape(u) for u in units)
    below = (
        "平方公里|平方米|立方米|公顷|亩|公里|万元|亿元|元|千瓦时|千瓦|万人|千人|百人|十万人|人|"
        "km²|km2|百平方公里|万车|万户|万吨|秒|标准煤|户|年|天|日|小时|月|村|吨|升|m3|m³|次"
    )
    return rf"(?:{single})(?:[/／每](?:{below}))?"


@cache
def _pattern() -> re.Pattern[str]:
    unit = unit_pattern()
    number = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    chinese = r"[一二三四五六七八九十两〇零百千万亿]+(?:点[一二三四五六七八九零〇]+)?"
    return re.compile(
        rf"(?=[≥≤<>±0-9一二两三四五六七八九十〇零百千万亿全翻倍过半])(?:"
        rf"(?P<toone>\d+(?:\.\d+)?)：1(?![\d.：])|"
        rf"(?P<mark>[≥≤<>±])?(?P<num>{number})(?P<few>[余多几]?)(?P<scale>{_SCALE})?(?P<few2>[余多几]?)(?P<unit>{unit})?"
        rf"(?P<range>[-~至到](?P<mark2>[≥≤<>])?(?P<num2>{number})(?P<scale2>{_SCALE})?(?P<unit2>{unit})?)?"
        rf"(?P<tail>及?以上|以内|之内|及?以下|左右|上下|多(?=[，。；、])|内(?=办结|完成|到位|公开|支付|送达|[，。；、]))?"
        rf"|(?P<bare>(?<=[超破达过上到])[一两二三四五六七八九]?(?:[十百千]?(?:万亿|亿)|[十百千]万|(?<=[一两二三四五六七八九])万)(?![\\d亿元级大个人家名亩吨斤户平立千公标只头辆套件条座所一二三四五六七八九十])"
        rf"|(?<=[、成育养聚进])[十百千]万(?=[“\u4e00-\u9fff])(?![元级大个人家名亩吨斤户平立千公标里]))"
        rf"|百分之(?P<pct>{chinese}|{number})(?P<ptail>及?以上|以内|以下|左右)?"
        rf"|(?P<cover>全覆盖)"
        rf"|(?P<frac>(?P<whole>[二三四五六七八九十]+)分之(?P<part>[一二三四五六七八九十]+)|过半|(?P<half>一半|半数))(?P<ftail>以上|左右|多)?"
        rf"|(?P<zero>(?<=[至到为])零(?=[，。；、]))"
        rf"|(?P<double>翻(?:了)?(?P<times>[一两二三四1234])?(?:番|翻)|(?P<redouble>倍增))(?P<dtail>以上|左右|多(?=[，。；、]))?"
        rf"|(?P<cnum>{chinese})(?P<cscale>(?<=点[一二三四五六七八九零〇])[十百千]?[万亿])?(?P<cfew>[余多几]?)(?P<cunit>{unit})(?P<ctail>及?以上|以内|以下|左右)?)"
    )


# What looks like a quantity and is a name, a date, a rank … Order matters: the first that matches at a place wins.
_ASIDES = re.compile(
    # Every reading begins with one of these: the engine need not try the rest.
    r"(?=[“‘「『\"《〔【（第前0-9A-Za-z百十一二三四五六七八九两山区省市全连延历为用经近再每千万亿上下图表附专])(?:"
    r"(?P<quoted>“[^”]{0,40}”|‘[^’]{0,30}’|「[^」]{0,30}」|『[^』]{0,30}』|\"[^\"\n]{1,24}\")"
    r"|(?P<book>《[^》]{0,80}》)"
    r"|(?P<reference>(?:图|表|附件|附表|专栏)\d+(?:-\d+)?)|(?P<item>（\d{1,2}）|(?<=[：；。])\d{1,2}[.、](?!\d))"
    r"|(?P<talent>\d+人才(?=[\u4e00-\u9fff]{0,2}(?:工程|计划|项目|梯队)))|(?P<anniversary>\d+周年|\d+(?:\.\d+)?℃)|(?P<day>每?月?\d{1,2}日(?:前|后|起|止)?)"
    r"|(?P<document_number>[〔【（]\s*(?:19|20)\d\d\s*[〕】）]\s*第?\d*号?|第\d+号|\d+号(?:文|令|公告))"
    r"|(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日?|(?:19|20)\d\d(?P<dash>[./-])\d{1,2}(?P=dash)\d{1,2}|(?:19|20)\d\d年\d{1,2}(?:-\d{1,2})?月(?:份|底|末)?|\d{1,2}月\d{1,2}日|\d{1,2}(?:-\d{1,2})?月(?:份|底|末|初|上旬|中旬|下旬))"
    r"|(?P<chemistry>PM_?\{?2\.5\}?|PM_?\{?10\}?|PM₂\.₅|CO2|SO2|NO2|NOx|O3|COD|H\d+N\d+|IPv\d|[Ww]i-?[Ff]i\d?)"
    r"|(?P<rank>第[一二三四五六七八九十百\d]+|前[一二三四五六七八九十百\d]+(?:位|名|强|列)?|\d+[百千]?强|[十百]强|(?:TOP|top|Top)\d+)"
    r"|(?P<version>\d+(?:\.\d+)+版|(?<=[A-Za-z])\d+\.0(?!\d)|\d+\.0(?=工程|行动|计划|升级|时代|模式|”)|V\d+(?:\.\d+)*)"
    r"|(?P<code>[A-Za-z]+-?\d+[A-Za-z\d]*(?:\.\d+)?|\d+[A-Z](?![a-zA-Z瓦Ww])(?:级|景区|＋|\+)?|\d+[Xx](?!\d)|\d+\+[\dA-Za-z]+(?:\+[\dA-Za-z]+)*)"
    r"|(?P<road>\d+(?:国道|省道|县道|乡道|高速|号线|路(?:公交|车)|线(?=[、，至]))|\d+号(?!\d))"
    r"|(?P<session>[一二三四五六七八九十\d]+(?:届|中全会)(?:[一二三四五六七八九十]+(?:次|中)(?:全会|会议)?)?)"
    r"|(?P<set>[山区省市全]\d+县(?!域)|[一二三四五六七八九十百两\d]+大(?=[\u4e00-\u9fff“])(?!中型|型|户|棚|坝|桥|道|厦))"
    r"|(?P<circle>\d+(?:\.\d+)?(?:[-~]\d+)*(?:个)?(?:分钟|小时|公里)[^，。；、\d]{0,14}?圈(?!覆盖率)|[十二三五一半]+(?:五)?分钟[^，。；、\d]{0,14}?圈)"
    r"|(?P<ordinal>\d+(?:\.\d+)*(?:级|届|号|期工程|期项目|楼|层|版|维|时(?!间)|点|轮|代|线城|类|型|年级|班)(?!\d))"
    r"|(?P<ratio>(?!\d+(?:\.\d+)?：1(?![\d.：]))\d+(?:\.\d+)?(?:：\d+(?:\.\d+)?)+)"
    r"|(?P<percentile>一季度|二季度|三季度|四季度|上半年|下半年)"
    r"|(?P<duration>连续[一二两三四五六七八九十\d]+个?(?:年|月|季度|届|次)|(?:延长|历时|为期|用时|经过|近|再)\d+年(?!度))"
    r"|(?P<denominator>每[一十百千万亿\d]{1,4}(?:名|户|人口?|元|亩|公里|平方公里|常住人口|老年人)|(?:百|千|万|亿|百万)(?:元|人|吨)(?=GDP|地区|死亡|生产总值|国内|产值|工业|常住|人口))"
    r"|(?P<phrase>一(?:体|带|路|般|批|系列|定|起|些|直|致|流|线|步|方面|站|网|卡|码|窗|票|村一|县一|户一|乡一|镇一|人一|企一|园一|业一|品|键|次性|揽子|件事|老一小|二三产|二线)|三农|三生|三产|两岸|四好|五位一体|四个全面|千家万户|千方百计|百年|千吨万人|百吨千人|万亩千亿|一、二、三)"
    r")"
)


def asides(text: str) -> list[Aside]:
    """Spans of ``text`` whose numbers are no quantities, in order and without overlap."""
    return [Aside(m.start(), m.end(), _outer(m)) for m in _ASIDES.finditer(text)]


def _outer(match: re.Match[str]) -> str:
    """The class of an aside: its outermost group."""
    return "date" if match.group("dash") else str(match.lastgroup)


def quantities(text: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """Every quantity of a clean text outside the ``taken`` spans (asides and years), in order."""
    found: list[Quantity] = []
    pattern = _pattern()
    at, spans = 0, iter(taken)
    span = next(spans, None)
    for match in pattern.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        while span is not None and span[1] <= start:
            span = next(spans, None)
        if span is not None and span[0] < end:
            # The number touches a name or a date: what lies before it may still be a quantity of its own.
            again = pattern.match(text, start, span[0]) if start < span[0] else None
            if again is None or not again.group():
                continue
            match = again
        quantity = _read(match)
        if quantity is not None:
            found.append(quantity)
            at = quantity.after
    return found


def _read(match: re.Match[str]) -> Quantity | None:
    group = match.group
    if group("toone"):
        return Quantity(match.start(), match.end(), match.end(), arabic_number(group("toone")), "", "", "", None)
    if group("num"):
        return _arabic(match)
    if group("pct"):
        digits = group("pct")
        value = chinese_number(digits) if digits[0] not in "0123456789" else arabic_number(digits)
        end = match.end("pct")
        return Quantity(
            match.start(), end, match.end(), value, "%", "%", "ratio", AFTER.get(group("ptail") or ""), form="chinese"
        )
    if group("bare"):
        value, scale = _scaled(group("bare"))
        return Quantity(match.start(), match.end(), match.end(), value, scale, "", "", None, form="chinese")
    if group("frac"):
        whole, part = chinese_number(group("whole") or "二") or 2.0, chinese_number(group("part") or "一") or 1.0
        bound: Comparator | None = "gt" if group("frac") == "过半" else AFTER.get(group("ftail") or "")
        percent = round(100 * part / whole, 2)
        return Quantity(
            match.start(), match.end("frac"), match.end(), percent, "%", "%", "ratio", bound, form="chinese"
        )
    if group("zero"):
        return Quantity(match.start(), match.end(), match.end(), 0.0, "", "", "", None, form="chinese")
    if group("cover"):
        return Quantity(match.start(), match.end(), match.end(), 100.0, "%", "%", "coverage", None, form="coverage")
    if group("double"):
        if group("redouble"):
            times = 2.0
        else:
            count = {"一": 1, "1": 1, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}.get(
                group("times") or "一", 1
            )
            times = float(2**count)
        end = match.end("double")
        return Quantity(
            match.start(), end, match.end(), times, "", "", "times", AFTER.get(group("dtail") or ""), form="doubling"
        )
    return _chinese(match)


def _arabic(match: re.Match[str]) -> Quantity:
    group = match.group
    factor, scale = _KEPT_SCALE[group("scale") or ""]
    unit = group("unit") or ""
    value = arabic_number(group("num")) * factor
    comparator = _MARKS.get(group("mark") or "")
    if group("few") or group("few2"):
        comparator = "gt"
    if unit == "成":
        value, unit = value * 10, "%"
    end = max(match.end(name) for name in ("num", "scale", "few", "few2", "unit"))
    after, high = end, None
    if group("range"):
        unit2 = group("unit2") or ""
        # Two quantities of different units joined by 至 or a dash are read one at a time.
        if not unit or unit == unit2:
            high_factor, high_scale = _KEPT_SCALE[group("scale2") or ""]
            high = arabic_number(group("num2")) * high_factor
            scale, unit = scale or high_scale, unit or unit2
            end, after = match.end("range"), match.end()
    elif group("tail"):
        after = match.end()
    if after == match.end() and group("tail"):
        comparator = comparator or AFTER.get(group("tail"))
    return Quantity(match.start("num"), end, after, value, scale + unit, unit, class_of(unit), comparator, high)


def _chinese(match: re.Match[str]) -> Quantity | None:
    digits, unit = match.group("cnum"), match.group("cunit")
    unit_class = class_of(unit)
    value = chinese_number(digits)
    if value is None or unit in ("分", "路", "期") or unit_class in ("", "time", "age", "place", "data", "other"):
        return None
    value, scale = _scaled(digits)
    if match.group("cscale"):
        factor, scale = _KEPT_SCALE[match.group("cscale")]  # 二点三万人
        value *= factor
    end = match.end("cunit")
    if unit == "成":
        tenth = DIGITS.get(match.string[end : end + 1], 0)  # 两成三: 23 %
        end += 1 if tenth else 0
        value, unit, unit_class = value * 10 + tenth, "%", "ratio"
    comparator = AFTER.get(match.group("ctail") or "") or ("gt" if match.group("cfew") else None)
    return Quantity(match.start(), end, match.end(), value, scale + unit, unit, unit_class, comparator, form="chinese")


def _scaled(digits: str) -> tuple[float, str]:
    """Value and kept multiplier of a Chinese numeral: 千亿 -> (1000, 亿), 百万 -> (100, 万), 千 -> (1000, '')."""
    value = chinese_number(digits) or 0.0
    for suffix, scale in (("亿", 1e8), ("万", 1e4)):
        if digits.endswith(suffix):
            return value / scale, suffix
    return value, ""


def class_of(unit: str) -> str:
    classes = lexicon.unit_classes()
    if unit in classes:
        return classes[unit]
    for joint in "/／每":
        head, found, _ = unit.partition(joint)
        if found and head in classes:
            return "compound"
    return ""
