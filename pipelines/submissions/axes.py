"""Rows and columns as lines: what their labels say, gathered over all levels of heads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.submissions import lexicon
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.labels import tidy
from pipelines.submissions.meanings import Meaning, read_label
from pipelines.submissions.periods import Timing
from pipelines.submissions.regions import Place
from pipelines.submissions.workbooks.grid import Cell


@dataclass(slots=True)
class Line:
    """What one row or column says, before it is crossed with the other axis.

    Attributes:
        names: parts of the indicator's name, the outermost first.
        units: units from the innermost label outwards, each with whether it is known.
        places: what its labels say of place, with the address of each.
        growth: it is the growth rate of its name.
        change: words of a change that is no rate (比上年增减, in 万人); '' for none.
        refused: findings that keep its figures from being read.
        remarks: findings that go with its figures.
    """

    index: int
    address: str
    names: list[str] = field(default_factory=list)
    units: list[tuple[str, bool]] = field(default_factory=list)
    timings: list[Timing] = field(default_factory=list)
    places: list[tuple[Place, str]] = field(default_factory=list)
    growth: bool = False
    change: str = ""
    is_index: bool = False
    refused: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    label: str = ""  # as written, of the innermost level
    place_text: str = ""  # as written

    def take(self, meaning: Meaning) -> None:
        """Add what a label says of unit, time and growth; its name is added by who knows its role."""
        if meaning.unit is not None:
            self.units.insert(0, (meaning.unit, meaning.is_unit_known))
        if meaning.timing.is_some:
            self.timings.append(meaning.timing)
        self.is_index = self.is_index or meaning.is_index


def add_name(names: list[str], name: str) -> None:
    """Add an inner name: one that holds the outer names makes them superfluous (人口 / 常住人口 -> 常住人口)."""
    if not name or name in names[-1:]:
        return
    while names and names[-1] in name:
        names.pop()
    names.append(name)


def absorb(line: Line, cell: Cell, sheet: str, place: Place | None) -> None:
    """Add one label to a line, from the outermost level inwards.

    Args:
        place: what the label names where its level or column tells places; None where it tells indicators.
    """
    meaning = read_label(cell.text)
    line.label = tidy(cell.text)
    line.address = cell.address
    if meaning.is_plan and place is None:
        line.refused.append(finding("figure_is_plan", sheet, cell.address, text=line.label))
    if len(meaning.units) > 1:
        one, two = meaning.units[:2]
        line.refused.append(finding("unit_conflict", sheet, cell.address, text=line.label, one=one, two=two))
    if meaning.timing.unclear:
        line.refused.append(finding("period_unclear", sheet, cell.address, text=meaning.timing.unclear))
    line.take(meaning)
    if place is not None:
        line.places.append((place, cell.address))
        line.place_text = cell.text.strip()
        return
    _name(line, meaning, cell, sheet)


def _name(line: Line, meaning: Meaning, cell: Cell, sheet: str) -> None:
    name = meaning.name
    if meaning.is_growth:
        line.growth = True
        if meaning.unit is not None and meaning.unit not in ("%", "个百分点"):
            line.growth, line.change = False, "比上年增减"
        elif meaning.unit is None and not re.search("速|幅|率|同比|±|增长", meaning.text):
            line.refused.append(
                finding("unit_unclear", sheet, cell.address, text=meaning.text, what="没有写明是率还是量")
            )
    if name in lexicon.words("value_word") or (name in lexicon.words("sum_word") and line.names):
        return
    add_name(line.names, name)


def refuse_place(place: Place, sheet: str, where: str) -> Finding | None:
    """Why a label of place names no region of the code list; None for one that does, or that context must tell."""
    if place.verdict == "ambiguous":
        return finding("ambiguous_region", sheet, where, text=place.text)
    if place.verdict == "abolished":
        return finding("abolished_region", sheet, where, text=place.text, note=place.former)
    if place.verdict == "urban_districts":
        return finding("urban_districts", sheet, where, text=place.text)
    if place.verdict == "unknown":
        return finding("unknown_region", sheet, where, text=place.text)
    return None
