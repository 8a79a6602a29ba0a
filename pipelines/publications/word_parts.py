"""Pieces of WordprocessingML that python-docx has no call for: fonts of all scripts, grids, rules, fields, frames."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from pipelines.publications import gbt9704 as form

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text that XML can hold."""
    return _UNWRITABLE.sub("", text)


def element(name: str, **attributes: object) -> Any:
    """An element of the ``w`` namespace with attributes of it."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def set_fonts(properties: Any, font: str) -> None:
    """Name one font for every script in run properties, in place of what a theme would give."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font, hint="eastAsia"))


def style(document: Any, name: str, font: str, size: float, line_twips: int | None = None, **layout: Any) -> Any:
    """A paragraph style of one font and size, on exact lines.

    ``layout`` takes ``align``, ``indent`` (characters of the first line), ``level`` (of the outline, from 0), ``keep``
    (with the next paragraph), ``colour`` and ``before`` (points).
    """
    from docx.enum.style import WD_STYLE_TYPE

    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.font.size = Pt(size)
    set_fonts(made.element.get_or_add_rPr(), font)
    if size == form.SIZE_3:
        made.element.get_or_add_rPr().append(element("spacing", val=-form.tightening_twips()))
    if layout.get("colour"):
        made.element.get_or_add_rPr().append(element("color", val=layout["colour"]))
    properties = made.element.get_or_add_pPr()
    if layout.get("keep"):
        properties.append(element("keepNext"))
    properties.append(element("snapToGrid", val=0))
    before = round(layout.get("before", 0) * 20)
    line = line_twips or form.line_pitch_twips()
    properties.append(element("spacing", before=before, after=0, line=line, lineRule="exact"))
    indent = layout.get("indent", 0)
    if indent:
        width = round(indent * form.character_pitch_points() * 20)
        properties.append(element("ind", firstLineChars=indent * 100, firstLine=width))
    if layout.get("align"):
        properties.append(element("jc", val=layout["align"]))
    if "level" in layout:
        properties.append(element("outlineLvl", val=layout["level"]))
    return made


def grid(section: Any) -> None:
    """The grid of lines and characters of a section."""
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    pitch, space = form.line_pitch_twips(), form.character_space()
    properties.append(element("docGrid", type="linesAndChars", linePitch=pitch, charSpace=space))


def rule(paragraph: Any, side: str, mm: float, colour: str = "auto", space_pt: int = 1) -> None:
    """A rule above (``top``) or below (``bottom``) a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
        )
    borders.append(element(side, val="single", sz=form.eighths(mm), space=space_pt, color=colour))


def at_bottom(table: Any, width_twips: int) -> None:
    """Let a table of one column stand at the bottom of the text area, between the rules of a 版记."""
    properties = table._tbl.tblPr
    left = form.twips(form.LEFT_MM)
    place = element("tblpPr", leftFromText=0, rightFromText=0, vertAnchor="margin", horzAnchor="page", tblpX=left)
    place.set(qn("w:tblpYSpec"), "bottom")
    for name in ("w:tblStyle", "w:tblW", "w:tblBorders"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    borders = element("tblBorders")
    for side, mm in (("top", form.OUTER_RULE_MM), ("bottom", form.OUTER_RULE_MM), ("insideH", form.INNER_RULE_MM)):
        borders.append(element(side, val="single", sz=form.eighths(mm), space=0, color="auto"))
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=0, type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    for one in (place, element("tblW", w=width_twips, type="dxa"), borders):
        layout.addprevious(one)
    layout.addnext(margins)
    for column in table._tbl.tblGrid.findall(qn("w:gridCol")):
        column.set(qn("w:w"), str(width_twips))
    for cell in table._tbl.iter(qn("w:tcW")):
        cell.set(qn("w:w"), str(width_twips))


def page_number(paragraph: Any) -> None:
    """— 1 —: a field between two dashes."""
    paragraph.add_run("— ")
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "instr":
            instruction = element("instrText")
            instruction.text = " PAGE "
            run._r.append(instruction)
        elif kind == "text":
            run.text = "1"
        else:
            run._r.append(element("fldChar", fldCharType=kind))
    paragraph.add_run(" —")


def tab_right(paragraph: Any, at_twips: int) -> None:
    """A tab stop whose text ends at ``at_twips``."""
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=at_twips))
    paragraph._p.get_or_add_pPr().insert_element_before(tabs, "w:snapToGrid", "w:spacing", "w:ind", "w:jc")
