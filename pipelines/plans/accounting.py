"""Every number of a text has one reading: a statement, a named class of what is none, or an unread number.

A number here is a run of Arabic digits with its decimal and thousands marks, and a value in words that became a
statement (全覆盖, 翻一番, 百分之五). The counts of the classes add up to the numbers of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from pipelines.plans.model import NumberUse, Statement

_DIGITS = re.compile(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*")
# Classes of asides, by what they are to a reader.
USE_OF_ASIDE = {
    "quoted": "name",
    "book": "name",
    "reference": "name",
    "item": "list_number",
    "anniversary": "name",
    "talent": "name",
    "day": "date",
    "document_number": "document_number",
    "date": "date",
    "chemistry": "name",
    "rank": "rank",
    "version": "name",
    "code": "name",
    "road": "name",
    "session": "ordinal",
    "set": "set",
    "circle": "name",
    "ordinal": "ordinal",
    "ratio": "ratio",
    "percentile": "date",
    "duration": "duration",
    "denominator": "denominator",
    "phrase": "name",
}
UNREAD = "unread"
_Span = tuple[int, int, str, int | None]


class NumberLedger:
    """Collects what the spans of a shown text are, then settles what each number is."""

    def __init__(self) -> None:
        self._uses: list[tuple[int, int, str]] = []

    def add(self, start: int, end: int, use: str) -> None:
        """Say what ``[start, end)`` of the shown text is; where spans overlap, the one said first holds."""
        if start < end:
            self._uses.append((start, end, use))

    def settle(self, text: str, statements: list[Statement]) -> list[NumberUse]:
        """Every number of the text in order, each with its one use. Linear in text and spans but for a sort."""
        spans: list[_Span] = [(s.start, s.end, "statement", i) for i, s in enumerate(statements)]
        spans += [(start, end, use, None) for start, end, use in self._uses]
        order = {id(span): rank for rank, span in enumerate(spans)}
        spans.sort(key=lambda span: (span[0], order[id(span)]))
        numbers = [(m.start(), m.end()) for m in _DIGITS.finditer(text)]
        covered = {start for start, _ in numbers}
        used: list[NumberUse] = []
        active: list[_Span] = []
        at = 0
        for start, end in numbers:
            while at < len(spans) and spans[at][0] <= start:
                active.append(spans[at])
                at += 1
            active = [span for span in active if span[1] > start]
            best = min(active, key=lambda span: order[id(span)], default=None)
            use, index = (best[2], best[3]) if best else (UNREAD, None)
            used.append(NumberUse(start, end, text[start:end], use, index))
        starts = sorted(covered)
        for index, statement in enumerate(statements):
            # A value in words holds no digits of its own.
            near = bisect_right(starts, statement.end - 1) - 1
            if near < 0 or starts[near] < statement.start:
                used.append(NumberUse(statement.start, statement.end, statement.value_text, "statement", index))
        used.sort(key=lambda number: (number.start, number.end))
        return used
