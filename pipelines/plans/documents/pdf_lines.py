"""Characters with their places -> pieces of lines, rows of a table set without rules, and the reading order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from pipelines.plans.documents.pdf_page import Glyph, Rule

_GAP = 1.5  # em of white between pieces of a line that belong to different columns or cells
_SAME_LINE = 0.45  # em by which baselines of one line may differ (small figures set low or high)
_NUMBER = re.compile(r"^[<>≤≥~±〔【\[（(-]*\d[\d,.，．]*\s*[%％】\]〕)）万亿]*$|^[-—–－]+$")
_WIDE = "\u2e80"  # from here on characters are as wide as they are high
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(slots=True)
class Piece:
    """A stretch of one line without wide gaps; or a whole table, whose ``rows`` are then its cells."""

    text: str
    x0: float
    x1: float
    top: float
    y: float  # baseline, or the bottom of a table
    em: float
    rows: list[list[str]] = field(default_factory=list)


def baselines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Characters by line, from the top; each line from left to right."""
    lines: list[list[Glyph]] = []
    reference = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.y, g.x0)):
        if lines and glyph.y - reference <= _SAME_LINE * max(glyph.em, lines[-1][0].em):
            lines[-1].append(glyph)
            reference += (glyph.y - reference) / len(lines[-1])
        else:
            lines.append([glyph])
            reference = glyph.y
    return [sorted(line, key=lambda g: g.x0) for line in lines]


def spell(line: list[Glyph], is_cell: bool = False) -> str:
    """Text of characters of one line; a space where the file has one or the print leaves one.

    In a cell Chinese characters are often spread over its width: no space is meant there.
    """
    gaps = [(b.x0 - a.x1) / max(a.em, b.em) for a, b in pairwise(line)]
    least = _least_space(line, gaps)
    out = [line[0].character]
    for gap, before, glyph in zip(gaps, line, line[1:], strict=False):
        both_wide = before.character >= _WIDE and glyph.character >= _WIDE
        both_narrow = before.character < _WIDE and glyph.character < _WIDE
        if (is_cell and both_wide) or gap <= 0.1:
            pass
        elif glyph.is_spaced or gap > least or (both_narrow and gap > 0.2):
            out.append(" ")
        out.append(glyph.character)
    return "".join(out)


def _least_space(line: list[Glyph], gaps: list[float]) -> float:
    """The gap in em from which there is a space.

    Printing programs leave out spaces, and set a quarter of an em between Chinese and digits that is none. A line set
    tightly that has such a gap between characters of one kind has real spaces.
    """
    if gaps and median(gaps) < 0.08:
        for gap, before, glyph in zip(gaps, line, line[1:], strict=False):
            if 0.2 < gap < _GAP and (before.character >= _WIDE) == (glyph.character >= _WIDE):
                return 0.2
    return 0.7


def pieces_of(lines: list[list[Glyph]]) -> list[Piece]:
    """Pieces of lines, cut where the gap is that of a column."""
    pieces: list[Piece] = []
    for line in lines:
        current: list[Glyph] = []
        for glyph in line:
            if current and glyph.x0 - current[-1].x1 > _GAP * max(glyph.em, current[-1].em):
                pieces.append(_piece(current))
                current = []
            current.append(glyph)
        if current:
            pieces.append(_piece(current))
    return pieces


def _piece(glyphs: list[Glyph]) -> Piece:
    em = median([g.em for g in glyphs if g.character >= _WIDE] or [g.em for g in glyphs])
    y = median(g.y for g in glyphs)
    return Piece(spell(glyphs), glyphs[0].x0, max(g.x1 for g in glyphs), y - 0.9 * em, y, em)


def join_lines(lines: list[str]) -> str:
    """Lines of one cell or paragraph as one: Chinese runs on, Latin words stay apart."""
    out = ""
    for line in lines:
        both_narrow = bool(out and line) and out[-1].isascii() and line[0].isascii()
        if both_narrow and (_LATIN.match(out[-1]) or _LATIN.match(line[0])):
            out += " "
        out += line
    return out


# --- tables set without rules -------------------------------------------------------------------------------------


def aligned_tables(pieces: list[Piece], across: list[Rule]) -> list[Piece]:
    """Pieces with those that stand in columns of figures put together as tables, in the place of their first row."""
    rows = _rows(pieces, _bands(across))
    is_table = [_is_table_row(row) for row in rows]
    done: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        if not is_table[at]:
            done.append(rows[at])
            at += 1
            continue
        end, last = at + 1, at
        # A row of a table may be broken: lines between two rows of figures belong to it.
        while end < len(rows) and end - last <= 2 and rows[end][0].y - rows[end - 1][0].y < 4 * rows[end][0].em:
            if is_table[end]:
                last = end
            end += 1
        told = [row for row, is_row in zip(rows[at : last + 1], is_table[at : last + 1], strict=True) if is_row]
        columns = _columns(told)
        if len(told) >= 3 and len(columns) >= 3:
            head = at
            while head > 0 and at - head < 2 and not is_table[head - 1] and _is_head(rows[head - 1]):
                head -= 1
            del done[len(done) - (at - head) :]
            done.append([_table(rows[head : last + 1], columns)])
        else:
            done.extend(rows[at : last + 1])
        at = last + 1
    return [piece for row in done for piece in row]


