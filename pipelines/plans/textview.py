"""The text as shown, and a clean view of it in which sentences are whole.

The shown text is the file's characters as they stand. Plans reach us through word processors, scanners and web
pages, so a sentence may hold full-width digits, stray spaces, markdown marks and page ends. The clean view drops and
folds those, and every clean character knows its offset in the shown text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.plans.aligned_tables import find_aligned_tables
from pipelines.plans.lines import Line

# One character to one character, so that offsets stay simple.
_FOLD = {ord("０") + i: ord("0") + i for i in range(10)}
_FOLD |= {ord("Ａ") + i: ord("A") + i for i in range(26)}
_FOLD |= {ord("ａ") + i: ord("a") + i for i in range(26)}
_FOLD |= str.maketrans(
    "％﹪．﹒＋＝＜﹤＞﹥～〜∼／－﹣–―─—≦⩽≧⩾();:∶[]［］!?\u00a0\u3000\u2009〈〉＂",
    '%%..+=<<>>~~~/------≤≤≥≥（）；：：【】【】！？   《》"',
)

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKDOWN = re.compile(r"^[ \t]*(?:(?P<hash>#{1,6})[ \t]*|>[ \t]*|[-*+][ \t]+(?=\S))?")
# What is dropped inside a line: emphasis marks, zero-width characters, and spaces beside anything but Latin words.
_DROP = re.compile(
    r"\*\*|__(?=\S)|(?<=\S)__|[\u200b-\u200f\ufeff\u00ad]|\\(?=[*_#~])"
    r"|(?<![A-Za-z0-9])[ \t]+|[ \t]+(?![A-Za-z0-9 \t])|(?<=[A-Za-z])[ \t]+(?=[0-9])|(?<=[0-9])[ \t]+(?=[A-Za-z])"
)
# A run of digits that no number has; left as it is, it would be read again from each of its digits.
_NO_NUMBER = re.compile(r"[0-9](?:[.,]?[0-9]){24,}|[一二两三四五六七八九十百千万亿零〇]{25,}")
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")  # ４９，８６０
_PAGE = re.compile(r"^[-—–_·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–_·\s]*$|^[IVXivx]{1,6}$")
_RULE = re.compile(r"^[-—_=*·.\s]{3,}$")
# Furniture of saved web pages: lines about the page itself.
_WEB = re.compile(
    r"ICP备|公网安备|网站标识码|浏览次数|点击(?:数|次数|率)|打印本页|关闭窗口|^索引号|主题分类|^发布(?:日期|时间|机构)|版权所有|无障碍浏览|"
    r"热门搜索|您(?:现在)?的位置|当前位置|【打印|【关闭|^字号|字体：|分享到|扫一扫|^首页[>\s]"
)
# From here on to its end a saved page holds nothing but links and its imprint.
_WEB_END = re.compile(
    r"^(?:上一[篇条]|下一[篇条]|相关(?:链接|文档|信息|阅读|新闻|解读|文件)|扫一扫|【打印|友情链接|主办单位?[：:]|网站地图|关于我们)"
)
_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)$")
_RUNNING_HEAD = re.compile("(?:规划|纲要|方案|计划|报告|意见)(?:（[^）]*）)?$")
_ENDS = "。！？；：…”’》】."
_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|[（][一二三四五六七八九十\d]{1,3}[）]|\d{1,2}[.、](?!\d)|\d{1,2}）|第[一二三四五六七八九十百\d]+[章节篇编部条]"
    r"|[①-⑳]|[-]{2}|专栏|附[表件录]|表\d|图\d|[●■◆▲★○□◇△·•]|[（]?(?:责任|牵头|配合)"
)


@dataclass(slots=True)
class TextView:
    text: str  # as shown
    lines: list[Line] = field(default_factory=list)


def clean_view(text: str) -> TextView:
    """Clean blocks of a shown text, in reading order; linear in its length."""
    view = TextView(text)
    for match in _LINE.finditer(text):
        line = _clean_line(match.group(), match.start())
        if line.text:
            view.lines.append(line)
    view.lines = find_aligned_tables(view.lines, text, lambda raw: raw.translate(_FOLD))
    _set_page_end_aside(view.lines)
    _set_repeats_aside(view.lines)
    view.lines = _join_broken(view.lines)
    return view


def _clean_line(raw: str, start: int) -> Line:
    stripped = raw.strip()
    kind = "text"
    if (
        not stripped
        or (len(stripped) <= 150 and _WEB.search(stripped))
        or _RULE.match(stripped)
        or _IMAGE.match(stripped)
        or (len(stripped) <= 16 and _PAGE.match(stripped))
    ):
        kind = "furniture"
    elif (stripped[0] == "|" and stripped.count("|") >= 2) or ("\t" in stripped):
        kind = "row"
    prefix = _MARKDOWN.match(raw)
    assert prefix is not None
    body_start = prefix.end() if kind == "text" else 0
    folded = _WIDE_COMMA.sub(",", raw).translate(_FOLD)
    folded = _COMMA.sub("，", folded)
    folded = _NO_NUMBER.sub(lambda run: "×" * len(run.group()), folded)
    if kind == "row":
        return Line(folded, list(range(start, start + len(raw))), kind, 0, start, start + len(raw))
    pieces: list[str] = []
    offsets: list[int] = []
    at = body_start
    for drop in _DROP.finditer(folded, body_start):
        if drop.start() > at:
            pieces.append(folded[at : drop.start()])
            offsets.extend(range(start + at, start + drop.start()))
        at = drop.end()
    if at < len(folded):
        pieces.append(folded[at:])
        offsets.extend(range(start + at, start + len(folded)))
    hashes = len(prefix.group("hash") or "")
    return Line("".join(pieces), offsets, kind, hashes, start, start + len(raw))


def _set_page_end_aside(lines: list[Line]) -> None:
    """Links and imprint behind the text of a saved page, where no long line follows."""
    end = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 60), -1):
        if len(lines[index].text) > 90 or (len(lines[index].text) > 24 and "。" in lines[index].text):
            break
        if _WEB_END.match(lines[index].text):
            end = index
    for line in lines[end:]:
        line.kind = "furniture"


def _set_repeats_aside(lines: list[Line]) -> None:
    """A short line without end mark that recurs on many pages is a running head."""
    counts: dict[str, int] = {}
    for line in lines:
        if line.kind == "text" and len(line.text) <= 40:
            counts[line.text] = counts.get(line.text, 0) + 1
    titles = {line.text for line in [one for one in lines if one.kind == "text"][:4] if len(line.text) >= 8}
    opened = 0
    for index, line in enumerate(lines):
        opened += line.kind == "text"
        beside_page = any(
            0 <= at < len(lines) and lines[at].kind == "furniture" and _PAGE.match(lines[at].text)
            for at in (index - 1, index + 1)
        )
        if (
            opened > 4
            and line.kind == "text"
            and len(line.text) <= 40
            and not line.hashes
            and beside_page
            and (line.text in titles or (_RUNNING_HEAD.search(line.text) and not _MARKER.match(line.text)))
        ):
            line.kind = "furniture"  # the title again, above or below a page number
    for line in lines:
        if (
            line.kind == "text"
            and counts.get(line.text, 0) >= 4
            and line.text[-1] not in _ENDS
            and not _MARKER.match(line.text)
        ):
            line.kind = "furniture"


def _join_broken(lines: list[Line]) -> list[Line]:
    """Join a paragraph that a line end or page end has cut; page furniture in between is passed over."""
    joined: list[Line] = []
    open_line: Line | None = None
    for line in lines:
        if line.kind == "furniture":
            joined.append(line)
            continue
        if open_line is not None and _continues(open_line, line):
            open_line.text += line.text
            open_line.offsets += line.offsets
            open_line.raw_end = line.raw_end
            continue
        joined.append(line)
        open_line = line if line.kind == "text" else None
    return joined


def _continues(before: Line, after: Line) -> bool:
    if after.kind != "text" or after.hashes or before.hashes:
        return False
    if after.text[0] in "，、。；）》”：%" or before.text[-1] in "，、（《“":
        return True
    if before.text[-1] in _ENDS or before.text[-1] == "）" or _MARKER.match(after.text):
        return False
    # A heading or a title is short and whole; a cut sentence has filled its line and mostly has a comma before.
    if _MARKER.match(before.text) and len(before.text) < 30 and not re.search("[，。；]", before.text):
        return False
    return len(before.text) >= 20 and bool(re.search("[，。；：、]", before.text))
