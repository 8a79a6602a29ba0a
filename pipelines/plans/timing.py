"""Target or actual, and for which years: from the years named, the section and the words of the sentence."""

from __future__ import annotations

from pipelines.plans.context import Carried, Context
from pipelines.plans.model import Kind, MeasureType, Period
from pipelines.plans.naming import Words, strip_opening
from pipelines.plans.periods import TimeExpression
from pipelines.plans.scope import Scope

_ANCHORS = ("by", "in", "asof", "end", "span", "era", "since", "past", "future")
_SINGLE = ("by", "in", "asof", "end", "from")


def carry(times: list[TimeExpression], carried: Carried, clause_start: int | None) -> None:
    """Time words govern what follows until another of their kind; 年均 only its own clause.

    ``clause_start`` is given where the times open a clause.
    """
    for time in times:
        if time.sense == "every":
            carried.every = True
            carried.every_at = clause_start if clause_start is not None else carried.every_at
        elif time.sense == "yearly":
            carried.yearly = True
        elif time.sense in _ANCHORS or time.sense == "from":
            carried.anchor = time
            if time.sense != "future":
                carried.every = False
    if clause_start is not None and not any(t.sense == "yearly" for t in times):
        carried.yearly = False


def anchor_for_next_sentence(carried: Carried, scope: Scope) -> TimeExpression | None:
    """A year governs its sentence; a span, a look back or a look beyond the plan governs its paragraph."""
    anchor = carried.anchor
    if anchor is None or anchor.sense not in _SINGLE:
        return anchor
    opens_review = scope.mode == "actual" and scope.firm and scope.yearly and anchor.sense == "in" and anchor.start < 12
    beyond = bool(anchor.last and scope.end and anchor.last > scope.end and not scope.yearly)
    return anchor if opens_review or beyond else None


def _anchor(times: list[TimeExpression], carried: Carried) -> TimeExpression | None:
    return next((t for t in reversed(times) if t.sense in _ANCHORS), None) or carried.anchor


def _is_now(context: Context) -> bool:
    return any(t.sense == "now" for t in context.clause.times)


def kind_of(context: Context, times: list[TimeExpression]) -> Kind:
    """Target or actual: by the year named, else by the section, else by the words of the sentence."""
    scope, anchor = context.scope, _anchor(times, context.carried)
    if _is_now(context):
        return "actual"
    reviewing = scope.mode == "actual" and scope.firm
    if anchor is not None:
        if anchor.sense == "future":
            return "actual" if reviewing else "target"
        if anchor.sense in ("past", "since", "asof"):
            return "actual"
        last = anchor.last
        if last is not None and scope.start is not None:
            if last < scope.start:
                return "actual"
            if last > scope.start or scope.yearly or scope.mode == "target":
                return "actual" if reviewing and last <= scope.start and not context.looks_ahead else "target"
    if context.carried.base is not None and not reviewing:
        return "target"  # 在现有28家的基础上，新增15家
    if scope.mode == "actual":
        return "target" if context.looks_ahead and not context.looks_back and not scope.firm else "actual"
    return "actual" if context.looks_back and not context.looks_ahead and not scope.firm else "target"


