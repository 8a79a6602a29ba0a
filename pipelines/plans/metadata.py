"""What a plan says of itself: title, document number, issuer, region, date and the years it plans for."""

from __future__ import annotations

import re
from collections import Counter

from pipelines.plans.gazetteer import Gazetteer, Region
from pipelines.plans.model import Document
from pipelines.plans.numerals import chinese_number
from pipelines.plans.periods import era_years, year_of
from pipelines.plans.textview import Line

_KIND = (
    r"(?:规划纲要|远景目标纲要|规划|纲要|行动计划|实施计划|工作计划|计划|实施方案|工作方案|方案|工作报告|报告|"
    r"实施意见|意见|决定|清单|任务分解|工作要点|要点|通知|办法|措施|目标|实事)"
)
_TITLE = re.compile(rf"{_KIND}(?:（[^）]*）)*(?:的通知)?(?:（[^）]*）)*$")
_NOTICE = re.compile(
    r"关于(?:印发|下发|发布|公布|批转|转发|调整)(?P<open>《)?(?P<title>.+?)(?(open)》|的(?:通知|公告))"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔【（\[](?:19|20)\d\d[〕】）\]]\s?(?:第)?\d{1,4}号")
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)[年./-](?P<m>\d{1,2})(?:[月./-](?:(?P<d>\d{1,2})日?)?)?")
_CHINESE_DATE = re.compile(
    r"(?P<y>[二一][○〇零O九][○〇零O一二三四五六七八九]{2})年(?P<m>[一二三四五六七八九十]{1,2})月(?:(?P<d>[一二三四五六七八九十]{1,3})日)?"
)
_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]县|[\u4e00-\u9fff]{2,11}?(?:自治县|自治州|自治区|特别行政区|林区|省|市|县|区|盟|旗|州))"
)
_ZONE = re.compile(
    r"(?!关于|[全各我本])[\u4e00-\u9fff]{2,6}?(?:新区|经济技术开发区|经济开发区|开发区|高新区|经开区|示范区|度假区|自贸区)"
)
_PLACE_CONTEXT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:自治县|自治州|自治区|省|市|县|区|盟|旗|州))(?=(?:人民)?(?:政府|委|人大|国民经济|第[一二三四五六七八九十]+届|县委|市委|“?十[一二三四五六]五))"
)
_SPAN = re.compile(r"(?P<a>(?:19|20)\d\d)年?\s*(?:-{1,2}|~|至|到|—)\s*(?P<b>(?:19|20)\d\d)年?")
_ERA = re.compile(
    r"“?(?P<short>十[一二三四五六]?|九|八)五”?(?=规划|计划|纲要|时期|期间|发展|国民|经济|重点|[\u4e00-\u9fff]{0,16}规划)"
)
_ORDINAL = re.compile(r"第(?P<n>[一二三四五六七八九十]{1,3})个五年")
# 从2012年起5年内
_YEARS_FROM = re.compile(
    r"(?P<y>20\d\d)年(?:起|开始)，?(?:力争)?(?:利?用)?(?P<n>[二两三四五六七八九十]|[2-9]|10)年(?:内|时间|左右)"
)
_TARGET_YEAR = re.compile(r"(?:到|至)\s?(?P<y>20\d\d)年")
_YEARLY_KIND = re.compile(
    r"政府工作报告|年度?(?:国民经济|工作|重点|民生|为民|目标|任务|计划|政府|经济)|民生实事|实事项目|工作要点|工作会议|会议上的讲话|计划(?:草案|执行)"
)
_THIS_YEAR = re.compile(
    r"(?P<y>20\d\d|19\d\d)年(?:是|的?(?:主要预期|主要目标|预期目标|工作(?:总体)?(?:思路|要求|安排|目标|任务|重点|部署)|发展(?:的)?(?:主要)?(?:预期)?目标|经济社会发展(?:的)?(?:主要)?(?:预期)?(?:目标|任务)|政府工作|重点工作))"
)
_REVIEW_YEAR = re.compile(r"(?P<y>20\d\d|19\d\d)年(?:政府)?(?:的)?(?:工作)?(?:主要)?(?:回顾|总结|来|工作情况)")


def _lines(lines: list[Line], count: int) -> list[str]:
    return [line.text for line in lines if line.kind == "text"][:count]


def read_document(lines: list[Line], preamble: list[Line], text: str, gazetteer: Gazetteer) -> Document:
    """Metadata of a plan from its own clean lines; unknown stays None."""
    head = _lines(preamble, 40) or _lines(lines, 12)
    document = Document()
    document.title = _as_shown(_title(head), text)
    opening = "\n".join(_lines(lines, 30))
    number = _NUMBER.search("\n".join(head[:20])) or _NUMBER.search(text, 0, 3000)
    document.document_number = number.group() if number else None
    region = _region(document.title, head, lines, gazetteer)
    if region is not None:
        document.region_name, document.region_code = region.name, region.code or None
    document.issuer = _issuer(head, region)
    document.issue_date = _date(head, _lines(lines, 10_000)[-6:])
    _period(document, opening, text)
    return document


