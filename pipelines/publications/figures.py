"""What a sentence is made of: plain words, figures with the places in the marts they came from, and words quoted.

Plain words may hold no digit. So every number of a document is a `Figure` or stands inside a `Quoted`, both of
which name their places in the marts, and `proof` can hold each against them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

MISSING = "—"
_DIGIT = re.compile(r"\d")

How = Literal["value", "magnitude", "sum", "share", "count", "given"]
Form = Literal["number", "text", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in the marts: table, value of its key (`proof.KEYS`), column."""

    table: str
    key: str
    column: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date as it is printed, with the unrounded value and where it came from.

    Attributes:
        value: unrounded; None is printed as a dash, never as 0.
        cells: the places in the marts.
        how: how the value follows from the cells: one of them (``value``, or ``magnitude`` without its sign), their
            ``sum``, that sum in per cent of the sum of ``whole`` (``share``), or how many there are (``count``, each an
            existing row); ``given`` is no figure of the marts: numbering, or what was asked for or set.
        form: how it is printed: a number with ``unit`` behind it, or a date to the day, month or year.
        places: digits behind the point, at most; None for four.
    """

    value: float | int | date | None
    cells: tuple[Cell, ...] = ()
    how: How = "value"
    whole: tuple[Cell, ...] = ()
    unit: str = ""
    places: int | None = None
    form: Form = "number"

    def __str__(self) -> str:
        return shown(self.value, self.form, self.places, self.unit)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the marts (names, what a plan or a department wrote), or, without a cell, of a setting."""

    text: str
    cell: Cell | None = None

    def __str__(self) -> str:
        return self.text


Part = str | Figure | Quoted
Line = tuple[Part, ...]


def line(*parts: Part | Line) -> Line:
    """One line of parts, those of lines in it taken in. Raises ValueError where plain words hold a digit."""
    flat: list[Part] = []
    for part in parts:
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, str):
                if _DIGIT.search(one):
                    raise ValueError(f"a number without its place in the marts: {one!r}")
                if one:
                    flat.append(one)
            else:
                flat.append(one)
    return tuple(flat)


def joined(lines: list[Line] | list[Part] | list[Quoted], separator: str = "、") -> Line:
    """Lines or parts one after the other with a separator between them."""
    parts: list[Part | Line] = []
    for number, one in enumerate(lines):
        parts += [separator, one] if number else [one]
    return line(*parts)


def text_of(parts: Line) -> str:
    """The line as it is printed."""
    return "".join(str(part) for part in parts)


def given(value: float | int | date, unit: str = "", form: Form = "number") -> Figure:
    """A number that is no figure of the marts: numbering, or what was asked for or set."""
    return Figure(value, how="given", unit=unit, form=form)


def shown(value: float | int | date | None, form: Form, places: int | None, unit: str) -> str:
    """A value as it is printed. A number that is not zero is never rounded to zero: it gets more digits instead."""
    if value is None:
        return MISSING
    if isinstance(value, date):
        if form == "year":
            return f"{value.year}年"
        return f"{value.year}年{value.month}月" + (f"{value.day}日" if form == "day" else "")
    return f"{rounded(value, places)}{unit}"


def rounded(value: float | int, places: int | None) -> str:
    """Half up, in decimal, to at most ``places`` digits (None: four) and without noughts at the end.

    13.83 to one place is 13.8, 0.25 is 0.3, 20.0 is 20. What is not zero never becomes zero: 0.04 to one place is 0.04.
    """
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact:
        return "0"
    for digits in range(4 if places is None else places, 13):
        found = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if found:
            text = format(found, "f")
            return text.rstrip("0").rstrip(".") if digits else text
    return format(exact, "f")
