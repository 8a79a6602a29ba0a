"""What one label says: unit, time, growth, place, and the name that is left when these are taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.submissions import lexicon
from pipelines.submissions.labels import LONGEST_LABEL, tidy, without_note_marks
from pipelines.submissions.periods import Timing, read_timing
from pipelines.submissions.units import looks_like_unit, spelling

_BRACKET = re.compile(r"[(\[【]([^()\[\]【】]*)(?:[)\]】]|$)")
_BASE = re.compile(r"(?:以)?(?:上年|去年|上年同期|上期|上月|基期|(?:19|20)\d\d年?)(?:同期)?(?:价格)?(?:=|为|等于)100%?")
_UNIT_LINE = re.compile(r"(?:计量|数据|金额)?单位[:：]\s*(.{1,40}?)\s*$")
_UNIT_CELL = re.compile(r"(?:计量|数据|金额)?单位[:：]\s*([^\s,，;；)）]{1,20})")
_TRAILING_UNIT = re.compile(r"[\s/、,，:：]+([^\s/、,，:：()]{1,8})$")
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[、.．](?!\d)|[①-⑳]|[a-zA-Z][.)、])\s*"
)
_NAME_TO_DATE = re.compile(r"((?!.*(?:年|以来|历次)).{2,})累计")
_AGAINST = re.compile(r"(?<!\d)((?:19|20)\d\d)年?比((?:19|20)\d\d)年?")
_PART = re.compile(r"^(?:#|\*|其中|其 中|#其中)[:：]?\s*|^(?:-|—|·)\s*(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One label taken apart.

    Attributes:
        name: what is left for the name of an indicator or region; '' where nothing is.
        unit: as spelled usually, or as written where it is not known; None where the label has none.
        is_unit_known: False for a text that only has the form of a unit.
        units: all units where the label names several.
        is_growth: the label makes a growth rate (比上年增长).
        is_ordinal: it began with a number of an outline (一、).
        is_part: it began with 其中 or #.
        is_plan: it tells a plan or target.
        is_index: it states a base of 100.
    """

    text: str
    name: str
    timing: Timing
    unit: str | None = None
    is_unit_known: bool = True
    units: tuple[str, ...] = field(default=())
    is_growth: bool = False
    is_ordinal: bool = False
    is_part: bool = False
    is_plan: bool = False
    is_index: bool = False


@lru_cache(maxsize=20_000)
def read_label(label: str) -> Meaning:
    """Take one label apart. A label too long to be one is its own name and says nothing else."""
    text = without_note_marks(tidy(label))
    if len(text) > LONGEST_LABEL:
        return Meaning(text, text[:LONGEST_LABEL], Timing(text))
    rest, is_part, is_ordinal = _without_lead(text)
    rest, units, base, known = _bracketed(rest)
    if not units:
        rest, found = _inline_unit(rest)
        units += found
    if units and spelling(rest) and not re.search("[\u4e00-\u9fff]", rest):
        rest = ""
    if (match := _AGAINST.search(rest)) and int(match[1]) == int(match[2]) + 1:  # 2024年比2023年增长
        rest = f"{rest[: match.start()]}{match[1]}年比上年{rest[match.end() :]}"
    timing = read_timing(rest)
    if timing.unclear and _growth(rest)[1]:
        timing = Timing(rest)  # 比上年同期增长
    name = timing.rest if timing.is_some else rest
    whole_unit = spelling(name) if not units and name and not timing.is_some else None
    name, is_growth = _growth(name)
    if is_growth and name and not timing.is_some:  # 累计同比增长, 本月增速
        timing = read_timing(name)
        name = timing.rest if timing.is_some else name
    if not timing.is_some and (match := _NAME_TO_DATE.fullmatch(name)):  # 规上工业增加值累计增速
        timing, name = Timing(match[1], relative="this_to_date"), match[1]
    if is_growth and not units and (name.endswith("%") or "%" in rest):
        units, name = ["%"], name.rstrip("%")
    name = re.sub(r"\s*[:：,，、/\-—]+$", "", name).strip()
    if base and "指数" not in name:
        name = f"{name}指数" if name else ""
    if base:
        name += f"({base})" if name else ""
    if whole_unit is not None:
        units, name = [whole_unit], ""
    distinct = tuple(dict.fromkeys(units))
    return Meaning(
        text,
        name,
        timing,
        distinct[0] if distinct else None,
        known,
        distinct,
        is_growth,
        is_ordinal,
        is_part,
        any(word in name or word in rest for word in lexicon.words("plan_word")),
        bool(base),
    )


