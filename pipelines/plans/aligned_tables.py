"""Tables whose cells are parted by spaces only, as text copied from Word or PDF files has them.

Two kinds reach a text. In a *spaced* one every cell is parted from the next by a space, and a name that was broken over
two lines comes as a line of its own above its row. In a *columned* one the cells stand under their heads, and what is
broken goes on below its row, in its column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.plans.lines import Line

_HEAD = re.compile(r"指\s*标|项目名称|名\s*称")
_TOLD = re.compile(r"\d{4}\s*年|单位|属性|目标|增长|计划|完成")
_VALUE = re.compile(
    r"^[<>≤≥~]?-?\d[\d,.]*[%‰]?(?:以[上下内]|左右)?$|^[-—]+$|^[【〔][<>≤≥]?-?\d[\d,.]*[%‰]?[】〕]$|^完成.{0,8}任务$"
)
_FRAGMENT = re.compile(r"[\u4e00-\u9fffA-Za-z（）()·/、“”]{1,24}")
_ORDINAL = re.compile(r"(?P<number>\d{1,2})(?:[.、．]\s*| +)(?=\D)")
_TOKEN = re.compile(r"\S+(?: \S+)*")
_CATEGORY = 4  # characters of a category that stands on a line of its own
_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]）|\d+(?:\.\d+)*\s*[\u4e00-\u9fff]|专栏|第.{1,3}[章节篇]"
)
_LONGEST = 44  # characters of a line that may still belong to a table

Fold = Callable[[str], str]


@dataclass(slots=True)
class _Piece:
    """Words of one cell with their places in the shown text, and the columns of the screen they take up."""

    text: str
    offsets: list[int]
    start: int
    end: int

    def take(self, other: _Piece) -> None:
        self.text += other.text
        self.offsets += other.offsets
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)


def find_aligned_tables(lines: list[Line], text: str, fold: Fold) -> list[Line]:
    """The lines with those of spaced and columned tables made rows; ``fold`` maps a raw line one to one."""
    out: list[Line] = []
    at = 0
    while at < len(lines):
        raw = fold(text[lines[at].raw_start : lines[at].raw_end])
        if lines[at].kind == "text" and _is_head(raw):
            columned = len(re.findall(r"\S {2,}\S", raw)) >= 3
            rows, at = (_columned if columned else _spaced)(lines, at, text, fold)
            out += rows
            continue
        out.append(lines[at])
        at += 1
    return out


def _is_head(raw: str) -> bool:
    tokens = raw.split()
    return (
        4 <= len(tokens) <= 16
        and bool(_HEAD.search(raw))
        and max(map(len, tokens)) <= 16
        and len(_TOLD.findall(raw)) >= 2
    )


# --- cells parted by a space each ----------------------------------------------------------------------------------


def _spaced(lines: list[Line], at: int, text: str, fold: Fold) -> tuple[list[Line], int]:
    head = lines[at]
    raw = fold(text[head.raw_start : head.raw_end])
    width = len(raw.split())
    rows = [_row(raw, head)]
    broken: list[Line] = []
    at += 1
    while at < len(lines) and lines[at].kind == "text":
        line = lines[at]
        raw = fold(text[line.raw_start : line.raw_end])
        tokens = raw.split()
        values = sum(bool(_VALUE.match(token)) for token in tokens)
        if values >= 1 and 3 <= len(tokens) <= width + 3:
            rows.append(_row_with(broken, raw, line, text, fold, width))
            broken = []
        elif len(broken) < 2 and len(tokens) == 1 and _FRAGMENT.fullmatch(raw.strip()):
            broken.append(line)
        else:
            break
        at += 1
    return rows, at - len(broken)  # what no row has followed is text


def _row(raw: str, line: Line) -> Line:
    return Line(raw, list(range(line.raw_start, line.raw_start + len(raw))), "row", 0, line.raw_start, line.raw_end)


def _row_with(broken: list[Line], raw: str, line: Line, text: str, fold: Fold, width: int) -> Line:
    """A row with the lines above it that its first cell has been broken into."""
    row = _row(raw, line)
    for above in reversed(broken):
        start, end = above.raw_start, above.raw_end
        piece = fold(text[start:end])
        # A category on a line of its own; otherwise the words go on in the row's first cell.
        alone = len(piece.strip()) <= _CATEGORY and len(row.text.split()) < width
        gap, gap_offsets = (" ", [end - 1]) if alone else ("", [])
        stripped = row.text.lstrip()
        offsets = list(range(start, end)) + gap_offsets + row.offsets[len(row.text) - len(stripped) :]
        row = Line(piece + gap + stripped, offsets, "row", 0, start, line.raw_end)
    return row


# --- cells that stand under their heads ------------------------------------------------------------------------------


def _columned(lines: list[Line], at: int, text: str, fold: Fold) -> tuple[list[Line], int]:
    heads = _joined_letters(_pieces(lines[at], text, fold))
    found: list[tuple[Line, list[_Piece | None], _Piece | None]] = []
    first = lines[at]
    last_line = first
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.kind == "furniture":
            at += 1
            continue
        pieces = _pieces(line, text, fold)
        raw = "".join(piece.text for piece in pieces)
        if line.kind != "text" or len(raw) > _LONGEST or re.search("[。；]|^注", raw):
            break
        valued = sum(bool(_VALUE.match(piece.text.replace(" ", ""))) for piece in pieces)
        apart = line.raw_start - last_line.raw_end > 2
        marked = bool(_MARK.match(raw))
        if valued and len(pieces) >= 2:
            number = _take_ordinal(pieces)
            found.append((line, _under(pieces, heads), number))
        elif apart or marked:
            if not (marked and _goes_on(lines, at + 1, text, fold)):
                break
            found.append((line, [pieces[0], *[None] * (len(heads) - 1)], None))  # a group of the rows below
        elif not found:
            for piece in pieces:
                _nearest(heads, piece).take(piece)
        else:
            cells = [cell for cell in found[-1][1] if cell is not None]
            for piece in pieces:
                _nearest(cells, piece).take(piece)
        last_line = line
        at += 1
    if not found:
        return [first], lines.index(first) + 1
    numbered = any(number is not None for _, _, number in found)
    head_cells: list[_Piece | None] = [*heads]
    rows = [_tabbed(first, [None, *head_cells] if numbered else head_cells)]
    if numbered:
        rows[0].text = "序号" + rows[0].text
        rows[0].offsets = [first.raw_start] * 2 + rows[0].offsets
    rows += [_tabbed(line, [number, *cells] if numbered else cells) for line, cells, number in found]
    rows[-1].raw_end = max(rows[-1].raw_end, last_line.raw_end)
    return rows, at


def _goes_on(lines: list[Line], at: int, text: str, fold: Fold) -> bool:
    """Whether a row with values follows."""
    if at >= len(lines) or lines[at].kind != "text":
        return False
    pieces = _pieces(lines[at], text, fold)
    return len(pieces) >= 2 and any(_VALUE.match(piece.text) for piece in pieces)


def _pieces(line: Line, text: str, fold: Fold) -> list[_Piece]:
    raw = fold(text[line.raw_start : line.raw_end])
    columns, column = [], 0
    for char in raw:
        columns.append(column)
        column += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    columns.append(column)
    shown = line.raw_start
    return [_Piece(raw[a:b], list(range(shown + a, shown + b)), columns[a], columns[b]) for a, b in _cells(raw)]


def _cells(raw: str) -> list[tuple[int, int]]:
    """Spans of cells: parted by two spaces, or by one beside a value (〔13.5〕 约束性)."""
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(raw):
        words = [(match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match.group())]
        first = raw[slice(*words[0])]
        led = bool(_VALUE.match(first)) and len(words) > 1 and not first.isdigit()  # 1 地区生产总值 is one cell
        if led or any(_VALUE.match(raw[a:b]) for a, b in words[1:]):
            spans += words
        else:
            spans.append(match.span())
    return spans


def _joined_letters(pieces: list[_Piece]) -> list[_Piece]:
    """指    标 is one head set wide."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and len(piece.text) == 1 and len(joined[-1].text) == 1:
            joined[-1].take(piece)
        else:
            joined.append(piece)
    return joined


