"""What stands around a table: region, time, units and subject, from titles, sheet name and file name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from pipelines.plans.gazetteer import Region
from pipelines.submissions import lexicon
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.labels import is_foreign, tidy
from pipelines.submissions.layout import Band, Layout, heads_labels
from pipelines.submissions.meanings import read_label, unit_line
from pipelines.submissions.periods import Period, read_timing, read_title_period
from pipelines.submissions.regions import DEFAULT_PROVINCE, named_in, short_name_in
from pipelines.submissions.units import spelling

_NUMBER = re.compile(
    r"^(?:续?表|附表|附件)?\s*[\d一二三四五六七八九十]{1,3}(?:[-—.．·]\d{1,3})*[\s、.．:：]*(?=[^\d年月])"
    r"|^续表\S{0,3}\s*"
)
_OVER_YEARS = re.compile(
    r"(?:历年来?|历史|主要年份|部分年份|(?:建国|改革开放|建市|建县)(?:\d+年)?以来|近\d*[一二三四五六七八九十]*年来?)(?:的|各年)?"
)
_PEOPLE = re.compile(
    r"^(?:(?:各|分|按)(?:(?!地区生产)[省市州县区地级、,，()及和与])*分?的?"
    r"|(?:全省|全市|全县|全区)(?:(?!地区生产)[各市县区地、,，()及和与])*)"
)


@dataclass(slots=True)
class Context:
    """What holds for all figures of a band unless a row or column says otherwise."""

    titles: list[str] = field(default_factory=list)
    region: Region | None = None
    region_text: str = ""
    period: Period | None = None
    units: list[tuple[str, bool]] = field(default_factory=list)
    subject: str = ""  # what the title names, '' for a title that names no indicator
    is_partial: bool = False
    findings: list[Finding] = field(default_factory=list)

    @property
    def title(self) -> str:
        return " ".join(self.titles)


def province_of(file_name: str, layout: Layout) -> str:
    """First two digits of the province that a sheet is about, told by what stands around its tables."""
    texts = [c.text for band in layout.bands for r in band.titles for c in layout.rows[r] if c.kind == "text"]
    codes = {r.code[:2] for text in [*texts, layout.sheet.name, file_name] for r in named_in(text)}
    return codes.pop() if len(codes) == 1 else DEFAULT_PROVINCE


def context_of(layout: Layout, band: Band, before: Context | None, file_name: str, corner: list[str]) -> Context:
    """The context of a band; a band without lines of its own takes over that of the band before it."""
    sheet = layout.sheet.name
    stem = PurePath(file_name).stem
    context = Context()
    cells = [c for r in band.titles for c in layout.rows[r] if c.kind in ("text", "date") and not is_foreign(c.text)]
    for cell in cells:
        stated = unit_line(cell.text)
        if stated:
            context.units += [(spelling(unit) or unit, spelling(unit) is not None) for unit in stated]
        context.titles.append(tidy(cell.text))
    context.units += [(spelling(unit) or unit, spelling(unit) is not None) for unit in corner]
    _title_units(context)
    if before is not None and (band.is_continued or not cells):
        context.units = context.units or list(before.units)
        context.subject = before.subject
    context.is_partial = any(word in t for t in context.titles for word in lexicon.words("partial"))
    context.subject = next((s for t in context.titles if (s := subject_of(t))), context.subject)
    _take_region(context, before, sheet, stem)
    _take_period(context, before, sheet, stem)
    return context


def _title_units(context: Context) -> None:
    """A unit in brackets at the end of a title holds for the whole table."""
    if context.units:
        return
    for title in context.titles:
        meaning = read_label(title)
        if meaning.unit is not None and "单位" not in title:
            context.units.append((meaning.unit, meaning.is_unit_known))


def _take_region(context: Context, before: Context | None, sheet: str, stem: str) -> None:
    for text in [*context.titles, *(before.titles if before else []), sheet, stem]:
        found = named_in(text)
        if not found and text in (sheet, stem):
            found = short_name_in(text)
        if found:
            if len(found) == 1:
                context.region, context.region_text = found[0], found[0].name
            return


def _take_period(context: Context, before: Context | None, sheet: str, stem: str) -> None:
    told: list[tuple[str, Period]] = []
    for where, texts in (
        ("标题", context.titles),
        ("前面的标题", before.titles if before else []),
        ("工作表名", [sheet]),
        ("文件名", [stem]),
    ):
        periods = _periods_in(texts)
        if len(periods) == 1:
            told.append((where, periods.pop()))
        elif periods:
            return  # the title itself speaks of several times: none holds for all
    if not told:
        return
    context.period = told[0][1]
    for where, period in told[1:]:
        inside = period.start >= context.period.start and period.end <= context.period.end
        outside = period.start <= context.period.start and period.end >= context.period.end
        if not inside and not outside:
            one, two = f"{told[0][0]}为{context.period}", f"{where}为{period}"
            context.findings.append(finding("period_conflict", sheet, one=one, two=two))


def _periods_in(texts: list[str]) -> set[Period]:
    """Times of lines; the date on which a form was filled in is none of them."""
    found = set()
    for text in texts:
        if re.match(r"(?:填报|制表|报出|填表)?日期", text):
            continue
        period = read_title_period(text)
        if period is not None:
            found.add(period)
    return {p for p in found if not any(q != p and p.start <= q.start and q.end <= p.end for q in found)}


def subject_of(title: str) -> str:
    """The indicator that a title names (17-26 各市、县年末人口数（2024年） -> 年末人口数); '' for a general title."""
    if unit_line(title) is not None or ":" in title or "：" in title:
        return ""
    meaning = read_label(_NUMBER.sub("", title))
    name = _NUMBER.sub("", read_timing(meaning.name).rest)
    for region in named_in(name):
        name = name.replace(region.name, "")
    name = _OVER_YEARS.sub("", name.lstrip(" 、,，"), count=1)
    name = _PEOPLE.sub("", name, count=1)
    name = re.sub(r"[(（]\s*[)）]", "", name).strip(" 、,，")
    name = name if name.count("(") == name.count(")") else name.strip("()")
    if (
        not re.search("[\u4e00-\u9fffA-Za-z]{2}", name)
        or len(name) > 25
        or any(word in name for word in lexicon.words("generic"))
        or heads_labels(name)
    ):
        return ""
    return re.sub(r"表$", "", name)
