"""Tables drawn with ruling lines: crossing rules -> a grid, rules that are missing inside it -> merged cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from pipelines.plans.documents.pdf_page import Glyph, Rule

_SNAP = 3.0  # rules closer than this are one; ends nearer than this touch
_OPEN = 8.0  # rules that stand out further than this show that a table has no border there
_MAX_SIDE = 250  # rows or columns of one table
_MAX_CROSSINGS = 3_000_000


@dataclass(slots=True)
class RuledTable:
    """A grid of cells; ``regions[row][column]`` is the number of the (merged) cell there."""

    xs: list[float]
    ys: list[float]
    regions: list[list[int]]
    glyphs: dict[int, list[Glyph]] = field(default_factory=dict)

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def take(self, glyph: Glyph) -> bool:
        """Put a character into its cell; False where it stands outside of the table."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.em
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return False
        column = min(bisect_right(self.xs, x) - 1, len(self.xs) - 2)
        row = min(bisect_right(self.ys, y) - 1, len(self.ys) - 2)
        self.glyphs.setdefault(self.regions[row][column], []).append(glyph)
        return True

    def is_filled(self) -> bool:
        """Whether enough of the cells hold something: charts and frames are grids of mostly empty cells."""
        cells = len({region for row in self.regions for region in row})
        return len(self.glyphs) >= (1 if cells <= 60 else 0.1 * cells)

    def rows(self) -> list[list[int | None]]:
        """Cells row by row; a merged cell stands at its top left only, elsewhere is None."""
        seen: set[int] = set()
        out: list[list[int | None]] = []
        for row in self.regions:
            line: list[int | None] = []
            for region in row:
                line.append(None if region in seen else region)
                seen.add(region)
            out.append(line)
        return out


def find_tables(across: list[Rule], down: list[Rule]) -> list[RuledTable]:
    """Tables of a page, from the top."""
    across, down = _merged(across), _merged(down)
    if len(across) * len(down) > _MAX_CROSSINGS:
        return []
    tables = []
    for rows, columns in _connected(across, down):
        tables += _grids(rows, columns)
    return sorted(tables, key=lambda t: (t.top, t.xs[0]))


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch become one."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][0].at <= _SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    merged: list[Rule] = []
    for line in lines:
        at = sum(r.at for r in line) / len(line)
        current: Rule | None = None
        for rule in sorted(line, key=lambda r: r.start):
            if current is not None and rule.start <= current.end + _SNAP:
                current.end = max(current.end, rule.end)
            else:
                current = Rule(at, rule.start, rule.end)
                merged.append(current)
    return merged


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Sets of rules that cross each other."""
    parents = list(range(len(across) + len(down)))

    def top(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    for i, row in enumerate(across):
        for k, column in enumerate(down):
            if (
                row.start - _SNAP <= column.at <= row.end + _SNAP
                and column.start - _SNAP <= row.at <= column.end + _SNAP
            ):
                parents[top(i)] = top(len(across) + k)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, row in enumerate(across):
        groups.setdefault(top(i), ([], []))[0].append(row)
    for k, column in enumerate(down):
        groups.setdefault(top(len(across) + k), ([], []))[1].append(column)
    return [g for g in groups.values() if g[0] and g[1]]


def _lines(rules: list[Rule]) -> list[float]:
    places: list[float] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if not places or rule.at - places[-1] > _SNAP:
            places.append(rule.at)
    return places


def _grids(across: list[Rule], down: list[Rule]) -> list[RuledTable]:
    """Tables of one set of crossing rules: tables of other columns may stand right below each other."""
    xs, ys = _lines(down), _lines(across)
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    # Tables without side borders, and tables cut by a page end, lack their outer rules.
    xs = ([left] if left < xs[0] - _OPEN else []) + xs + ([right] if right > xs[-1] + _OPEN else [])
    ys = ([top] if top < ys[0] - _OPEN else []) + ys + ([bottom] if bottom > ys[-1] + _OPEN else [])
    if max(len(xs), len(ys)) > _MAX_SIDE:
        return []
    tables = []
    for first, last, walls in _stacked(xs, ys, down):
        inner = sorted(walls)
        own_xs, own_ys = [xs[0], *(xs[i] for i in inner), xs[-1]], ys[first : last + 1]
        rows, columns = len(own_ys) - 1, len(own_xs) - 1
        if columns >= 2 and rows * columns >= 3:
            tables.append(RuledTable(own_xs, own_ys, _regions(own_xs, own_ys, across, down)))
    return tables


def _stacked(xs: list[float], ys: list[float], down: list[Rule]) -> list[tuple[int, int, set[int]]]:
    """Runs of rows (first, last) that share their upright rules, with the rules inside each.

    The rules of a head or of a merged row are some of those of the rows around it; where most are others, another
    table begins.
    """
    at_x = [[r for r in down if abs(r.at - x) <= _SNAP] for x in xs]
    runs: list[tuple[int, int, set[int]]] = []
    first = 0
    walls: set[int] = set()
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        here = {i for i in range(1, len(xs) - 1) if _covers(at_x[i], middle)}
        if min(len(here), len(walls)) >= 2 and len(here & walls) < 0.5 * min(len(here), len(walls)):
            runs.append((first, row, walls))
            first, walls = row, set()
        walls = walls | here
    runs.append((first, len(ys) - 1, walls))
    return runs


def _regions(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[list[int]]:
    """Number of the merged cell at each place: neighbours with no rule between them belong together."""
    rows, columns = len(ys) - 1, len(xs) - 1
    walls_right = [[r for r in down if abs(r.at - x) <= _SNAP] for x in xs]
    walls_below = [[r for r in across if abs(r.at - y) <= _SNAP] for y in ys]
    parents = list(range(rows * columns))

    def first(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    def join(a: int, b: int) -> None:
        a, b = first(a), first(b)
        parents[max(a, b)] = min(a, b)

    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            here = row * columns + column
            centre = (xs[column] + xs[column + 1]) / 2
            if column + 1 < columns and not _covers(walls_right[column + 1], middle):
                join(here, here + 1)
            if row + 1 < rows and not _covers(walls_below[row + 1], centre):
                join(here, here + columns)
    return [[first(row * columns + column) for column in range(columns)] for row in range(rows)]


def _covers(rules: list[Rule], place: float) -> bool:
    return any(r.start - _SNAP <= place <= r.end + _SNAP for r in rules)
