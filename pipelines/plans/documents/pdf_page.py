"""What a page of a PDF holds: its characters with their boxes, and the ruling lines that are drawn on it.

Coordinates are points; x runs with the reading direction, y downwards, so that a page whose text is turned by a
quarter reads like any other.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

MAX_RULES = 4_000  # of one page; a drawing with more is no table
MAX_OBJECTS = 50_000
_THIN = 3.0
_WRITTEN_SPACES = {0x20, 0xA0, 0x3000}
_SPACES = {0x09, 0x0A, 0x0D, *_WRITTEN_SPACES}
_FORM_DEPTH = 3
# Radicals that fonts are mapped to instead of the character (U+2F00 and following have it in their decomposition).
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",  # the forms used in simplified Chinese
    "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)


@dataclass(slots=True)
class Glyph:
    character: str
    x0: float
    x1: float
    y: float  # baseline
    em: float
    is_spaced: bool = False  # a space stands before it in the file


@dataclass(slots=True)
class Rule:
    """A ruling line: at ``at`` across, from ``start`` to ``end`` along."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """Characters and rules of one page, by the direction of its text (quarter turns; the main direction first)."""

    number: int
    turns: list[tuple[int, list[Glyph]]]
    across: list[Rule]  # horizontal, in the main direction
    down: list[Rule]  # vertical
    has_image: bool
    characters: int
    unmapped: int  # characters for which the file gives no meaning


def read_page(page: Any, number: int) -> Page:
    """Read a page of pypdfium2."""
    turned, characters, unmapped = _glyphs(page)
    order = sorted(turned, key=lambda q: (-len(turned[q]), q))
    across, down, has_image = _rules(page, order[0] if order else 0)
    return Page(number, [(q, turned[q]) for q in order], across, down, has_image, characters, unmapped)


def _turn(quarters: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page in the direction of text turned by quarters to the left; y then runs downwards."""
    if quarters == 0:
        return x, -y
    if quarters == 1:
        return y, x
    if quarters == 2:
        return -x, y
    return -y, -x


@cache
def _meaning(code: int) -> str:
    """The character of a code: radicals and compatibility forms of ideographs become the ideographs they stand for."""
    if code in (0x02, 0xFFFE):
        return "-"
    if code < 0x20 or 0xD800 <= code < 0xE000 or 0x200B <= code <= 0x200F or code == 0xFEFF or code > 0x10FFFF:
        return ""
    character = chr(code)
    if 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", character)
    if 0x2E80 <= code <= 0x2EFF:
        return character.translate(_RADICALS)
    return character


def _is_unknown(code: int) -> bool:
    return code == 0 or code == 0xFFFD or 0xE000 <= code < 0xF900


def _glyphs(page: Any) -> tuple[dict[int, list[Glyph]], int, int]:
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    turned: dict[int, list[Glyph]] = {}
    seen: set[tuple[str, int, int, int]] = set()
    characters = unmapped = 0
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    left, bottom, right, top = page.get_cropbox()
    raw = text_page.raw
    try:
        high = 0
        space = False
        for i in range(pdfium.FPDFText_CountChars(raw)):
            code = pdfium.FPDFText_GetUnicode(raw, i)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            if code in _SPACES:
                # Spaces that the library puts in are guesses; gaps are judged when lines are spelt.
                space = space or (code in _WRITTEN_SPACES and pdfium.FPDFText_IsGenerated(raw, i) != 1)
                continue
            characters += 1
            if _is_unknown(code) or pdfium.FPDFText_HasUnicodeMapError(raw, i) == 1:
                unmapped += 1
                if code == 0:
                    continue
            character = _meaning(code)
            if not character or not pdfium.FPDFText_GetCharOrigin(raw, i, at_x, at_y):
                continue
            if not (left - 2 <= x.value <= right + 2 and bottom - 2 <= y.value <= top + 2):
                continue
            pdfium.FPDFText_GetLooseCharBox(raw, i, at_box)
            angle = pdfium.FPDFText_GetCharAngle(raw, i) / (math.pi / 2)
            quarters = round(angle)
            if abs(angle - quarters) > 0.1:
                continue  # a watermark across the page
            quarters = -quarters % 4  # the library counts to the right
            glyph = _glyph(character, quarters, x.value, y.value, box)
            glyph.is_spaced, space = space, False
            # Bold print is at times made by printing twice with a slight shift.
            step = max(0.3 * glyph.em, 0.5)
            here = {(character, quarters, round(glyph.x0 / step), round(glyph.y / step))}
            here.add((character, quarters, -1 - math.floor(glyph.x0 / step), math.floor(glyph.y / step)))
            if not seen.isdisjoint(here):
                continue
            seen |= here
            turned.setdefault(quarters, []).append(glyph)
    finally:
        text_page.close()
    return turned, characters, unmapped


