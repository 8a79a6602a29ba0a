"""A figure's region, time and unit, from its row, its column and what stands around the table."""

from __future__ import annotations

import re

from pipelines.plans.gazetteer import Region, load_default
from pipelines.submissions import lexicon
from pipelines.submissions.axes import Line, refuse_place
from pipelines.submissions.context import Context
from pipelines.submissions.findings import Finding, Refusal, finding, refusal
from pipelines.submissions.periods import Period, months_period, year_before
from pipelines.submissions.regions import Place, children
from pipelines.submissions.units import quantity

_MONEY = frozenset({"money_cny", "money_usd"})
_RATE = re.compile(r"(?:率|比重|占比|比例|构成|份额|%)$|^占")


class Places:
    """Regions of a band: what labels of a whole (全省, 合计) mean depends on the labels beside them."""

    def __init__(self, lines: list[Line], context: Context, province: str, sheet: str) -> None:
        self._context = context
        self._province = province
        self._sheet = sheet
        named = {p.region for line in lines for p, _ in line.places if p.verdict == "region" and p.region is not None}
        self._siblings = frozenset(region.code for region in named)

    def resolve(self, row: Line, column: Line) -> tuple[Region, str]:
        """The region of a figure and its text as written. Raises Refusal where it has none, or two."""
        found: list[tuple[Region, str, str]] = []
        for line in (row, column):
            for place, where in line.places:
                found.append((self._region(place, where), line.place_text or place.text, where))
        regions = {region.code: region for region, _, _ in found}
        if len(regions) > 1:
            inmost = [r for r in regions.values() if not any(r.contains(o) for o in regions.values())]
            if len(inmost) > 1:
                one, two = (r.name for r in inmost[:2])
                raise Refusal(finding("region_conflict", self._sheet, found[-1][2], one=one, two=two))
            return next((region, text) for region, text, _ in found if region.code == inmost[0].code)
        if found:
            return found[0][0], found[0][1]
        if self._context.region is None:
            raise refusal("region_missing", name=self._sheet, where="")
        return self._context.region, self._context.region_text

    def _region(self, place: Place, where: str) -> Region:
        if place.verdict == "whole":
            return self._whole(place, where)
        refused = refuse_place(place, self._sheet, where)
        if refused is not None or place.region is None:
            raise Refusal(refused or finding("unknown_region", self._sheet, where, text=place.text))
        return place.region

    def _whole(self, place: Place, where: str) -> Region:
        base = self._context.region
        known = load_default().by_code
        code = ""
        prefixes = {c[:2] for c in self._siblings}
        prefectures = {c[:4] for c in self._siblings if not c.endswith("00")}
        if place.level == "province":
            code = base.code[:2] if base is not None else prefixes.pop() if len(prefixes) == 1 else ""
            code = f"{code}0000" if code else ""
        elif place.level == "prefecture":
            if base is not None and (base.level == "prefecture" or base.name.endswith("市")):
                code = base.code
            elif base is not None and base.level == "county":
                code = ""
            elif len(prefectures) == 1 and len(self._siblings) > 1:
                code = f"{prefectures.pop()}00"
        elif place.level == "county":
            code = base.code if base is not None and base.level == "county" else ""
        else:
            code = self._sum()
        region = known.get(code)
        if region is None:
            raise Refusal(finding("total_unclear", self._sheet, where, text=place.text))
        return region

    def _sum(self) -> str:
        """The region that 合计 sums: the one all of whose parts stand beside it."""
        if not self._siblings or self._context.is_partial:
            base = self._context.region
            return base.code if base is not None and not self._siblings and not self._context.is_partial else ""
        prefixes = {c[:2] for c in self._siblings}
        if len(prefixes) != 1:
            return ""
        parents = [f"{c[:4]}00" for c in self._siblings if not c.endswith("00")]
        candidates = [f"{prefixes.pop()}0000"]
        if len(set(parents)) == 1 and len(parents) == len(self._siblings):
            candidates = [parents[0]]
        base = self._context.region
        for code in candidates:
            parts = children(code) if code in load_default().by_code else frozenset()
            present = len(parts & self._siblings)
            named = base is not None and base.code == code
            if parts and (present == len(parts) or (named and 5 * present >= 4 * len(parts))):
                return code
        return ""


