"""What is the proper name of a project and what is only a class of projects.

A name ends in a facility (大桥, 水库, 医院) or in 工程/项目, and holds something that belongs to it alone: a place, the
number of a road, a quoted word. The words that give no identity are in ``lexicon/projects.tsv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.plans import lexicon

MAX_NAME = 48

_QUANTITY = re.compile(
    r"(?:约|共|总长|全长)?\d[\d.,]*(?:余|多)?(?:万|亿)?(?P<unit>公里|千米|米|亩|平方公里|平方米|公顷|吨|千瓦|张|床|个|座|所|家|处|条|项|栋|幢|套|户)(?:以上|左右)?$"
)
_ROAD = re.compile(r"[GSXY]\d{2,4}|\d{2,4}(?:国|省|县)道|\d{2,4}千伏[\u4e00-\u9fff]{2,6}|\d{1,2}号线")
_PLACE = re.compile(
    r"[\u4e00-\u9fff](?:县|市|镇|乡|村|街道|河|溪|江|湖|洲|湾|岛|山|岭|坑|坪|洋|桥|潭|塘|港|路|街|流域|区块|片区|灌区)"
)
_REFUSED = re.compile(
    r"[的了把将使让，。；：！？]|以.{1,12}为|通过|围绕|按照|依托|根据|结合|对接|用于|进行|为(?:核心|主体|重点)|\.{2,}|^[一二三四五六七八九]期|\d+(?:座|个|条|家|所|处|项)"
)
_LEVEL_OWNED = re.compile(r"^(?:省|市|县|区|州|旗)(?!政|场|级|域|城|乡|镇|县|区|外|内|际|属|直|民)")
_STREET = re.compile(r"[\u4e00-\u9fff]{2,}(?:路|街|大道)$")
_QUOTED = re.compile(r"“[^“”]*”")
_DIGITS_ONLY = re.compile(r"[^\u4e00-\u9fffA-Za-z]")
_BAD_BEFORE_ROAD = "道思出线链销之网"
_WEAK_HEADS = frozenset({"路", "街", "桥", "段", "港", "中心", "市场", "广场", "古城", "老街"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name inside a piece of text: its span, its facility and sector, what is done to it."""

    start: int
    end: int
    text: str
    facility: str
    sector: str | None
    acts: tuple[str, ...]
    scale: Span | None = None  # a quantity right behind the name: 86公里

    @property
    def is_called_project(self) -> bool:
        return "工程" in self.acts or "项目" in self.acts or "项目工程" in self.acts


Span = tuple[int, int]


@cache
def _senses(kind: str) -> dict[str, str]:
    return {row[1]: (row[2] if len(row) > 2 else "") for row in lexicon.rows("projects") if row[0] == kind}


@cache
def alternatives(*kinds: str) -> str:
    """All words of some classes as one alternation, longest first."""
    found = {word for kind in kinds for word in _senses(kind)}
    return "|".join(re.escape(word) for word in sorted(found, key=lambda w: (-len(w), w)))


def sense(kind: str, word: str) -> str:
    return _senses(kind).get(word, "")


@cache
def _generic() -> tuple[re.Pattern[str], frozenset[str]]:
    words = [word for word in _senses("generic") if len(word) > 1]
    singles = frozenset(word for word in _senses("generic") if len(word) == 1)
    words += [word for word in _senses("act") if len(word) > 1]
    return re.compile("|".join(sorted(words, key=lambda w: (-len(w), w)))), singles


@cache
def _longest(kind: str) -> int:
    return max(len(word) for word in _senses(kind))


@cache
def _last_characters() -> frozenset[str]:
    """What a name, or the quantity right behind it, may end in."""
    words = [*_senses("facility"), *_senses("act")]
    return frozenset(word[-1] for word in words) | frozenset("）里米亩顷吨瓦张床个座所家处条项栋幢套户上右")


def _ending(text: str, kind: str) -> str:
    """The longest word of a class that ``text`` ends in."""
    table = _senses(kind)
    for length in range(min(_longest(kind), len(text)), 0, -1):
        if text[-length:] in table:
            return text[-length:]
    return ""


def own_part(text: str) -> str:
    """What of a name belongs to it alone; empty where every word is one of many."""
    pattern, singles = _generic()
    kept = _DIGITS_ONLY.sub("", pattern.sub("", text))
    alone = [char for char in kept if char not in singles]
    return kept if len(kept) >= 2 and alone else ""


def sector_of(text: str) -> str | None:
    """The sector that the words of a name or heading tell; the last one counts."""
    found = list(_sector_words().finditer(text))
    return sense("sector", found[-1].group()) if found else None


@cache
def _sector_words() -> re.Pattern[str]:
    return re.compile(alternatives("sector"))


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(alternatives("vague"))


