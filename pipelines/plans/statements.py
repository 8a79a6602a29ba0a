"""Paragraph -> statements: each item is accepted or not, shaped, named, bounded and dated.

The steps have modules of their own: `acceptance`, `shapes`, `naming`, `groups`, `changes`, `timing`, `drafts`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.plans import lexicon, naming
from pipelines.plans.acceptance import why_not
from pipelines.plans.accounting import UNREAD
from pipelines.plans.changes import base_year_of, read_base, read_compared, read_from, read_to
from pipelines.plans.clauses import Item, Paragraph
from pipelines.plans.context import Carried, Context, Draft
from pipelines.plans.drafts import make_draft
from pipelines.plans.groups import find_group, read_group
from pipelines.plans.periods import TimeExpression
from pipelines.plans.quantities import Quantity
from pipelines.plans.scope import Scope
from pipelines.plans.shapes import shape_of
from pipelines.plans.timing import anchor_for_next_sentence, carry

Rejected = tuple[Quantity, str]  # a quantity and the class of number that it is
_CHANGES = {"from": read_from, "to": read_to, "base": read_base}
_COMPARES = re.compile(r"同比|[比较][上去]年")
_HELD = re.compile(r"(?:持续|继续|不断)?(?:稳定|保持|维持|巩固)(?!新建|新增)")
_ESTATE = re.compile(
    r"(?:省级|国家级|市级|县级)?[\u4e00-\u9fff]{0,4}?(?:经开区|经济开发区|开发区|高新区|工业集中区|工业园区)(?=[\u4e00-\u9fff]{3})(?!建设|创建|数|整合|提升)"
)
_OTHER_PLACE = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:全[县市区省]|经开区|开发区|高新区|园区|新区|城区|县城|乡镇|农村|居民|城乡)"
)
MAX_SENTENCE = 600  # characters in which words that look ahead or back are sought


def read_statements(paragraph: Paragraph, scope: Scope) -> tuple[list[Draft], list[Rejected]]:
    """Statements of a paragraph in the order of their numbers, and the quantities that are none; linear time."""
    text = paragraph.text
    outer = [c for c in paragraph.clauses if not c.inside]
    inner = [c for c in paragraph.clauses if c.inside]
    bounds: dict[int, tuple[int, int]] = {}
    for clause in outer:
        bounds[clause.sentence] = (bounds.get(clause.sentence, (clause.start, 0))[0], clause.end)
    cues: dict[int, tuple[bool, bool]] = {}
    label = next((t for t in outer[0].times if t.sense == "in" and t.start == 0), None) if outer else None
    is_label = label is not None and text[label.end : label.end + 1] == "："
    carried, sentence, ended = Carried(label=label if is_label else None), 0, 0
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    earlier: list[TimeExpression] = []
    for clause in sorted([*outer, *inner], key=lambda c: (c.start, c.inside)):
        if clause.sentence != sentence:
            sentence, earlier = clause.sentence, []
            # A semicolon parts statements but not the year they are about.
            goes_on = text[ended : ended + 1] == "；"
            if not (goes_on and text.startswith("其中", clause.start)):
                anchor = carried.anchor if goes_on else anchor_for_next_sentence(carried, scope)
                carried = carried.begin_sentence(anchor, goes_on)
        ended = clause.end if not clause.inside else ended
        if sentence not in cues:
            first, last = bounds.get(sentence, (clause.start, clause.end))
            cues[sentence] = _cues(text[first : min(last, first + MAX_SENTENCE)], scope)
        # What is said in brackets is about what stands before them and changes nothing behind them.
        state = replace(carried, names=list(carried.names)) if clause.inside else carried
        drafts += _read_clause(Context(text, scope, state, clause, *cues[sentence], earlier), rejected)
        earlier = [*earlier, *clause.times][-6:]
    drafts.sort(key=lambda d: d.quantity.start)
    return drafts, rejected


def _cues(sentence: str, scope: Scope) -> tuple[bool, bool]:
    back = lexicon.pattern("actual_cue").search(sentence) or (not scope.yearly and _COMPARES.search(sentence))
    return bool(lexicon.pattern("target_cue").search(sentence)), bool(back)


def _read_clause(context: Context, rejected: list[Rejected]) -> list[Draft]:
    clause, carried = context.clause, context.carried
    anchor = carried.anchor
    first = clause.items[0].quantity.start if clause.items else clause.end
    carry([t for t in clause.times if t.start < first and t.sense != "noun"], carried, clause.start)
    if not clause.items:
        _remember_topic(context, carried)
        return []
    group = find_group(context)
    drafts: list[Draft] = []
    for index, item in enumerate(clause.items):
        if group is not None and index >= group.index:
            if index == group.index:
                drafts += read_group(context, group)
            if group.mark == "分别" or index == group.index:
                continue
        if index:
            carry(context.times_of(item), carried, None)
        draft, reason = _read_item(context, item)
        if draft is not None:
            drafts.append(draft)
        else:
            rejected.append((item.quantity, reason))
    general = anchor is not None and anchor.sense in ("past", "future", "span", "era", "since")
    told = bool(drafts) and drafts[0].rule == "inherited" and carried.anchor is not anchor
    if general and told and carried.anchor is not None and carried.anchor.sense == "in":
        carried.anchor = anchor  # 五年来……增长6.4%，2024年达到228.5亿元；……: a year of that value alone
    if context.text.startswith("其中", clause.start):
        carried.anchor = anchor  # 其中2026年完成160公里: a year of the part, not of what follows
    else:
        carried.whole = carried.object or carried.whole
    return drafts


def _remember_topic(context: Context, carried: Carried) -> None:
    """A clause without a number says what the next ones are about, unless it only says when (到2025年，)."""
    clause = context.clause
    words = context.without_times(clause.start, clause.end, [t for t in clause.times if t.sense != "noun"])
    if len(naming.strip_opening(words)) > 1 and not (
        context.text[clause.end : clause.end + 1] == "：" and lexicon.pattern("label").fullmatch(words.strip())
    ):
        carried.topic, carried.object = words[-60:], ""


def _read_item(context: Context, item: Item) -> tuple[Draft | None, str]:
    """The draft of an item, or None and the class of number that it is instead."""
    if item.bound in _CHANGES:
        return _CHANGES[item.bound](context, item), UNREAD
    quantity, carried = item.quantity, context.carried
    compared = base_year_of(context, item)
    if compared is not None:
        return read_compared(context, item, compared), UNREAD
    before = context.words_before(item)
    words = naming.take_apart(before)
    core = naming.strip_opening(words.core)
    core = "" if core in ("有", "仍有", "还有", "尚有") else core
    reason = why_not(quantity, core, words, before, context.behind(item), item, carried)
    if reason is not None:
        return None, reason
    shape = shape_of(context, item, core, words, before)
    if not shape.name:
        return None, UNREAD
    moving = shape.flow or words.reach or words.up or words.down
    held = item.linked and carried.keep and not moving  # 面积稳定在9万亩、总产量0.66亿斤以上
    opened = (
        quantity.unit_class == "ratio" and not shape.flow and _HELD.match(words.core.lstrip("，、；"))
    )  # 持续巩固覆盖率100%
    words.keep = carried.keep = bool(words.keep or held or opened)
    name = shape.name if shape.rule == "number_noun" else _of_estate(shape.name, carried)
    return make_draft(context, item, name, words, context.times_of(item), shape.flow, shape.rule), UNREAD


def _of_estate(name: str, carried: Carried) -> str:
    """经开区工业用地达到…，规上工业总产值达到…: what follows in the sentence is the estate's too, not the city's."""
    estate = _ESTATE.match(name)
    if estate:
        carried.estate = estate.group()
    elif carried.estate and not _OTHER_PLACE.match(name):
        return carried.estate + name
    return name
