"""Word documents for tests: python-docx for the package, and the XML of what it has no words for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def xml(source: str) -> Any:
    """An element from XML whose root gets the namespaces of Word."""
    at = min(i for i in (source.find(" "), source.find(">"), source.find("/>")) if i > 0)
    return parse_xml(f"{source[:at]} {_NAMESPACES}{source[at:]}")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def word(fill: Callable[[Any], None]) -> bytes:
    """A document that ``fill`` has written into."""
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add(document: Any, source: str) -> None:
    """Add a paragraph or a table, given as XML, at the end of the body."""
    document.element.body.insert(len(document.element.body) - 1, xml(source))


def define_list(document: Any, number: int, levels: list[tuple[str, str]], extra: str = "") -> None:
    """A list of the given number: (format, text) of each level, as in ("chineseCounting", "%1、")."""
    numbering = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (kind, text) in enumerate(levels)
    )
    first = numbering.find("{*}num")
    first.addprevious(xml(f'<w:abstractNum w:abstractNumId="{number}">{body}</w:abstractNum>'))
    numbering.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{extra}</w:num>'))


def item(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}</w:p>'
    )


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of the given parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def bare(body: str, before: str = "") -> bytes:
    """The least package that is a Word document, with the given body."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
