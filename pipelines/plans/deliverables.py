"""Promised results without a number that can be ticked off: 创成…, 建成…, 通过…验收, 完成…, 实现零的突破.

Read clause by clause; what is only a direction (推动, 加强, 打造…样板) or cannot be inspected on a day (体系, 格局)
is none. A list gives one result each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pipelines.plans import phrases
from pipelines.plans import project_names as names
from pipelines.plans.periods import Calendar, TimeExpression, time_expressions
from pipelines.plans.projects import is_part_of_word

Span = tuple[int, int]

MAX_CLAUSE = 200
MAX_OBJECT = 60

_ACT = re.compile(
    r"(?P<award>(?:成功)?(?:创建成为?|(?<!力)争创成|创成为?|获评为?|夺取|夺得|摘得|勇夺|拿下|获得|荣膺|跻身|入围|入选|获批|获颁|蝉联))"
    r"|(?P<seek>(?:加快|率先|首批|全力|积极)?(?:争创(?![建成])|创建|申创|创评|争取创建))"
    r"|(?P<list>列入|纳入|进入|列为)"
    r"|(?P<build>(?:基本|全面|全域|如期|高标准|高质量|率先)?建成(?:投用|投入使用|并投入使用|运营|使用)?)"
    r"|(?P<finish>(?:全面|高标准|高质量|基本|如期|按期|力争)?完成)"
    r"|(?P<pass>(?:顺利|高分|高质量)?通过)"
    r"|(?P<issue>(?:制定|修订|编制)?(?:出台|印发|颁布))"
)
# What is done to a thing, not its name.
_DOES_SOMETHING = re.compile(
    r"[的以为把将对从由]|推进|推动|实施|加强|开展|工作|建设$|深化|组织|提升|指导|支持|统筹|加大|强化"
)
_ZERO = re.compile(r"(?:实现)?“?零”?的?突破”?|实现零突破")
_SOUGHT = re.compile(
    r"(?P<verb>推进|启动|开展|深化|加快)(?P<object>[^，。；：]{4,50}?)(?P<creation>创建)(?:工作|活动)?$"
)
# Characters that one of the verbs holds: the cheap question before the dear one.
_HINT = re.compile(
    "创|建成|完成|通过|突破|[列纳进]入|列为|获|夺得|夺取|摘得|勇夺|拿下|荣膺|跻身|入围|入选|蝉联|出台|印发|颁布|申创"
)
_STRIP = re.compile(
    r"^(?:力争|争取|确保|努力|全力|积极|加快|推动|推进|支持|鼓励|指导|引导|促进|实现|率先|首批|全域|全面|高标准|高质量|高水平|成功|基本|如期|持续|深入|切实|大力|统筹|"
    r"同时|并|再|将|要|全县|全市|全区|全省|我县|我市|我区|其中|[一二三四五六七八九]是|年内|今年|到|于|在|年底前|底前|前|期末|末|\d{1,2}月(?:底|末|初|份|中旬|上旬|下旬)?之?前?)+"
)
_COUNTED = re.compile(
    r"^(?:\d|[一二两三四五六七八九十百千]+(?:个|家|条|座|所|处|批|项|名|次|类|只|支|张|户|套))|^(?:一批|各类|一系列|系列|多个|若干|更多|若干个)"
)
_ANY_COUNT = re.compile(
    r"\d[\d.]*(?:万|亿|余|多)?(?:个|家|条|座|所|处|批|项|名|次|支|户|套|%|公里|亩|元|亿元|万元|平方米|人)"
)
_TAIL = re.compile(r"等(?:创建|申报|评选|编制|建设|改造)?(?:工作|任务|称号|荣誉|行列|名录|名单|活动)?$")
_NOT_BEFORE = re.compile(
    r"(?:^|[，；])(?:以|围绕|按照|依托|根据|通过(?!.*(?:验收|评估|认证)))|为(?:契机|目标|抓手|引领|载体|重点)|已|未|不|曾|基础上"
)
_PURPOSE = re.compile(
    r"为(?:契机|目标|抓手|引领|载体|重点|主题|导向)|(?:成果|标准|要求|条件|机制|力度|经验|水平|步伐|为引领|过程)$|基础上"
)
_LEADING = re.compile(
    r"^(?:(?:加快|率先|首批|全力|积极|高标准|高质量|全面|全域|如期|力争|成功|顺利|高分|按期)(?=[\u4e00-\u9fff]))+"
)
# Told of a share or of each one, which is a number in words.
_SHARE = re.compile(r"以上|一半|过半|半数|[%成]的|每[个县村镇乡]|至少|占比|三分之")
_QUOTED = re.compile(r"“[^“”]{2,30}”")
_FACILITY_LIKE = re.compile(
    r"(?:中心|场|馆|院|站|厂|园|楼|库|路|桥|网|线|平台|基地|设施|广场|综合体|工厂|学校|幼儿园|社区|小镇|廊道|绿道|通道|圈|系统|数据库|驾驶舱|大脑|码头|机场|铁路|公路|医院|项目|工程|区|镇|县|市|村|带)$"
)
_ABSTRACT_PLATFORM = re.compile(
    r"(?:小康社会|共同富裕|社会主义|文明高地|省域副中心|经济圈|增长极|承载区|桥头堡|重要窗口)"
)
_DOCUMENT = re.compile(r"《[^《》]{3,60}》|(?:办法|方案|细则|条例|规划|导则|指引|规程|技术标准)$")


@dataclass(slots=True)
class Promise:
    """A result in a clean paragraph: its words, its span, the verb and the last year."""

    text: str
    span: Span
    act: str
    year: int | None
    rule: str
    confidence: float


@cache
def _ends(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{names.alternatives(kind)})(?:（[^（）]*）)?[”）]?$")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(names.alternatives("level"))


def read_paragraph(text: str, calendar: Calendar, is_past: Callable[[Span], bool]) -> Iterator[Promise]:
    """Promised results of a clean paragraph, in order."""
    if not _HINT.search(text):
        return
    for span in phrases.sentences(text):
        sentence = text[slice(*span)]
        if not _HINT.search(sentence) or is_past(span):
            continue
        times = time_expressions(sentence, calendar)
        year: int | None = None
        upcoming = 0
        for start, end in phrases.clauses(text, *span):
            own: list[TimeExpression] = []
            while upcoming < len(times) and span[0] + times[upcoming].start < end:
                own.append(times[upcoming])
                upcoming += 1
            year = _year(own) or year
            if end - start <= MAX_CLAUSE:
                yield from _clause(text, (start, end), year, own, span[0])


def _year(times: list[TimeExpression]) -> int | None:
    found = [t for t in times if t.sense in ("by", "in", "end", "span", "era") and t.last]
    return found[-1].last if found else None


def _clause(text: str, span: Span, year: int | None, times: list[TimeExpression], shift: int) -> Iterator[Promise]:
    start, end = span
    clause = text[start:end]
    zero = _ZERO.search(clause)
    if zero is not None and "突破" in clause:
        yield from _zero(text, start, end, year, times, shift)
        return
    if _PURPOSE.search(clause) or re.search(r"已|曾|了(?=[\u4e00-\u9fff])", clause):
        return
    sought = _SOUGHT.search(clause)
    if sought is not None:
        yield from _sought(text, start, sought, year)
        return
    acts = list(_ACT.finditer(clause))
    for index, act in enumerate(acts):
        stop = acts[index + 1].start() if index + 1 < len(acts) else len(clause)
        if act.end() >= stop:
            continue
        rule = next(name for name in ("award", "seek", "list", "build", "finish", "pass", "issue") if act.group(name))
        if rule == "build" and index and acts[index - 1].group("finish"):
            continue
        begin, finish = start + act.end(), start + stop
        while finish > begin and text[finish - 1] in "、，和并及 ":
            finish -= 1
        if _SHARE.search(clause, 0, act.start()):
            continue
        subject = _subject(text, start, start + act.start(), times, shift) if index == 0 else None
        yield from _objects(text, (start + act.start(), begin), (begin, finish), rule, subject, year)


def _subject(text: str, start: int, end: int, times: list[TimeExpression], shift: int) -> Span | None:
    """Who is to reach it, where that is not the place itself: 梅城(创建…), 县人民医院(创成…)."""
    for time in times:
        if start <= shift + time.start < end:
            start = max(start, min(shift + time.end, end))
    lead = _STRIP.match(text[start:end])
    begin = start + (lead.end() if lead else 0)
    # What stands before may end in a wish: 智造新城力争.
    close = re.search(
        r"(?:力争|争取|确保|努力|全力|积极|加快|率先|首批|年底前|全域|高标准|高质量|成功|全面|基本|如期|顺利)+$",
        text[begin:end],
    )
    finish = begin + close.start() if close else end
    subject = text[begin:finish]
    is_name = 2 <= len(subject) <= 16 and re.fullmatch(r"[\u4e00-\u9fffA-Z0-9“”·（）]+", subject)
    return (begin, finish) if is_name and not _DOES_SOMETHING.search(subject) else None


def _objects(text: str, act: Span, span: Span, rule: str, subject: Span | None, year: int | None) -> Iterator[Promise]:
    """One promise for each member of the list behind the verb."""
    start, end = span
    verb = text[slice(*act)]
    whole = text[start:end]
    if not whole or _COUNTED.match(whole):
        return
    if rule == "pass":
        tested = re.search(rf"(?:{names.alternatives('test')})$", whole)
        if tested is None or len(whole) > MAX_OBJECT or len(whole) <= len(tested.group()) + 1:
            return
        if re.match(r"开展|加强|实施|推进|定期|建立|组织|引入|与|对|以|各|多种|第三方", whole):
            return
        yield _promise(text, act, span, verb, rule, subject, year, 0.9)
        return
    tail = ""
    etc = phrases.outside(text, "等", start, end)
    if etc >= 0 and not is_part_of_word(text, etc):
        tail, end = text[etc:end], etc
    elif etc < 0:
        closing = re.search(r"(?:创建|申报|评选)?(?:工作|任务|称号|荣誉)$", whole)
        if closing and rule in ("award", "seek"):
            end -= len(closing.group())
    first = True
    closing_noun = _TAIL.sub("", tail).removeprefix("等")
    if rule in ("build", "finish") and closing_noun and not _own_nouns(text, start, end, rule, tail):
        # 玉带河等“城内村中”水系循环: the closing words are the noun, so the list is one result.
        sure = _sure(text[start : span[1]], rule, "")
        if sure:
            yield _promise(text, act, (start, span[1]), verb, rule, subject, year, sure)
        return
    for member in _members(text, start, end, rule, tail):
        words = text[slice(*member)]
        sure = _sure(words, rule, tail)
        if sure:
            yield _promise(text, act if first else None, member, verb, rule, subject if first else None, year, sure)
        first = False


def _members(text: str, start: int, end: int, rule: str, tail: str) -> list[Span]:
    """Members of a list; one without a noun of its own goes with the next (市、县、乡三级规划编制)."""
    members: list[Span] = []
    begin: int | None = None
    for span in phrases.items(text, start, end):
        pieces = _parted(text, span, rule, tail)
        for piece in pieces:
            first = begin if begin is not None else piece[0]
            if _sure(text[piece[0] : piece[1]], rule, tail):
                members.append((first if first != piece[0] and not members else piece[0], piece[1]))
                begin = None
            elif begin is None:
                begin = piece[0]
    return members


def _own_nouns(text: str, start: int, end: int, rule: str, tail: str) -> bool:
    """Whether every member of a list is a result by its own words."""
    for span in phrases.items(text, start, end):
        words = text[slice(*span)]
        if not _sure(words, rule, tail if rule == "build" else "") and not _ends("title_noun").search(words):
            return False
        if words.endswith("”"):
            return False
    return True


def _parted(text: str, span: Span, rule: str, tail: str) -> list[Span]:
    for at, after in phrases.joints(text, *span):
        if rule == "finish" and span[1] - after < 6:
            continue
        if _sure(text[span[0] : at], rule, tail) and _sure(text[after : span[1]], rule, tail):
            return [(span[0], at), *_parted(text, (after, span[1]), rule, tail)]
    return [span]


def _sure(words: str, rule: str, tail: str) -> float:
    """How surely the object of a verb is a result that can be inspected; 0 where it is none."""
    if not 3 <= len(words) <= MAX_OBJECT or words[0] in "的在后年" or _COUNTED.match(words) or _ANY_COUNT.search(words):
        return 0.0
    if words.count("“") != words.count("”") or words.count("（") != words.count("）"):
        return 0.0
    bare = words.strip("“”")
    quoted = _QUOTED.search(words)
    if rule != "finish" and (_ends("abstract").search(bare) or _ABSTRACT_PLATFORM.search(bare)):
        return 0.0
    titled = bool(_ends("title_noun").search(words) or _ends("title_noun").search(bare))
    if rule == "award":
        return 0.95 if titled or quoted else 0.75 if _level().search(words) else 0.0
    if rule == "seek":
        if titled and (_level().search(words) or quoted):
            return 0.85
        return 0.0
    if rule == "list":
        return (
            0.8
            if re.search(r"(?:名录|名单|试点|清单|目录|行列|遗产|储备库|百强|示范.{0,6}|计划)$", words)
            and (_level().search(words) or quoted)
            else 0.0
        )
    if rule == "build":
        if quoted and _FACILITY_LIKE.search(words):
            return 0.9
        if quoted and words.endswith("”"):
            return 0.9
        if titled and _level().search(words):
            return 0.9
        own = names.own_part(words)
        return 0.85 if _FACILITY_LIKE.search(words) and (own or tail or len(words) >= 5) else 0.0
    if rule == "finish":
        if re.search(r"投资|上级|下达|年度|各项|目标|指标|任务$", words) and not re.search(r"改革任务|试点任务", words):
            return 0.0
        if re.match(r"好|了|率|全部", words):
            return 0.0
        done = _ends("work_noun").search(words) or (tail and _ends("work_noun").search(tail)) or _DOCUMENT.search(words)
        own = names.own_part(words)
        if (done or quoted or (tail and titled)) and (own or quoted or len(words) >= 6):
            return 0.85
        return 0.0
    if rule == "issue":
        return (
            0.8
            if _DOCUMENT.search(words) and len(words) >= 6 and not re.search(r"一系列|相关|有关|配套|通知$", words)
            else 0.0
        )
    return 0.0


def _promise(
    text: str,
    act: Span | None,
    span: Span,
    verb: str,
    rule: str,
    subject: Span | None,
    year: int | None,
    sure: float,
) -> Promise:
    bare = _LEADING.sub("", verb) or verb
    words = bare + text[slice(*span)]
    start = act[0] if act is not None else span[0]
    if subject is not None:
        words = text[slice(*subject)] + words
        start = subject[0]
    return Promise(words, (start, span[1]), bare, year, rule, sure)


def _zero(
    text: str, start: int, end: int, year: int | None, times: list[TimeExpression], shift: int
) -> Iterator[Promise]:
    """国家级产业园实现零的突破: the whole clause is the result."""
    for time in times:
        if start <= shift + time.start < end:
            start = max(start, min(shift + time.end, end))
    lead = _STRIP.match(text[start:end])
    begin = start + (lead.end() if lead else 0)
    words = text[begin:end]
    if 8 <= len(words) <= MAX_OBJECT and not re.search(r"已|了", words):
        yield Promise(words, (begin, end), "实现零的突破", year, "first", 0.9)


def _sought(text: str, start: int, match: re.Match[str], year: int | None) -> Iterator[Promise]:
    """推进国家生态文明示范市创建: a title, and the work to win it; the year of 启动 is not that of the title."""
    year = None if match.group("verb") == "启动" else year
    begin, end = start + match.start("object"), start + match.end("object")
    for member in _members(text, begin, end, "seek", ""):
        words = text[slice(*member)]
        if _level().search(words):
            yield Promise(f"创建{words}", member, "创建", year, "seek", 0.7)