def _take_ordinal(pieces: list[_Piece]) -> _Piece | None:
    """The number of a row, taken off its name."""
    for piece in pieces[:2]:
        match = _ORDINAL.match(piece.text)
        if match:
            end = match.end("number")
            number = _Piece(piece.text[:end], piece.offsets[:end], piece.start, piece.start + end)
            piece.text, piece.offsets = piece.text[match.end() :], piece.offsets[match.end() :]
            return number
    return None


def _distance(one: _Piece, other: _Piece) -> int:
    """Columns between two pieces; 0 where they stand over each other."""
    return max(0, one.start - other.end, other.start - one.end)


def _nearest(cells: list[_Piece], piece: _Piece) -> _Piece:
    return min(cells, key=lambda cell: (_distance(cell, piece), abs(cell.start - piece.start)))


def _under(pieces: list[_Piece], heads: list[_Piece]) -> list[_Piece | None]:
    """A cell for each head; cells in their order, each under the head it stands nearest to."""
    row: list[_Piece | None] = [None] * len(heads)
    if len(pieces) == len(heads):
        return [*pieces]
    column = 0
    for index, piece in enumerate(pieces):
        left = len(pieces) - index - 1
        choices = range(column, max(column + 1, len(heads) - left))
        best = min(choices, key=lambda i: (_distance(heads[i], piece), abs(heads[i].start - piece.start)))
        best = min(best, len(heads) - 1)
        taken = row[best]
        if taken is None:
            row[best] = piece
        else:
            taken.take(piece)
        column = min(best + 1, len(heads) - 1)
    return row


def _tabbed(line: Line, cells: list[_Piece | None]) -> Line:
    text, offsets = "", list[int]()
    last = line.raw_start
    for index, cell in enumerate(cells):
        if index:
            text += "\t"
            offsets.append(last)
        if cell is not None:
            text += cell.text
            offsets += cell.offsets
            last = cell.offsets[-1] if cell.offsets else last
    return Line(text, offsets, "row", 0, line.raw_start, line.raw_end)