def _as_shown(title: str | None, text: str) -> str | None:
    """The title with the dash of the text, which the clean view has folded."""
    long_dash = title.replace("-", "—") if title else None
    return long_dash if long_dash and long_dash != title and "—" in text else title


def _title(head: list[str]) -> str | None:
    for line in head:
        notice = _NOTICE.search(line)
        if notice:
            return notice.group("title").strip("《》")
    best: str | None = None
    for index, line in enumerate(head[:25]):
        if len(line) > 90 or "：" in line[-1:] or re.search("[。；]", line):
            continue
        if not _TITLE.search(line) and not re.search(rf"{_KIND}$", line):
            continue
        title = line
        # A title set on two or three lines: take the lines above it that do not end a sentence.
        above = index - 1
        while above >= 0 and index - above <= 2 and len(title) < 60 and _continues_title(head[above], title):
            title = head[above] + title
            above -= 1
        following = head[index + 1] if index + 1 < len(head) else ""
        if re.fullmatch(r"（[^）]*(?:19|20)\d\d[^）]*）", following):
            title += following
        title += _rest_of_title(title, head[index + 1 : index + 4])
        if best is None or ("通知" in best and "通知" not in title):
            best = title
    return best


_OF = re.compile(r"的(?:报告|意见|通知|决定|决议|方案|实施方案|建议)$")


def _rest_of_title(title: str, following: list[str]) -> str:
    """A title that opens with 关于 is whole only with its 的报告, which may stand a line or two below."""
    if not title.startswith("关于") or _OF.search(title):
        return ""
    rest = ""
    for line in following:
        if len(line) > 45 or re.match(r"[-（]?(?:19|20)\d\d年\d|-", line) or "：" in line:
            return ""
        rest += line
        if _OF.search(rest):
            return rest
    return ""


def _continues_title(above: str, title: str) -> bool:
    if re.search(r"[。；：]$|号$|文件$|^\d|年\d{1,2}月", above) or len(above) > 45:
        return False
    return bool(
        title[0] in "“”（和与及" or (re.match(rf"^(?:[\u4e00-\u9fff]{{0,8}}){_KIND}", title) and len(title) < 12)
    ) or above.endswith(("关于", "和", "与", "及"))


def _region(title: str | None, head: list[str], lines: list[Line], gazetteer: Gazetteer) -> Region | None:
    """Whose plan it is: the place in the title, else the place whose government or congress the opening names."""
    for source in ([title] if title else []) + head[:12]:
        named = _named(source, gazetteer)
        if named is not None:
            return named
    zone = next((found for source in [title or "", *head[:6]] if (found := _ZONE.match(source))), None)
    if zone is not None:
        return Region("", zone.group())  # no code of its own
    counts: Counter[str] = Counter()
    sample = _lines(lines, 10_000)
    for line in sample[:60] + sample[-10:]:
        for match in _PLACE_CONTEXT.finditer(line):
            name = _known_tail(match.group("name"), gazetteer)
            if name:
                counts[name] += 1
    if counts:
        name = min(counts, key=lambda n: (-counts[n], n))
        known = gazetteer.find(name)
        return known or Region("", name)
    mentions: Counter[str] = Counter()
    for line in sample:
        for match in _PLACE.finditer(line):
            name = _known_tail(match.group(), gazetteer)
            if name and name in gazetteer.by_name:
                mentions[name] += 1
    if mentions and mentions.most_common(1)[0][1] >= 3:
        name = min(mentions, key=lambda n: (-mentions[n], n))
        return gazetteer.find(name) or Region("", name)
    return None


def _known_tail(name: str, gazetteer: Gazetteer) -> str | None:
    """The longest ending of a matched string that is a region: 在甲县 -> 甲县."""
    for start in range(len(name) - 1):
        if name[start:] in gazetteer.by_name:
            return name[start:]
    return None


def _named(source: str, gazetteer: Gazetteer) -> Region | None:
    """First region named in a title: 某市某县 is the county, and tells namesakes apart."""
    found: Region | None = None
    at = 0
    while at < len(source):
        match = _PLACE.match(source, at)
        step = None
        if match:
            for length in range(min(12, len(source) - at), 1, -1):
                name = source[at : at + length]
                if name in gazetteer.by_name:
                    step = name
                    break
        if step is None:
            if found is not None:
                break
            at += 1
            continue
        region = gazetteer.find(step, found.code if found else None) or (Region("", step) if found is None else None)
        if region is None or (found is not None and found.code and not found.contains(region)):
            break
        found = region
        at += len(step)
    if found is None:
        for match in _PLACE.finditer(source):
            known = gazetteer.abridged.get(match.group(), [])
            if len(known) == 1:
                return Region(known[0].code, match.group())  # as the plan calls it
        context = _PLACE_CONTEXT.search(source)
        if context and context.start() <= 12:
            tail = _known_tail(context.group("name"), gazetteer)
            if tail:
                return gazetteer.find(tail)
            name = re.sub(r"^(?:中共|关于|在|全|我)", "", context.group("name"))
            return Region("", name) if len(name) >= 3 else None
    return found


