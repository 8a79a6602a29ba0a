"""Cells of a table row with their places, and what a value cell says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.plans.model import Comparator, MeasureType, Period
from pipelines.plans.naming import BEFORE
from pipelines.plans.quantities import AFTER, quantities
from pipelines.plans.textview import Line

EMPTY = {"", "-", "--", "/", "…", "……", "无", "*", "\\"}
_NUMBER = re.compile(r"^[<>≤≥~±]?-?\d[\d,]*(?:\.\d+)?%?(?:（[^）]*）)?$")
_SEPARATOR = re.compile(r"^[\s|：:\-=+]+$")
_DATED = re.compile(r"\d{1,2}月")
_MOVES = re.compile(r"提高|增加|提升|下降|降低|减少|上升|增长")
_BOUND = re.compile("|".join(sorted((*BEFORE, "以内", "左右"), key=len, reverse=True)))
MAX_VALUE = 30  # characters; a longer cell is a description, not a value


_TOTAL = re.compile(r"〔[-+<>≤≥~约]{0,2}\d[\d.,]*[%‰]?(?:左右|以上|以内|以下)?〕")


@dataclass(slots=True)
class Cell:
    text: str  # clean
    offsets: list[int]  # places in the shown text
    raw_start: int
    raw_end: int


@dataclass(slots=True)
class CellValue:
    """What a value cell says; ``value`` is None where it is said in words (基本保持)."""

    start: int
    end: int
    value: float | None
    value_high: float | None
    unit: str
    period: Period
    comparator: Comparator
    measure: MeasureType


def split_row(line: Line) -> list[Cell]:
    """Cells of a pipe or tab row with their places."""
    text = line.text
    separator = _separator(text)
    pieces: list[tuple[int, int]] = []
    at = len(text) - len(text.lstrip()) if separator.startswith("[ ") else 0
    for match in re.finditer(separator, text.rstrip()):
        if match.end() <= at:
            continue
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, len(text)))
    if separator == r"\|":
        pieces = pieces[1:] if not text[: pieces[0][1]].strip() else pieces
        if pieces and not text[pieces[-1][0] : pieces[-1][1]].strip():
            pieces = pieces[:-1]
    return [_cell(text, start, end, line) for start, end in pieces]


def _separator(text: str) -> str:
    """What parts the cells of a row: pipes, tabs, wide gaps, else single spaces."""
    if text.lstrip().startswith("|"):
        return r"\|"
    if "\t" in text:
        return r"\t"
    return r"[ ]{2,}" if re.search(r"\S {2,}\S", text) else r"[ ]+"


def _cell(text: str, start: int, end: int, line: Line) -> Cell:
    kept = [i for i in range(start, end) if not text[i].isspace() and text[i] not in "*\u200b"]
    offsets = [line.offsets[i] for i in kept]
    raw_start = offsets[0] if offsets else line.offsets[start] if start < len(line.offsets) else line.raw_end
    raw_end = offsets[-1] + 1 if offsets else raw_start
    return Cell(_marked("".join(text[i] for i in kept)), offsets, raw_start, raw_end)


def _marked(text: str) -> str:
    """〔18.6〕 is another way to write 【18.6】, a total over the years."""
    return f"【{text[1:-1]}】" if _TOTAL.fullmatch(text) else text


def rows_of(lines: list[Line]) -> list[list[Cell]]:
    """Rows that hold anything; the rule below a markdown head is none."""
    rows = [split_row(line) for line in lines if not _SEPARATOR.match(line.text)]
    return [row for row in rows if any(cell.text for cell in row)]


def is_value(text: str) -> bool:
    return bool(_NUMBER.match(text)) or (text.startswith("【") and any(c.isdigit() for c in text))


def read_value(
    cell: Cell, year: int | None, growth: bool, column_unit: str, unit: str, span: tuple[int | None, int | None]
) -> CellValue | None:
    """A value cell under a column of ``year``, or None where it is empty.

    Args:
        growth: whether the column gives yearly growth, over the years ``span``.
        column_unit: unit in the column's head. unit: unit of the row.
    """
    text = cell.text
    if text in EMPTY:
        return None
    total = text[0] == "【"  # 【x】: a total over the years
    period, measure = _sense(year, growth, total, span)
    found = [q for q in quantities(text, []) if q.form in ("arabic", "doubling")]
    if not found or _DATED.search(text) or (len(text) > MAX_VALUE and not total):
        return CellValue(cell.raw_start, cell.raw_end, None, None, "", period, "eq", "level")
    quantity = found[0]
    begin, end, value = quantity.start, quantity.end, quantity.value
    if begin > 0 and text[begin - 1] == "-" and (begin == 1 or text[begin - 2] == "【"):
        begin, value = begin - 1, -(value or 0.0)
    before = text[: quantity.start]
    comparator: Comparator = quantity.comparator or "eq"
    bound = _BOUND.search(before)
    if bound:
        comparator = BEFORE.get(bound.group()) or ("le" if bound.group() == "以内" else "approx")
    if _MOVES.search(before):
        measure = "growth" if quantity.unit_class == "ratio" else "change"
        if "年均" in before:
            period = Period("every", *span)
    told = (unit or column_unit) if growth and total else (column_unit or ("%" if measure == "growth" else unit))
    value_unit = quantity.unit or told
    if quantity.unit and not quantity.base_unit and unit and not unit.startswith(("万", "亿")):
        value_unit = quantity.unit + unit
    if total:
        closing = text.find("】")
        begin, end = 0, closing + 1 if closing > 0 else end
        comparator = AFTER.get(text[closing + 1 :].strip(), comparator)
    place, place_end = cell.offsets[begin], cell.offsets[end - 1] + 1
    return CellValue(place, place_end, value, quantity.value_high, value_unit, period, comparator, measure)


def _sense(
    year: int | None, growth: bool, total: bool, span: tuple[int | None, int | None]
) -> tuple[Period, MeasureType]:
    if growth and year is not None and not total:
        return Period("in", year, year), "growth"
    if growth:
        return (Period("over", *span), "change") if total else (Period("every", *span), "growth")
    if total:
        length = span[1] - span[0] + 1 if span[0] and span[1] else 5
        return Period("over", year - length + 1 if year else span[0], year or span[1]), "level"
    return Period("in", year, year), "level"
