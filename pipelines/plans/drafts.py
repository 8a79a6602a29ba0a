"""Words, name and shape of an item -> a draft statement with its measure, bound, kind, years and place."""

from __future__ import annotations

import re

from pipelines.plans import naming
from pipelines.plans.clauses import Item, do_verbs
from pipelines.plans.context import Context, Draft
from pipelines.plans.model import Comparator, MeasureType
from pipelines.plans.naming import Words
from pipelines.plans.periods import TimeExpression
from pipelines.plans.quantities import Quantity
from pipelines.plans.scope import Scope
from pipelines.plans.timing import kind_of, period_of

# How sure a rule is: the share of its statements that are strictly right on the labelled texts, rounded down, since
# new texts are read less well than those. `python -m benchmarks.confidence` measures it.
CONFIDENCE = {
    "growth": 0.93,
    "from_to": 0.95,
    "base": 0.9,
    "coverage": 0.95,
    "share": 0.95,
    "coordinated_respective": 0.94,
    "coordinated_each": 0.92,
    "share_of_noun": 0.92,
    "act_shared": 0.92,
    "act_noun_number": 0.93,
    "name_number": 0.92,
    "inherited": 0.82,
    "act_number_noun": 0.82,
    "number_noun": 0.65,
    "inner_act": 0.9,
    "noun_of_act": 0.9,
    "bare_act": 0.88,
    "doubling": 0.88,
    "region_of_list": 0.88,
}
SHORT_NAME = 0.12  # how much surer a name of more than two characters is
_MULTIPLE_OF = re.compile(r"(?:是|为|相当于|达到?).{0,12}的$")
_AT_LEAST = re.compile(r"(?:至少|不少于|不低于)[^，。；、]{0,6}$")
_NEARLY_ALL = re.compile(r"基本(?:实现)?$")
_SEAT = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:县城(?!区)|城区|主城区)(?=[\u4e00-\u9fff])")
# What is done along with what came before: 每年推出200个项目，带动2000名毕业生就业.
_FOLLOWS = ("带动", "惠及", "吸纳", "受益", "服务")
_TOWN = re.compile(
    r"(?![每各该本全])(?!.{0,4}(?:乡镇|城镇|集镇|村镇|[心点色制强大名各个示范]镇|主要街道|.{0,2}条街道))[\u4e00-\u9fff]{2,4}(?:镇|街道|(?<![城下返回水家老侨故他异入兴离贫困一])乡(?![村级镇土亲贤情愁音]))(?=[\u4e00-\u9fff]{3})(?!街道|卫生|居民|化)"
)
# What a place is only the first word of: 兰州新区, 湖州港.
_PART_OF_PLACE = re.compile(
    "新区|经开区|高新区|经济|开发区|综保区|港(?!澳)|湾|机场|[东西南北]?站|大桥|大道|大学|湖|海关"
)
_HELPED = re.compile("(?:支持|指导|帮助|督促|推动|推进|协助|引导|确保|加快)")
_NAMED_BEHIND = ("act_number_noun", "share_of_noun", "number_noun")


def plain_object(name: str) -> str:
    """The thing without the verb that did it, for the clauses that go on about it."""
    verb = do_verbs().match(name)
    return name[verb.end() :] if verb and len(name) - verb.end() >= 3 else name


def make_draft(
    context: Context, item: Item, name: str, words: Words, times: list[TimeExpression], flow: bool, rule: str
) -> Draft | None:
    """A draft of the item under ``name``, or None where no name is left."""
    name = naming.tidy(name)
    if not name:
        return None
    quantity, carried = item.quantity, context.carried
    before = context.text[item.start : quantity.start]
    measure = _measure(quantity, words, before)
    if measure in ("growth", "change"):
        flow = False
    if quantity.value == 0 and not quantity.unit:
        quantity.unit = carried.unit  # 由 9.8% 降至零
    carried.unit = quantity.unit
    kind = kind_of(context, times)
    goes_on = item.linked or rule == "act_shared" or name.startswith(_FOLLOWS)
    period = period_of(context, kind, flow, measure, words, times, goes_on)
    if carried.base and measure == "level" and not flow and carried.anchor and carried.anchor.sense == "future":
        name = carried.base[0]
    if not carried.names or carried.names[-1] != name:
        carried.names.append(plain_object(name))
    region, name = place_of(name, context.scope)
    end = max(quantity.after, item.end) if rule in _NAMED_BEHIND else quantity.after
    return Draft(
        quantity,
        item.start,
        end,
        name,
        region,
        kind,
        period,
        _comparator(quantity, words, before),
        measure,
        rule,
        round(CONFIDENCE[rule] - (SHORT_NAME if len(name) <= 2 else 0), 2),
    )


def _measure(quantity: Quantity, words: Words, before: str) -> MeasureType:
    if quantity.form == "doubling":
        return "times"
    if quantity.form == "coverage":
        return "level"
    if words.up or words.down:
        return "growth" if quantity.unit_class in ("ratio", "times") else "change"
    if quantity.unit_class == "times" and _MULTIPLE_OF.search(before):
        return "times"
    return "change" if quantity.unit_class == "points" else "level"


def _comparator(quantity: Quantity, words: Words, before: str) -> Comparator:
    if quantity.form in ("coverage", "doubling") and _NEARLY_ALL.search(before):
        return "approx"
    bound = words.comparator or quantity.comparator
    if bound:
        return bound
    if _AT_LEAST.search(before):
        return "ge"
    return "approx" if words.approx else "eq"


def place_of(name: str, scope: Scope) -> tuple[str | None, str]:
    """Region of a value and its name: a place inside the plan's own that the name begins with is the region."""
    seat = _SEAT.match(name)
    if seat and seat.group(1) in scope.children:
        return seat.group(), name
    town = _TOWN.match(name)
    if town and not do_verbs().match(town.group()):
        return town.group(), name  # no code of the gazetteer: the name keeps the place
    helped = _HELPED.match(name)  # 支持甲县新建学校3所
    for start in (0, helped.end()) if helped else (0,):
        for length in range(min(9, len(name) - start - 1), 1, -1):
            place = name[start : start + length]
            child = scope.children.get(place)
            part = _PART_OF_PLACE.match(name, start + length)
            if child is not None and part is None and (child.name == place or place[-1] in "州县旗"):
                return child.name, name[start + length :].lstrip("的")
    return scope.region, name