def find_name(text: str, start: int, end: int) -> Name | None:
    """The name that ends where the piece ``text[start:end]`` ends, whether its own or not; None where there is none."""
    if end <= start or text[end - 1] not in _last_characters():
        return None
    piece = text[start:end]
    scale = None
    quantity = _QUANTITY.search(piece)
    if quantity:
        if quantity.group("unit") in "个座所家处条项栋幢套户":
            return None
        scale = (start + quantity.start(), start + quantity.end())
        piece = piece[: quantity.start()]
    bare, closing = piece, ""
    if piece.endswith("）") and "（" in piece:
        at = piece.rindex("（")
        bare, closing = piece[:at], piece[at:]
    acts: list[str] = []
    core = bare
    while True:
        act = _ending(core, "act")
        if not act or len(act) == len(core):
            break
        acts.insert(0, act)
        core = core[: -len(act)]
        if core.endswith("）") and "（" in core:  # 竹口工业园（洋源区块）项目
            core = core[: core.rindex("（")]
    facility = _ending(core, "facility")
    # A facility may end in a word that is also an act (输变电工程, 未来社区建设 has none).
    for take in range(1, len(acts) + 1):
        longer = _ending(core + "".join(acts[:take]), "facility")
        if len(longer) > sum(map(len, acts[:take])) and len(longer) > len(facility) + take:
            facility, core, acts = longer, core + "".join(acts[:take]), acts[take:]
            break
    if facility in ("路", "街") and core[-2:-1] in tuple(_BAD_BEFORE_ROAD):
        facility = ""
    if core.endswith("国家公园"):
        facility = ""
    if not facility and not any(act in ("工程", "项目", "项目工程") for act in acts):
        return None
    text_end = bare
    if acts and acts[-1] in ("建设", "开发", "配套", "主体") and not closing:
        text_end = text_end[: -len(acts[-1])]
        acts = acts[:-1]
    name = text_end + (closing if not acts or text_end == bare else "")
    sector = sense("facility", facility) or sector_of(core) or None
    if facility in _WEAK_HEADS and facility in ("中心", "广场", "段"):
        sector = sector_of(core) or sector
    return Name(start, start + len(name), name, facility, sector, tuple(acts), scale)


def identity(name: Name, listed: bool) -> float:
    """How surely the name is one project's own, 0 where it is not.

    Args:
        listed: whether it stands in a box or list of projects, where a class of projects is less likely.
    """
    text = name.text
    bare = re.sub(r"（[^（）]*）", "", text)
    if not 3 <= len(bare) <= MAX_NAME or _REFUSED.search(bare) or _vague().search(bare):
        return 0.0
    if bare[0] in "”）》·-/0" or bare.count("“") != bare.count("”"):
        return 0.0
    rest = bare
    for act in reversed(name.acts):
        rest = rest[: -len(act)] if rest.endswith(act) else rest
    rest = rest[: -len(name.facility)] if name.facility and rest.endswith(name.facility) else rest
    if _ROAD.search(bare):
        return 0.95
    own = own_part(rest) or (rest if name.facility.endswith("段") and _STREET.search(rest) else "")
    if "“" in rest and own and name.facility and not own_part(_QUOTED.sub("", rest)) and not _named_by_quotes(name):
        return 0.0
    if own and name.facility:
        return 0.85 if name.facility in _WEAK_HEADS and not _PLACE.search(rest + name.facility) else 0.95
    placed = bool(_PLACE.search(own_part(_QUOTED.sub("", rest))))
    if own and (placed or listed):
        return 0.9 if placed else 0.8
    if name.facility and name.facility not in _WEAK_HEADS:
        built = any(act in ("迁建", "新建", "扩建", "改扩建", "重建", "迁移", "二期", "三期") for act in name.acts)
        if _LEVEL_OWNED.match(bare) and len(bare) <= 14:
            return 0.8 if built else 0.7
        if built and len(name.facility) >= 3:
            return 0.75
    return 0.0


def _named_by_quotes(name: Name) -> bool:
    """Whether quoted words alone may name it: “山海协作”科创园 is a name, “小而精”学校 and “两头集中”工厂 are kinds."""
    return name.sector == "文体旅游" or name.facility in ("科创园", "广场", "实验室", "景观带", "产业园", "安置房")


def shared_noun(tail: str) -> tuple[str, str]:
    """The facility that a list's closing words give to its members, and what is done to them; empty where none.

    后田、江滨等幼儿园项目 -> 幼儿园; 石门等三座水库除险加固 -> 水库, 除险加固.
    """
    name = find_name(tail, 0, len(tail))
    if name is None or name.facility not in _senses("shared"):
        return "", ""
    return name.facility, "".join(act for act in name.acts if act not in ("建设", "开发", "项目", "工程", "项目工程"))


def is_class_of_projects(tail: str) -> bool:
    """Whether the words behind 等 say that the list is one of projects: 重大水利项目建设, 区块开发."""
    if not tail:
        return True
    name = find_name(tail, 0, len(tail))
    known = name is not None or tail.endswith(("建设", "开发", "项目", "工程", "设施", "场馆", "区块"))
    return known and len(own_part(re.sub(r"型|类|一批|重点", "", tail))) < 4


def key_of(name: str) -> str:
    """What two mentions of one project share: the name without brackets, quotes and 工程/项目/建设."""
    bare = re.sub(r"（[^（）]*）|[“”《》·\s]", "", name)
    return re.sub(r"(?:建设)?(?:工程|项目)*(?:建设)?$", "", bare) or bare
