"""Saved web pages and Word's HTML -> lines of text and pipe rows, each character with its place in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipelines.plans.documents import refusals
from pipelines.plans.documents.furniture import Frame
from pipelines.plans.documents.grid import Pieces, Spanned, lay_out, write_rows
from pipelines.plans.documents.markup import BLOCKS, Node, Text, parse
from pipelines.plans.documents.numbering import numeral
from pipelines.plans.documents.opened import OpenedDocument, SourceOffsets, TextBuilder
from pipelines.plans.documents.plain import decode
from pipelines.plans.documents.sniffing import is_archived_page
from pipelines.plans.model import Finding

_PART = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[ \t\r\n\f]+|[^& \t\r\n\f]+|&")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")
_LIST_MARK = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|第[一二三四五六七八九十\d]{1,3}[章节条项]|[①-⑳]"
)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,5}:\s{0,5}([a-z-]{3,40})")
_LIST_FORMATS = {
    "1": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "decimal": ("decimal", "."),
    "lower-alpha": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"),
}
_LAYOUT_PARAGRAPHS = 6  # paragraphs in one cell that make a table a frame of the page and not a table
_RAISED = {"2": "²", "3": "³"}


def open_web_page(data: bytes, name: str) -> OpenedDocument:
    """A saved page (or an archive of one): its document as text, the site's frame left out."""
    if is_archived_page(data):
        inner = _page_in_archive(data, name)
        source, findings = decode(inner, name)
        text, _ = _render_page(source, name)
        return _finished(text, name, findings, OpenedDocument(text, "html"))
    source, findings = decode(data, name)
    text, offsets = _render_page(source, name)
    return _finished(text, name, findings, OpenedDocument(text, "html", [], offsets))


def _finished(text: str, name: str, findings: list[Finding], document: OpenedDocument) -> OpenedDocument:
    if not text.strip():
        raise refusals.no_text(name)
    for finding in findings:
        place = text.find("\ufffd")
        start, end = (place, place + 1) if place >= 0 else (None, None)
        document.findings.append(Finding(finding.code, finding.severity, finding.message, finding.remedy, start, end))
    return document


def _page_in_archive(data: bytes, name: str) -> bytes:
    """The first page in a .mht file. Its offsets are lost: the stored bytes are in a transfer encoding."""
    from email import message_from_bytes
    from email.message import Message

    message: Message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload:
                return payload
    raise refusals.damaged_file(name, "网页归档中没有正文网页")


def _render_page(source: str, name: str) -> tuple[str, SourceOffsets]:
    tags = source.count("<")
    if tags > refusals.MAX_TAGS:
        raise refusals.file_too_large(name, f"含有 {tags} 个网页标记", f"{refusals.MAX_TAGS} 个")
    tree = parse(source)
    frame = Frame(tree)
    # A page that seems to be nothing but frame is shown whole.
    for chosen in (frame, None):
        writer = _Writer(source, TextBuilder(), chosen)
        writer.write(tree.root)
        text, offsets = writer.builder.finish()
        if text.strip():
            break
    return text, offsets


def render_fragment(source: str, start: int, end: int, builder: TextBuilder) -> None:
    """Write the stretch ``source[start:end]`` of HTML; nothing is taken for the frame of a page."""
    tree = parse(source, start, end)
    writer = _Writer(source, builder, None)
    writer.write(tree.root)
    builder.end_line()


