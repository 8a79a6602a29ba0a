"""Values that a change starts from: 由 x 提升至 y, 在 2022 年 x 的基础上."""

from __future__ import annotations

import re

from pipelines.plans import naming
from pipelines.plans.clauses import Item
from pipelines.plans.context import Context, Draft
from pipelines.plans.drafts import CONFIDENCE, make_draft, place_of
from pipelines.plans.model import MeasureType, Period
from pipelines.plans.shapes import inherited

_LATER = re.compile(
    r"的?(?:基础|水平|基数)上?，(?:[到至]?(?:19|20)\d\d年[底末]?，?|今年|本年|明年)?(?P<name>[^，。；：\d]{3,40})(?=\d)"
)


def base_year_of(context: Context, item: Item) -> int | None:
    """Year of a value that another is compared with: 较“十三五”末的9323.1亿元增加4374.4亿元."""
    times = context.times_of(item)
    last = times[-1] if times else None
    if last is None or last.sense != "base" or last.last is None or item.following is None:
        return None
    return last.last if context.text[last.end : item.quantity.start] == "的" else None


def read_compared(context: Context, item: Item, year: int) -> Draft | None:
    """The value compared with: an actual of its year under the name that the text is about."""
    anchor, name = context.carried.anchor, inherited(context.carried)
    draft = _base_draft(context, item, name, year, "base")
    context.carried.anchor = anchor
    return draft


def read_from(context: Context, item: Item) -> Draft | None:
    """x of 由 x 提升至 y: an actual in the year that stands with it, if one does."""
    times, carried = context.times_of(item), context.carried
    before = context.words_before(item)
    opened = max(context.text.rfind(mark, item.start, item.quantity.start) for mark in "由从")
    # 到2025年日供水能力由4万吨提升到8万吨: a year before 由 is that of the value it becomes.
    started = [t for t in times if t.sense == "from" or (t.sense in ("in", "by", "end") and t.start > opened)]
    cut = max(before.rfind("由"), before.rfind("从"))
    if cut >= 0:
        before = before[:cut]
    else:
        # 从2015年末: the preposition is part of the time expression.
        place = next((t.start for t in started if t.sense == "from"), item.quantity.start)
        before = context.without_times(item.start, place, [t for t in times if t.end <= place])
    name = naming.tidy(re.sub(r"(?:将|要|力争|的)$", "", naming.strip_opening(before))) or inherited(carried)
    year = started[-1].last if started else None
    behind = re.match(r"（((?:19|20)\d\d)年[^）]{0,6}）", context.text[item.quantity.after : item.quantity.after + 16])
    year = int(behind.group(1)) if behind else year
    carried.base_year = year
    draft = _base_draft(context, item, name, year, "from_to")
    bound = naming.take_apart(context.words_before(item)).comparator
    if draft and bound:
        draft.comparator = bound
    return draft


def read_to(context: Context, item: Item) -> Draft | None:
    """y of 由 x 提升至 y."""
    carried = context.carried
    words = naming.take_apart(context.words_before(item))
    draft = make_draft(context, item, carried.object, words, context.times_of(item), False, "from_to")
    carried.risen = draft is not None
    if draft and carried.base_year and draft.period.end and draft.period.end > carried.base_year:
        carried.span = (carried.base_year + 1, draft.period.end)
    return draft


def read_base(context: Context, item: Item) -> Draft | None:
    """x of 在 2022 年 x 的基础上: an actual, and the base of the targets that follow."""
    words = naming.take_apart(context.words_before(item))
    name = naming.tidy(re.sub(r"[在于](?:现有|原有)?$", "", naming.strip_opening(words.core))) or inherited(
        context.carried
    )
    name = re.sub(r"^(?:现有|原有|目前|去年|上年)", "", name)
    noun = re.match(r"[^，。；、]{1,14}?(?=的(?:基础|水平)上)", context.behind(item))
    name += noun.group() if noun and noun.group() not in name else ""
    name = name or _named_later(context, item)
    times = context.times_of(item)
    year = times[-1].last if times else None
    context.carried.base = (name, year)
    grown = words.up and item.quantity.unit_class == "ratio"  # 在去年增长8%的基础上
    return _base_draft(context, item, name, year, "base", "growth" if grown else "level")


def _named_later(context: Context, item: Item) -> str:
    """在2020年76%的基础上，到2025年自来水普及率达到90%: the name stands with the value that the base becomes."""
    after = item.quantity.after
    told = _LATER.match(context.text[after : after + 80])
    return naming.tidy(naming.strip_opening(naming.take_apart(told.group("name")).core)) if told else ""


def _base_draft(
    context: Context, item: Item, name: str, year: int | None, rule: str, measure: MeasureType = "level"
) -> Draft | None:
    if not name:
        return None
    carried, quantity = context.carried, item.quantity
    carried.object, carried.unit = name, quantity.unit
    if carried.anchor in [t for t in context.times_of(item) if rule != "from_to" or t.last == year]:
        carried.anchor = None
    region, name = place_of(name, context.scope)
    period = Period("in", year, year)
    return Draft(
        quantity,
        item.start,
        quantity.after,
        name,
        region,
        "actual",
        period,
        quantity.comparator or "eq",
        measure,
        rule,
        CONFIDENCE[rule],
    )
