"""What of a saved web page is its frame (navigation, related links, footer) and not the document.

Whatever holds long running text or a table with numbers is kept, whatever its name says: a line of navigation too
many does little harm, a lost paragraph does much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.plans.documents.markup import BLOCKS, Node, Text, Tree

_FRAME_ELEMENTS = {"nav", "aside", "footer", "dialog"}
_FRAME_ROLES = {"navigation", "contentinfo", "search", "complementary", "menu", "menubar"}
_FRAME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navi|navigation|menu|submenu|breadcrumbs?|crumb|crumbs|position|location|weizhi|dqwz|footer|foot|bottom|"
    r"copyright|sidebar|side|aside|share|bdsharebuttonbox|bshare|toolbar|tools|related|relate|recommend|friendlinks?|links|"
    r"top|topbar|header|hd|login|search|searchbox|pagination|pager|prevnext|pagenav|banner|logo|qrcode|erweima|accessibility|wza)"
    r"(?:box|bar|list|wrap|con|area|\d{0,2})?(?=$|[\s_-])",
    re.IGNORECASE,
)
_FRAME_LINE = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|技术支持|网站地图|联系我们|关于我们|设为首页|加入收藏|分享到|扫一扫|打印本页|【打印】|关闭窗口|【关闭】"
    r"|今天是|上一篇|下一篇|上一条|下一条|无障碍|长者模式|您现在的位置|当前位置|您的位置|字号[：:]|字体[：:]|浏览次数|点击数|责任编辑|用户登录|站内搜索"
)
_ABOUT_DOCUMENT = re.compile(
    "发布日期|发布时间|发文日期|成文日期|生成日期|信息来源|来源[：:]|文号|索引号|发文机关|发布机构|公开日期"
)
_SENTENCE = re.compile("[。；，！？、]")
_NUMBER = re.compile(r"\d[\d.,]*\s*(?:%|％)?$")
_HIDDEN = re.compile(
    r"display\s{0,5}:\s{0,5}none|mso-hide\s{0,5}:\s{0,5}all|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE
)
_RUNNING = 60  # characters of a paragraph that counts as long running text
_TITLE = 12  # characters from which a heading of the second level is the title of a document
_RUNNING_FRAME = 200  # the same in an element that calls itself a footer or a sidebar


@dataclass(slots=True)
class Content:
    """What an element holds, its descendants included."""

    characters: int = 0
    linked: int = 0  # characters inside links to other pages
    links: int = 0
    longest: int = 0  # characters of the longest paragraph that has commas or stops, links left out
    running: int = 0  # characters of all paragraphs that count as running text
    number_cells: int = 0  # cells that hold a number and no link
    has_title: bool = False


def _is_title(node: Node, content: Content) -> bool:
    """The heading of a document; that of a site or of a column of it is short or a link."""
    if content.links:
        return False
    return content.characters > 0 if node.name == "h1" else node.name == "h2" and content.characters >= _TITLE


class Frame:
    """Knows for each element of a page whether it is left out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.contents: dict[int, Content] = {}
        self._measure()
        self.main = self._main_element()

    def of(self, node: Node) -> Content:
        # An element that the page does not have (a cell put around bare text) holds nothing of a frame.
        return self.contents.get(id(node)) or Content(characters=1, running=1)

    def leaves_out(self, node: Node, inside_main: bool) -> bool:
        """Whether an element is frame. Elements around the main content are held to less than those inside it."""
        content = self.of(node)
        if node is self.main or node.name in ("root", "html", "body"):
            return False
        if self._is_hidden(node):
            return content.characters < 0.5 * self.of(self.tree.root).characters or content.characters == 0
        if content.has_title or content.number_cells >= 4:
            return False
        named = node.name in BLOCKS and self._is_named_frame(node)
        if content.longest >= (_RUNNING_FRAME if named else _RUNNING):
            return False
        if named and not inside_main:
            return True
        share = content.linked / content.characters if content.characters else 0.0
        if content.links >= 3 and share >= 0.5:
            return True
        if inside_main or self.main is None or node.name not in BLOCKS:
            return False
        if content.links >= 1 and share >= 0.3 and content.longest < 20:
            return True
        return content.characters <= 200 and content.number_cells == 0 and self._is_frame_line(node)

    def _is_frame_line(self, node: Node) -> bool:
        text = self._text(node)
        return bool(_FRAME_LINE.search(text)) and not _ABOUT_DOCUMENT.search(text)

    def _text(self, node: Node) -> str:
        pieces: list[str] = []
        waiting: list[Node | Text] = [node]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Text):
                pieces.append(self.tree.source[item.start : item.end])
            else:
                waiting.extend(reversed(item.children))
        return re.sub(r"\s+", "", "".join(pieces))

    def _is_named_frame(self, node: Node) -> bool:
        if node.name in _FRAME_ELEMENTS or node.attributes.get("role", "").lower() in _FRAME_ROLES:
            return True
        named = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}"
        return len(named) > 1 and bool(_FRAME_NAME.search(named))

    def _is_hidden(self, node: Node) -> bool:
        return "hidden" in node.attributes or bool(_HIDDEN.search(node.attributes.get("style", "")))

    def _measure(self) -> None:
        """Counts from the leaves up: children stand behind their parents in the list of elements."""
        source = self.tree.source
        direct: dict[int, tuple[int, int]] = {}  # inline content of an element: characters, marks of a sentence
        for node in reversed(self.tree.nodes):
            content = Content()
            characters = marks = 0
            is_link = (
                node.name == "a" and not node.attributes.get("href", "").startswith("#") and "href" in node.attributes
            )
            for child in node.children:
                if isinstance(child, Text):
                    text = source[child.start : child.end].strip()
                    length = len(text)
                    content.characters += length
                    characters += length
                    marks += len(_SENTENCE.findall(text)) if length else 0
                    continue
                inner = self.contents[id(child)]
                content.characters += inner.characters
                content.linked += inner.linked
                content.links += inner.links
                content.longest = max(content.longest, inner.longest)
                content.running += inner.running
                content.number_cells += inner.number_cells
                content.has_title = content.has_title or inner.has_title
                if child.name not in BLOCKS and child.name != "a":
                    inline = direct.get(id(child), (0, 0))
                    characters, marks = characters + inline[0], marks + inline[1]
            direct[id(node)] = (characters, marks)
            if node.name in BLOCKS or node.name == "root":
                if marks >= 1:
                    content.longest = max(content.longest, characters)
                    content.running += characters if characters >= _RUNNING else 0
                if node.name in ("td", "th") and content.links == 0 and content.characters <= 20:
                    content.number_cells += bool(_NUMBER.search(self._text(node)))
                content.has_title = content.has_title or _is_title(node, content)
            elif is_link:
                content.linked, content.links = content.characters, max(1, content.links)
            self.contents[id(node)] = content

    def _main_element(self) -> Node | None:
        """The innermost element that holds nearly all of the running text; None where a page has hardly any."""
        node = self.tree.root
        whole = self.of(node).running + 10 * self.of(node).number_cells
        if whole < _RUNNING:
            return None
        while True:
            heaviest = None
            for child in node.children:
                if isinstance(child, Node) and child.name in BLOCKS:
                    inner = self.of(child)
                    if inner.running + 10 * inner.number_cells >= 0.9 * whole:
                        heaviest = child
            if heaviest is None or heaviest.name in ("p", "td", "tr", "tbody", "table", "li"):
                return node
            node = heaviest
