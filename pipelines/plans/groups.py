"""Names that share their values: A、B分别达到x、y; A、B均达到x; 增长x和y behind two named values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.plans import lexicon, naming
from pipelines.plans.clauses import Item, do_verbs, rise_or_fall
from pipelines.plans.context import Context, Draft
from pipelines.plans.drafts import make_draft
from pipelines.plans.model import Period
from pipelines.plans.naming import Words
from pipelines.plans.periods import TimeExpression
from pipelines.plans.shapes import inherited
from pipelines.plans.timing import carry

_MARK = re.compile(
    r"分别|各(?=达|增长|下降|提高)|(?<![人户年平亩村日月])均(?!衡|等|收入|可|质)|都(?=达|超|在|保持|不低)"
)
_YEARS = ("in", "end", "by")
_AND = re.compile(r"和(?![美谐睦平])|[与及]")
_SECTORS = re.compile(r"第?[一二](?:[、和]?第?[一二三]){1,2}产业")
_RATE = re.compile(r"(?:年均|平均|同比)?(?:增长率|增速|增幅|增长速度|涨幅|降幅)$")
_PER = re.compile(r"[人户年平亩村]均$")


@dataclass(slots=True)
class Group:
    """Items from ``index`` on share names; ``mark`` is 分别 or 均 and stands at ``place`` of the paragraph."""

    index: int
    mark: str
    place: int


def find_group(context: Context) -> Group | None:
    text, clause = context.text, context.clause
    for index, item in enumerate(clause.items):
        before = text[item.start : item.quantity.start]
        for match in _MARK.finditer(before):
            started = _started(context, index) if match.group() == "分别" else -1
            if started >= 0:
                return Group(0, "分别", started)
            told = match.start() > 0 or len(context.carried.names) >= 2 or (index == 0 and _dated_before(context))
            if told and not _PER.search(before[: match.end()]):
                return Group(index, "分别" if match.group() == "分别" else "均", item.start + match.start())
    if _follows_names(context):
        return Group(0, "分别", clause.items[0].quantity.start)
    return None


def _started(context: Context, index: int) -> int:
    """Place of the 从 of A、B从x和y分别提高到u和v, where the mark stands before the item ``index``; else -1."""
    items, text = context.clause.items, context.text
    if index < 2 or any(text[items[i].start : items[i].quantity.start].strip("、和及与") for i in range(1, index)):
        return -1
    if not rise_or_fall().match(text[items[index - 1].quantity.after : items[index].quantity.start]):
        return -1
    return max(text.rfind(mark, items[0].start, items[0].quantity.start) for mark in "由从")


def _dated_before(context: Context) -> bool:
    """到2022年、2025年，分别建成水厂5个、12个: a year told before for each of the values."""
    count = len(context.clause.items)
    return count > 1 and sum(t.sense in _YEARS for t in context.earlier_times) == count


def _follows_names(context: Context) -> bool:
    """增长12.6%和15.8% behind two named values: the same names in the same order."""
    items = context.clause.items
    if len(items) < 2 or len(context.carried.names) < len(items):
        return False
    words = naming.take_apart(context.words_before(items[0]))
    return (
        not naming.strip_opening(words.core)
        and (words.up or words.down or words.tail[-1:] == ["是的"])
        and all(not context.text[i.start : i.quantity.start].strip("、和及与") for i in items[1:])
    )


def split_names(text: str) -> list[str]:
    """Names in a list; what the last has and the short ones before it lack is shared (龙游、江山、开化县城人口)."""
    sectors = _SECTORS.search(text)
    if sectors:
        before, name = text[: sectors.start()], text[sectors.end() :]
        return [f"{before}第{n}产业{name}" for n in re.findall("[一二三]", sectors.group())]
    if "存贷款" in text:
        return [text.replace("存贷款", one) for one in ("存款", "贷款")]
    parts = [p for p in re.split(r"、|以及", text) if p]
    if parts:
        # 和 parts the last two names; an earlier one belongs to a name.
        last = parts[-1]
        joint = max((m.start() for m in _AND.finditer(last)), default=-1)
        if 0 < joint < len(last) - 1 and (len(parts) == 1 or not last.startswith("的")):
            parts = [*parts[:-1], last[:joint], last[joint + 1 :]]
    if len(parts) < 2:
        return ["城镇" + text[2:], "农村" + text[2:]] if text.startswith("城乡") else [text]
    counted = re.match(r"(?P<place>.{2,4}?)[两三四五六七八九2-9](?P<kind>[县市区州])(?P<name>.{3,})", parts[-1])
    if counted and all(2 <= len(p) <= 4 for p in parts[:-1]):
        places = [*parts[:-1], counted.group("place")]  # 云和、青田两县森林覆盖率
        return [p + counted.group("kind") + counted.group("name") for p in places]
    first, last = parts[0], parts[-1]
    measure = lexicon.pattern("measured_noun", after="$").search(last)
    if measure and len(last) <= 5 and not any(lexicon.pattern("number_noun", after="$").search(p) for p in parts[:-1]):
        return [*[p + last[len(first) :] for p in parts[:-1]], last]  # 粮食、蔬菜、水果产量
    if "的" in first and len(first) > 8 and all(len(p) <= 6 for p in parts[1:]):
        owner = first[: first.rfind("的") + 1]
        return [first, *[owner + p for p in parts[1:]]]
    if all(len(p) <= 4 for p in parts[:-1]) and len(last) > 4:
        shared = last[min(len(first), len(last) - 2) :]
        return [*[p + shared for p in parts[:-1]], last]
    return parts


def read_group(context: Context, group: Group) -> list[Draft]:
    """Drafts of the items that share names, from ``group.index`` on (one item only where the mark is 均)."""
    text, carried = context.text, context.carried
    members = context.clause.items[group.index :]
    item = members[0]
    times = context.times_of(item)
    bases = _bases(context, members)
    started = max(text.rfind(mark, item.start, item.quantity.start) for mark in "由从") if bases else len(text)
    base_times, times = [t for t in times if t.start >= started], [t for t in times if t.start < started]
    if base_times:
        # The year of the bases is not that of the values that they have become.
        earlier = [t for t in context.clause.times if t.start < started and t.sense != "noun"]
        carried.anchor = None
        carry(earlier, carried, None)
    carry(times, carried, None)
    words = naming.take_apart(context.words_before(item))
    rate = _RATE.search(context.text[item.start : group.place])
    words.up = words.up or (
        rate is not None and item.quantity.unit_class == "ratio" and len(rate.group()) == group.place - item.start
    )
    names = _names(context, group, item, len(members) if group.mark == "分别" else 2)
    if not names:
        return []
    shared_bound = None
    if group.mark == "均" or len(members) == 1:
        pairs = [(item, name) for name in names]
    else:
        width = bases if bases else len(members)
        padded = (names[:width] + [names[-1]] * width)[:width]
        pairs = [(member, padded[i % width]) for i, member in enumerate(members)]
        if all(m.quantity.comparator is None for m in members[:-1]):
            shared_bound = members[-1].quantity.comparator  # 分别达98%和88%以上
    if bases:
        words = Words(words.core, words.tail, words.comparator, words.approx, True, False, False, False)
    moving = words.up or words.down or words.keep
    flow = bool(do_verbs().match(names[0])) and not moving and item.quantity.unit_class not in ("ratio", "points")
    years = _years(context, members, times)
    rule = "coordinated_each" if group.mark == "均" else "coordinated_respective"
    drafts: list[Draft] = []
    last_unit = members[-1].quantity
    for member in members[:-1]:
        if member.quantity.unit == "个" and last_unit.unit.startswith("个") and len(last_unit.unit) > 1:
            member.quantity.unit = last_unit.unit  # 分别压缩至15个、22个工作日
    for position, (member, name) in enumerate(pairs):
        if member.quantity.form == "chinese" and member.quantity.value == 1 and member.quantity.unit_class == "count":
            continue  # 分别选取一个乡镇
        own = [years[position]] if len(years) == len(pairs) > 1 else times
        draft = make_draft(context, member, name, words, own, flow, rule)
        if draft is None:
            continue
        if position < bases:
            year = next((t.last for t in base_times), None)
            draft = replace(draft, kind="actual", period=Period("in", year, year), rule="from_to")
        if shared_bound and draft.comparator == "eq":
            draft.comparator = shared_bound
        draft.quote_start = item.start
        drafts.append(draft)
    return drafts


def _names(context: Context, group: Group, item: Item, count: int) -> list[str]:
    times = [t for t in context.times_of(item) if t.start < group.place]
    words = context.without_times(item.start, group.place, times)
    taken = naming.take_apart(words)
    core = naming.strip_opening(taken.core)
    if _RATE.fullmatch(core) and len(context.carried.names) >= count:
        return context.carried.names[-count:]  # 增速分别为8.2%和9.0%
    names = [n for n in split_names(core) if n]
    behind = _behind_mark(context, group, item) if group.place < item.quantity.start else ""
    if behind and len(names) > 1 and all(name in context.scope.children for name in names):
        return [name + behind for name in names]  # 甲县、乙县分别建成便民服务中心11个和9个
    if not names and group.place < item.quantity.start:
        # 2020年、2021年、2022年分别新建照料中心120个、150个、180个
        done = behind in ("完成", "实现", "建成")
        listed = [] if done else split_names(behind)
        names = listed if len(listed) == count and not done else [behind] if len(behind) >= 3 else []
    # 2021年、2022年分别完成6条、8条: of what the sentence before has spoken of
    inherited_name = inherited(context.carried) or (context.carried.before if _is_dated(times, count) else "")
    return names or context.carried.names[-count:] or ([inherited_name] if inherited_name else [])


def _is_dated(times: list[TimeExpression], count: int) -> bool:
    return sum(t.sense in _YEARS for t in times) == count > 1


def _years(context: Context, members: list[Item], times: list[TimeExpression]) -> list[TimeExpression]:
    """Years told before the group, one for each value: 2023年、2025年，比例分别达到60%、80%."""
    own = [t for t in times if t.sense in _YEARS]
    own = _until_each(own)
    if len(own) == len(members) or len(members) < 2:
        return own
    before = _until_each([t for t in context.earlier_times if t.sense in _YEARS])
    return before + own if len(before) + len(own) == len(members) else own


def _until_each(years: list[TimeExpression]) -> list[TimeExpression]:
    """到2022年、2025年: each of the years is one to reach."""
    return [replace(t, sense="by") for t in years] if years and years[0].sense == "by" else years


def _behind_mark(context: Context, group: Group, item: Item) -> str:
    """The words between 分别 and the number, without verbs of reaching."""
    after = group.place + len(group.mark)
    within = [t for t in context.times_of(item) if t.start >= after]
    return naming.tidy(naming.take_apart(context.without_times(after, item.quantity.start, within)).core)


def _bases(context: Context, members: list[Item]) -> int:
    """How many of the values are bases: A、B分别由x、y增加到u、v has two."""
    text = context.text
    first = members[0]
    before = re.sub(r"(?:19|20)\d\d年(?:末|底)?的?$", "", text[first.start : first.quantity.start])
    if first.bound != "from" and not before.endswith(("由", "从")):
        return 0
    for i in range(1, len(members)):
        if rise_or_fall().match(text[members[i - 1].quantity.after : members[i].quantity.start]):
            return i
    return 0