def period_of(
    context: Context,
    kind: Kind,
    flow: bool,
    measure: MeasureType,
    words: Words,
    times: list[TimeExpression],
    linked: bool,
) -> Period:
    """The years of a value.

    Args:
        flow: whether the value accumulates over the years (新建, 累计) or is a level that is reached.
        times: time expressions of the item itself. linked: whether it continues the item before it (、).
    """
    scope, carried = context.scope, context.carried
    anchor = None if _is_now(context) else _anchor(times, carried)
    own_yearly = any(t.sense == "yearly" for t in times)
    level = measure == "level" and words.reach and not own_yearly  # 年均增长6%、总量突破330亿元
    yearly = (carried.yearly and not level) or any("年均" in w for w in words.tail)
    start, end = scope.start, scope.end
    if kind == "actual" and scope.review != (None, None):
        start, end = scope.review
        if carried.span is not None and yearly:
            return Period("every", *carried.span)
    if anchor is not None and anchor.sense in ("span", "era"):
        start, end = anchor.first, anchor.last
    average = next((t for t in times if t.sense == "average"), None)
    if average is not None:
        return Period("every", average.first, average.last)  # 两年平均增长8.4%
    held = next((t for t in times if t.sense == "held"), None)
    if held is not None and (words.keep or held.count) and not flow and kind == "actual" and end is not None:
        # 连续四年保持100%: each of the years up to the last
        return Period("every", end - held.count + 1 if held.count else start, end)
    own_every = carried.every_at == context.clause.start or any(t.sense == "every" for t in times)
    own_anchor = any(t.sense in _ANCHORS for t in times)
    # 每年 of an earlier clause does not hold for the next, unless it goes on with 、.
    every = carried.every and (own_every or (linked and not own_anchor))
    if every or yearly or words.keep:
        return _repeated(kind, anchor, start, end, words, scope, every, yearly, own_every, anchor in times)
    accumulates = flow or measure in ("change", "growth") or _spends(words, times)
    since = next((t.last for t in times if t.sense == "base"), None)
    now = anchor.last if anchor is not None and anchor.last else scope.review[1]
    if kind == "actual" and measure in ("change", "growth") and since and now and now > since + 1:
        return Period("over", since + 1, now)  # 2025年……较2020年增加96亿元
    if anchor is None or anchor.sense in ("span", "era"):
        if accumulates and (start != end or start is None):
            return Period("over", start, end)
        return Period("in" if kind == "actual" or start == end else "by", end, end)
    if anchor.sense == "in":
        return Period("in", anchor.last, anchor.last)
    if anchor.sense in _SINGLE:
        return _until(anchor, kind, flow, start, end, scope)
    last = scope.review[1] or (scope.start - 1 if scope.start else None)
    if anchor.sense == "since":
        first, last = anchor.first, anchor.last or last
        return Period("over", first, last) if flow else Period("in", last, last)
    if anchor.sense == "past":
        if flow or measure == "growth":
            return Period("over", last - anchor.count + 1 if last and anchor.count else None, last)
        return Period("in", last, last)
    if kind == "actual":
        return Period("over", *scope.review) if accumulates else Period("in", scope.review[1], scope.review[1])
    return _ahead(anchor, accumulates, scope, carried)


def _spends(words: Words, times: list[TimeExpression]) -> bool:
    """2021—2025年24.3亿元: years right before a number that nothing is said to reach."""
    spans = bool(times) and times[-1].sense == "span" and not strip_opening(words.core)
    return spans and not words.tail


def _repeated(
    kind: Kind,
    anchor: TimeExpression | None,
    start: int | None,
    end: int | None,
    words: Words,
    scope: Scope,
    every: bool,
    yearly: bool,
    own_every: bool,
    own_anchor: bool,
) -> Period:
    """每年, 年均, 保持在: each year of the plan, of the review, or of the span that the words name."""
    wide = start is not None and end is not None and start < end
    spanned = wide and (anchor is None or anchor.sense in ("era", "span", "past", "future"))
    if kind == "actual" and words.keep and not every and not yearly and not spanned:
        year = anchor.last if anchor is not None and anchor.last else end
        return Period("in", year, year)
    if anchor is not None:
        if anchor.sense == "past" and anchor.count and scope.review[1]:
            return Period("every", scope.review[1] - anchor.count + 1, scope.review[1])
        carried_every = own_every and not own_anchor
        if anchor.sense == "in" and not yearly and not carried_every and (kind == "actual" or own_anchor):
            return Period("in", anchor.last, anchor.last)
        if anchor.sense == "by" and anchor.last and end and anchor.last > end and not every and not yearly:
            return Period("by", anchor.last, anchor.last)  # a vision beyond the plan
        if anchor.sense == "by" and anchor.last and start and anchor.last != end and anchor.last > start:
            return Period("every", start, anchor.last)
    return Period("every", start, end)


def _until(anchor: TimeExpression, kind: Kind, flow: bool, start: int | None, end: int | None, scope: Scope) -> Period:
    """到2025年: what accumulates does so from the first year on, a level is reached by then."""
    last = anchor.last
    if flow and last is not None:
        if kind == "actual" and scope.review[0] is not None:
            return Period("over", scope.review[0], last)
        if kind == "target" and start is not None:
            if start == end:
                return Period("in", last, last)
            if last > start:
                return Period("over", start, last)
    return Period("in" if kind == "actual" else "by", last, last)


def _ahead(anchor: TimeExpression, accumulates: bool, scope: Scope, carried: Carried) -> Period:
    """今后五年, 三年超千亿: counted from a stated base year, else from the plan's first year."""
    based = carried.base is not None and carried.base[1] is not None
    base = carried.base[1] if carried.base and based else (scope.start - 1 if scope.start else None)
    if base is None or anchor.count is None:
        return Period("over", scope.start, scope.end) if accumulates else Period("by", scope.end, scope.end)
    last = base + anchor.count
    return Period("over", base + 1, last) if accumulates else Period("by", last, last)
