"""Regions of labels and titles by GB/T 2260, within the province that the table is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.plans.gazetteer import Gazetteer, Region, load_default
from pipelines.submissions import lexicon
from pipelines.submissions.labels import tidy, without_note_marks

DEFAULT_PROVINCE = "33"
Verdict = Literal[
    "region",  # one region
    "whole",  # the region that the table is about (全省, 合计): `level` says of what level, '' for any
    "urban_districts",  # 市区: no region of the code list
    "ambiguous",
    "abolished",
    "unknown",
]
_LEADING = re.compile(
    r"^(?:其中|#|其中[:：]?|[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、](?!\d))[:：]?"
)
_COUNTY_SUFFIX = re.compile(r"(?:自治县|县|市|区)$")
_NAME_END = re.compile(r"[省市县区州盟旗]")


def _suffix() -> re.Pattern[str]:
    peoples = "|".join(sorted(lexicon.words("people"), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?:{peoples})*自治[县州区旗]|特别行政区|地区|林区|省|市|县|区|盟|旗|州)$")


_SUFFIX = _suffix()


@dataclass(frozen=True, slots=True)
class Place:
    """What a label says of place. ``region`` for the verdict ``region``; ``former`` is a note on an old name."""

    verdict: Verdict
    text: str
    region: Region | None = None
    level: str = ""
    former: str = ""


@cache
def _names_within(province: str) -> dict[str, tuple[Region, ...]]:
    """Full and short names of a province and what lies in it."""
    names: dict[str, list[Region]] = {}
    for region in load_default().by_code.values():
        if not region.code.startswith(province):
            continue
        short = _SUFFIX.sub("", region.name)
        forms = {region.name} | ({short} if len(short) >= 2 else set())
        if "自治" in region.name and len(short) >= 2:
            forms.add(short + region.name[-1])  # 景宁县
        for form in forms:
            names.setdefault(form, []).append(region)
    return {name: tuple(found) for name, found in names.items()}


@cache
def _former() -> dict[tuple[str, str], tuple[str, str, str]]:
    """(province, former name) -> (code of today or '', kind, note)."""
    rows = lexicon.rows("former_regions")
    return {(row[1], row[0]): (row[2], row[4], row[5]) for row in rows if row[4] != "changed"}


@cache
def _changed() -> dict[str, tuple[int, str]]:
    """Code -> (last year of the former area, note)."""
    return {row[2]: (int(row[3]), row[5]) for row in lexicon.rows("former_regions") if row[4] == "changed"}


def change_note(code: str, year: int) -> str | None:
    """What to know of the area of a region in a year before its borders changed."""
    last, note = _changed().get(code, (0, ""))
    return note if year <= last else None


def bare_name(label: str) -> str:
    """A label of a place without 其中：, numbers and marks of notes."""
    text = without_note_marks(tidy(label))
    while (shorter := _LEADING.sub("", text).strip(" :：·.")) != text:
        text = shorter
    return text


def read_place(label: str, province: str = DEFAULT_PROVINCE, parent: str = "") -> Place:
    """What place a label names.

    Args:
        label: the text of a cell.
        province: first two digits of the code of the province that the table is about.
        parent: code of a prefecture that the rows around belong to, for names that are borne twice.
    """
    text = bare_name(label)
    for kind, level in (("whole_province", "province"), ("whole_prefecture", "prefecture"), ("whole_county", "county")):
        if text in lexicon.words(kind):
            return Place("whole", text, level=level)
    if text in lexicon.words("total"):
        return Place("whole", text)
    if text in lexicon.words("urban_districts"):
        return Place("urban_districts", text)
    gazetteer = load_default()
    found = _lookup(text, province, parent, gazetteer)
    if found is not None:
        return found
    for word in ("合计", "总计", "全市", "全县", "全省", "全区", "小计"):
        if text.endswith(word) and len(text) > len(word):
            whole = _lookup(text[: -len(word)], province, parent, gazetteer)
            if whole is not None and whole.region is not None:
                return Place("region", text, whole.region, former=whole.former)
    for word in ("市区", "市辖区", "城区", "本级", "市本级"):
        stem = text[: -len(word)]
        if text.endswith(word) and stem:
            whole = _lookup(stem, province, parent, gazetteer)
            if whole is not None and whole.region is not None:
                return Place("urban_districts", text)
    return Place("unknown", text)


def _lookup(text: str, province: str, parent: str, gazetteer: Gazetteer) -> Place | None:
    if not 2 <= len(text) <= 15:
        return None
    former = _former().get((province, text))
    if former is not None:
        code, kind, note = former
        region = gazetteer.by_code.get(code)
        if region is None or kind == "abolished":
            return Place("abolished", text, former=note)
        return Place("region", text, region, former=note)
    near = _names_within(province).get(text, ())
    if len(near) > 1:
        near = tuple(r for r in near if parent and r.code[:4] == parent[:4]) or near
    if len(near) == 1:
        return Place("region", text, near[0])
    if near:
        return Place("ambiguous", text)
    successor = _renamed(text, province)
    if successor is not None:
        return (
            Place("region", text, successor, former="")
            if successor.name == text
            else Place("region", text, successor, former="撤县（市）设区或设市后的现行名称")
        )
    everywhere = gazetteer.by_name.get(text, [])
    if len(everywhere) == 1:
        return Place("region", text, everywhere[0])
    if everywhere:
        return Place("ambiguous", text)
    provinces = [r for r in gazetteer.short.get(text, []) if r.level == "province"]
    return Place("region", text, provinces[0]) if len(provinces) == 1 else None


def _renamed(text: str, province: str) -> Region | None:
    """A county of the province that bears this name with another suffix: the county became a district or a city."""
    if not _COUNTY_SUFFIX.search(text):
        return None
    short = _SUFFIX.sub("", text)
    if len(short) < 2 or short == text:
        return None
    found = [r for r in _names_within(province).get(short, ()) if r.level == "county"]
    everywhere = load_default().by_name.get(text)
    return found[0] if len(found) == 1 and not everywhere else None


def named_in(text: str, province: str = "") -> list[Region]:
    """Regions that a title or file name names in full, the inmost of each chain (浙江省丽水市庆元县 -> the county).

    Counties outside the province at hand count only where their province or prefecture is named too.
    """
    plain = tidy(text)
    gazetteer = load_default()
    found: dict[str, Region] = {}
    spans: list[tuple[int, int]] = []
    candidates: list[tuple[int, int, list[Region]]] = []
    home = _names_within(province or DEFAULT_PROVINCE)
    for match in _NAME_END.finditer(plain):
        end = match.end()
        for start in range(max(0, end - 12), end - 1):
            name = plain[start:end]
            near = [r for r in home.get(name, ()) if r.name == name or "自治" in r.name]
            regions = near or gazetteer.by_name.get(name, [])
            if regions:
                candidates.append((start, end, list(regions)))
    for start, end, regions in sorted(candidates, key=lambda c: (c[0] - c[1], c[0])):
        if any(start < e and s < end for s, e in spans):
            continue
        spans.append((start, end))
        for region in regions:
            found[region.code] = region
    higher = {r.code[:2] for r in found.values() if r.level == "province"}
    higher4 = {r.code[:4] for r in found.values() if r.level == "prefecture"}
    own = province or DEFAULT_PROVINCE
    kept = [
        r
        for r in found.values()
        if r.level != "county" or r.code[:2] == own or r.code[:2] in higher or r.code[:4] in higher4
    ]
    return [r for r in kept if not any(r.contains(other) for other in kept)]


def short_name_in(text: str, province: str = DEFAULT_PROVINCE) -> list[Region]:
    """Regions of the province whose short name is a word of its own in a file or sheet name (庆元 2024)."""
    words = re.split(r"[\s_\-—–()（）《》、,，.0-9年月]+", tidy(text))
    found = {
        r.code: r for w in words for r in _names_within(province).get(w, ()) if len(_names_within(province)[w]) == 1
    }
    return list(found.values())


def children(code: str) -> frozenset[str]:
    """Codes of the regions one level below a province or prefecture."""
    level = "prefecture" if code.endswith("0000") else "county"
    parent = load_default().by_code[code]
    return frozenset(r.code for r in load_default().by_code.values() if parent.contains(r) and r.level == level)
