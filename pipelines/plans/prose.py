"""One clean paragraph -> its statements and what every other number in it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipelines.plans.clauses import parse
from pipelines.plans.context import Draft
from pipelines.plans.periods import TimeExpression, time_expressions
from pipelines.plans.quantities import asides, quantities
from pipelines.plans.scope import Scope
from pipelines.plans.statements import read_statements

_NUMERIC = frozenset("0123456789一二三四五六七八九十百千万亿两全翻倍半")

Span = tuple[int, int]


@dataclass(slots=True)
class ParagraphReading:
    """Drafts of a paragraph; ``uses`` are (start, end, class) of numbers that are none, in clean offsets."""

    drafts: list[Draft] = field(default_factory=list)
    uses: list[tuple[int, int, str]] = field(default_factory=list)


def read_paragraph(text: str, scope: Scope, notes: list[Span] | None = None) -> ParagraphReading:
    """Read a clean paragraph under its scope; ``notes`` are spans of responsible units, whose numbers are none."""
    if not _NUMERIC.intersection(text):
        return ParagraphReading()
    named = asides(text)
    quoted = _merge([(a.start, a.end) for a in named if a.kind in ("quoted", "book")])
    times = [t for t in time_expressions(text, scope.calendar) if not _inside(t.start, t.end, quoted)]
    times = [replace(t, sense="noun") if _names_a_plan(t, text) else t for t in times]
    dated = [(t.start, t.end) for t in times if t.sense != "total"]
    notes = notes or []
    found = quantities(text, _merge([*((a.start, a.end) for a in named), *dated, *notes]))
    paragraph = parse(text, times, named, found)
    reading = ParagraphReading()
    reading.drafts, rejected = read_statements(paragraph, scope) if found else ([], [])
    reading.uses += [(start, end, "unit_note") for start, end in notes]
    reading.uses += [(start, end, "date") for start, end in dated]
    reading.uses += [(a.start, a.end, a.use) for a in named]
    reading.uses += [(q.start, q.end, "threshold") for q in paragraph.thresholds]
    reading.uses += [(q.start, q.end, reason) for q, reason in rejected if reason]
    return reading


def _names_a_plan(time: TimeExpression, text: str) -> bool:
    """城乡总体规划（2018-2035年）: years that are part of a name and govern nothing."""
    bracketed = text[time.start - 1 : time.start] == "（" and text[time.end : time.end + 1] == "）"
    return bracketed and time.sense in ("span", "era")


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(start: int, end: int, spans: list[Span]) -> bool:
    """Whether a span lies strictly inside one of the ordered spans (“十四五” itself does not)."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low][0] < start and end < spans[low][1]
