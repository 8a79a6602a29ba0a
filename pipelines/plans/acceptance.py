"""Whether a quantity, with the words around it, can be a statement at all."""

from __future__ import annotations

import re

from pipelines.plans import lexicon
from pipelines.plans.accounting import UNREAD
from pipelines.plans.clauses import CLASSIFIERS, Item, do_verbs
from pipelines.plans.context import Carried
from pipelines.plans.naming import Words
from pipelines.plans.quantities import Quantity

# Words before a count that make it one of a set or an ordinal: 第三个, 每个, 前10名.
_POINTED = re.compile(
    r"(?:国务院|省政府|省委|市政府|市委|自治区|中央|第|前|后|每|另|这|该|某|首|上述|以下|下列|如下|同一|任一|各|"
    r"[一两三四五六七八九十]对)$"
)
_ONE_MADE = re.compile(r"(?:新建|建成|新增|创成|引进|新建成|争创|创建)$")
_MADE = re.compile(r"(?:完成|建成|新建|改造|新增|修建|改建|实施)(?:了)?")
_OF_PLACES = re.compile(r"(?:乡镇|街道|县|市|区|行政村|村|部门|单位|方面)")
_OF_TIME = re.compile("年限|寿命|时间|期限|时长|时限|天数|提速|办结|审批|教育年")
_ALL_OF_A_SYSTEM = re.compile(r"(?:构建|建立|健全|完善|形成|打造|推动|推进|实现|探索)?")


# What a policy pays or lets off: 100%加计扣除, 按投资额的10%给予补助.
_TERMS = re.compile(
    r"的?(?:(?:加计|税前)?扣除|(?:比例|标准|幅度)?(?:给予|予以|补助|补贴|奖励|资助|返还|减免|缓缴|报销|贴息)|的?(?:奖补|补助|补贴)资金)"
)


_ALL_DONE = re.compile("[^，。；、]{2,14}(?:全部|均已|均|悉数)[\u4e00-\u9fff]{2,8}")  # 排查出的190个坑塘全部整治到位
_OF_A_PROJECT = re.compile("[^，。；、]{0,14}?(?:项目|工程|生产线|技改)")
# 甲公司等24家企业被认定为…: what many did, of whom some are named.
_ATTAINS = re.compile(
    "^[^，。；、]{2,12}?(?:被|获|入选|列入|纳入|通过|投产|上市|竣工|开工|建成|落地|签约|投用|出列|摘帽|脱贫|达标|销号)"
)


MAX_LIST = 80  # characters of a list whose names a number sums up


def ends_with_act(core: str) -> str:
    """The doing verb that the words end with, or ''."""
    return next((m.group() for m in do_verbs().finditer(core[-6:]) if core.endswith(m.group())), "")


def why_not(
    quantity: Quantity, core: str, words: Words, before: str, behind: str, item: Item, carried: Carried
) -> str | None:
    """Why a quantity is no statement, as a class of number (see `accounting`), or None where it can be one.

    Args:
        core: the words before the number without verbs of reaching and opening words.
        before: all words before the number. behind: the words behind it that belong to the item.
    """
    reaching = words.reach or words.keep or words.up or words.down
    after_act = bool(ends_with_act(core))
    kind = quantity.unit_class
    chained = item.linked and carried.flow
    if kind in ("count", "place", "time", "") and _POINTED.search(before):
        return "ordinal"
    if kind == "time" and before.endswith("近"):
        return "ordinal"
    if lists_as_many(quantity, core) and not lexicon.pattern("act_noun").search(behind):
        return "set"
    if kind == "length" and before.endswith(("方圆", "半径", "周边")):
        return "name"
    of_a_set = (before.endswith("等") and not _MADE.match(core) and not _ATTAINS.search(behind)) or (
        before.endswith("的") and not carried.object
    )
    of_a_set = of_a_set and not _ALL_DONE.match(behind)
    if kind in ("count", "place") and (lexicon.pattern("set_noun").match(behind) or of_a_set):
        return "set"
    if kind == "ratio" and _TERMS.match(behind):
        return "threshold"
    if kind in ("mass", "volume", "power") and _OF_A_PROJECT.match(behind):
        return "threshold"  # 日产4万吨再生水项目: the size of a project
    if behind.startswith("级") or (quantity.base_unit in ("千伏", "伏", "千伏安") and not words.reach):
        return "threshold"  # 50亿级项目, 110千伏变电站
    if quantity.form == "coverage":
        return "name" if behind.startswith("的") or _ALL_OF_A_SYSTEM.fullmatch(core) else None
    if quantity.form == "chinese" and quantity.value == 0:
        return None if reaching else "name"
    if quantity.unit in ("万", "亿") and lexicon.pattern("people_noun").match(behind):
        return None  # 9.8万农民喝上了安全水
    counted = after_act or chained or before.endswith(("实现", "有", "完成", "解决", "帮助", "使"))
    if quantity.unit in ("万", "亿") and counted and behind[:1] > "~":
        return None
    reaching = reaching or ("实现" in before[-30:] and not core.endswith(("的", "以")))
    if quantity.form == "chinese" and kind not in ("ratio", "points"):
        some = quantity.unit in CLASSIFIERS and quantity.value != 1
        made = some and not behind.strip() and bool(do_verbs().match(core))  # 建成幼儿园两所
        return None if made or _chinese(quantity, core, reaching, after_act, chained) else "set"
    if kind == "count" and core and not (reaching or after_act or do_verbs().search(core)) and _OF_PLACES.match(behind):
        return "set"
    if kind == "time":
        if behind.lstrip("多余").startswith("的"):
            return "duration"  # 遗留8年多的项目
        named = lexicon.pattern("duration_noun", after="$").search(core)
        bounded = words.comparator is not None or quantity.comparator in ("le", "lt")
        return (
            None if named or (reaching and (bounded or _OF_TIME.search(core + before + carried.object))) else "duration"
        )
    if kind == "age":
        told = core or carried.object
        return None if "寿命" in told or "年龄" in told else "threshold"
    if kind == "place":
        return None if after_act else "set"
    if kind == "" and quantity.form == "arabic":
        followed = bool(behind[:1]) and behind[0] not in "，。；、）（" and not quantity.comparator
        named = lexicon.pattern("number_noun", after="$").search(core)
        return None if not followed and (reaching or named) else UNREAD
    return None


def lists_as_many(quantity: Quantity, core: str) -> bool:
    """孝义河、潴龙河、小白河3条河流: the number only sums up the names before it."""
    if len(core) > MAX_LIST or "（" in core or do_verbs().match(core):
        return False
    names = core.split("、")
    return quantity.unit_class == "count" and 2 <= len(names) == quantity.value and quantity.comparator is None


def _chinese(quantity: Quantity, core: str, reaching: bool, after_act: bool, chained: bool) -> bool:
    """Small Chinese numerals are mostly part of a name (三大产业); they count behind a verb."""
    value, scaled = quantity.value or 0.0, quantity.unit != quantity.base_unit
    if quantity.unit_class in ("count", "place"):
        if value == 1 and not scaled:
            return bool(_ONE_MADE.search(core))
        return after_act or reaching or value > 10 or chained
    if value > 10 or scaled:
        return reaching or bool(core)
    return reaching and not quantity.unit
