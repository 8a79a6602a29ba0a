"""A document as .docx in the form of GB/T 9704-2012: the same bytes for the same document and day."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from pipelines.publications import gbt9704 as form
from pipelines.publications import word_parts as parts
from pipelines.publications.blocks import Document, Head, Table
from pipelines.publications.figures import Line, text_of
from pipelines.publications.package import fixed_package

_STYLES = {
    "title": "公文标题",
    "addressee": "公文主送",
    "body": "公文正文",
    "heading": "公文一级标题",
    "subheading": "公文二级标题",
    "signature": "公文署名",
    "date": "公文日期",
    "note": "公文注",
}
_CELL, _CELL_HEAD = "公文表格", "公文表头"
_ANNEX_TITLE, _HEAD = "公文附件标题", "公文版头"
# What is furniture (heads, labels, headings of tables, 版记) has other styles.
SAYING_STYLES = frozenset(_STYLES.values()) | {_CELL}


def write_docx(document: Document, when: datetime) -> bytes:
    """The document as the bytes of a .docx; ``when`` is its time of creation and change, and that of its entries."""
    made = docx.Document()
    _prepare(made, document, when)
    section = made.sections[0]
    _portrait(section)
    _furniture(section, document)
    _head(made, document.head)
    _title(made, document.title, document.head.kind != "none")
    for block in document.blocks:
        made.add_paragraph(text_of_clean(block.parts), style=_STYLES[block.role])
    for number, table in enumerate(document.tables, 1):
        _annex(made, table, number if len(document.tables) > 1 else None)
    if document.footnote:
        _last_page(made, document)
    stream = io.BytesIO()
    made.save(stream)
    return fixed_package(stream.getvalue(), when)


def text_of_clean(line: Line) -> str:
    """The text of a line as XML can hold it."""
    return parts.clean(text_of(line))


def _prepare(made: Any, document: Document, when: datetime) -> None:
    """Styles, properties and settings; what python-docx's own template brings with it goes."""
    made._body.clear_content()
    package = made.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]
    core = made.core_properties
    core.author = core.last_modified_by = "planledger"
    core.title = parts.clean("".join(document.marks) + text_of(document.title))
    core.created = core.modified = when
    core.comments, core.keywords, core.language, core.revision = "", "、".join(document.marks), "zh-CN", 1
    made.settings.odd_and_even_pages_header_footer = True
    defaults = made.styles.element.find(qn("w:docDefaults"))
    if defaults is not None:
        made.styles.element.remove(defaults)
    normal = made.styles["Normal"]
    normal.font.size = Pt(form.SIZE_3)
    run = normal.element.get_or_add_rPr()
    parts.set_fonts(run, form.FANGSONG)
    run.append(parts.element("lang", val="en-US", eastAsia="zh-CN"))
    normal.element.get_or_add_pPr().append(parts.element("widowControl", val=0))
    add = parts.style
    add(made, _STYLES["title"], form.TITLE_SONG, form.SIZE_2, 640, align="center", keep=True, level=0)
    add(made, _HEAD, form.FANGSONG, form.SIZE_3)
    add(made, _ANNEX_TITLE, form.TITLE_SONG, form.SIZE_2, 640, align="center", keep=True, level=1)
    add(made, _STYLES["addressee"], form.FANGSONG, form.SIZE_3)
    add(made, _STYLES["body"], form.FANGSONG, form.SIZE_3, align="both", indent=2)
    add(made, _STYLES["heading"], form.HEI, form.SIZE_3, indent=2, keep=True, level=1)
    add(made, _STYLES["subheading"], form.KAI, form.SIZE_3, indent=2, keep=True, level=2)
    add(made, _STYLES["signature"], form.FANGSONG, form.SIZE_3, align="right", keep=True)
    add(made, _STYLES["date"], form.FANGSONG, form.SIZE_3, align="right")
    add(made, _STYLES["note"], form.FANGSONG, form.SIZE_5, 300, align="both")
    add(made, _CELL, form.SONG, form.SIZE_TABLE, 240)
    add(made, _CELL_HEAD, form.HEI, form.SIZE_TABLE, 240, align="center")
    add(made, "公文页码", form.SONG, form.SIZE_4, form.twips(form.NUMBER_LINE_MM))
    add(made, "公文页眉", form.HEI, form.SIZE_5, 300, align="center", colour=form.RED)
    add(made, "公文附件", form.HEI, form.SIZE_3, keep=True)
    add(made, "公文版记", form.FANGSONG, form.SIZE_4, 500)


