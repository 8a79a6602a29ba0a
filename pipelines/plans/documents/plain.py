"""Text files: characters from bytes, and the HTML tables that text recognition leaves inside a text."""

from __future__ import annotations

import re

from pipelines.plans.documents import refusals
from pipelines.plans.documents.opened import MediaType, OpenedDocument, TextBuilder
from pipelines.plans.documents.sniffing import wide_encoding
from pipelines.plans.model import Finding

_FEW = 0.002  # share of damaged characters up to which a text is worth reading
_FEW_OF_UTF8 = 0.05  # damaged characters among those beyond ASCII, up to which a text is taken for UTF-8
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_WRAPPER_OPEN = re.compile(r"(?:<html>\s{0,9})?(?:<body>\s{0,9})?$", re.IGNORECASE)
_WRAPPER_CLOSE = re.compile(r"\s{0,9}</body>(?:\s{0,9}</html>)?", re.IGNORECASE)
_CHARSET = re.compile(
    rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,20})", re.IGNORECASE
)


def open_plain(data: bytes, name: str, media_type: MediaType) -> OpenedDocument:
    """A .txt or .md file: its characters as they stand. Tables in HTML become pipe rows, the rest keeps its place."""
    text, findings = decode(data, name)
    if not text.strip("\ufeff\x00 \t\r\n\u3000"):
        raise refusals.empty_file(name)
    if _TABLE.search(text) and text.count("<") <= refusals.MAX_TAGS:
        return _with_tables(text, findings, media_type)
    return OpenedDocument(text, media_type, findings, None, True)


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """Characters of a text: UTF-8 with or without BOM, UTF-16, GB18030, else the encoding a web page declares.

    A UTF-8 BOM stays the first character, so that offsets are those of ``open(encoding="utf-8", newline="")``.
    Bytes that no encoding explains are kept as U+FFFD and reported, so that nothing is lost silently.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _checked(data.decode("utf-16", errors="replace"), name)
    try:
        text = data.decode("utf-8")
        if "\x00" not in text[:4096]:
            return text, []
    except UnicodeDecodeError:
        pass
    if b"\x00" in data[:4096]:
        wide = wide_encoding(data)
        if wide is not None:
            return _checked(data.decode(wide, errors="replace"), name)
    as_utf8 = data.decode("utf-8", errors="replace")
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", errors="ignore"))
    if as_utf8.count("\ufffd") <= _FEW_OF_UTF8 * beyond_ascii:
        # GB18030 gives some character for nearly every byte: UTF-8 with a flaw would become another text unnoticed.
        return _checked(as_utf8, name)
    declared = _declared(data)
    for encoding in ("gb18030", declared) if declared in (None, "gb18030") else (declared, "gb18030"):
        if encoding is not None:
            try:
                return data.decode(encoding), []
            except (UnicodeDecodeError, LookupError):
                continue
    as_gb = data.decode("gb18030", errors="replace")
    return _checked(min(as_utf8, as_gb, key=lambda t: t.count("\ufffd")), name)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    encoding = (match.group(1) or match.group(2)).decode("ascii").lower()
    if encoding in ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80"):
        return "gb18030"
    # An encoding that accepts any byte would hide damage and turn Chinese into accents.
    return encoding if encoding in ("big5", "big5-hkscs", "cp950", "utf-16", "utf-16le", "utf-16be") else None


def _checked(text: str, name: str) -> tuple[str, list[Finding]]:
    damaged = text.count("\ufffd")
    if not damaged:
        return text, []
    place = text.index("\ufffd")
    line = text.count("\n", 0, place) + 1
    few = damaged <= max(3, len(text) * _FEW)
    finding = Finding(
        code="encoding_damaged",
        severity="warning" if few else "error",
        message=f"文件《{name}》含有无法识别的字符 {damaged} 处，首处在第 {line} 行。",
        remedy="请用原文件另存为 UTF-8 编码的文本后重新放入。",
        start=place,
        end=place + 1,
    )
    return text, [finding]


def _with_tables(text: str, findings: list[Finding], media_type: MediaType) -> OpenedDocument:
    from pipelines.plans.documents.webpage import render_fragment

    builder = TextBuilder()
    at = 0
    for start, end in _table_places(text):
        wrapper = _WRAPPER_OPEN.search(text, max(at, start - 40), start)
        opening = wrapper.start() if wrapper else start
        closing = _WRAPPER_CLOSE.match(text, end) if opening < start else None
        builder.verbatim(text[at:opening], at)
        if opening and text[opening - 1] not in "\r\n":
            builder.verbatim("\n", -1)
        render_fragment(text, start, end, builder)
        builder.end_line()
        at = closing.end() if closing else end
    builder.verbatim(text[at:], at)
    shown, offsets = builder.finish()
    moved = [_move(f, text, shown) for f in findings]
    return OpenedDocument(shown, media_type, moved, offsets)


def _move(finding: Finding, text: str, shown: str) -> Finding:
    """A finding whose place is that of the first damaged character, put at its place in the shown text."""
    place = shown.find("\ufffd")
    start, end = (place, place + 1) if place >= 0 else (None, None)
    return Finding(finding.code, finding.severity, finding.message, finding.remedy, start, end)


def _table_places(text: str) -> list[tuple[int, int]]:
    """Outermost <table>…</table> stretches; one that is never closed ends with its line or with the next table."""
    places: list[tuple[int, int]] = []
    depth, start = 0, 0
    for tag in _TABLE_TAG.finditer(text):
        if not tag.group(1):
            if depth == 0:
                start = tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                close = text.find(">", tag.end())
                places.append((start, close + 1 if close >= 0 else len(text)))
    if depth:
        line_end = text.find("\n", start)
        places.append((start, line_end if line_end >= 0 else len(text)))
    return places
