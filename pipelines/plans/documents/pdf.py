"""PDF files with a text layer -> paragraphs and pipe rows in reading order; pages are parted by form feeds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pipelines.plans.documents import refusals
from pipelines.plans.documents.grid import plain_rows, write_rows
from pipelines.plans.documents.opened import OpenedDocument, TextBuilder
from pipelines.plans.documents.pdf_lines import (
    Piece,
    aligned_tables,
    baselines,
    join_lines,
    pieces_of,
    reading_order,
    spell,
)
from pipelines.plans.documents.pdf_page import Page, read_page
from pipelines.plans.documents.ruled_tables import RuledTable, find_tables
from pipelines.plans.model import Finding

_GARBLED = 0.3  # share of characters without a meaning from which a text layer is of no use
_MARKED = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)](?!\d)|第[一二三四五六七八九十百\d]+[章节篇条项]|专栏|附[件表录]"
    r"|[①-⑳●■◆▲★○□◇△·•]|[—-]\s*\d"
)
_SENTENCE_END = "。；！？：:;"
_FEW = 10  # characters of a line from which its ends tell where the text's edges are


@dataclass(slots=True)
class _Line:
    text: str
    x0: float
    x1: float
    y: float
    em: float
    rows: list[list[str]]


@dataclass(slots=True)
class _Setting:
    """How a block of running text is set."""

    edges: tuple[float, float] | None  # left and right
    furthest: float  # distance of baselines up to which lines may belong together
    is_indented: bool  # paragraphs begin with an indent


_Block = list[_Line]


def open_pdf(data: bytes, name: str) -> OpenedDocument:
    """Open a PDF. Raises Refusal for what is locked, damaged, too large, or has no text layer."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise refusals.encrypted_file(name) from error
        raise refusals.damaged_file(name, "PDF 结构无法解析") from error
    try:
        return _read(document, name)
    finally:
        document.close()


def _read(document: Any, name: str) -> OpenedDocument:
    import pypdfium2

    count = len(document)
    if count == 0:
        raise refusals.damaged_file(name, "PDF 中没有页面")
    if count > refusals.MAX_PDF_PAGES:
        raise refusals.file_too_large(name, f"共 {count} 页", f"{refusals.MAX_PDF_PAGES} 页")
    pages: list[list[_Block]] = []
    images: list[int] = []
    broken: list[int] = []
    characters = unmapped = 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            read = read_page(page, number)
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(number)
            pages.append([])
            continue
        characters += read.characters
        unmapped += read.unmapped
        if characters > refusals.MAX_PDF_CHARACTERS:
            raise refusals.file_too_large(name, "文字异常多", f"{refusals.MAX_PDF_CHARACTERS // 10_000} 万字")
        if read.characters < 20 and read.has_image:
            images.append(number)
        pages.append(_blocks(read))
    if len(broken) == count:
        raise refusals.damaged_file(name, "所有页面都无法打开")
    if characters == 0 or (images and characters < 20 * count and len(images) >= 0.8 * count):
        raise refusals.scanned_pdf(name, count) if images else refusals.no_text(name)
    if unmapped > _GARBLED * characters:
        raise refusals.unreadable_text_layer(name, 100 * unmapped / characters)
    findings = _doubts(name, images, broken, characters, unmapped)
    text = _write(pages)
    if not text.strip():
        raise refusals.no_text(name)
    return OpenedDocument(text, "pdf", findings)


def _doubts(name: str, images: list[int], broken: list[int], characters: int, unmapped: int) -> list[Finding]:
    findings = []
    if images:
        findings.append(
            Finding(
                "scanned_pages",
                "warning",
                f"文件《{name}》第 {_listed(images)} 页是图像，没有文字层，其中的内容未读取。",
                "请对这些页做 OCR（文字识别），或提供文字版。",
            )
        )
    if broken:
        message = f"文件《{name}》第 {_listed(broken)} 页已损坏，未读取。"
        findings.append(Finding("damaged_pages", "warning", message, "请重新下载或向来文单位索取完整的原文件。"))
    if unmapped > max(5, 0.01 * characters):
        message = f"文件《{name}》的文字层有 {unmapped} 个字符没有对应的文字（约 {100 * unmapped / characters:.0f}%）。"
        findings.append(Finding("unreadable_characters", "warning", message, "请与原件核对；必要时提供 Word 文字版。"))
    return findings


def _listed(pages: list[int]) -> str:
    shown = "、".join(map(str, pages[:10]))
    return shown if len(pages) <= 10 else f"{shown} 等 {len(pages)}"


# --- one page ---------------------------------------------------------------------------------------------------


