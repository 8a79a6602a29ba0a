"""Units of measurement: which texts are units, and how they are spelled."""

from __future__ import annotations

import re
from functools import cache

from pipelines.plans import lexicon as plan_lexicon
from pipelines.submissions import lexicon
from pipelines.submissions.seeds import seed

_SCALE = re.compile(r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十)")
_COUNTED = frozenset({"count", "person", "animal"})  # 家, 所, 名 are kept as written: they say what is counted


def unit_key(text: str) -> str:
    """A unit as the key it is looked up by: no spaces, one form of brackets and slash (as dbt's unit_key)."""
    return re.sub(r"\s", "", text.translate(str.maketrans("（）％／", "()%/")))


@cache
def _spellings() -> dict[str, str]:
    """Every known unit by its key -> its usual spelling."""
    units = {row["unit_code"]: row for row in seed("units")}
    found = {unit_key(row[0]): row[1] for row in lexicon.rows("units") if len(row) > 1}
    for row in seed("unit_aliases"):
        unit = units.get(row["unit_code"] or "")
        if unit is None or "原文" in row["unit_text"] or unit["quantity"] == "bare":
            continue
        found[unit_key(row["unit_text"])] = row["unit_text"] if unit["quantity"] in _COUNTED else unit["unit_name"]
    for row in units.values():
        if row["unit_name"]:
            found[unit_key(row["unit_name"])] = row["unit_name"]
    return found


@cache
def _codes() -> dict[str, str]:
    codes = {unit_key(row["unit_name"]): row["unit_code"] for row in seed("units")}
    return {unit_key(r["unit_text"]): r["unit_code"] for r in seed("unit_aliases") if r["unit_code"]} | codes


@cache
def _quantities() -> dict[str, str]:
    return {row["unit_code"]: row["quantity"] for row in seed("units")}


def spelling(text: str) -> str | None:
    """The usual spelling of a unit; None for a text that is no known unit."""
    key = unit_key(text)
    known = _spellings().get(key)
    if known is not None or not key or len(key) > 12:
        return known
    # A scale before a known unit (百万千瓦时), or one known unit per another (公斤/亩, 元/百人).
    scale = _SCALE.match(key)
    bases = plan_lexicon.unit_classes()
    rest = key[scale.end() :] if scale else key
    if scale and rest in bases and rest not in _NOT_ALONE:
        return key
    head, joint, below = key.partition("/")
    if joint and head and below and "/" not in below and spelling(head) and (spelling(below) or below in bases):
        return f"{spelling(head)}/{below}"
    return None


_NOT_ALONE = frozenset({"成", "级", "期", "线", "站", "园", "类", "分", "番", "届", "代", "方", "里", "度"})


def quantity(text: str) -> str | None:
    """What a unit measures (money_cny, person, area …) by the warehouse's table; None for a unit not in it."""
    return _quantities().get(_codes().get(unit_key(text), ""))


@cache
def _scales() -> dict[str, tuple[str, float]]:
    return {row["unit_code"]: (row["quantity"], float(row["scale"])) for row in seed("units")}


def factor(unit: str, to: str) -> float | None:
    """What a value in ``unit`` is multiplied by to be in ``to``; None where they measure different things."""
    codes = _codes()
    one, other = _scales().get(codes.get(unit_key(unit), "")), _scales().get(codes.get(unit_key(to), ""))
    return one[1] / other[1] if one and other and one[0] == other[0] else None


def looks_like_unit(text: str) -> bool:
    """Whether an unknown text in brackets has the form of a unit: a scale or a slash, and a few characters."""
    key = unit_key(text)
    if not 1 < len(key) <= 8 or re.search(r"[=\d,，、;]", key):
        return False
    return bool(re.match(r"(?:万亿|亿|千|万|百)[\u4e00-\u9fffA-Za-z]", key)) or (
        "/" in key and not key.startswith("/") and not key.endswith("/")
    )