def _bands(across: list[Rule]) -> list[float]:
    """Places of rules of one width that part the rows of a table without upright rules; a frame of three is no such."""
    by_width: dict[tuple[int, int], list[float]] = {}
    for rule in across:
        by_width.setdefault((round(rule.start / 6), round(rule.end / 6)), []).append(rule.at)
    return sorted(at for places in by_width.values() if len(places) >= 5 for at in places)


def _rows(pieces: list[Piece], bands: list[float]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and not piece.rows and not rows[-1][0].rows and _same_row(rows[-1], piece, bands):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _same_row(row: list[Piece], piece: Piece, bands: list[float]) -> bool:
    if piece.y - row[0].y <= 0.85 * piece.em:
        return True
    band = bisect_right(bands, piece.y)
    if not 0 < band < len(bands) or band != bisect_right(bands, row[0].y):
        return False
    return bands[band] - bands[band - 1] <= 6 * piece.em


def _is_table_row(row: list[Piece]) -> bool:
    if len(row) < 3 or any(p.rows for p in row):
        return False
    figures = sum(bool(_NUMBER.match(p.text)) for p in row)
    return figures >= 1 and all(len(p.text) <= 30 for p in row)


def _is_head(row: list[Piece]) -> bool:
    return len(row) >= 2 and all(not p.rows and len(p.text) <= 20 and p.text[-1] not in "。；，、：" for p in row)


def _columns(rows: list[list[Piece]]) -> list[tuple[float, float]]:
    """Stretches of x that the pieces of all rows fill, with white between them."""
    stretches = sorted((p.x0, p.x1) for row in rows for p in row)
    columns: list[tuple[float, float]] = []
    for x0, x1 in stretches:
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _table(rows: list[list[Piece]], columns: list[tuple[float, float]]) -> Piece:
    cells: list[list[str]] = []
    for row in rows:
        out = [""] * len(columns)
        for piece in sorted(row, key=lambda p: (p.y, p.x0)):
            centre = (piece.x0 + piece.x1) / 2
            column = min(range(len(columns)), key=lambda i: max(columns[i][0] - centre, centre - columns[i][1], 0.0))
            out[column] = join_lines([out[column], piece.text]) if out[column] else piece.text
        cells.append(out)
    every = [p for row in rows for p in row]
    left, right = min(p.x0 for p in every), max(p.x1 for p in every)
    return Piece("", left, right, min(p.top for p in every), max(p.y for p in every), every[0].em, cells)


# --- reading order ------------------------------------------------------------------------------------------------


def reading_order(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """Blocks of pieces in the order they are read: columns one after the other, pieces of a block from the top."""
    gutter = _gutter(pieces) if depth < 4 else None
    if gutter is None:
        return [sorted(pieces, key=lambda p: (p.y, p.x0))] if pieces else []
    blocks: list[list[Piece]] = []
    band: list[Piece] = []

    def close() -> None:
        blocks.extend(reading_order([p for p in band if p.x1 <= gutter], depth + 1))
        blocks.extend(reading_order([p for p in band if p.x1 > gutter], depth + 1))
        band.clear()

    crossing: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.top, p.x0)):
        if piece.x0 < gutter < piece.x1:
            if band:
                close()
            crossing.append(piece)
            continue
        if crossing:
            blocks.append(list(crossing))
            crossing.clear()
        band.append(piece)
    if band:
        close()
    if crossing:
        blocks.append(crossing)
    return blocks


def _gutter(pieces: list[Piece]) -> float | None:
    """The x of the white between two columns of running text; None where the text runs over the whole width."""
    if len(pieces) < 8:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    em = median(p.em for p in pieces)
    margin = 0.2 * (right - left)
    starts = Counter(round(p.x0 / em) for p in pieces if left + margin < p.x0 < right - margin)
    for start, count in starts.most_common(2):
        if count < 4:
            return None
        gutter = (start - 0.6) * em
        before = [p for p in pieces if p.x1 <= gutter]
        after = [p for p in pieces if p.x0 >= gutter]
        across = len(pieces) - len(before) - len(after)
        if min(len(before), len(after)) < 4 or across > 0.4 * len(pieces):
            continue
        if _is_column(before) and _is_column(after) and min(p.top for p in after) < max(p.y for p in before):
            return gutter
    return None


def _is_column(pieces: list[Piece]) -> bool:
    """Running text: most of its lines fill the width and are sentences, not figures."""
    width = max(p.x1 for p in pieces) - min(p.x0 for p in pieces)
    filled = sum(p.x1 - p.x0 >= 0.7 * width and len(p.text) >= 8 for p in pieces)
    return filled >= 0.5 * len(pieces)
