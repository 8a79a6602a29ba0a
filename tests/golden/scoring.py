"""Scores read statements against labelled ones, by the same rules as the labels' guide.

A read statement is paired with the label whose value overlaps it in the text, the larger overlap first, each used once.
``found`` counts the pairs; ``strict`` those whose kind, value, unit, measure, bound, years and region are right and
whose name is alike. A label marked ``borderline`` counts neither way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Record = dict[str, Any]

_SCALES = {
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    "千": 1e3,
    "百": 1e2,
}
_SAME_UNITS = ({"", "个"}, {"人", ""}, {"", "家"})
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Score:
    labelled: int
    read: int
    found: int
    strict: int
    department_hits: int
    departments_read: int
    departments_labelled: int

    @property
    def found_f1(self) -> float:
        return _f1(self.found, self.read, self.labelled)

    @property
    def strict_f1(self) -> float:
        return _f1(self.strict, self.read, self.labelled)

    @property
    def departments_f1(self) -> float:
        return _f1(self.department_hits, self.departments_read, self.departments_labelled)


def _f1(hits: int, read: int, labelled: int) -> float:
    return 2 * hits / (read + labelled) if hits else 0.0


def _plain(text: str | None) -> str:
    return re.sub(r"[\s\"'“”‘’()（）【】\[\]《》,，、。.;；:：·*\-—]+", "", unicodedata.normalize("NFKC", text or ""))


def _amount(record: Record) -> tuple[float | None, str]:
    """Number in the unit's base and that unit: 1.8 亿元 -> (1.8e8, 元)."""
    value, unit = record.get("value"), _plain(record.get("unit"))
    if value is None:
        return None, ""
    value = float(value)
    for name, scale in _SCALES.items():
        if unit.startswith(name) and unit != "百分点":
            value, unit = value * scale, unit[len(name) :]
            break
    unit = {"百分之": "%", "个百分点": "百分点"}.get(unit, unit)
    return value, unit[1:] if unit.startswith("个") and unit != "个" else unit


def _same_value(label: Record, read: Record) -> bool:
    (x, _), (y, _) = _amount(label), _amount(read)
    if x is None or y is None:
        return x is y
    return abs(x - y) <= 1e-9 * max(1.0, abs(x), abs(y))


def _same_unit(label: Record, read: Record) -> bool:
    units = {_amount(label)[1], _amount(read)[1]}
    return len(units) == 1 or units in _SAME_UNITS


def _period(record: Record) -> tuple[str | None, int | None, int | None]:
    period = record.get("period") or {}
    if "year" in period:
        return period.get("type"), period["year"], period["year"]
    return period.get("type"), period.get("start"), period.get("end")


def _same_period(label: Record, read: Record) -> bool:
    """The same years; `by` and `in` both name a single year."""
    (kind, *years), (other, *others) = _period(label), _period(read)
    return years == others and (kind == other or {kind, other} <= {"by", "in"})


def _alike(label: Record, read: Record) -> bool:
    a, b = _plain(label.get("indicator")), _plain(read.get("indicator"))
    return bool(a and b) and (a in b or b in a or SequenceMatcher(None, a, b).ratio() >= ALIKE)


def _same_measure(label: Record, read: Record) -> bool:
    return read.get("measure", "level") in (label.get("measure", "level"), label.get("measure_alt"))


FIELDS: dict[str, Callable[[Record, Record], bool]] = {
    "kind": lambda label, read: label["kind"] == read.get("kind"),
    "value": _same_value,
    "unit": _same_unit,
    "measure": _same_measure,
    "comparator": lambda label, read: label.get("comparator", "eq") == read.get("comparator", "eq"),
    "period": _same_period,
    "region": lambda label, read: _plain(label.get("region")) == _plain(read.get("region")),
    "indicator": _alike,
}


def _pairs(labels: list[Record], reads: list[Record]) -> list[tuple[int, int]]:
    overlaps: list[tuple[int, int, int]] = []
    for i, label in enumerate(labels):
        first, last = label["start"], label["start"] + len(label["value_text"])
        for j, read in enumerate(reads):
            shared = min(last, read["start"] + len(read["value_text"])) - max(first, read["start"])
            if shared > 0:
                overlaps.append((-shared, i, j))
    pairs: list[tuple[int, int]] = []
    used_labels: set[int] = set()
    used_reads: set[int] = set()
    for _, i, j in sorted(overlaps):
        if i not in used_labels and j not in used_reads:
            used_labels.add(i)
            used_reads.add(j)
            pairs.append((i, j))
    return pairs


def wrong_fields(label: Record, read: Record) -> list[str]:
    return [name for name, right in FIELDS.items() if not right(label, read)]


def score(labels: list[Record], reads: list[Record]) -> Score:
    """Score of one document's statements; both in the format that ``planledger extract`` writes."""
    pairs = _pairs(labels, reads)
    firm = [(labels[i], reads[j]) for i, j in pairs if not labels[i].get("borderline")]
    borderline_read = len(pairs) - len(firm)
    units = [({_plain(d) for d in a.get("departments", [])}, {_plain(d) for d in b["departments"]}) for a, b in firm]
    return Score(
        labelled=sum(not label.get("borderline") for label in labels),
        read=len(reads) - borderline_read,
        found=len(firm),
        strict=sum(not wrong_fields(label, read) for label, read in firm),
        department_hits=sum(len(a & b) for a, b in units),
        departments_read=sum(len(b) for _, b in units),
        departments_labelled=sum(len(a) for a, _ in units),
    )