def alone_unit(label: str) -> str | None:
    """The unit that a label is, with nothing beside it ((万人), 亿元); None for any other label."""
    text = tidy(label)
    inner = re.fullmatch(r"[(\[]?([^()\[\]]+)[)\]]?", text)
    stated = _UNIT_CELL.fullmatch(text)
    return spelling(stated.group(1) if stated else inner.group(1) if inner else text)


def unit_line(label: str) -> list[str] | None:
    """Units of a line 单位：万元、%, as written; None for a label that is no such line (it may hold a time too)."""
    match = _UNIT_LINE.search(tidy(label))
    if match is None:
        return None
    stated = re.sub(r"[)\]】].*$", "", match.group(1))
    return [part for part in re.split(r"[,，、;；\s]+", stated) if part]


def _without_lead(text: str) -> tuple[str, bool, bool]:
    is_part = is_ordinal = False
    while True:
        part, ordinal = _PART.match(text), _ORDINAL.match(text)
        match = part or ordinal
        if match is None:
            return text, is_part, is_ordinal
        is_part, is_ordinal = is_part or part is not None, is_ordinal or part is None
        if match.end() == len(text):
            return text, is_part, is_ordinal
        text = text[match.end() :]


def _bracketed(text: str) -> tuple[str, list[str], str, bool]:
    """The label without brackets that hold a unit or a base of 100; the units, the base, whether all are known."""
    units: list[str] = []
    base, known = "", True
    pieces, at = [], 0
    for match in _BRACKET.finditer(text):
        inner = match.group(1).strip()
        stated = _UNIT_CELL.fullmatch(inner)
        inner = stated.group(1) if stated else inner
        unit = spelling(inner)
        if unit is not None or (looks_like_unit(inner) or (stated is not None and inner)):
            known = known and unit is not None
            units.append(unit or inner)
        elif _BASE.fullmatch(inner):
            base = inner
        elif (parts := re.split("[,，;；、]", inner)) and len(parts) > 1 and (unit := spelling(parts[-1].strip())):
            units.append(unit)  # (现价，亿元): the other words stay
            pieces.append(f"{text[at : match.start()]}({inner[: inner.rfind(parts[-1]) - 1]})")
            at = match.end()
            continue
        elif re.fullmatch(r"[±+\-/]*%", inner):
            units.append("%")
            pieces.append(text[at : match.start()] + ("±" if inner != "%" else ""))
            at = match.end()
            continue
        else:
            continue
        pieces.append(text[at : match.start()])
        at = match.end()
    pieces.append(text[at:])
    rest = "".join(pieces).strip()
    if not base and (found := _BASE.search(rest)):
        base, rest = found.group(), (rest[: found.start()] + rest[found.end() :]).strip(" ,，")
    return rest, units, base, known


def _inline_unit(text: str) -> tuple[str, list[str]]:
    """A unit without brackets at the end of a label: 单位：万元, 增长%, 生产总值 亿元, 人口/万人."""
    if match := _UNIT_CELL.search(text):
        unit = spelling(match.group(1))
        return (text[: match.start()].strip(" ,，;；"), [unit]) if unit else (text, [])
    if len(text) > 1 and text.endswith(("%", "‰")):
        return text[:-1].rstrip(" ,，、/:："), [text[-1]]
    match = _TRAILING_UNIT.search(text)
    if match and len(match.group(1)) > 1 and (unit := spelling(match.group(1))):
        return text[: match.start()], [unit]
    return text, []


def _growth(name: str) -> tuple[str, bool]:
    """(name without the words of growth, whether it had any). 环比 and 年均 growth keep their names."""
    if any(word in name for word in lexicon.words("comparison_not_yearly")):
        return name, False
    match = lexicon.pattern("growth", before=r"[,，、:：]?", after=r"(?:\(?[±+\-]*%?\)?)$").search(name)
    if match is None:
        return name, False
    stem = name[: match.start()].strip()
    # 自然增长率 and the like are indicators of their own.
    if stem.endswith(("自然", "机械", "人口")) and "率" in match.group():
        return name, False
    return stem, True
