"""A plan text cut into lines and runs for display: values, a chosen sentence, headings.

Pure functions. Offsets are Unicode code points into the text as stored, ends exclusive. The browser is given runs of
plain text and never offsets, because JavaScript counts in UTF-16 units; and never markup, because the text is an input.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A value in the text and the statement read from it."""

    start: int
    end: int
    statement_id: str
    kind: str  # target / actual


class Heading(NamedTuple):
    start: int
    level: int


def _cuts(length: int, spans: Iterable[Span], chosen: Iterable[tuple[int, int]]) -> list[int]:
    cuts = {0, length}
    for span in spans:
        cuts.update((span.start, span.end))
    for start, end in chosen:
        cuts.update((start, end))
    return sorted(cut for cut in cuts if 0 <= cut <= length)


def marked_lines(
    text: str,
    spans: Sequence[Span],
    headings: Sequence[Heading] = (),
    sentence: tuple[int, int] | None = None,
    value: tuple[int, int] | None = None,
) -> list[dict[str, Any]]:
    """The lines of a text, each ``{"s": first offset, "h": heading level or 0, "t": is a table row, "r": runs}``.

    A run is ``{"x": text}`` with, where they hold, ``"i"``: ids of the statements whose value this is, ``"k"``: the
    kind of the first of them, ``"q"``: in the chosen sentence, ``"v"``: in the chosen value. Spans may share a place or
    overlap. Joining the runs of all lines with newlines gives the text back.
    """
    chosen = [place for place in (sentence, value) if place is not None]
    cuts = _cuts(len(text), spans, chosen)
    marks: dict[int, list[Span]] = {}
    for span in sorted(spans):
        for position in range(bisect_right(cuts, span.start) - 1, len(cuts)):
            if cuts[position] >= min(span.end, len(text)):
                break
            marks.setdefault(cuts[position], []).append(span)
    levels = {heading.start: heading.level for heading in headings}
    heading_starts = sorted(levels)

    lines: list[dict[str, Any]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        first = bisect_right(heading_starts, start - 1)
        has_heading = first < len(heading_starts) and heading_starts[first] <= max(start, end - 1)
        lines.append(
            {
                "s": start,
                "h": levels[heading_starts[first]] if has_heading else 0,
                "t": line.lstrip().startswith("|"),
                "r": _runs(text, start, end, cuts, marks, sentence, value),
            }
        )
        start = end + 1
    return lines


def line_start(text: str, offset: int) -> int:
    """The offset of the line that holds a character."""
    return text.rfind("\n", 0, offset) + 1


def _runs(
    text: str,
    start: int,
    end: int,
    cuts: list[int],
    marks: dict[int, list[Span]],
    sentence: tuple[int, int] | None,
    value: tuple[int, int] | None,
) -> list[dict[str, Any]]:
    runs: list[dict[str, Any]] = []
    position = bisect_right(cuts, start) - 1
    while start < end:
        stop = min(end, cuts[position + 1] if position + 1 < len(cuts) else end)
        run: dict[str, Any] = {"x": text[start:stop]}
        covering = marks.get(cuts[position], [])
        if covering:
            run["i"] = [span.statement_id for span in covering]
            run["k"] = covering[0].kind
        if sentence is not None and sentence[0] <= start < sentence[1]:
            run["q"] = True
        if value is not None and value[0] <= start < value[1]:
            run["v"] = True
        runs.append(run)
        start = stop
        position += 1
    return runs