def _issuer(head: list[str], region: Region | None) -> str | None:
    pattern = re.compile(
        r"^(?:中共[\u4e00-\u9fff]{2,12}委员会|[\u4e00-\u9fff]{2,14}人民政府(?:办公[室厅])?|[\u4e00-\u9fff]{2,20}(?:委员会|局|办公室))"
    )
    for line in head:
        if re.fullmatch(pattern, line):
            return line
    for line in head:
        match = pattern.match(line)
        if match:
            return match.group()
    return None


def _date(head: list[str], tail: list[str]) -> str | None:
    """Date of issue: a line of its own under the notice before any other; a web page's time of posting last."""
    lines = [*[h for h in head if len(h) <= 40], *reversed([t for t in tail if len(t) <= 30])]
    posted = re.compile("时间|日期|发布|来源|浏览|更新|印发$|次数")
    for line in sorted(lines, key=lambda text: (bool(posted.search(text)), len(text) > 18)):
        match = _DATE.search(line)
        if match and (match.group("d") or len(line) <= 12):
            year, month, day = int(match.group("y")), int(match.group("m")), int(match.group("d") or 1)
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year:04d}-{month:02d}-{day:02d}"
        match = _CHINESE_DATE.search(line)
        if match:
            values = [
                chinese_number(match.group(k).replace("O", "〇")) if match.group(k) else 1 for k in ("y", "m", "d")
            ]
            if all(values):
                return f"{values[0]:04.0f}-{values[1]:02.0f}-{values[2]:02.0f}"
    return None


def _period(document: Document, opening: str, text: str) -> None:
    title = document.title or ""
    for source, name in ((title, "title"), (opening[:1200], "text")):
        if name == "text" and document.title and _YEARLY_KIND.search(title):
            break
        span = _SPAN.search(source.replace("—", "-"))
        if span and 0 <= int(span.group("b")) - int(span.group("a")) <= 30:
            document.start_year, document.end_year, document.period_source = (
                int(span.group("a")),
                int(span.group("b")),
                name,
            )
            return
        begun = _YEARS_FROM.search(source)
        if begun:
            number = begun.group("n")
            first, count = int(begun.group("y")), int(number if number.isdigit() else chinese_number(number) or 1)
            document.start_year, document.end_year, document.period_source = first, first + count - 1, name
            return
        ordinal = _ORDINAL.search(source)
        era = _ERA.search(source)
        years = None
        if ordinal:
            count = int(chinese_number(ordinal.group("n")) or 0)
            years = (2021 + 5 * (count - 14), 2025 + 5 * (count - 14)) if 8 <= count <= 20 else None
        elif era and name == "title":
            years = era_years(era.group("short"))
        if years:
            (document.start_year, document.end_year), document.period_source = years, name
            return
    if _YEARLY_KIND.search(title) or _YEARLY_KIND.search(opening[:300]):
        year = _report_year(title, opening, text, document.issue_date)
        if year:
            document.start_year = document.end_year = year
            document.period_source = "text"
            return
    single = re.search(r"((?:19|20)\d\d|[一二][○〇零O九][○〇零O一二三四五六七八九]{2})年(?!\d{1,2}月)", title)
    if single:
        document.start_year = document.end_year = year_of(single.group(1))
        document.period_source = "title"
        return
    issued = int(document.issue_date[:4]) if document.issue_date else None
    targets = Counter(int(m.group("y")) for m in _TARGET_YEAR.finditer(text))
    ahead = {y: n for y, n in targets.items() if issued is None or issued <= y <= issued + 10}
    if ahead:
        end = min(ahead, key=lambda y: (-ahead[y], y))
        document.start_year, document.end_year, document.period_source = issued or end, end, "targets"
    elif issued is not None:
        # Nothing in the text says for how long: three years is the commonest span of an action plan.
        document.start_year, document.end_year, document.period_source = issued, issued + 2, "assumed"


def _report_year(title: str, opening: str, text: str, issue_date: str | None) -> int | None:
    """The year that a yearly report or plan looks ahead to."""
    years = [
        year_of(found)
        for found in re.findall(r"((?:19|20)\d\d|[一二][○〇零O九][○〇零O一二三四五六七八九]{2})年", title)
    ]
    named = [year for year in years if year]
    if named:
        return max(named)  # 2009年计划执行情况与2010年计划草案的报告
    ahead = Counter(int(m.group("y")) for m in _THIS_YEAR.finditer(text))
    issued = int(issue_date[:4]) if issue_date else None
    late = bool(issue_date) and int(str(issue_date)[5:7]) >= 10
    if issued and late and ahead.get(issued + 1):
        return issued + 1  # given at the end of a year for the next
    if issued and (not ahead or ahead.get(issued) or max(ahead.values()) < 2):
        return issued
    if ahead:
        return min(ahead, key=lambda y: (-ahead[y], -y))
    review = Counter(int(m.group("y")) for m in _REVIEW_YEAR.finditer(opening))
    if review:
        return max(review) + 1
    first = re.search(r"((?:19|20)\d\d)年", opening)
    return int(first.group(1)) if first else None
