"""The outline of a plan: chapters, sections, measures, boxes and annexes, with tables of contents set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.plans.model import Section
from pipelines.plans.textview import Line, TextView

# Rank of a heading by its mark, outermost first. What a rank is called depends on its depth in the document.
_MARKS: list[tuple[float, re.Pattern[str]]] = [
    (0, re.compile(r"第[一二三四五六七八九十百\d]+[篇编部](?:分)?[、：]?")),
    (1, re.compile(r"第[一二三四五六七八九十百\d]+章[、：]?")),
    (2, re.compile(r"第[一二三四五六七八九十百\d]+节[、：]?")),
    (3, re.compile(r"[一二三四五六七八九十]{1,3}(?:、|[.．](?!\d))|【(?=[\u4e00-\u9fff“”、]{2,20}】$)")),
    (
        4,
        re.compile(
            r"（[一二三四五六七八九十]{1,3}）[、.]?"
            r"|(?:行动|任务|工程|举措|措施|专项|攻坚)(?:[一二三四五六七八九十]{1,3}|\d{1,2})[：、.](?=[^，。；：]{2,30}$)"
        ),
    ),
    (4.5, re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?=[\u4e00-\u9fff“][^，。；：\d]{1,38}$)")),
    (5, re.compile(r"\d{1,2}[.、](?!\d)|\d{1,2}[.]\s?(?=[\u4e00-\u9fff“])")),
    (6, re.compile(r"（\d{1,2}）|\d{1,2}）|[①-⑳]")),
]
_BOX = re.compile(r"专栏[一二三四五六七八九十\d]*(?:[-.]\d+)?[：、]?")
_ANNEX = re.compile(r"附(?=：[^，。]{4,40}$)|附[表件录图](?:[一二三四五六七八九十\d]{0,3})(?=[：、.]|[^，。]{0,40}$)")
_TABLE = re.compile(r"表[一二三四五六七八九十\d]{1,3}(?:[-.]\d+)?[：、]?(?=[^，。；]{2,50}$)")
_CONTENTS_LINE = re.compile(r"(?:[.…·]{3,}|\.{2,}|\s{3,}|-{3,})\s*[-（(]?\d{1,3}[)）-]?\s*$")
_UNIT_NOTE = re.compile(r"（(?:牵头|责任|主要责任|配合|主体)(?:单位|部门|领导)?[：:]")
_TITLE_END = re.compile(r"[。：；！？]")
_LEVEL_KIND = {1: "chapter", 2: "section", 3: "measure"}
_STATES = re.compile(
    r"\d(?:[\d.,]*)(?:[余多]?[万亿千百]*)(?:%|‰|个(?!一|五)|[家所座条项名人户场套件处台辆公亩吨元平千]|百分点|亿|万)"
)
# Headings that a saved page has lost the numbers of: “十四五”时期工作回顾, 2026年重点工作.
_BARE_HEADING = re.compile(
    r"(?=.{4,30}$)(?!.*[，。；：！？])(?:.*(?:回顾|总结|主要目标(?:任务)?|目标任务|预期目标|总体要求|工作要求|工作安排|工作部署|工作思路|"
    r"重点工作|重点任务|主要任务|工作任务|工作举措|主要举措|指导思想|基本原则|发展目标|工作目标|形势|工作情况|奋斗目标|工作目标|年(?:的)?(?:主要)?工作|工作的(?:建议|意见|安排)|的建议|保障措施|组织实施|组织保障|自身建设|工作打算|工作建议))$"
)
_BARE_RANK = 2.5  # above 一、 and below 第一节
MAX_TITLE = 60


@dataclass(slots=True)
class Part:
    """A stretch of one clean line that belongs to one section: the text below its heading, or a heading itself."""

    line: Line
    start: int  # clean offsets in line.text
    end: int
    section: int | None  # index into the sections
    is_heading: bool = False


@dataclass(slots=True)
class Outline:
    sections: list[Section]
    parts: list[Part]
    preamble: list[Line]  # lines before the first heading: title, number, addressees


def is_contents_line(line: Line) -> bool:
    """A line of a table of contents: a heading, dots and a page number."""
    text = line.text.strip("| \t")
    return bool(re.search(r"\.{4,}", text) if line.kind == "row" else _CONTENTS_LINE.search(text))


def _mark(text: str) -> tuple[float, int] | None:
    for rank, pattern in _MARKS:
        match = pattern.match(text)
        if match:
            return rank, match.end()
    return None


def _title_end(text: str, at: int) -> int:
    """Where the title of a heading ends: at its own end, or at the full stop that the running text follows.

    A numbered sentence that states quantities (1.新建幼儿园8所，…) is text and has no title.
    """
    stop = text.find("。", at)
    if _STATES.search(text, at, stop if stop >= 0 else at + MAX_TITLE + 40):
        return at
    end = _TITLE_END.search(text, at)
    if end is None:
        return len(text) if len(text) - at <= MAX_TITLE + 20 else at
    note = _UNIT_NOTE.search(text, at)
    if note and note.start() < end.start():
        return note.start() if note.start() - at <= MAX_TITLE else at
    return end.start() if end.start() - at <= MAX_TITLE else at


def _has_bare_chapters(view: TextView) -> bool:
    """Whether chapters may stand without a number: none is numbered (第一章, 一、), or the numbers begin anew."""
    lines = [line.text for line in view.lines if line.kind == "text"]
    ranks = [mark[0] for mark in map(_mark, lines) if mark is not None]
    return not any(rank <= 3 for rank in ranks) or (min(ranks) == 3 and sum(t.startswith("一、") for t in lines) > 1)


def build_outline(view: TextView) -> Outline:
    sections: list[Section] = []
    parts: list[Part] = []
    preamble: list[Line] = []
    stack: list[tuple[float, int]] = []  # (rank, index of section)
    ranks: list[float] = []

    def open_section(rank: float, kind: str | None, number: str, title: str, line: Line, heading_end: int) -> int:
        while stack and stack[-1][0] >= rank:
            stack.pop()
        parent = stack[-1][1] if stack else None
        level = len(stack) + 1
        name = f"{number}{title}".strip()
        if kind is None:
            kind = _LEVEL_KIND.get(level, "item") if rank != 5 else "measure"
        path = f"{sections[parent].path} / {name}" if parent is not None else name
        start, end = line.place(0, heading_end) if heading_end else (line.raw_start, line.raw_start)
        index = len(sections)
        sections.append(Section(index, parent, level, kind, number, title, path, start, end, len(view.text)))
        stack.append((rank, index))
        ranks.append(rank)
        return index

    unnumbered = _has_bare_chapters(view)
    for line in view.lines:
        if line.kind == "furniture" or is_contents_line(line):
            continue
        current = stack[-1][1] if stack else None
        if line.kind == "row":
            parts.append(Part(line, 0, len(line.text), current))
            continue
        text = line.text
        mark = _mark(text)
        special = None if mark else (_BOX.match(text) or _ANNEX.match(text) or _TABLE.match(text))
        if mark is not None:
            rank, at = mark
            end = _title_end(text, at)
            number, title = text[:at], text[at:end].strip()
            index = open_section(rank, None, number, title, line, max(end, at))
            parts.append(Part(line, 0, max(end, at), index, True))
            body = end + 1 if end < len(text) and text[end] in "。：；！？" else end
            if body < len(text):
                parts.append(Part(line, body, len(text), index))
        elif special is not None and len(text) <= MAX_TITLE + 20:
            kind = "box" if text.startswith("专栏") else "table" if text.startswith("表") else "annex"
            # An annex stands beside the chapters; a box or a table inside the section that holds it.
            beside = 3.0 if kind == "annex" else 7.0
            index = open_section(beside, kind, special.group(), text[special.end() :].strip(), line, len(text))
            parts.append(Part(line, 0, len(text), index, True))
        elif unnumbered and _BARE_HEADING.match(text):
            index = open_section(_BARE_RANK, None, "", text, line, len(text))
            parts.append(Part(line, 0, len(text), index, True))
        else:
            if line.hashes and len(text) <= MAX_TITLE and not re.search("[。；]", text):
                if not sections:
                    preamble.append(line)
                    parts.append(Part(line, 0, len(text), None, True))
                    continue
                if sections[-1].kind == "annex" and not sections[-1].title:
                    sections[-1].title = text
                    sections[-1].path += f" / {text}"
                    parts.append(Part(line, 0, len(text), current, True))
                    continue
            if not sections:
                preamble.append(line)
            parts.append(Part(line, 0, len(text), current))
    _close(sections, ranks)
    return Outline(sections, parts, preamble)


def _close(sections: list[Section], ranks: list[float]) -> None:
    """A section ends where the next of its rank or above begins."""
    open_sections: list[int] = []
    for index, section in enumerate(sections):
        while open_sections and ranks[open_sections[-1]] >= ranks[index]:
            sections[open_sections.pop()].end = section.start
        open_sections.append(index)
