"""Whether the marts bear out what a document says.

Two questions, each able to fail by itself: does every figure follow from its places in the marts (`figures_amiss`), and
is every number of a finished text one of the recorded figures, in their order (`numbers_amiss`)? A document is only
written where both say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pipelines.publications.figures import Cell, Figure, Line, Quoted, text_of

if TYPE_CHECKING:
    import duckdb

# The key of each table that a figure may come from.
KEYS = {
    "dim_indicator": "indicator_id",
    "dim_light_rule": "light_rule_id",
    "dim_plan": "plan_id",
    "dim_region": "region_code",
    "fct_indicator_progress": "progress_id",
    "fct_indicator_targets": "target_id",
    "fct_submission_texts": "text_id",
    "mart_chapter_scorecard": "scorecard_id",
    "mart_ranking": "ranking_id",
    "mart_region_scorecard": "scorecard_id",
    "mart_submission_status": "status_id",
    "mart_warnings": "warning_id",
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOLERANCE = 1e-9


class NotBorneOut(RuntimeError):
    """A document says what the marts do not; the message names the first places."""


def numbers_of(text: str) -> list[str]:
    """Every number of a text, as written."""
    return _NUMBER.findall(text)


def numbers_amiss(printed: Iterable[str], recorded: Iterable[Line]) -> list[str]:
    """Where the numbers of printed paragraphs are not those that were recorded, in order.

    Args:
        printed: the paragraphs of a finished document, as read back from it.
        recorded: the lines that it was made from.
    """
    from itertools import zip_longest

    found = [(number, text) for text in printed for number in numbers_of(text)]
    meant = []
    for line in recorded:
        loose = [part for part in line if isinstance(part, str) and numbers_of(part)]
        if loose:
            return [f"没有出处的数：{loose[0]}"]
        meant += [(number, text_of(line)) for number in numbers_of(text_of(line))]
    for shown, told in zip_longest(found, meant):
        if shown is None or told is None or shown[0] != told[0]:
            return [f"印出的是{_place(shown)}，记录的是{_place(told)}"]
    return []


def _place(one: tuple[str, str] | None) -> str:
    return "（没有）" if one is None else f" {one[0]}（“{one[1][:60]}”）"


def figures_amiss(connection: duckdb.DuckDBPyConnection, lines: Iterable[Line]) -> list[str]:
    """The figures and quotations of lines that do not follow from their places in the marts, each in one sentence."""
    parts = [part for line in lines for part in line if isinstance(part, Figure | Quoted)]
    known = _values(connection, {cell for part in parts for cell in _cells(part)})
    amiss = []
    for part in parts:
        missing = [cell for cell in _cells(part) if cell not in known]
        if missing:
            amiss.append(f"“{part}”的出处不存在：{missing[0]}")
        elif isinstance(part, Quoted):
            if part.cell is not None and not _holds(known[part.cell], part.text):
                amiss.append(f"“{part}”不在 {part.cell} 中")
        elif part.how != "given" and not _same(_derived(part, known), part.value):
            amiss.append(f"“{part}”应为 {_derived(part, known)}：{part.cells[:1]}")
    return amiss


def _cells(part: Figure | Quoted) -> tuple[Cell, ...]:
    if isinstance(part, Quoted):
        return (part.cell,) if part.cell else ()
    return (*part.cells, *part.whole)


def _values(connection: duckdb.DuckDBPyConnection, cells: set[Cell]) -> dict[Cell, Any]:
    """The values of cells by one query a column."""
    columns: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        columns.setdefault((cell.table, cell.column), []).append(cell.key)
    known: dict[Cell, Any] = {}
    for (table, column), keys in sorted(columns.items()):
        query = f'select {KEYS[table]}, "{column}" from marts.{table} where list_contains($keys, {KEYS[table]})'
        for key, value in connection.execute(query, {"keys": sorted(keys)}).fetchall():
            known[Cell(table, key, column)] = value
    return known


def _derived(figure: Figure, known: dict[Cell, Any]) -> Any:
    values = [known[cell] for cell in figure.cells]
    if figure.how == "count":
        return len(set(figure.cells))
    if figure.how == "sum":
        return sum(values)
    if figure.how == "share":
        whole = sum(known[cell] for cell in figure.whole)
        return sum(values) * 100 / whole if whole else None
    value = values[0] if values else None
    if value is None or figure.how == "value":
        return value
    return abs(value)


def _same(derived: Any, value: Any) -> bool:
    if isinstance(derived, datetime):  # times of the marts are UTC, days of documents China's
        derived = (derived + timedelta(hours=8)).date()
    if derived is None or value is None or isinstance(value, date):
        return bool(derived == value)
    return bool(abs(derived - value) <= _TOLERANCE * max(1, abs(value)))


def _holds(value: Any, text: str) -> bool:
    if isinstance(value, list):
        return text in value
    return text in " ".join(str(value or "").split())
