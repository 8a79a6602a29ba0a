"""Named projects in running text and in boxes: verb and list, ``名称。说明`` and ``X于2025年前建成``.

A sentence is read clause by clause. A clause names projects behind a verb that introduces them (推进, 新建, 谋划)
or before one that finishes them (建成投产); what follows in the sentence (总投资…, 建筑面积…) belongs to the last one
named alone. In a box of projects a list needs no verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pipelines.plans import phrases
from pipelines.plans import project_names as names
from pipelines.plans.periods import Calendar, TimeExpression, time_expressions
from pipelines.plans.project_details import MAX_SCALE, MONEY, Found, Span, add_detail, locate, trimmed, years_of
from pipelines.plans.project_names import Name

MAX_CLAUSE = 400
MAX_QUOTE = 400

_TAIL_NOISE = re.compile(
    r"(?:的)?(?:前期(?:工作|研究)?)?(?:并|和|及|、)?(?:尽快)?(?:(?:开工|启动|落地|谋划|顺利|年内)*(?:建设)?)?(?:步伐|进度|进程)?$"
)
_PLOT = re.compile(r"(?:区块|片区|地块)(?:开发|建设)+$")
_TOLD_STAGE = re.compile("续建|前期|谋划|开工|动工|竣工|完工|通车|建成投[用产]|建成并投入使用")
_THIS_YEAR = re.compile("年内|年底|今年|本年")
_EARLY = re.compile(r"前期(?:工作|研究)?")
_NAMED_ITEM = re.compile(
    r"(?P<mark>\d{1,2}[.、）]|（\d{1,2}）|[①-⑳]|[●■◆▲·-])?(?P<name>(?:（[^（）]{0,30}）|[^。：；，！？（）]){2,48})[。：]"
)
_PROJECT_BOX = re.compile(r"项目|工程(?!师)")
_PRECEDING = re.compile(r"(?P<detail>.*(?:\d).*)的(?=[^的]{3,40}$)")
_YEAR_WORD = re.compile(
    r"(?:(?:力争|确保|争取)?(?:于|在|到)?(?:20\d\d年|年内|今年|明年|“十[一二三四五六]五”)?(?:上半年|下半年|年?底|末|期末|末期|期间|内|\d{1,2}月)?(?:之?前|底前)?)$"
)


@dataclass(slots=True)
class Place:
    """Where a paragraph stands: in a box or list of projects or not, and the sector that its headings tell."""

    in_box: bool = False
    sector: str | None = None


# Verbs that bring in projects only where a clause or a list begins; elsewhere they are mostly nouns.
_WEAK = frozenset(
    re.findall(
        r"\w+",
        "建设 新建 改建 扩建 改扩建 迁建 重建 规划 研究 完成 建成 包括 安排 力争 做好 打造 竣工 投用 基本建成 全面建成",
    )
)
# How what stands before a weak verb may end: 、 并 将 重点 积极 全力 着力 统筹 高标准 2025年 期间 年底前 一是 …
_LEADS = frozenset("、，并和再拟将要点极力争保筹期准量平划续取年间内前是大")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(names.alternatives("intro"))


@cache
def _finish_words() -> tuple[str, ...]:
    return tuple(names.alternatives("finish").split("|"))


@cache
def _inner_verb() -> re.Pattern[str]:
    return re.compile(
        "推进|推动|加快|布局|创建|争创|创成|建成|启动(?:建设)?|谋划(?:建设|启动)?|实施|打造|构建|形成|完成|争取|引进|开展|开工(?:建设)?|完善|依托|融入|参与|规划建设|积极|重点|"
        "继续|全力|高标准|高质量|高水平|建成|新建(?![路村街])|统筹|做好|抓好|确保|力争|续建|建设(?=[“A-Z0-9\u4e00-\u9fff]{4})(?!(?:工程|项目))"
    )


@cache
def _finish() -> re.Pattern[str]:
    words = names.alternatives("finish")
    return re.compile(rf"(?:正式|全面|顺利|如期|实现|全线|建设|主体)?(?P<done>{words})$")


def _stage(verb: str) -> str:
    return names.sense("intro", verb)


def read_paragraph(text: str, calendar: Calendar, place: Place, is_past: Callable[[Span], bool]) -> Iterator[Found]:
    """Projects of a clean paragraph, in order.

    Args:
        is_past: whether a sentence tells what is done already.
    """
    item = _NAMED_ITEM.match(text) if place.in_box else None
    if item is None:
        for span in phrases.sentences(text):
            found = list(_sentence(text, span, calendar, place, listed=place.in_box))
            if found and not is_past(span):
                yield from found
        return
    inside: list[Found] = []
    for span in phrases.sentences(text, item.end()):
        inside += _sentence(text, span, calendar, place, listed=True)
    own = _item(text, item, calendar, place, inside)
    if own is not None:
        inside = [found for found in inside if names.key_of(found.name) != names.key_of(own.name)]
        yield own
        # What an item says of itself is its description; beside it stand only names with a place of their own.
        inside = [found for found in inside if found.confidence >= 0.95 and own.confidence < 0.8]
    yield from inside


def _item(text: str, item: re.Match[str], calendar: Calendar, place: Place, inside: list[Found]) -> Found | None:
    """``名称。说明``: the head is the project's name, or that of a class whose members the description names."""
    start, end = item.span("name")
    name = names.find_name(text, start, end)
    body = (item.end(), len(text))
    described = text[slice(*body)]
    money = next((m for m in MONEY.finditer(text, *body) if m.group("lead") not in ("完成", "年度")), None)
    measured = bool(re.search(r"\d[\d.]*(?:万|亿)?(?:平方米|公里|亩|千瓦|元|张|吨|米|家|座|个)", described[:200]))
    if name is None:
        if not (money and 4 <= end - start <= names.MAX_NAME):
            return None
        name = Name(start, end, text[start:end], "", names.sector_of(text[start:end]), ())
        sure = 0.75 if names.own_part(name.text) else 0.0
    else:
        sure = names.identity(name, True)
        if not sure and not inside and (money or measured) and not names.own_part(name.text) and len(name.text) >= 6:
            sure = 0.7  # 老城区城市更新项目。…总征收用地面积46万平方米
        if not sure and money and name.is_called_project:
            sure = 0.7
    if not sure or not described.strip():
        return None
    members = [found for found in inside if names.key_of(found.name) != names.key_of(name.text)]
    if len(members) >= 2 and sure < 0.9:
        return None
    last = body[0] + min(len(described), MAX_SCALE)
    stop = max((text.rfind(mark, body[0], last) for mark in "。；，"), default=-1)
    scale = (body[0], stop if stop > body[0] and last < len(text) else last)
    times = time_expressions(described, calendar)
    stage = _TOLD_STAGE.search(described)
    found = Found(
        name.text,
        (name.start, name.start + len(name.text)),
        (start, len(text)),
        names.sense("told", stage.group()) if stage else None,
        name.sector or place.sector,
        "box_item",
        sure,
        years_of(times),
        money,
        trimmed(text, scale),
    )
    locate(found, described)
    return found


