"""Making the files of a document: read, put into words, hold against the marts, write. Wiring alone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipelines.publications.annex import write_xlsx
from pipelines.publications.blocks import Document
from pipelines.publications.bulletin import bulletin
from pipelines.publications.content import Content
from pipelines.publications.meetings import quarterly_pack, weekly_sheet
from pipelines.publications.page import write_html
from pipelines.publications.proof import NotBorneOut, figures_amiss, numbers_amiss
from pipelines.publications.reading import read_content, rows
from pipelines.publications.record import SUFFIX, write_record
from pipelines.publications.settings import Look, load_look, settings_file
from pipelines.publications.word import write_docx
from pipelines.settings import Settings
from pipelines.warehouse.query import open_published

if TYPE_CHECKING:
    import duckdb

Kind = Literal["通报", "会商", "推进会"]
KINDS: tuple[Kind, ...] = ("通报", "会商", "推进会")
_MAKERS = {"通报": bulletin, "会商": weekly_sheet, "推进会": quarterly_pack}


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a document, and what they say."""

    content: Content
    document: Document
    files: tuple[Path, ...]


def build(settings: Settings, region: str, month: date, kind: Kind, output: Path | None = None) -> Built:
    """Write the files of a document about a region's month; the same published file gives the same bytes.

    So does the same day of a past view built again, but for the record, which names the version.

    Args:
        settings: this installation, with ``as_of`` for a past view.
        region: name or code.
        month: its first day; the pack takes the last month of its quarter.
        output: folder; without one ``bulletins/<region code>/<month>/`` of the home, or of the past view.

    Raises:
        NoWarehouse: nothing is published.
        UnclearBulletin: an unknown region, or a month without verdicts.
        UnclearSettings: ``bulletin.yml`` cannot be used.
        NotBorneOut: a figure does not follow from the marts; nothing is written.
        OSError: a file cannot be written.
    """
    if kind == "推进会":
        month = month.replace(month=(month.month + 2) // 3 * 3)
    with open_published(settings.view) as connection:
        content = read_content(connection, region, month)
        look = load_look(settings_file(settings.project_dir), content.region_code)
        document = compose(content, look, kind)
        prove(connection, document)
    folder = output or settings.view / "bulletins" / content.region_code / f"{month:%Y-%m}"
    stem = f"{content.region_name}_{month:%Y-%m}_{kind}"
    if content.publication.is_example:
        stem += "_示例数据"
    files = {f"{stem}{suffix}": data for suffix, data in render(document, content).items()}
    files[f"{stem}{SUFFIX}"] = write_record(document, content, files)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in files.items():
        path = folder / name
        path.write_bytes(data)
        written.append(path)
    return Built(content, document, tuple(written))


def regions_of_month(settings: Settings, month: date) -> list[str]:
    """Codes of the regions that have verdicts in a month. Raises `NoWarehouse`."""
    with open_published(settings.view) as connection:
        known = rows(connection, "regions")
    ends = {row["region_code"]: row["month_ends"] or [] for row in known}
    return [code for code, found in ends.items() if any((e.year, e.month) == (month.year, month.month) for e in found)]


def compose(content: Content, look: Look, kind: Kind) -> Document:
    """The document of a kind, with the settings' texts filled in."""
    return _MAKERS[kind](content, look.filled(content.region_name.text, content.month))


def render(document: Document, content: Content) -> dict[str, bytes]:
    """The files by suffix; a document without tables has no workbook.

    Raises `NotBorneOut` where a number of the finished .docx is not one of the recorded figures.
    """
    when = datetime.combine(content.publication.cut_off, time())
    word = write_docx(document, when)
    amiss = numbers_amiss(docx_paragraphs(word), document.lines())
    if amiss:
        raise NotBorneOut(f"文档中的数与记录不符：{amiss[0]}")
    files = {".docx": word, ".html": write_html(document).encode()}
    if document.tables:
        files[".xlsx"] = write_xlsx(document, when)
    return files


def prove(connection: duckdb.DuckDBPyConnection, document: Document) -> None:
    """Hold every figure of a document against the marts. Raises `NotBorneOut`."""
    amiss = figures_amiss(connection, document.lines())
    if amiss:
        raise NotBorneOut(f"有 {len(amiss)} 处与数据仓库不符，没有生成：{'；'.join(amiss[:3])}")


def docx_paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a finished .docx that say something of the marts, in order: title, text, cells and notes.

    Head, labels of annexes, headings of tables and the 版记 are furniture; their styles tell them apart.
    """
    import docx
    from docx.oxml.ns import qn

    from pipelines.publications.word import SAYING_STYLES

    made = docx.Document(io.BytesIO(data))
    ids = {style.style_id for style in made.styles if style.name in SAYING_STYLES}
    found = []
    for paragraph in made.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in ids:
            found.append("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
    return found
