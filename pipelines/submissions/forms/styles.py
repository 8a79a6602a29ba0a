"""How a form looks: light tints that stay apart when printed in grey, thin rules, fonts that every office has."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

_RULE = Side(style="thin", color="8C8C8C")
_THIN = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)
_HEAD = PatternFill("solid", fgColor="D6E0EC")
_GIVEN = PatternFill("solid", fgColor="F4F4F4")
_INPUT = PatternFill("solid", fgColor="FFF8DC")
MISSING = PatternFill("solid", bgColor="F6C6AD")  # what is still to be filled in beside a value
TITLE = Font(name="黑体", size=18)
LINE = Font(name="宋体", size=10, color="404040")
_HEAD_FONT = Font(name="黑体", size=10.5)
_BODY = Font(name="宋体", size=10.5)
_ID_FONT = Font(name="宋体", size=8, color="808080")
UNLOCKED = Protection(locked=False)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
ABOVE = Alignment(horizontal="left", vertical="center")  # a line above a table
_RIGHT = Alignment(horizontal="right", vertical="center")
_CENTRED = frozenset({"number", "unit", "maturity"})
_NUMBERS = frozenset({"current_value", "cumulative_value"})
# Units that are counted in whole things; what has a scale (万人) or is measured may have decimals.
_WHOLE = frozenset({"person", "person_time", "household", "item", "animal", "day", "month"})


def head(cell: Any) -> None:
    """A header of a column or a label of the cover."""
    cell.font, cell.fill, cell.border, cell.alignment = _HEAD_FONT, _HEAD, _THIN, CENTRE


def given(cell: Any, field: str) -> None:
    """A cell that the form fills in."""
    cell.font, cell.fill, cell.border = _BODY, _GIVEN, _THIN
    cell.alignment = CENTRE if field in _CENTRED else _LEFT
    if field == "row_id":
        cell.font = _ID_FONT


def entry(cell: Any, field: str, unit_code: str | None) -> None:
    """A cell to be filled in."""
    cell.font, cell.fill, cell.border, cell.protection = _BODY, _INPUT, _THIN, UNLOCKED
    cell.alignment = _RIGHT if field in _NUMBERS else CENTRE if field in _CENTRED else _LEFT
    # Words that begin with an equals sign or a telephone number that begins with a zero stay what was typed.
    cell.number_format = number_format(unit_code) if field in _NUMBERS else "@"


def plain(cell: Any) -> None:
    """Running text of the instructions."""
    cell.font, cell.alignment = _BODY, Alignment(vertical="top", wrap_text=True)


def number_format(unit_code: str | None) -> str:
    """The number format of a unit.

    Percentages keep the general format: there a typed 69% becomes a cell shown as a percentage, which reading brings
    back to 69; any other format would store 0.69 and show nothing of it.
    """
    if unit_code is None or unit_code in ("percent", "percentage_point", "permille", "number", "index_point", "year"):
        return "General"
    return "#,##0" if unit_code in _WHOLE else "#,##0.00##"
