"""Automatic numbers as a reader sees them: 一、 （二） 3. ④, and the counters of Word that produce them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]  # fmt: skip


def _chinese(number: int, digits: str = _DIGITS, units: tuple[str, str, str] = ("十", "百", "千")) -> str:
    if number >= 10_000:
        return str(number)
    if number == 0:
        return digits[0]
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(out)
            continue
        if gap:
            out += "零"
            gap = False
        is_ten = power == 1 and digit == 1 and not out and digits == _DIGITS
        out += ("" if is_ten else digits[digit]) + (units[power - 1] if power else "")
    return out


def _letters(number: int) -> str:
    repeat, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(repeat + 1, 20)


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    out = ""
    for value, mark in _ROMAN:
        while number >= value:
            out += mark
            number -= value
    return out


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number <= 50 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate({ord("0") + i: ord("０") + i for i in range(10)}),
    "decimalFullWidth2": lambda n: str(n).translate({ord("0") + i: ord("０") + i for i in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if n <= 10 else _chinese(n),
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "taiwaneseDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "chineseLegalSimplified": lambda n: _chinese(n, _FORMAL, ("拾", "佰", "仟")),
    "ideographLegalTraditional": lambda n: _chinese(n, _FORMAL, ("拾", "佰", "仟")),
    "none": lambda n: "",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
}


def numeral(number: int, number_format: str) -> str:
    """A list number in a format of Office Open XML (``ST_NumberFormat``); an unknown format is written in digits."""
    if number < 1 and number_format not in ("decimal", "decimalZero"):
        return str(number)
    return _FORMATS.get(number_format, str)(number)


@dataclass(slots=True)
class Level:
    """One level of a list: how its number looks."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""  # with %1 … %9 for the numbers of the levels
    suffix: str = "tab"
    is_legal: bool = False  # every number in digits


@dataclass(slots=True)
class Numbering:
    """Lists of a Word document and their counters, as they stand while its paragraphs are passed in order."""

    definitions: dict[str, dict[int, Level]] = field(default_factory=dict)  # abstract list -> levels
    lists: dict[str, str] = field(default_factory=dict)  # list -> abstract list
    overrides: dict[tuple[str, int], Level] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)  # first use of the list sets the counter
    style_levels: dict[tuple[str, str], int] = field(default_factory=dict)  # (abstract list, style) -> level
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        return self.style_levels.get((self.lists.get(list_id, ""), style))

    def _level(self, list_id: str, level: int) -> Level | None:
        return self.overrides.get((list_id, level)) or self.definitions.get(self.lists.get(list_id, ""), {}).get(level)

    def next_label(self, list_id: str, level: int) -> str:
        """Count one paragraph on and give its number as shown, with the space behind it; "" where it has none."""
        abstract = self.lists.get(list_id)
        defined = self._level(list_id, level)
        if abstract is None or defined is None:
            return ""
        counters = self.counters.setdefault(abstract, {})
        restart = self.restarts.get((list_id, level))
        if restart is not None and (list_id, level) not in self._started:
            counters[level] = restart
        else:
            counters[level] = counters[level] + 1 if level in counters else defined.start
        self._started.add((list_id, level))
        for deeper in [k for k in counters if k > level]:
            del counters[deeper]
        if defined.number_format == "bullet":
            return "• "
        if not defined.text or (defined.number_format == "none" and "%" not in defined.text):
            return defined.text
        label = re.sub(
            r"%([1-9])", lambda m: self._number(list_id, int(m.group(1)) - 1, counters, defined), defined.text
        )
        # Behind a Chinese mark no space is shown; behind a digit or a full stop there is one.
        return label if defined.suffix == "nothing" or not label or label[-1] in "、）】：章节条篇" else label + " "

    def _number(self, list_id: str, level: int, counters: dict[int, int], shown: Level) -> str:
        defined = self._level(list_id, level)
        if defined is None:
            return ""
        return numeral(counters.get(level, defined.start), "decimal" if shown.is_legal else defined.number_format)


def local(element: Any) -> str:
    """Name of an XML element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """Value of an attribute whatever its namespace (the strict and the usual form of the format differ in it)."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return None


def child(element: Any, name: str) -> Any:
    """First child of that name, or None."""
    for inner in element:
        if local(inner) == name:
            return inner
    return None


def read_numbering(root: Any) -> Numbering:
    """Lists from the root element of ``word/numbering.xml``."""
    numbering = Numbering()
    links: dict[str, str] = {}  # abstract list -> style it takes its levels from
    by_style: dict[str, str] = {}
    for element in root:
        kind = local(element)
        if kind == "abstractNum":
            identity = attribute(element, "abstractNumId") or ""
            levels: dict[int, Level] = {}
            for inner in element:
                name = local(inner)
                if name == "lvl":
                    index = _whole(attribute(inner, "ilvl"))
                    levels[index] = _read_level(inner)
                    style = child(inner, "pStyle")
                    if style is not None:
                        numbering.style_levels[identity, attribute(style, "val") or ""] = index
                elif name == "numStyleLink":
                    links[identity] = attribute(inner, "val") or ""
                elif name == "styleLink":
                    by_style[attribute(inner, "val") or ""] = identity
            numbering.definitions[identity] = levels
        elif kind == "num":
            identity = attribute(element, "numId") or ""
            abstract = child(element, "abstractNumId")
            numbering.lists[identity] = (attribute(abstract, "val") or "") if abstract is not None else ""
            for override in element:
                if local(override) == "lvlOverride":
                    index = _whole(attribute(override, "ilvl"))
                    start, level = child(override, "startOverride"), child(override, "lvl")
                    if level is not None:
                        numbering.overrides[identity, index] = _read_level(level)
                    if start is not None:
                        numbering.restarts[identity, index] = _whole(attribute(start, "val"), 1)
    for identity, style in links.items():
        if style in by_style and not numbering.definitions.get(identity):
            numbering.definitions[identity] = numbering.definitions.get(by_style[style], {})
    return numbering


def _read_level(element: Any) -> Level:
    level = Level()
    for inner in element.iter():
        name = local(inner)
        value = attribute(inner, "val")
        if name == "start":
            level.start = _whole(value, 1)
        elif name == "numFmt":
            level.number_format = value or "decimal"
        elif name == "lvlText":
            level.text = value or ""
        elif name == "suff":
            level.suffix = value or "tab"
        elif name == "isLgl":
            level.is_legal = value not in ("0", "false")
    return level


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else otherwise