def _sentence(text: str, span: Span, calendar: Calendar, place: Place, listed: bool) -> Iterator[Found]:
    stage: str | None = None
    told: list[tuple[Span, list[Found]]] = []
    for clause in phrases.clauses(text, *span):
        found: list[Found] = []
        if clause[1] - clause[0] <= MAX_CLAUSE:
            found, verb_stage = _clause(text, clause, place, listed, stage)
            stage = verb_stage or stage
        told.append((clause, found))
    if any(found for _, found in told):
        yield from _with_details(text, span, told, calendar)


def _with_details(text: str, span: Span, told: list[tuple[Span, list[Found]]], calendar: Calendar) -> Iterator[Found]:
    """The projects of a sentence with their years, and with what the clauses behind a single one say of it."""
    carried: tuple[int | None, int | None] = (None, None)
    open_project: Found | None = None
    times = time_expressions(text[slice(*span)], calendar)
    upcoming = 0
    for (start, end), found in told:
        own: list[TimeExpression] = []
        while upcoming < len(times) and span[0] + times[upcoming].start < end:
            own.append(times[upcoming])
            upcoming += 1
        years = years_of(own)
        if years == (None, None) and found and calendar.start_year == calendar.end_year:
            years = (None, calendar.end_year) if _THIS_YEAR.search(text, start, end) else years
        carried = years if years != (None, None) else carried
        for project in found:
            project.years = carried
            project.quote = span if span[1] - span[0] <= MAX_QUOTE else (start, end)
            locate(project, text[start:end])
        if found:
            if open_project is not None:
                yield open_project
                open_project = None
            if len(found) == 1:
                open_project = found[0]
                add_detail(text, (start, end), open_project, inside=True)
            else:
                yield from found
        elif open_project is not None:
            if years != (None, None) and open_project.years == (None, None):
                open_project.years = years
            if not add_detail(text, (start, end), open_project):
                yield open_project
                open_project = None
            elif open_project.place is None:
                locate(open_project, text[start:end])
    if open_project is not None:
        yield open_project