def _blocks(page: Page) -> list[_Block]:
    """Blocks of lines of a page in reading order. Text turned against the rest comes last."""
    blocks: list[_Block] = []
    for i, (_, glyphs) in enumerate(page.turns):
        tables = find_tables(page.across, page.down) if i == 0 else []
        free = []
        for glyph in glyphs:
            if not any(table.take(glyph) for table in tables if table.top <= glyph.y <= table.bottom + glyph.em):
                free.append(glyph)
        for drawing in [table for table in tables if not table.is_filled()]:
            tables.remove(drawing)
            free += [glyph for cell in drawing.glyphs.values() for glyph in cell]
        pieces = pieces_of(baselines(free))
        if i == 0:
            taken = [(t.top - 1, t.bottom + 1) for t in tables]
            rules = [r for r in page.across if not any(a <= r.at <= b for a, b in taken)]
            pieces = aligned_tables(pieces + [_table_piece(t) for t in tables if t.glyphs], rules)
        blocks += [_lines(block) for block in reading_order(pieces)]
    return blocks


def _table_piece(table: RuledTable) -> Piece:
    cells = {
        region: join_lines([spell(line, True) for line in baselines(glyphs)]) for region, glyphs in table.glyphs.items()
    }
    rows = [["" if region is None else cells.get(region, "") for region in row] for row in table.rows()]
    return Piece("", table.xs[0], table.xs[-1], table.top, table.bottom, 12.0, rows)


def _lines(block: list[Piece]) -> _Block:
    """Pieces on one baseline put side by side."""
    lines: _Block = []
    for piece in block:
        last = lines[-1] if lines else None
        if last is not None and not last.rows and not piece.rows and piece.y - last.y <= 0.45 * max(piece.em, last.em):
            if piece.x0 >= last.x0:
                last.text, last.x1 = f"{last.text}  {piece.text}", max(last.x1, piece.x1)
            else:
                last.text, last.x0 = f"{piece.text}  {last.text}", piece.x0
        else:
            lines.append(_Line(piece.text, piece.x0, piece.x1, piece.y, piece.em, piece.rows))
    return lines


# --- the whole document -----------------------------------------------------------------------------------------


def _write(pages: list[list[_Block]]) -> str:
    """The text: lines that fill the width run on to the next, so that paragraphs are whole within a page."""
    every = [line for page in pages for block in page for line in block if not line.rows]
    pitch = _pitch(block for page in pages for block in page)
    single = [page for page in pages if len(page) == 1]
    edges = None
    if len(single) * 2 >= len(pages):
        edges = _edges(line for page in single for block in page for line in block)
    indented = edges is not None and any(abs(line.x0 - edges[0] - 2 * line.em) < 0.7 * line.em for line in every)
    builder = TextBuilder()
    for number, page in enumerate(pages):
        if number:
            builder.end_line()
            builder.verbatim("\f\n", -1)
        for block in page:
            own = edges if len(page) == 1 and edges is not None else _edges(block)
            own_pitch = _pitch([block])
            size = median([line.em for line in block if not line.rows] or [0.0])
            furthest = 1.3 * own_pitch if own_pitch else max(1.3 * (pitch or 0), 2.2 * size)
            _write_block(block, _Setting(own, furthest, indented or own != edges), builder)
    return builder.finish()[0]


def _write_block(block: _Block, setting: _Setting, builder: TextBuilder) -> None:
    before: _Line | None = None
    for line in block:
        if line.rows:
            write_rows(plain_rows(line.rows), builder)
            before = None
            continue
        if before is not None and _runs_on(before, line, setting):
            builder.add(_joint(before.text, line.text))
        else:
            builder.end_line()
        builder.add(line.text)
        before = line
    builder.end_line()


def _joint(before: str, after: str) -> str:
    return join_lines([before[-1], after[0]])[1:-1]


def _runs_on(before: _Line, after: _Line, setting: _Setting) -> bool:
    """Whether a line is the rest of the paragraph of the line above it."""
    if setting.edges is None or abs(before.em - after.em) > 0.15 * before.em:
        return False
    if after.y - before.y > setting.furthest:
        return False
    left, right = setting.edges
    if before.x1 < right - 2.2 * before.em or after.x0 > left + 0.8 * after.em:
        return False
    ends = before.text[-1] in _SENTENCE_END
    if ends and not setting.is_indented:
        return False  # paragraphs set without an indent: the end of the sentence is all there is to go by
    return not (ends and _MARKED.match(after.text))


def _pitch(blocks: Iterable[_Block]) -> float | None:
    """Usual distance from line to line; None where there are too few lines to tell."""
    steps = Counter(
        round(b.y - a.y)
        for block in blocks
        for a, b in pairwise(block)
        if not a.rows and not b.rows and 0 < b.y - a.y < 6 * a.em and len(a.text) >= _FEW
    )
    usual, count = steps.most_common(1)[0] if steps else (0, 0)
    return float(usual) if count >= 3 else None


def _edges(lines: Iterable[_Line]) -> tuple[float, float] | None:
    """Left and right edge of running text: the outermost that a fair part of the lines reach."""
    told = [line for line in lines if not line.rows and len(line.text) >= _FEW]
    if len(told) < 2:
        return None
    em = median(line.em for line in told)
    needed = max(2, 0.08 * len(told))
    starts = Counter(round(line.x0 / em) for line in told)
    ends = Counter(round(line.x1 / em) for line in told)
    left = min((k for k, n in starts.items() if n + starts[k + 1] >= needed), default=min(starts))
    right = max((k for k, n in ends.items() if n + ends[k - 1] >= needed), default=max(ends))
    return left * em, right * em