def _glyph(character: str, quarters: int, x: float, y: float, box: Any) -> Glyph:
    x_a, y_a = _turn(quarters, box.left, box.bottom)
    x_b, y_b = _turn(quarters, box.right, box.top)
    start, baseline = _turn(quarters, x, y)
    x0, x1 = min(x_a, x_b, start), max(x_a, x_b)
    em = min(max(abs(y_b - y_a), 1.0), 200.0)
    if "\u2e80" <= character <= "\u9fff":
        # A Chinese character takes a square, whatever of it is inked.
        x1 = max(x1, x0 + em)
    return Glyph(character, x0, x1, baseline, em)


def _rules(page: Any, quarters: int) -> tuple[list[Rule], list[Rule], bool]:
    import pypdfium2.raw as pdfium

    boxes: list[tuple[float, float, float, float]] = []
    state = {"objects": 0, "image": 0}
    left, bottom, right, top = page.get_cropbox()
    whole = max(1.0, (right - left) * (top - bottom))
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def visit(count: int, get: Any, matrix: tuple[float, ...], depth: int) -> None:
        for i in range(count):
            state["objects"] += 1
            if state["objects"] > MAX_OBJECTS or len(boxes) > MAX_RULES:
                return
            item = get(i)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                boxes.extend(_path_boxes(item, matrix, whole))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found = _bounds(item, matrix)
                if found and (found[2] - found[0]) * (found[3] - found[1]) > 0.1 * whole:
                    state["image"] = 1
                elif found:
                    boxes.append(found)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
                inner = _times(_matrix(item), matrix)
                visit(
                    pdfium.FPDFFormObj_CountObjects(item),
                    lambda k, form=item: pdfium.FPDFFormObj_GetObject(form, k),
                    inner,
                    depth + 1,
                )

    visit(pdfium.FPDFPage_CountObjects(page.raw), lambda k: pdfium.FPDFPage_GetObject(page.raw, k), identity, 0)
    across: list[Rule] = []
    down: list[Rule] = []
    for x0, y0, x1, y1 in boxes[:MAX_RULES]:
        (a, b), (c, d) = _turn(quarters, x0, y0), _turn(quarters, x1, y1)
        a, c, b, d = min(a, c), max(a, c), min(b, d), max(b, d)
        if d - b <= _THIN < c - a:
            across.append(Rule((b + d) / 2, a, c))
        elif c - a <= _THIN < d - b:
            down.append(Rule((a + c) / 2, b, d))
    return across, down, bool(state["image"])


def _matrix(item: Any) -> tuple[float, ...]:
    import pypdfium2.raw as pdfium

    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(m)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix that applies ``m`` first and ``n`` then."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _bounds(item: Any, matrix: tuple[float, ...]) -> tuple[float, float, float, float] | None:
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
        return None
    x0, y0, x1, y1 = (s.value for s in sides)
    (a, b), (c, d) = _apply(matrix, x0, y0), _apply(matrix, x1, y1)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _path_boxes(item: Any, matrix: tuple[float, ...], whole: float) -> list[tuple[float, float, float, float]]:
    """Thin boxes for what a path draws: itself where it is thin, else its straight sides where they are stroked."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return []
    bounds = _bounds(item, matrix)
    if bounds is None:
        return []
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if min(width, height) <= _THIN:
        return [bounds]
    count = pdfium.FPDFPath_CountSegments(item)
    if count > 4 * MAX_RULES or (width * height > 0.9 * whole and count <= 6):
        return []
    matrix = _times(_matrix(item), matrix)
    boxes: list[tuple[float, float, float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []

    def finish() -> None:
        """One outline of the path: a thin filled one is a rule; of a stroked one each straight side is."""
        if len(points) < 2:
            return
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            boxes.append(box)
        elif stroke.value:
            for (a, b), (c, d) in pairwise(points):
                if abs(a - c) <= 1 or abs(b - d) <= 1:
                    boxes.append((min(a, c), min(b, d), max(a, c), max(b, d)))

    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _apply(matrix, x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            finish()
            points = [point]
        else:
            points.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != point:
                points.append(points[0])
    finish()
    return boxes