def _portrait(section: Any) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(form.PAGE_WIDTH_MM), Mm(form.PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(form.TOP_MM), Mm(form.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(form.LEFT_MM), Mm(form.RIGHT_MM)
    section.footer_distance, section.header_distance = Mm(form.footer_distance_mm()), Mm(15)
    section.gutter = 0
    parts.grid(section)


def _landscape(section: Any) -> None:
    """The page turned: what was the left margin is at the top, where odd pages are bound (clause 8)."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(form.PAGE_HEIGHT_MM), Mm(form.PAGE_WIDTH_MM)
    section.top_margin, section.bottom_margin = Mm(form.LEFT_MM), Mm(form.RIGHT_MM)
    section.left_margin, section.right_margin = Mm(form.BOTTOM_MM), Mm(form.TOP_MM)
    section.footer_distance, section.header_distance = Mm(form.RIGHT_MM - 7 - form.NUMBER_LINE_MM), Mm(12)


def _furniture(section: Any, document: Document) -> None:
    """Page numbers, right on odd pages and left on even ones; above every page what must not be missed."""
    for footer, side, edge in (
        (section.footer, "right", "rightChars"),
        (section.even_page_footer, "left", "leftChars"),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = "公文页码"
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parts.element("ind", **{edge: 100, side: round(form.SIZE_4 * 20)}))
        properties.append(parts.element("jc", val=side))
        parts.page_number(paragraph)
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].style = "公文页眉"
        header.paragraphs[0].add_run(parts.clean("　".join(document.marks)))


def _head(made: Any, head: Head) -> None:
    width = form.twips(form.TEXT_WIDTH_MM)
    if head.kind == "none":
        return
    size = form.mark_size(head.mark)
    mark = made.add_paragraph(style=_HEAD)
    run = mark.add_run(parts.clean(head.mark))
    run.font.size = Pt(size)
    parts.set_fonts(run._r.get_or_add_rPr(), form.TITLE_SONG)
    run._r.get_or_add_rPr().append(parts.element("color", val=form.RED))
    # The type is as high as its size and stands in the middle of its line.
    height = size * 1.3
    above = form.points(form.MARK_BELOW_TEXT_TOP_MM) if head.kind == "file" else form.points(10)
    _spaced(mark, before=above - (height - size) / 2, line=height, align="center")
    if head.kind == "file":
        for _ in range(2):
            made.add_paragraph(style=_HEAD)
        last = made.add_paragraph(text_of_clean(head.number), style=_HEAD)
        _spaced(last, align="center")
    else:
        number = made.add_paragraph(text_of_clean(head.number), style=_HEAD)
        _spaced(number, align="center")
        last = made.add_paragraph(style=_HEAD)
        parts.tab_right(last, width)
        last.add_run(parts.clean(head.office) + "\t" + (str(head.day) if head.day else ""))
    parts.rule(last, "bottom", form.RED_RULE_MM, form.RED, round(form.points(form.RULE_BELOW_NUMBER_MM)))


def _spaced(paragraph: Any, before: float = 0, line: float | None = None, align: str | None = None) -> None:
    properties = paragraph._p.get_or_add_pPr()
    if line is not None:
        properties.append(
            parts.element("spacing", before=round(before * 20), after=0, line=round(line * 20), lineRule="exact")
        )
    if align:
        properties.append(parts.element("jc", val=align))


def _title(made: Any, title: Line, is_below_head: bool) -> None:
    """Two lines below the red rule, one line left free below."""
    for _ in range(2 if is_below_head else 0):
        made.add_paragraph(style=_HEAD)
    paragraph = made.add_paragraph(style=_STYLES["title"])
    whole = text_of_clean(title)
    if form.width(whole) > form.points(form.TEXT_WIDTH_MM) / form.SIZE_2 - 1 and len(title) > 1:
        # Lines end where a word does (clause 7.3.1): whose and when above, what below.
        paragraph.add_run(text_of_clean(title[:-1])).add_break()
        paragraph.add_run(text_of_clean(title[-1:]))
    else:
        paragraph.add_run(whole)
    made.add_paragraph(style=_HEAD)


def _annex(made: Any, table: Table, number: int | None) -> None:
    """A table on landscape pages of its own, under the label 附件 and its title."""
    section = made.add_section(WD_SECTION.NEW_PAGE)
    _landscape(section)
    made.add_paragraph("附件" + (str(number) if number else ""), style="公文附件")
    made.add_paragraph(parts.clean(table.title), style=_ANNEX_TITLE)
    _table(made, table)
    for note in table.notes:
        made.add_paragraph(text_of_clean(note), style=_STYLES["note"])


def _table(made: Any, table: Table) -> None:
    grid = made.add_table(rows=0, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    widths = [form.twips(column.width_mm) for column in table.columns]
    for column, width in zip(grid._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    margins = parts.element("tblCellMar")
    for side in ("left", "right"):
        margins.append(parts.element(side, w=57, type="dxa"))
    grid._tbl.tblPr.append(margins)
    body = grid._tbl
    body.append(_row([(c.heading, _CELL_HEAD, "center") for c in table.columns], widths, is_head=True))
    for row in table.all_rows:
        cells = [
            (text_of_clean(cell), _CELL, "right" if column.is_number else "left")
            for cell, column in zip(row, table.columns, strict=True)
        ]
        body.append(_row(cells, widths, is_head=False))


def _row(cells: list[tuple[str, str, str]], widths: list[int], is_head: bool) -> Any:
    """A row as XML: python-docx would look every cell up again, which takes seconds for a long table."""
    row = parts.element("tr")
    properties = parts.element("trPr")
    properties.append(parts.element("cantSplit"))
    if is_head:
        properties.append(parts.element("tblHeader"))
    row.append(properties)
    for (text, style, align), width in zip(cells, widths, strict=True):
        cell = parts.element("tc")
        layout = parts.element("tcPr")
        layout.append(parts.element("tcW", w=width, type="dxa"))
        layout.append(parts.element("vAlign", val="center"))
        paragraph = parts.element("p")
        looks = parts.element("pPr")
        looks.append(parts.element("pStyle", val=style))
        looks.append(parts.element("jc", val=align))
        run, content = parts.element("r"), parts.element("t")
        content.text = text
        run.append(content)
        paragraph.extend([looks, run])
        cell.extend([layout, paragraph])
        row.append(cell)
    return row


def _last_page(made: Any, document: Document) -> None:
    """What the figures rest on, and at the bottom of the page the 版记."""
    section = made.add_section(WD_SECTION.NEW_PAGE)
    _portrait(section)
    made.add_paragraph("附注", style="公文附件")
    for note in document.footnote:
        made.add_paragraph(text_of_clean(note), style=_STYLES["note"])
    _colophon(made, document)


def _colophon(made: Any, document: Document) -> None:
    """抄送 and 印发 between rules, at the bottom of the last page."""
    colophon = document.colophon
    if not colophon.office:
        return
    width = form.twips(form.TEXT_WIDTH_MM)
    one = round(form.SIZE_4 * 20)
    made.add_paragraph(style=_STYLES["note"])  # what the table hangs on
    lines = [f"抄送：{colophon.copies}。"] if colophon.copies else []
    lines.append(colophon.office + "\t" + (f"{colophon.day}印发" if colophon.day else ""))
    grid = made.add_table(rows=len(lines), cols=1)
    grid.autofit = False
    parts.at_bottom(grid, width)
    for row, text in zip(grid.rows, lines, strict=True):
        paragraph = row.cells[0].paragraphs[0]
        paragraph.style = "公文版记"
        parts.tab_right(paragraph, width - one)
        paragraph._p.get_or_add_pPr().append(parts.element("ind", leftChars=100, left=one, rightChars=100, right=one))
        paragraph.add_run(parts.clean(text))
    made.add_paragraph(style=_STYLES["note"])  # a table cannot be the last thing of a document
