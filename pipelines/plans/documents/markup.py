"""HTML -> a tree that knows where each stretch of text stands in the source.

Forgiving like a browser: tags that are left open, closed twice or wrongly nested never lose text. The cost is linear
in the length of the source, whatever it holds.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MAX_DEPTH = 100  # elements nested deeper are laid flat
_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,40}")
_ATTRIBUTE = re.compile(
    r"(?P<name>[a-zA-Z_:][\w:.-]{0,40})\s{0,20}=\s{0,20}(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_TAG_MARK = re.compile("[\"'<>]")
_KEPT_ATTRIBUTES = {"class", "id", "style", "role", "href", "colspan", "rowspan", "start", "type", "value", "hidden"}
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "base", "area", "embed", "param", "source", "track", "wbr"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "title", "tr", "ul",
}  # fmt: skip
_INLINE_KEPT = {"a", "sup", "sub", "span", "del"}  # inline elements that change what is shown; others are passed over
_UNREAD = {
    "script", "style", "noscript", "template", "svg", "textarea", "select", "iframe", "object", "audio", "video",
    "button", "xml",
}  # fmt: skip
_CLOSED_BY: dict[str, set[str]] = {  # an open element -> the start tags that end it
    "p": BLOCKS - {"title"},
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th", "tr", "tbody", "thead", "tfoot"},
    "th": {"td", "th", "tr", "tbody", "thead", "tfoot"},
    "tr": {"tr", "tbody", "thead", "tfoot"},
    "thead": {"tbody", "tfoot"},
    "tbody": {"tbody", "tfoot"},
    "a": {"a"},
}
_CLOSES = {  # the same the other way round: a start tag -> the open elements it may end
    name: {open_name for open_name, closers in _CLOSED_BY.items() if name in closers} for name in (*BLOCKS, "a")
}
_SCOPE = {"li": {"ul", "ol", "menu"}, "dt": {"dl"}, "dd": {"dl"}}  # where looking for such an open element stops


@dataclass(slots=True)
class Text:
    """A stretch of text between tags, entities still in it."""

    start: int
    end: int


@dataclass(slots=True)
class Node:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | Text] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    source: str
    root: Node
    nodes: list[Node]  # every element, parents before their children


def parse(source: str, start: int = 0, end: int | None = None) -> Tree:
    """The tree of ``source[start:end]``."""
    return _Parser(source, start, len(source) if end is None else end).run()


class _Parser:
    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.at = start
        self.end = end
        self.root = Node("root")
        self.nodes = [self.root]
        self.stack = [self.root]
        self.open: dict[str, int] = {}  # how many elements of a name are on the stack
        self.missing: dict[str, int] = {}  # a mark -> from here on it is known not to occur

    def run(self) -> Tree:
        source, end = self.source, self.end
        while self.at < end:
            tag = source.find("<", self.at, end)
            if tag < 0:
                tag = end
            if tag > self.at:
                self._text(self.at, tag)
            if tag >= end:
                break
            self._markup()
        return Tree(source, self.root, self.nodes)

    def _text(self, start: int, end: int) -> None:
        children = self.stack[-1].children
        last = children[-1] if children else None
        if isinstance(last, Text) and last.end == start:
            last.end = end
        else:
            children.append(Text(start, end))
        self.at = end

    def _find(self, mark: str, at: int) -> int:
        """Like str.find, but a mark that is missing is looked for once."""
        if at >= self.missing.get(mark, self.end + 1):
            return -1
        found = self.source.find(mark, at, self.end)
        if found < 0:
            self.missing[mark] = at
        return found

    def _markup(self) -> None:
        source, at = self.source, self.at
        following = source[at + 1 : at + 2]
        if following == "!" or following == "?":
            if source.startswith("<!--", at):
                close = self._find("-->", at + 4)
                # A comment that is never closed would swallow the plan: only its own mark is passed over.
                self.at = close + 3 if close >= 0 else at + 4
                return
            close = self._find(">", at)
            self.at = close + 1 if close >= 0 else self.end
            return
        is_end = following == "/"
        name_match = _NAME.match(source, at + 1 + is_end, self.end)
        if name_match is None:
            # A bare "<" is a character of the text, as in "<5%".
            self._text(at, at + 1)
            return
        close = self._tag_end(name_match.end())
        if close < 0:
            self._text(at, at + 1)
            return
        name = name_match.group().lower()
        self.at = close + 1
        if is_end:
            self._close(name)
        elif name in _UNREAD:
            self._skip(name, source[close - 1] == "/")
        else:
            self._open(name, name_match.end(), close)

    def _tag_end(self, at: int) -> int:
        """The ">" that ends a tag, quoted ones passed over; -1 where another tag or the end comes first."""
        while (mark := _TAG_MARK.search(self.source, at, self.end)) is not None:
            if mark.group() == ">":
                return mark.start()
            if mark.group() == "<":
                return -1
            after = self._find(mark.group(), mark.end())
            if after < 0:
                return self._find(">", at)  # a quote that is never closed
            at = after + 1
        return -1

    def _skip(self, name: str, self_closing: bool) -> None:
        """Pass over an element whose content is not shown."""
        if self_closing:
            return
        mark = f"</{name}"
        if self.at < self.missing.get(mark, self.end + 1):
            close = re.compile(mark, re.IGNORECASE).search(self.source, self.at, self.end)
            if close is not None:
                end = self._find(">", close.end())
                self.at = end + 1 if end >= 0 else self.end
                return
            self.missing[mark] = self.at
        # Never closed: for a script that is the rest of the file, as in a browser.
        if name in ("script", "style", "textarea"):
            self.at = self.end

    def _open(self, name: str, at: int, close: int) -> None:
        if name in BLOCKS:
            self._close_implied(name)
        if name not in BLOCKS and name not in _INLINE_KEPT and name not in VOID:
            return
        if name == "a":
            self._close_implied(name)
        node = Node(name, self._attributes(at, close))
        self.stack[-1].children.append(node)
        self.nodes.append(node)
        if name not in VOID and self.source[close - 1] != "/" and len(self.stack) < MAX_DEPTH:
            self.stack.append(node)
            self.open[name] = self.open.get(name, 0) + 1

    def _attributes(self, at: int, close: int) -> dict[str, str]:
        if close - at < 3:
            return {}
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, at, min(close, at + 4000)):
            name = match.group("name").lower()
            if name in _KEPT_ATTRIBUTES and name not in found:
                found[name] = html.unescape(match.group("double") or match.group("single") or match.group("bare") or "")
        return found

    def _close_implied(self, name: str) -> None:
        """End the elements that a start tag ends: a row ends the cell before it, a block the paragraph before it."""
        if not any(self.open.get(open_name) for open_name in _CLOSES[name]):
            return
        for i in range(len(self.stack) - 1, 0, -1):
            open_name = self.stack[i].name
            if name in _CLOSED_BY.get(open_name, ()):
                self._pop(i)
                # A row ends the cell and then the row before it: look on from here.
                if open_name not in ("td", "th", "tr", "p"):
                    return
            elif open_name == "table" or open_name in _SCOPE.get(name, ()) or (open_name in BLOCKS and name == "a"):
                return

    def _pop(self, first: int) -> None:
        for node in self.stack[first:]:
            self.open[node.name] -= 1
        del self.stack[first:]

    def _close(self, name: str) -> None:
        if name == "br":
            self.nodes.append(Node("br"))
            self.stack[-1].children.append(self.nodes[-1])
            return
        if not self.open.get(name):
            return
        inline = name in _INLINE_KEPT and name != "a"
        for i in range(len(self.stack) - 1, 0, -1):
            open_name = self.stack[i].name
            if open_name == name:
                self._pop(i)
                return
            if inline and open_name in BLOCKS:
                return
            if open_name == "table" and name != "table" and name not in ("html", "body"):
                return
            if open_name in ("td", "th") and name in ("div", "p", "span", "li"):
                return