def _clause(text: str, span: Span, place: Place, listed: bool, stage: str | None) -> tuple[list[Found], str | None]:
    """Projects of one clause, and the stage that its verb tells."""
    start, end = span
    done = _finished(text, span, place)
    if done is not None:
        return [done], None
    verb = _verb(text, start, end)
    if verb is None:
        if not listed:
            return [], None
        begin, told, word = start, stage, ""
    else:
        begin, told, word = verb
    found = _list(text, begin, end, place, listed, word)
    if _EARLY.search(text, begin, end):
        told = "前期"
    for project in found:
        project.stage = told or None
        project.quote = span
    return found, told


def _verb(text: str, start: int, end: int) -> tuple[int, str, str] | None:
    """Where a list behind a verb begins, with the verb's stage and word; verbs in a chain (加快启动) count as one."""
    at, stages, word = -1, [], ""
    for match in _verbs().finditer(text, start, end):
        found = match.group()
        if found in _WEAK and match.start() != at and match.start() > start and text[match.start() - 1] not in _LEADS:
            continue
        if at >= 0 and match.start() - at > 3:
            break
        at, word = match.end(), found
        stages.append(_stage(found))
    if at < 0:
        return None
    return at, next((s for s in stages if s not in ("", "推进")), stages[0]), word


def _list(text: str, begin: int, end: int, place: Place, listed: bool, verb: str) -> list[Found]:
    """The members of a list of projects between ``begin`` and ``end``; [] where it is a list of something else."""
    etc = _etc(text, begin, end)
    tail, stop, noun = "", end, False
    if etc is not None:
        stop = etc
        tail = re.sub(r"^等(?:等)?(?:\d+|[两三四五六七八九十]+)?(?:个|大|条|座|项|批)?", "", text[etc:end])
        tail = _TAIL_NOISE.sub("", tail)
        tail = tail[tail.rfind("的") + 1 :]
        noun = bool(re.search(r"项目|工程", tail))
        if not names.is_class_of_projects(tail):
            return []
    elif verb == "打造":
        return []
    if verb == "打造" and not noun:
        return []
    shared, done = names.shared_noun(tail) if tail else ("", "")
    found: list[Found] = []
    refused: list[Name] = []
    pending: int | None = None
    spans = phrases.items(text, begin, stop)
    for index, (start, finish) in enumerate(spans):
        is_last = index == len(spans) - 1
        before = len(found)
        for piece_start, piece_end in _joined(text, start, finish, shared):
            piece_start = _after_verbs(text, piece_start, piece_end)
            piece_end = _without_noise(text, piece_start, piece_end) if etc is None and is_last else piece_end
            name = names.find_name(text, piece_start, piece_end)
            if name is None and shared:
                member = _member(text, piece_start, piece_end, (shared, done), place)
                if member is not None:
                    found.append(member)
                continue
            if name is None:
                if is_last and etc is None and not _PLOT.search(text, piece_start, piece_end):
                    return []  # 市一医院、市二医院三大医共体: a list of something else
                pending = piece_start if pending is None else pending
                continue
            sure = names.identity(name, listed or noun)
            if not sure and pending is not None and is_last and listed:
                # 大坑口、洋心安置工程: the members before have no noun of their own.
                whole = names.find_name(text, pending, piece_end)
                sure = names.identity(whole, listed) if whole is not None else 0.0
                name = whole if whole is not None and sure else name
            elif sure and pending is not None and listed and name.is_called_project and name.start - pending <= 20:
                whole = names.find_name(text, pending, piece_end)
                name = whole if whole is not None and names.identity(whole, listed) else name
            pending = None
            if sure:
                found.append(_project(name, place, sure, listed))
                _share_act(found[before:], name)
            elif name.is_called_project and names.own_part(name.text) and names.identity(name, True):
                refused.append(name)
    if found and not listed and any(project.confidence >= 0.85 for project in found):
        # In the company of named projects a 项目 without a place is one too.
        found += [_project(name, place, 0.75, False) for name in refused]
        found.sort(key=lambda project: project.span)
    return found


def _share_act(found: list[Found], last: Name) -> None:
    """甲校和乙校扩容: what is done to the last is done to those before it."""
    if last.acts and not last.is_called_project and len(found) > 1:
        act = "".join(last.acts)
        for one in found[:-1]:
            alone = names.find_name(one.name, 0, len(one.name))
            if alone is not None and not alone.acts:
                one.name += act


def _project(name: Name, place: Place, sure: float, listed: bool) -> Found:
    span = (name.start, name.start + len(name.text))
    rule = "box_list" if listed else "verb_list"
    return Found(name.text, span, span, None, name.sector or place.sector, rule, round(sure, 2), scale=name.scale)


