"""Word documents (.docx) -> lines of text and pipe rows, as a reader of the page sees them.

Automatic numbers are written out, insertions under revision are kept and deletions dropped, text boxes follow the
paragraph that holds them, foot- and endnotes come last. Headers and footers are no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipelines.plans.documents import refusals
from pipelines.plans.documents.grid import Spanned, lay_out, plain_rows, write_rows
from pipelines.plans.documents.numbering import Numbering, attribute, child, local, read_numbering
from pipelines.plans.documents.opened import OpenedDocument, TextBuilder
from pipelines.plans.documents.package import Package

_DROPPED = {
    "del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "tblPr", "sdtPr", "fldData", "rt",
    "Fallback", "annotationRef", "commentReference", "footnoteRef", "endnoteRef", "object", "control",
}  # fmt: skip
_SYMBOLS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB9: "≠", 0xBB: "≈", 0x6D: "μ", 0x25: "%"}
_LEADER = "………"  # the dots between an entry of a table of contents and its page
_RAISED = {"2": "²", "3": "³"}
_OFF = {"0", "false", "off", "none"}


@dataclass(slots=True)
class _Style:
    based_on: str = ""
    list_id: str | None = None
    level: int | None = None
    is_contents: bool = False


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under way: its characters and the boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_contents: bool = False
    field_depth: list[bool] = field(default_factory=list)  # per open field: its result has begun

    def text(self) -> str:
        return "".join(self.pieces)


def open_word(data: bytes, name: str) -> OpenedDocument:
    """Open a .docx. Raises Refusal for what is locked, damaged or holds no text."""
    package = Package(data, name)
    reader = _Reader(package)
    text = reader.read()
    if not text.strip():
        raise refusals.no_text(name)
    return OpenedDocument(text, "docx")


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = self._styles()
        self.numbering = self._numbering()
        self.builder = TextBuilder()
        self.joined: _Paragraph | None = None  # a paragraph whose end mark was deleted under revision
        self.cited: list[tuple[str, str]] = []

    def read(self) -> str:
        for element in self.package.body_elements():
            self._block(element)
        self._flush()
        for kind, part_kind in (("footnote", "footnotes"), ("endnote", "endnotes")):
            self._notes(kind, part_kind)
        return self.builder.finish()[0]

    # --- parts beside the body ------------------------------------------------------------------------------

    def _styles(self) -> dict[str, _Style]:
        part = self.package.part_of_type("styles")
        root = self.package.tree(part) if part else None
        styles: dict[str, _Style] = {}
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            style = _Style()
            based, properties, name = child(element, "basedOn"), child(element, "pPr"), child(element, "name")
            if based is not None:
                style.based_on = attribute(based, "val") or ""
            if properties is not None:
                style.list_id, style.level = _number_of(properties)
            style.is_contents = name is not None and (attribute(name, "val") or "").lower().startswith("toc ")
            styles[attribute(element, "styleId") or ""] = style
        return styles

    def _numbering(self) -> Numbering:
        part = self.package.part_of_type("numbering")
        root = self.package.tree(part) if part else None
        return read_numbering(root) if root is not None else Numbering()

    def _notes(self, kind: str, part_kind: str) -> None:
        wanted = [identity for cited, identity in self.cited if cited == kind]
        part = self.package.part_of_type(part_kind) if wanted else None
        root = self.package.tree(part) if part else None
        if root is None:
            return
        by_identity = {attribute(note, "id"): note for note in root if local(note) == kind}
        for number, identity in enumerate(wanted, 1):
            note = by_identity.get(identity)
            if note is not None:
                self.builder.end_line()
                words = " ".join(filter(None, (line.strip() for line in self._cell_lines(note))))
                self.builder.add(f"注{number}：{words}" if words else "")
                self.builder.end_line()

    # --- blocks ---------------------------------------------------------------------------------------------

    def _block(self, element: Any) -> None:
        kind = local(element)
        if kind == "p":
            self._paragraph(element)
        elif kind == "tbl":
            self._flush()
            self._table(element)
        elif kind == "AlternateContent":
            chosen = _choice(element)
            if chosen is not None:
                self._blocks(chosen)
        elif kind not in _DROPPED and kind != "sectPr":
            self._blocks(element)

    def _blocks(self, element: Any) -> None:
        for inner in element:
            self._block(inner)

    def _paragraph(self, element: Any) -> None:
        paragraph = self.joined
        if paragraph is None:
            paragraph = self._begin(element)
        self._runs(element, paragraph)
        if _end_is_deleted(element):
            self.joined = paragraph
            return
        self.joined = None
        self._finish(paragraph)

    def _begin(self, element: Any) -> _Paragraph:
        paragraph = _Paragraph()
        properties = child(element, "pPr")
        style_name = ""
        list_id: str | None = None
        level: int | None = None
        if properties is not None:
            style = child(properties, "pStyle")
            style_name = (attribute(style, "val") or "") if style is not None else ""
            list_id, level = _number_of(properties)
        if list_id is None:
            list_id, level = self._number_of_style(style_name, level)
        paragraph.is_contents = style_name in self.styles and self.styles[style_name].is_contents
        if list_id not in (None, "0") and _has_words(element):
            assert list_id is not None
            paragraph.pieces.append(self.numbering.next_label(list_id, level or 0))
        return paragraph

    def _number_of_style(self, name: str, level: int | None) -> tuple[str | None, int | None]:
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            style = self.styles[name]
            if style.list_id is not None:
                own = self.numbering.level_of_style(style.list_id, name)
                return style.list_id, level if level is not None else own if own is not None else style.level
            level = level if level is not None else style.level
            name = style.based_on
        return None, None

    def _flush(self) -> None:
        if self.joined is not None:
            self._finish(self.joined)
            self.joined = None

    def _finish(self, paragraph: _Paragraph) -> None:
        for line in _tidy(paragraph).split("\n"):
            self.builder.add(line)
            self.builder.end_line()
        self.cited += paragraph.notes
        for box in paragraph.boxes:
            self._blocks(box)

    # --- runs -----------------------------------------------------------------------------------------------

    def _runs(self, element: Any, paragraph: _Paragraph) -> None:
        for inner in element:
            self._run_content(inner, paragraph)

    def _run_content(self, element: Any, paragraph: _Paragraph) -> None:
        kind = local(element)
        if kind == "fldChar":
            _field_mark(attribute(element, "fldCharType"), paragraph)
        elif not kind or kind in _DROPPED or (paragraph.field_depth and not all(paragraph.field_depth) and kind == "t"):
            return
        elif kind == "t":
            paragraph.pieces.append(element.text or "")
        elif kind == "r":
            self._run(element, paragraph)
        elif kind == "tab" or kind == "ptab":
            paragraph.pieces.append("\t")
        elif kind in ("br", "cr"):
            paragraph.pieces.append("\n")
        elif kind == "noBreakHyphen":
            paragraph.pieces.append("-")
        elif kind == "sym":
            paragraph.pieces.append(_symbol(element))
        elif kind in ("footnoteReference", "endnoteReference"):
            paragraph.notes.append((kind.removesuffix("Reference"), attribute(element, "id") or ""))
        elif kind == "txbxContent":
            paragraph.boxes.append(element)
        elif kind == "AlternateContent":
            chosen = _choice(element)
            if chosen is not None:
                self._runs(chosen, paragraph)
        elif kind != "tbl":
            self._runs(element, paragraph)

    def _run(self, element: Any, paragraph: _Paragraph) -> None:
        properties = child(element, "rPr")
        if properties is not None:
            if _is_on(child(properties, "vanish")):
                return
            raised = child(properties, "vertAlign")
            if raised is not None and attribute(raised, "val") == "superscript":
                before = paragraph.text()[-1:]
                inner = _Paragraph()
                self._runs(element, inner)
                characters = inner.text()
                paragraph.notes += inner.notes
                if before in ("m", "M", "米", "里"):
                    characters = _RAISED.get(characters, characters)
                paragraph.pieces.append(characters)
                return
        self._runs(element, paragraph)

    # --- tables ---------------------------------------------------------------------------------------------

    def _table(self, element: Any) -> None:
        rows = list(_table_rows(element))
        if all(len(cells) <= 1 for cells in rows):
            # A box around paragraphs (专栏): its lines are those of the text.
            for cells in rows:
                for cell, _, _ in cells:
                    self._blocks(cell)
            return
        spanned: list[list[Spanned[str]]] = []
        for cells in rows:
            out: list[Spanned[str]] = []
            for cell, columns, is_covered in cells:
                # A cell of a row merged into one above holds at most an empty paragraph.
                words = "" if cell is None or is_covered else "\n".join(self._cell_lines(cell))
                out.append(Spanned(words, columns))
            spanned.append(out)
        write_rows(plain_rows(lay_out(spanned, "")), self.builder)

    def _cell_lines(self, cell: Any) -> list[str]:
        """Paragraphs of a cell, those of tables and boxes inside it included."""
        outer, outer_joined = self.builder, self.joined
        self.builder, self.joined = TextBuilder(), None
        self._blocks(cell)
        self._flush()
        text = self.builder.finish()[0]
        self.builder, self.joined = outer, outer_joined
        lines = [line for line in text.split("\n") if line]
        return [line.strip("| ").replace(" | ", " ") if line.startswith("| ") else line for line in lines]


def _table_rows(table: Any) -> Iterator[list[tuple[Any, int, bool]]]:
    """Rows of a table: cells with the columns each covers, and whether a cell above covers it."""
    for element in table:
        kind = local(element)
        if kind == "tr":
            properties = child(element, "trPr")
            if properties is not None and child(properties, "del") is not None:
                continue
            cells: list[tuple[Any, int, bool]] = []
            before = child(properties, "gridBefore") if properties is not None else None
            if before is not None:
                cells.append((None, _columns(before), True))
            cells.extend(_row_cells(element))
            yield cells
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _table_rows(element)


def _row_cells(row: Any) -> Iterator[tuple[Any, int, bool]]:
    for element in row:
        kind = local(element)
        if kind == "tc":
            properties = child(element, "tcPr")
            columns, is_covered = 1, False
            if properties is not None:
                span = child(properties, "gridSpan")
                columns = _columns(span) if span is not None else 1
                down, across = child(properties, "vMerge"), child(properties, "hMerge")
                merges = [m for m in (down, across) if m is not None]
                is_covered = any((attribute(m, "val") or "continue") == "continue" for m in merges)
            yield element, columns, is_covered
        elif kind in ("sdt", "sdtContent", "customXml"):
            yield from _row_cells(element)


def _columns(element: Any) -> int:
    value = attribute(element, "val") or "1"
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


def _choice(element: Any) -> Any:
    """Of the alternatives for different readers, the first; both hold the same words."""
    chosen = child(element, "Choice")
    if chosen is None or not any(local(inner) in ("t", "txbxContent") for inner in chosen.iter()):
        fallback = child(element, "Fallback")
        return fallback if fallback is not None else chosen
    return chosen


def _number_of(properties: Any) -> tuple[str | None, int | None]:
    number = child(properties, "numPr")
    if number is None:
        return None, None
    identity, level = child(number, "numId"), child(number, "ilvl")
    value = attribute(level, "val") if level is not None else None
    return (
        attribute(identity, "val") if identity is not None else None,
        int(value) if value is not None and value.isdecimal() and len(value) < 3 else None,
    )


def _has_words(element: Any) -> bool:
    """An empty paragraph of a list shows its number too, but on the page it stands for nothing."""
    return any(local(inner) in ("t", "sym") for inner in element.iter())


def _end_is_deleted(element: Any) -> bool:
    properties = child(element, "pPr")
    mark = child(properties, "rPr") if properties is not None else None
    return mark is not None and child(mark, "del") is not None


def _is_on(element: Any) -> bool:
    return element is not None and (attribute(element, "val") or "1") not in _OFF


def _field_mark(kind: str | None, paragraph: _Paragraph) -> None:
    if kind == "begin":
        paragraph.field_depth.append(False)
    elif kind == "separate" and paragraph.field_depth:
        paragraph.field_depth[-1] = True
    elif kind == "end" and paragraph.field_depth:
        paragraph.field_depth.pop()


def _symbol(element: Any) -> str:
    """A character of a symbol font: signs that bear meaning; ticks and arrows are left out."""
    font = (attribute(element, "font") or "").lower()
    code = attribute(element, "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if font == "symbol":
        return _SYMBOLS.get(number & 0xFF, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""


def _tidy(paragraph: _Paragraph) -> str:
    """Tabs told apart: leaders of a table of contents, columns set with tabs, and mere gaps."""
    text = paragraph.text()
    if "\t" not in text:
        return text
    lines = []
    for line in text.split("\n"):
        bare = line.strip("\t \u3000")
        if paragraph.is_contents and "\t" in bare:
            entry, _, page = bare.rpartition("\t")
            bare = entry.replace("\t", " ") + _LEADER + page
        elif bare.count("\t") == 1:
            bare = bare.replace("\t", " ")
        lines.append(bare)
    return "\n".join(lines)
