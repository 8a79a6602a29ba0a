"""Clauses and lists of a clean text. What stands in quotes or brackets is never parted."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSED = r"“[^“”]{0,60}”|（[^（）]{0,80}）|《[^《》]{0,80}》"
_SENTENCE = re.compile(rf"(?:{_CLOSED}|[^。；！？])+")
_CLAUSE = re.compile(rf"(?:{_CLOSED}|[^，：])+")
_ITEM = re.compile(rf"(?:{_CLOSED}|[^、])+")
_JOINT = re.compile(rf"(?:{_CLOSED})|(?P<joint>以及|及其|和|与|及)")

Span = tuple[int, int]


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, start, end):
        yield match.span()


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans between full stops, semicolons, marks of question and exclamation."""
    return _spans(_SENTENCE, text, start, len(text) if end is None else end)


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans between commas and colons."""
    return _spans(_CLAUSE, text, start, end)


def items(text: str, start: int, end: int) -> list[Span]:
    """Spans between enumeration commas (、)."""
    return list(_spans(_ITEM, text, start, end))


def joints(text: str, start: int, end: int) -> list[Span]:
    """Places of 和, 与, 及, 以及, where a list may have its last two members."""
    return [match.span() for match in _JOINT.finditer(text, start, end) if match.group("joint")]


def outside(text: str, char: str, start: int, end: int) -> int:
    """The last place of ``char`` that stands in no brackets or quotes; -1 where there is none."""
    if text.find(char, start, end) < 0:
        return -1
    depth, found = 0, -1
    for index in range(start, end):
        mark = text[index]
        if mark in "“（《":
            depth += 1
        elif mark in "”）》":
            depth = max(0, depth - 1)
        elif depth == 0 and mark == char:
            found = index
    return found
