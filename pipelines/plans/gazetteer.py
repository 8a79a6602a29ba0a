"""Names and codes of regions (GB/T 2260), for finding whose plan a text is and whom a value is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.plans import lexicon

CODES_FILE = Path(__file__).resolve().parents[2] / "raw" / "statistics" / "gbt2260_china_2024.txt"
_PEOPLE = "|".join(lexicon.words("words", "ethnic"))
# 景宁畲族自治县 -> 景宁, 内蒙古自治区 -> 内蒙古; a few are named without 族.
_SUFFIX = re.compile(
    rf"(?:(?:(?:{_PEOPLE})族)+|各族|(?<!内)蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克)?"
    r"(?:自治县|自治州|自治区|自治旗|特别行政区|地区|林区|省|市|县|区|盟|旗|州)$"
)


@dataclass(frozen=True, slots=True)
class Region:
    code: str
    name: str

    @property
    def level(self) -> str:
        return "province" if self.code.endswith("0000") else "prefecture" if self.code.endswith("00") else "county"

    def contains(self, other: Region) -> bool:
        """Whether ``other`` lies inside this region, by its code."""
        if self.code == other.code or self.level == "county":
            return False
        return other.code.startswith(self.code[:2] if self.level == "province" else self.code[:4])


class Gazetteer:
    """Regions by name. A name that several regions bear (朝阳区) is resolved by the region the text is about."""

    def __init__(self, regions: list[Region]) -> None:
        self.by_name: dict[str, list[Region]] = {}
        self.by_code = {r.code: r for r in regions}
        self.short: dict[str, list[Region]] = {}
        self.abridged: dict[str, list[Region]] = {}  # 甘南州, 景宁县
        for region in regions:
            self.by_name.setdefault(region.name, []).append(region)
            short = _SUFFIX.sub("", region.name)
            if len(short) >= 2:
                self.short.setdefault(short, []).append(region)
                if "自治" in region.name:
                    self.abridged.setdefault(short + region.name[-1], []).append(region)

    @classmethod
    def from_codes(cls, rows: Iterable[tuple[str, str]]) -> Gazetteer:
        return cls([Region(code, name) for code, name in rows])

    def find(self, name: str, within: str | None = None) -> Region | None:
        """The region of this full name, or None where it is unknown or several bear it.

        ``within`` is a region code: its own region and those inside it are preferred.
        """
        found = self.by_name.get(name, [])
        if len(found) == 1 or not within:
            return found[0] if len(found) == 1 else None
        near = [r for r in found if r.code[:4] == within[:4]] or [r for r in found if r.code[:2] == within[:2]]
        return near[0] if len(near) == 1 else None

    def children(self, code: str) -> dict[str, Region]:
        """Names and short names of the regions inside ``code``, for recognising them in its own plan."""
        parent = self.by_code.get(code)
        if parent is None:
            return {}
        names: dict[str, Region] = {}
        for region in self.by_code.values():
            if parent.contains(region):
                names[region.name] = region
                short = _SUFFIX.sub("", region.name)
                if len(short) >= 2:
                    names.setdefault(short, region)
                    if "自治" in region.name:
                        names.setdefault(short + region.name[-1], region)  # 凉山州, 景宁县
        return names


@cache
def load_default() -> Gazetteer:
    """All regions of China, from the codes kept in raw/statistics."""
    rows: list[tuple[str, str]] = []
    for line in CODES_FILE.read_text(encoding="utf-8-sig").splitlines():
        code, _, name = line.strip().partition(" ")
        if len(code) == 6 and code.isdigit() and name:
            rows.append((code, name.strip()))
    return Gazetteer.from_codes(rows)