def resolve_period(row: Line, column: Line, context: Context, sheet: str, where: str) -> Period:
    """The time of a figure. Raises Refusal where it has none, or two that differ."""
    timings = [*row.timings, *column.timings]
    full = list(dict.fromkeys(t.period for t in timings if t.period is not None))
    months = list(dict.fromkeys(t.months for t in timings if t.months is not None))
    relative = [t.relative for t in timings if t.relative]
    base = context.period
    if len(full) > 1:
        inmost = [p for p in full if not any(q != p and p.start <= q.start and q.end <= p.end for q in full)]
        if len(inmost) > 1 or any(t.is_range for t in timings):
            raise Refusal(finding("periods_differ", sheet, where, one=full[0], two=full[1]))
        full = inmost
    period = full[0] if full else None
    if months:
        anchor = period or base
        if len(months) > 1 or anchor is None or anchor.start.year != anchor.end.year:
            raise Refusal(
                finding(
                    "period_missing" if len(months) == 1 else "period_unclear", sheet, where, **_words(months, sheet)
                )
            )
        if period is not None and not period.is_year:
            raise Refusal(finding("periods_differ", sheet, where, one=period, two=f"{months[0][0]}-{months[0][1]}月"))
        period = months_period(anchor.start.year, *months[0])
    if relative:
        period = _relative(relative, period or base, bool(period), sheet, where)
    period = period or base
    if period is None:
        raise refusal("period_missing", name=sheet, where="")
    return period


def _words(months: list[tuple[int, int]], sheet: str) -> dict[str, str]:
    text = "、".join(f"{first}-{last}月" if first != last else f"{first}月" for first, last in months)
    return {"text": text, "name": sheet, "where": f"（{text}）"}


def _relative(words: list[str], base: Period | None, is_stated: bool, sheet: str, where: str) -> Period:
    if base is None:
        raise refusal("period_missing", name=sheet, where="")
    unclear = Refusal(finding("period_unclear", sheet, where, text="、".join(words)))
    is_month = base.start.month == base.end.month and base.start.year == base.end.year
    period = base
    distinct = set(words)
    if len(distinct) > 1 and distinct not in ({"this_month", "former_period"}, {"this_to_date", "former_period"}):
        raise unclear
    former = bool(distinct & {"former_period", "former_year", "former_month", "former_to_date"})
    if distinct & {"this_month", "former_month"}:
        if not base.is_year:
            if base.start.month != 1 and not is_month:
                raise unclear
            period = months_period(base.end.year, base.end.month, base.end.month) or base
        elif former:
            raise unclear  # 本期 of an annual form is the year; 上年同月 of a year is nothing
    elif distinct & {"this_to_date", "former_to_date"}:
        period = months_period(base.end.year, 1, base.end.month) or base
    elif distinct & {"this_year", "former_year"}:
        if not base.is_year:
            raise unclear
    elif is_month and not is_stated:
        raise unclear  # 上年同期: of the month, or of the months to date
    return year_before(period) if former else period


def resolve_unit(
    row: Line, column: Line, context: Context, name: str, is_percent: bool, sheet: str
) -> tuple[str, list[Finding]]:
    """The unit of a figure and the remarks that go with it. Raises Refusal where two labels disagree, or none fits."""
    growth = row.growth or column.growth
    own_row = row.units[0] if row.units else None
    own_column = column.units[0] if column.units else None
    if growth:
        stated = (row.units[0] if row.growth and row.units else None) if row.growth else own_column
        return (stated[0] if stated and stated[0] in ("%", "个百分点") else "%"), []
    if own_row is not None and own_column is not None and own_row[0] != own_column[0]:
        raise refusal("unit_conflict", text=name, one=own_row[0], two=own_column[0])
    stated = own_row or own_column
    if stated is None:
        stated = _from_context(row, column, context, name, is_percent)
    if stated is None:
        if is_percent:
            return "%", []
        return "", [finding("unit_missing", sheet, text=name)]
    unit, known = stated
    if is_percent and unit not in ("%",):
        raise refusal("percent_format", text=unit or "无")
    if unit and not known:
        return unit, [finding("unknown_unit", sheet, text=unit)]
    return unit, []


def _from_context(row: Line, column: Line, context: Context, name: str, is_percent: bool) -> tuple[str, bool] | None:
    if row.is_index or column.is_index or "指数" in name:
        return ("", True)
    if is_percent:
        return ("%", True)
    units = context.units
    if not units:
        return None
    if any(quantity(u[0]) in _MONEY for u in units) and lexicon.pattern("not_money", after="$").search(name):
        raise refusal("unit_unclear", text=name, what=f"表上的单位是{units[0][0]}")
    is_rate = bool(_RATE.search(name))
    rates = [u for u in units if u[0] in ("%", "‰")]
    others = [u for u in units if u[0] not in ("%", "‰")]
    if is_rate and len(rates) == 1:
        return rates[0]
    if is_rate and others:
        raise refusal("unit_unclear", text=name, what=f"表上的单位是{others[0][0]}，名称却像比率")
    if len(others) == 1:
        return others[0]
    if not others and len(rates) == 1:
        return rates[0]
    raise refusal("unit_unclear", text=name, what="表上写有多个单位")