def _member(text: str, start: int, end: int, noun: tuple[str, str], place: Place) -> Found | None:
    """A member of a list whose closing words give the noun: 后田 (等幼儿园) -> 后田幼儿园."""
    piece = text[start:end]
    code = re.match(r"\d{2,4}千伏[\u4e00-\u9fff]{2,6}$", piece)
    if not code and (not names.own_part(piece) or not re.fullmatch(r"[\u4e00-\u9fff·（）]{2,14}|“[^”]+”", piece)):
        return None
    if _inner_verb().search(piece):
        return None
    facility, act = noun
    name = Name(start, end, piece + facility + act, facility, names.sense("facility", facility), ())
    found = _project(name, place, 0.85 if code else 0.8, False)
    found.span = (start, end)
    return found


def is_part_of_word(text: str, at: int) -> bool:
    """Whether the 等 at a place is none that closes a list: 高等教育, 三级甲等, 等级."""
    return text[at + 1 : at + 2] in ("级", "教", "职", "学", "院", "离") or text[at - 1 : at] in tuple("甲乙丙高优均同")


def _etc(text: str, begin: int, end: int) -> int | None:
    at = phrases.outside(text, "等", begin, end)
    if at < 0:
        return None
    return None if is_part_of_word(text, at) else at


def _joined(text: str, start: int, end: int, shared: str) -> list[Span]:
    """A member parted at 和/及 where both sides are names of their own, or where a shared noun follows."""
    for at, after in phrases.joints(text, start, end):
        left_start = _after_verbs(text, start, at)
        left = names.find_name(text, left_start, at)
        right = names.find_name(text, _after_verbs(text, after, end), end)
        if shared and at - start >= 2 and end - after >= 2 and left is None:
            return [(start, at), *_joined(text, after, end, shared)]
        if left is None or right is None or not left.facility:
            continue
        if names.identity(right, False) or (right.facility and names.identity(left, False)):
            return [(start, at), *_joined(text, after, end, shared)]
    return [(start, end)]


def _after_verbs(text: str, start: int, end: int) -> int:
    """Where a name begins inside a piece: behind the last verb and the last 的."""
    at = phrases.outside(text, "的", start, end)
    begin = at + 1 if at >= 0 else start
    for match in _inner_verb().finditer(text, begin, end):
        if match.end() < end - 2 and text.count("“", begin, match.start()) == text.count("”", begin, match.start()):
            begin = match.end()
    while begin < end and (text[begin] in " ：、“" and not (text[begin] == "“" and "”" in text[begin:end])):
        begin += 1
    lead = re.compile(
        r"(?:新一轮|新的|我[县市区]|全[县市区]|本[县市]|包括|包含|主要|重点|以及|一批|对|其中|现有)"
    ).match(text, begin, end)
    return lead.end() if lead else begin


_NOISE = [
    re.compile(r"(?P<noise>(?:的)?前期(?:工作|研究)?(?:并开工(?:建设)?)?)$"),
    re.compile(r"(?P<noise>(?:开工建设|建设(?:工作|任务|步伐|进度)|开工建设(?:工作|任务|步伐|进度)))$"),
    re.compile(r"(?P<noise>开工|动工|启动|落地)$"),
    re.compile(r"(?P<noise>[\u4e00-\u9fff]{0,12}(?:年内|年底前?))$"),
]


def _without_noise(text: str, start: int, end: int) -> int:
    """The end of a last member without what is to happen to it: 兰溪水库[前期工作], 建金铁路[开工建设]."""
    if text[end - 1] not in "期作究设务伐度工动地内底前":
        return end
    for pattern in _NOISE:
        match = pattern.search(text, start, end)
        if match is not None:
            return match.start()
    return end


def _finished(text: str, span: Span, place: Place) -> Found | None:
    """``(确保)X(2029年前)建成投产``: a subject and the verb of its completion."""
    if not text.endswith(_finish_words(), *span):
        return None
    clause = text[slice(*span)]
    match = _finish().search(clause)
    if match is None or match.start() < 3:
        return None
    end = match.start()
    when = _YEAR_WORD.search(clause, 0, end)
    if when:
        end = when.start()
    begin = _after_verbs(clause, 0, end)
    preceding = _PRECEDING.match(clause[:begin] + clause[begin:end])
    name = names.find_name(clause, begin, end)
    if name is None or not name.facility or names.identity(name, False) < 0.85:
        return None
    shifted = Name(span[0] + name.start, span[0] + name.end, name.text, name.facility, name.sector, name.acts)
    found = _project(shifted, place, 0.85, False)
    found.stage = names.sense("finish", match.group("done"))
    found.rule = "finished"
    if preceding and re.search(r"\d", clause[:begin]):
        found.scale = trimmed(text, (span[0], span[0] + max(begin - 1, 1)))
        found.money = next(iter(MONEY.finditer(text, span[0], span[0] + begin)), None)
    return found
