"""The number that a cell holds, as a person would read it: or none, or what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.submissions import lexicon
from pipelines.submissions.labels import narrowed
from pipelines.submissions.workbooks.grid import Cell

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[+-])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?(?P<percent>%)?(?P<close>\))?"
)
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
_SIGN = {ord("−"): "-", ord("－"): "-", ord("＋"): "+", ord("，"): ",", ord("’"): ",", ord("'"): ""}
LARGEST = 1e15  # in any unit; beyond it lies a slip


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands in a cell of numbers.

    Attributes:
        value: the number as shown (69 for a cell of 0.69 shown as 69 %); None for a missing or unreadable one.
        is_percent: a per cent sign stands in the cell itself.
        is_missing: a mark that there is no figure (—, …).
        problem: code of the finding for what is no number; '' for none.
        is_text: a number stored as text.
    """

    value: float | None = None
    is_percent: bool = False
    is_missing: bool = False
    problem: str = ""
    is_text: bool = False


_PROBLEMS = {"date": "date_in_number", "boolean": "boolean_in_number", "formula": "formula_without_value"}
_PROBLEMS["error"] = "error_value"


def read_figure(cell: Cell) -> Figure:
    """The figure of a cell in a column of numbers."""
    if cell.kind in _PROBLEMS:
        return Figure(problem=_PROBLEMS[cell.kind])
    if cell.number is not None:
        value = cell.number if cell.kind == "number" else times_hundred(cell.number)
        if abs(value) > LARGEST:
            return Figure(problem="unlikely_number")
        return Figure(value, cell.kind == "percent")
    return _from_text(cell.text)


def is_missing(text: str) -> bool:
    """Whether a text is a mark for a figure that there is not."""
    plain = narrowed(text).strip()
    return not plain or text.strip() in lexicon.words("missing") or plain in lexicon.words("missing")


def _from_text(text: str) -> Figure:
    if is_missing(text):
        return Figure(is_missing=True)
    if len(text) > 60:
        return Figure(problem="text_in_number")
    plain = _SPACED.sub("", narrowed(text.translate(_SIGN)).strip())
    match = _NUMBER.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]) or (match["open"] and match["sign"]):
        return Figure(problem="text_in_number")
    value = float(match["digits"].replace(",", "") + (match["fraction"] or ""))
    if abs(value) > LARGEST:
        return Figure(problem="unlikely_number")
    if match["open"] or match["sign"] == "-":
        value = -value
    return Figure(value, bool(match["percent"]), is_text=True)


def times_hundred(number: float) -> float:
    """100 times a fraction without the dust of binary numbers: 0.57 is 57 %, not 56.99999999999999 %."""
    return float(f"{number * 100:.12g}")