class _Writer:
    def __init__(self, source: str, builder: TextBuilder, frame: Frame | None) -> None:
        self.source = source
        self.builder = builder
        self.frame = frame
        self.inside_main = 0
        self.line = _Inline(source)

    def write(self, node: Node) -> None:
        self._children(node)
        self._end_line()

    def _end_line(self) -> None:
        for characters, source in self.line.take():
            self.builder.add(characters, source)
        self.builder.end_line()

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Text):
                self.line.text(child)
            elif not self._left_out(child):
                self._element(child)

    def _left_out(self, node: Node) -> bool:
        if self.frame is None:
            return False
        if node.name == "title":
            return self._is_repeated_title(node)
        return self.frame.leaves_out(node, self.inside_main > 0)

    def _is_repeated_title(self, node: Node) -> bool:
        """The page says its title again in its text, mostly without the name of the site behind it."""
        texts = [child for child in node.children if isinstance(child, Text)]
        if not texts:
            return True
        core = re.split(r"\s*[-_|｜—]", self.source[texts[0].start : texts[0].end].strip())[0].strip()
        return len(core) < 4 or self.source.find(core, texts[-1].end) >= 0

    def _element(self, node: Node) -> None:
        name = node.name
        if name == "br":
            self._end_line()
        elif name == "table":
            self._end_line()
            self._table(node)
        elif name in ("ol", "ul", "menu"):
            self._end_line()
            self._list(node)
        elif name == "del":
            return
        elif name == "sup":
            self.line.raised(node)
        elif name == "pre":
            self._end_line()
            self._preformatted(node)
        elif name in BLOCKS:
            self._end_line()
            is_main = self.frame is not None and node is self.frame.main
            self.inside_main += is_main
            self._children(node)
            self.inside_main -= is_main
            self._end_line()
        elif name == "hr":
            self._end_line()
        else:
            self._children(node)

    def _preformatted(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Text):
                at = child.start
                for line in self.source[child.start : child.end].splitlines(keepends=True):
                    self.line.text(Text(at, at + len(line)))
                    at += len(line)
                    if line[-1] in "\r\n":
                        self._end_line()
            elif not self._left_out(child):
                self._element(child)

    def _list(self, node: Node) -> None:
        """Items of a numbered list get the number that a browser shows, unless they begin with one of their own."""
        style = _LIST_STYLE.search(node.attributes.get("style", ""))
        kind = style.group(1) if style else node.attributes.get("type", "1")
        count = _whole(node.attributes.get("start"), 1) - 1
        for child in node.children:
            if isinstance(child, Text):
                self.line.text(child)
                continue
            if self._left_out(child):
                continue
            if child.name != "li" or node.name != "ol":
                self._element(child)
                continue
            count = _whole(child.attributes.get("value"), count + 1)
            self._end_line()
            if kind in _LIST_FORMATS and not _LIST_MARK.match(self._first_words(child)):
                number_format, mark = _LIST_FORMATS[kind]
                self.line.own(numeral(count, number_format) + mark)
                self.line.own(" " if mark == "." else "")
            self._children(child)
            self._end_line()

    def _first_words(self, node: Node) -> str:
        inline = _Inline(self.source)
        inline.collect(node, limit=12)
        return "".join(characters for characters, _ in inline.take()).lstrip()

    # --- tables ---------------------------------------------------------------------------------------------

    def _table(self, table: Node) -> None:
        rows = list(_rows(table, self.source))
        cells = [cell for row in rows for cell in row]
        if _is_layout(cells) or all(len(row) <= 1 for row in rows):
            for part in _captions(table):
                self._element(part)
            for cell in cells:
                if not self._left_out(cell):
                    self._children(cell)
                    self._end_line()
            return
        for part in _captions(table):
            self._element(part)
        spanned = [[Spanned(self._cell(c), _span(c, "colspan"), _span(c, "rowspan")) for c in row] for row in rows]
        blank: Pieces = []
        write_rows(lay_out(spanned, blank), self.builder)

    def _cell(self, cell: Node) -> Pieces:
        inline = _Inline(self.source)
        inline.collect(cell)
        return inline.take()


def _rows(table: Node, source: str) -> Iterator[list[Node]]:
    """Rows of a table as written; what stands between rows or cells makes one of its own, so nothing is lost."""
    for child in _worded(table, source):
        if child.name in ("thead", "tbody", "tfoot"):
            yield from _rows(child, source)
        elif child.name == "tr":
            yield _worded(child, source)
        elif child.name not in ("caption", "col"):
            yield [child]


