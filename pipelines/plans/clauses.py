"""Paragraph -> clauses -> items: each quantity with the words before and behind it that belong to it.

Chinese plans string targets together: ``建设未来社区3个、美丽城镇5个``, ``A、B分别达到x、y``, ``由x提升至y``,
``投资168亿元实施9个项目``. A clause ends at a comma or stop; inside it an item is one quantity with its own words.
Positions are offsets into the clean paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from pipelines.plans import lexicon
from pipelines.plans.periods import TimeExpression
from pipelines.plans.quantities import Aside, Quantity

_BREAK = re.compile(r"[，；。：！？\n]")
_STOPS = "。！？；\n"
_JOINT = re.compile(r"^(?:[、及与或]|和(?![美谐睦平])|以及|并|、?其中)")
_NOTE = re.compile(r"^（[^（）]*）")
_ROUND = re.compile("[十百千万]?[百千万亿](?:[亩头只羽吨]|立方米|平方米|千瓦)")  # the size of a thing, as in 万头猪场
_SETTLEMENTS = ("自然村", "行政村", "村民小组", "村组", "村庄", "村落", "居民点", "集中居住")
CLASSIFIERS = frozenset("家个座条项处所批件只支名位场台艘辆栋幢")
_MODIFIER_CLASSES = {
    "money",
    "age",
    "time",
    "area",
    "length",
    "power",
    "volume",
    "mass",
    "points",
    "ratio",
    "score",
    "compound",
}


@dataclass(slots=True)
class Item:
    """One quantity and its words: ``before`` = [start, quantity.start), ``behind`` = [quantity.after, end)."""

    quantity: Quantity
    start: int
    end: int
    linked: bool = False  # stands behind 、 or 和: shares verb and time with the item before
    bound: str = ""  # '', 'from' (由 x), 'to' (提升至 y), 'base' (在 x 的基础上)
    grade: str = ""  # 50亿元级, of 1条50亿元级产业链
    grade_end: int = 0
    following: Item | None = None  # the next of its clause


@dataclass(slots=True)
class Clause:
    start: int
    end: int
    sentence: int  # number of the sentence in the paragraph
    items: list[Item] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    inside: bool = False  # a clause in brackets


@dataclass(slots=True)
class Paragraph:
    text: str
    clauses: list[Clause]
    asides: list[Aside]
    thresholds: list[Quantity]  # quantities that qualify a name: 50万元以上行政村


@cache
def do_verbs() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.words("verbs", "do")))


@cache
def _ends_in_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(lexicon.words('verbs', 'do'))})了?$")


@cache
def rise_or_fall() -> re.Pattern[str]:
    """A verb by which one value becomes another: 提升至, 增长到, 下降为."""
    verbs = [
        w for w in lexicon.words("verbs", "reach") if w[-1] in "到至为" and w not in ("达到", "为", "占到", "约为")
    ]
    return re.compile(rf"^(?:的|（[^）]*）)?(?:分别)?(?:{'|'.join(verbs)})")


def parse(text: str, times: list[TimeExpression], asides: list[Aside], quantities: list[Quantity]) -> Paragraph:
    """Clauses of a clean paragraph with their items. Linear in the length of the text."""
    clauses = _clauses(text, asides, quantities)
    thresholds: list[Quantity] = []
    _share_out(times, [c for c in clauses if c.inside], [c for c in clauses if not c.inside])
    inner = [i for i, c in enumerate(clauses) if c.inside]
    outer = [i for i, c in enumerate(clauses) if not c.inside]
    in_clause: list[list[Quantity]] = [[] for _ in clauses]
    position = inside_at = 0
    for quantity in quantities:
        while inside_at < len(inner) and clauses[inner[inside_at]].end <= quantity.start:
            inside_at += 1
        if inside_at < len(inner) and clauses[inner[inside_at]].start <= quantity.start:
            in_clause[inner[inside_at]].append(quantity)
            continue
        while position < len(outer) - 1 and clauses[outer[position]].end <= quantity.start:
            position += 1
        in_clause[outer[position]].append(quantity)
    for clause, members in zip(clauses, in_clause, strict=True):
        if members:
            _itemise(text, clause, members, thresholds)
    return Paragraph(text, clauses, asides, thresholds)


def _share_out(times: list[TimeExpression], inner: list[Clause], outer: list[Clause]) -> None:
    """Give each time expression to the clause it stands in; one in brackets belongs to the bracket alone."""
    inside_at = outside_at = 0
    for time in times:
        while inside_at < len(inner) and inner[inside_at].end <= time.start:
            inside_at += 1
        if inside_at < len(inner) and inner[inside_at].start <= time.start:
            inner[inside_at].times.append(time)
            continue
        while outside_at < len(outer) and outer[outside_at].end <= time.start:
            outside_at += 1
        if outside_at < len(outer) and outer[outside_at].start <= time.start:
            outer[outside_at].times.append(time)


def _clauses(text: str, asides: list[Aside], quantities: list[Quantity]) -> list[Clause]:
    covered = [(a.start, a.end) for a in asides if a.kind in ("quoted", "book")]
    starts_of_quantities = [q.start for q in quantities]
    clauses: list[Clause] = []
    at, sentence, cover_at = 0, 0, 0
    brackets = _brackets_with_quantities(text, starts_of_quantities)
    bracket_at = 0
    for stop in _BREAK.finditer(text):
        place = stop.start()
        while cover_at < len(covered) and covered[cover_at][1] <= place:
            cover_at += 1
        if cover_at < len(covered) and covered[cover_at][0] <= place:
            continue
        while bracket_at < len(brackets) and brackets[bracket_at][1] <= place:
            bracket_at += 1
        if bracket_at < len(brackets) and brackets[bracket_at][0] <= place:
            continue
        clauses.append(Clause(at, place, sentence))
        at = place + 1
        if stop.group() in _STOPS:
            sentence += 1
    if at < len(text):
        clauses.append(Clause(at, len(text), sentence))
    outside = list(clauses)
    home = 0
    for start, end in brackets:
        while home < len(outside) - 1 and outside[home].end <= start:
            home += 1
        clauses.append(Clause(start, end, outside[home].sentence if outside else 0, inside=True))
    return clauses


def _brackets_with_quantities(text: str, starts: list[int]) -> list[tuple[int, int]]:
    """Insides of （…） that hold a quantity, not longer than a sentence; an unclosed bracket is none."""
    spans: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer(r"（([^（）。]{1,120})）", text):
        while at < len(starts) and starts[at] < match.start(1):
            at += 1
        if at < len(starts) and starts[at] < match.end(1):
            spans.append(match.span(1))
    return spans


def _itemise(text: str, clause: Clause, members: list[Quantity], thresholds: list[Quantity]) -> None:
    start, linked, bound = clause.start, False, ""
    grades: list[tuple[Item, Quantity]] = []  # 1条50亿元、1条10亿元、8条亿元级产业链
    graded: Quantity | None = None
    for index, quantity in enumerate(members):
        if quantity is graded:
            thresholds.append(quantity)
            continue
        following = members[index + 1] if index + 1 < len(members) else None
        joint_end = following.start if following else clause.end
        joint = text[quantity.after : joint_end]
        before = text[start : quantity.start]
        if _qualifies(before, quantity, joint, following, text) or _shares_threshold(
            before, quantity, joint, following, members, index, clause, text
        ):
            thresholds.append(quantity)
            continue
        item = Item(quantity, start, quantity.after, linked, bound)
        clause.items.append(item)
        linked, bound = False, ""
        based = re.match(r"^[^，。；、]{1,14}?的(?:基础|水平)上", text[quantity.after : clause.end])
        if based and re.search(r"在[^，。；]{0,30}$", before):
            item.bound, item.end = "base", quantity.after + based.end()  # 在去年新增1200个停车位的基础上
            start = item.end
            continue
        if re.match(r"^的?(?:基础|水平|基数)上?", joint) and (
            re.search(r"现有|原有|目前", before) or any(start <= t.start < quantity.start for t in clause.times)
        ):
            item.bound = "base"
            start = quantity.after + joint.find("上") + 1 if "上" in joint else quantity.after
            continue
        if (
            following is not None
            and item.bound == ""
            and re.search(r"[由从](?:[^由从，]{0,12})$", before)
            and rise_or_fall().match(joint)
        ):
            item.bound, bound, linked = "from", "to", True
            start = quantity.after
            continue
        if following is not None and not joint and quantity.unit_class == "count" and following.unit_class == "money":
            grades.append((item, following))
            start, linked, graded = following.after, True, following
            continue
        if following is not None and not joint and quantity.unit_class == "count" and following.unit_class == "ratio":
            clause.items.pop()  # 三个100%: a count of values
            thresholds.append(quantity)
            continue
        if following is not None and not joint and quantity.unit_class == "count" and following.unit_class == "age":
            item.end, graded, start = clause.end, following, following.after  # 1.9万名65岁以上农牧民
            continue
        if following is not None and not joint and quantity.unit_class == following.unit_class == "count":
            start, linked = quantity.after, True  # 易地搬迁1280户4960人
            continue
        if following is None:
            item.end = clause.end
            continue
        joint_match = _JOINT.match(joint)
        if joint_match:
            start, linked = quantity.after + joint_match.end(), True
            continue
        verb = do_verbs().match(joint)
        if verb and not (verb.end() < len(joint) and _counts_what_follows(item, before)):
            start = quantity.after
            continue
        # 完成25家敬老院和300家照料中心改造
        paired = re.search(r"[和与及]$", joint)
        if paired and len(joint) > 2:
            item.end, start, linked = quantity.after + paired.start(), following.start, True
            continue
        # V Q NP、NP Q or V Q NP和V NP Q: the first enumeration comma parts the two.
        comma = joint.find("、")
        if comma >= 0:
            item.end, start, linked = quantity.after + comma, quantity.after + comma + 1, True
            continue
        item.end = joint_end
        start = quantity.after
    _name_grades(text, clause, grades)
    for item, next_item in pairwise(clause.items):
        item.following = next_item


def _counts_what_follows(item: Item, before: str) -> bool:
    """Whether a noun must follow, though it sound like a verb: 新增2家上市公司和3家监测站."""
    return item.quantity.unit in CLASSIFIERS and bool(_ends_in_verb().search(before) or (item.linked and not before))


def _name_grades(text: str, clause: Clause, grades: list[tuple[Item, Quantity]]) -> None:
    """The thing that graded counts share stands behind the last grade."""
    for item, grade in grades:
        last = grades[-1][1].after
        end = last + 1 if text[last : last + 1] == "级" else last
        item.grade, item.grade_end, item.end = text[grade.start : grade.end] + "级", end, clause.end


def _shares_threshold(
    before: str,
    quantity: Quantity,
    joint: str,
    following: Quantity | None,
    members: list[Quantity],
    index: int,
    clause: Clause,
    text: str,
) -> bool:
    """The first of two bounds of one name: 超十亿元、超百亿元全产业链."""
    if (
        following is None
        or quantity.unit_class != "money"
        or following.unit_class != "money"
        or joint not in ("、", "、超", "、过")
    ):
        return False
    after = members[index + 2] if index + 2 < len(members) else None
    rest = text[following.after : after.start if after else clause.end]
    return _qualifies(before + joint, following, rest, after, text)


def _is_thing(words: str) -> bool:
    """Whether words between two numbers name a thing rather than begin or end with a verb of doing."""
    return not do_verbs().match(words) and not _ends_in_verb().search(words)


def bounded_by_suffix(quantity: Quantity) -> bool:
    return quantity.comparator in ("ge", "le") and quantity.after > quantity.end


def _qualifies(before: str, quantity: Quantity, joint: str, following: Quantity | None, text: str) -> bool:
    """Whether the quantity only qualifies a name: 收入50万元以上行政村占比, 年利润超200万元的公司, 3岁以下婴幼儿."""
    if not joint and following is not None and following.unit_class == "count" and quantity.unit_class == "money":
        return bounded_by_suffix(quantity)  # 其中5亿元以上2家
    joint = _NOTE.sub("", joint)  # 达到228亿元（预计），
    if quantity.form in ("coverage", "doubling") or not joint:
        return False
    if joint[0] in "、，；。：）和及与" or joint.startswith(("大关", "台阶", "关口")):
        return False
    closing = re.match(r"^(?:且|或|和)?[\u4e00-\u9fff“A-Z（]", joint)
    if not closing:
        return False
    if quantity.unit_class == "age":
        return True
    if joint.startswith("规模以上") and following is not None:
        return True  # 建成500亩规模以上蔬菜基地24个
    if joint.startswith(("级", "档", "规模", "量级")) and quantity.unit_class in ("money", "mass", "power"):
        return True
    bounded = quantity.comparator is not None or bool(
        re.search(r"(?:超过?|过|突破|不低于|不少于|低于|高于|大于|小于|达到?)$", before)
    )
    named_share = following is not None and (
        following.form == "coverage"  # 20户以上自然村全覆盖
        or (following.unit_class == "ratio" and re.search("率|占比|比例", joint))
    )
    if quantity.unit_class == "count" and bounded_by_suffix(quantity) and named_share and "、" not in joint:
        return True  # 30户以上自然村通硬化路率
    if joint.startswith("且"):
        return True
    if quantity.unit in ("户", "人") and bounded_by_suffix(quantity) and joint.startswith(_SETTLEMENTS):
        return True  # 25户以上自然村通水泥路、农村生活垃圾收运处置体系均实现全覆盖
    sized_group = quantity.unit in ("人", "户") and bounded_by_suffix(quantity) and not before.strip("其中，：、的")
    if sized_group and following is not None and following.unit_class == "count" and joint.isalpha():
        return _is_thing(joint)  # 其中千人以上会议60场
    plant = quantity.unit_class in ("mass", "volume", "power") and bool(_ends_in_verb().search(before))
    if plant and following is not None and following.unit_class == "count" and joint.isalpha():
        return _is_thing(joint)  # 建设10万吨污水处理厂2座
    if (
        following is not None
        and following.unit_class == "count"
        and _ROUND.fullmatch(text[quantity.start : quantity.end])
    ):
        return joint.isalpha() and _is_thing(joint)  # 建成万头猪场两个
    if following is not None and quantity.base_unit in ("千伏", "伏", "千伏安") and following.unit_class == "count":
        return True
    if (
        following is not None
        and quantity.unit_class in ("length", "time")
        and following.unit_class == "ratio"
        and re.search("覆盖率|率(?:达到?|为)?$", joint)
    ):
        return True
    if (
        following is None
        and quantity.unit_class == "count"
        and quantity.unit.endswith("人")
        and bounded
        and joint.startswith("的")
        and not do_verbs().search(before[-4:])
    ):
        return True
    sized = quantity.unit_class in ("power", "area", "length", "mass", "volume") and bounded_by_suffix(quantity)
    if following is None and sized and not do_verbs().search(before[-8:]) and not joint.startswith("的"):
        return True  # 160千瓦及以下小微企业
    if following is not None and "、" not in joint:
        if rise_or_fall().match(joint) or re.match(r"^的?(?:基础|水平)", joint):
            return False
        if do_verbs().match(joint) and not joint.startswith("的"):
            return False
        if quantity.unit_class in _MODIFIER_CLASSES and (bounded or joint.startswith("的")):
            return True
        return (
            quantity.unit_class == "count"
            and bounded
            and joint.startswith("的")
            and following.unit_class in ("ratio", "count")
        )
    if quantity.unit_class == "money" and bounded:
        # Without a number behind it the name has no value, unless the money itself is what is promised.
        if re.match(r"^的?[^，。；、]{0,10}?(?:资金|资本|投资|贷款|债券|补贴|补助|经费|基金|税收|收入|授信)", joint):
            return not bool(do_verbs().search(before[-8:]) or re.search("不少于|不低于", before))
        return True
    return False
