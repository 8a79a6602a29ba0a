"""Sheets as sparse grids of cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from pipelines.submissions.findings import Finding

CellKind = Literal["text", "number", "percent", "date", "boolean", "error", "formula"]
WorkbookKind = Literal["xlsx", "xls", "csv", "tsv"]
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})\Z")


@dataclass(slots=True)
class Cell:
    """One cell with content. ``row`` and ``column`` count from 0.

    Attributes:
        kind: ``formula`` is a formula whose result was not saved; ``percent`` a number shown as a percentage.
        text: as a reader sees it, as far as the file says; numbers in their shortest form; dates as a Chinese date.
        number: of the kinds number and percent (0.69 for 69 %); None otherwise.
        is_hidden: in a hidden row or column.
        indent: levels of indentation by format.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    number: float | None = None
    is_hidden: bool = False
    indent: int = 0

    @property
    def address(self) -> str:
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all four bounds inside it, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet: cells with content by (row, column), merged ranges, and for delimited text the fields of each row."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    is_hidden: bool = False
    row_widths: dict[int, int] = field(default_factory=dict)

    def add(self, cell: Cell) -> None:
        self.cells[cell.row, cell.column] = cell


@dataclass(slots=True)
class Workbook:
    """What a file holds; ``findings`` tell of what was left aside. A refused file has no sheets."""

    name: str
    kind: WorkbookKind | None
    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class MergeIndex:
    """Looks up the merged range over a cell without ever spreading a range out."""

    def __init__(self, merges: list[Merge]) -> None:
        self._merges = sorted(merges, key=lambda m: (m.top, m.left))
        self._tops = [m.top for m in self._merges]
        self._tall = [m for m in self._merges if m.bottom - m.top > 64]
        self._low = [m for m in self._merges if m.bottom - m.top <= 64]
        self._low_tops = [m.top for m in self._low]

    def over(self, row: int, column: int) -> Merge | None:
        for merge in self._tall[:200]:
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                return merge
        at = bisect_right(self._low_tops, row) - 1
        while at >= 0 and self._low_tops[at] >= row - 64:
            merge = self._low[at]
            if row <= merge.bottom and merge.left <= column <= merge.right:
                return merge
            at -= 1
        return None


def address(row: int, column: int) -> str:
    """A1 address of a cell counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def position(reference: str) -> tuple[int, int] | None:
    """(row, column) counted from 0 of an A1 reference inside Excel's bounds, or None."""
    match = _ADDRESS.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - 64
    row = int(match.group(2))
    return (row - 1, column - 1) if row <= 1_048_576 and column <= 16_384 else None


def shortest(number: float) -> str:
    """A number as text: 69 for 69.0."""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