def _worded(node: Node, source: str) -> list[Node]:
    """Children of a table or a row; text that stands bare between them is put into a cell."""
    children: list[Node] = []
    for child in node.children:
        if isinstance(child, Node):
            children.append(child)
        elif source[child.start : child.end].strip():
            children.append(Node("td", {}, [child]))
    return children


def _captions(table: Node) -> list[Node]:
    return [child for child in table.children if isinstance(child, Node) and child.name == "caption"]


def _is_layout(cells: list[Node]) -> bool:
    """A table that only places blocks on the page: it holds tables, or one cell with many paragraphs."""
    for cell in cells:
        paragraphs = 0
        waiting = list(cell.children)
        while waiting:
            item = waiting.pop()
            if isinstance(item, Text):
                continue
            if item.name == "table":
                return True
            paragraphs += item.name in ("p", "div", "br", "li", "h1", "h2", "h3")
            waiting.extend(item.children)
        if paragraphs >= _LAYOUT_PARAGRAPHS and len(cells) <= 3:
            return True
    return False


def _span(cell: Node, attribute: str) -> int:
    return max(1, _whole(cell.attributes.get(attribute), 1))


def _whole(text: str | None, otherwise: int) -> int:
    match = re.match(r"\s*(\d{1,5})", text or "")
    return int(match.group(1)) if match else otherwise


class _Inline:
    """The characters of one line, white space as a browser shows it, but none where Chinese runs on."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: Pieces = []
        self.waiting: tuple[str, int] | None = None  # white space not yet written: a space or a line end, its place
        self.last = ""
        self.length = 0

    def take(self) -> Pieces:
        pieces = self.pieces
        self.pieces, self.waiting, self.last, self.length = [], None, "", 0
        return pieces

    def own(self, characters: str) -> None:
        """Characters that the source does not hold."""
        if characters:
            self._write(characters, -1)

    def text(self, text: Text) -> None:
        for part in _PART.finditer(self.source, text.start, text.end):
            characters = part.group()
            first = characters[0]
            if first in " \t\r\n\f":
                if self.waiting is None:
                    self.waiting = ("\n" if "\n" in characters or "\r" in characters else " ", part.start())
                elif "\n" in characters:
                    self.waiting = ("\n", part.start())
            elif first == "&" and len(characters) > 1:
                decoded = html.unescape(characters)
                if decoded == characters:
                    self._write(characters, part.start())
                elif decoded == "\xa0":
                    self._write(" ", -1)
                else:
                    self._write(decoded.replace("\xa0", " "), -1)
            else:
                self._write(characters, part.start())

    def _write(self, characters: str, source: int) -> None:
        if self.waiting is not None:
            kind, place = self.waiting
            self.waiting = None
            wide = _WIDE.match(characters[0]) or (self.last and _WIDE.match(self.last))
            if self.last and not (kind == "\n" and wide):
                self.pieces.append((" ", place if place >= 0 and self.source[place] == " " else -1))
        self.pieces.append((characters, source))
        self.last = characters[-1]
        self.length += len(characters)

    def raised(self, node: Node) -> None:
        """Superscripts: m² keeps its meaning, the mark of a note is left out."""
        inner = _Inline(self.source)
        inner.collect(node)
        characters = "".join(c for c, _ in inner.take()).strip()
        if characters in _RAISED and self.last in ("m", "M", "米", "里"):
            self.own(_RAISED[characters])
        elif not re.fullmatch(r"[\[［【(（]\d{1,3}[\]］】)）]", characters):
            self.collect(node)

    def collect(self, node: Node, limit: int = 1 << 60) -> None:
        """Everything below an element on one line; blocks and line breaks become a space."""
        for child in node.children:
            if self.length >= limit:
                return
            if isinstance(child, Text):
                self.text(child)
            elif child.name == "del":
                continue
            elif child.name == "sup":
                self.raised(child)
            elif child.name == "br":
                self._break()
            elif child.name in BLOCKS:
                self._break()
                self.collect(child, limit)
                self._break()
            else:
                self.collect(child, limit)

    def _break(self) -> None:
        if self.last and self.last != " ":
            self.waiting = (" ", -1)
