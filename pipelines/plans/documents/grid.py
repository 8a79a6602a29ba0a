"""Tables of any format as rows of cells: merged cells laid out, cells written as pipe rows.

A merged cell is written once, at its top left; the places it covers to the right and below stay blank. So every
number stands in the text once, a category that spans rows stands in its first row, and a head that spans columns
stands over the first of them, as in a table of markdown written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipelines.plans.documents.opened import TextBuilder, stripped

MAX_COLUMNS = 200
MAX_SPAN = 2_000
MAX_PLACES = 2_000_000  # of one table; beyond, merged cells are no longer laid out (no real table comes near)

T = TypeVar("T")
Pieces = list[tuple[str, int]]  # characters and their place in the source, -1 for characters of our own


@dataclass(slots=True)
class Spanned(Generic[T]):
    """A cell and how many columns and rows it covers."""

    content: T
    columns: int = 1
    rows: int = 1


def lay_out(rows: Sequence[Sequence[Spanned[T]]], blank: T) -> list[list[T]]:
    """Rows of equal width; places covered by a merged cell hold ``blank``."""
    laid: list[list[T]] = []
    places = 0
    covered: dict[int, int] = {}  # column -> rows below that a merged cell still covers
    for row in rows:
        if places > MAX_PLACES:
            laid.append([cell.content for cell in row])
            continue
        out: list[T] = []
        below: dict[int, int] = {}
        cells = iter(row)
        cell = next(cells, None)
        column = 0
        while column < MAX_COLUMNS and (cell is not None or any(c >= column for c in covered)):
            if column in covered or cell is None:
                out.append(blank)
                column += 1
                continue
            width = max(1, min(cell.columns, MAX_COLUMNS - column))
            out.append(cell.content)
            out.extend([blank] * (width - 1))
            if cell.rows > 1:
                below.update(dict.fromkeys(range(column, column + width), min(cell.rows, MAX_SPAN) - 1))
            column += width
            cell = next(cells, None)
        covered = {c: n - 1 for c, n in covered.items() if n > 1} | below
        laid.append(out)
        places += len(out)
    width = max((len(row) for row in laid), default=0)
    if width * len(laid) > MAX_PLACES:
        return laid
    return [row + [blank] * (width - len(row)) for row in laid]


def write_rows(rows: list[list[Pieces]], builder: TextBuilder) -> None:
    """Write a table as pipe rows; a table of one column is a box around paragraphs and is written as lines.

    Columns and rows that are blank throughout (spacers of a layout) are left out.
    """
    rows = [[stripped(cell) for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        return
    used: set[int] = set()
    for row in rows:
        used.update(i for i, cell in enumerate(row) if cell)
    kept = sorted(used)
    builder.end_line()
    if len(kept) == 1:
        for row in rows:
            _write_lines(row[kept[0]] if kept[0] < len(row) else [], builder)
        return
    for row in rows:
        builder.add("|")
        for i in kept:
            if i >= len(row):
                break
            builder.add(" ")
            for characters, source in _one_line(row[i]):
                builder.add(characters, source)
            builder.add(" |")
        builder.end_line()


def _write_lines(cell: Pieces, builder: TextBuilder) -> None:
    for characters, source in cell:
        for i, (line, place) in enumerate(_split(characters, source, "\n")):
            if i:
                builder.end_line()
            builder.add(line, place)
    builder.end_line()


def _one_line(cell: Pieces) -> Iterator[tuple[str, int]]:
    """A cell without line ends and pipes, which would break its row."""
    for characters, source in cell:
        for i, (line, place) in enumerate(_split(characters, source, "\n")):
            if i:
                yield " ", -1
            for j, (part, where) in enumerate(_split(line, place, "|")):
                if j:
                    yield "｜", -1
                if part:
                    yield part.replace("\t", " "), where


def _split(characters: str, source: int, mark: str) -> Iterator[tuple[str, int]]:
    if mark not in characters:
        yield characters, source
        return
    at = 0
    for part in characters.split(mark):
        yield part, source + at if source >= 0 else -1
        at += len(part) + len(mark)


def plain_rows(rows: list[list[str]]) -> list[list[Pieces]]:
    """Cells of characters alone, as `write_rows` takes them."""
    return [[[(cell, -1)] if cell else [] for cell in row] for row in rows]
