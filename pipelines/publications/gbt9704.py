"""The form of official documents, GB/T 9704-2012: its measures, each with its clause. Millimetres and points.

Twips are twentieths of a point. What the standard leaves open (sizes of table text, thickness of the red rule) says so.
"""

from __future__ import annotations

import math

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72

# 5.1, 5.2.1: A4; 天头 37, 订口 28, and a text area of 156 by 225, which leaves 26 and 35.
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
TOP_MM, LEFT_MM, BOTTOM_MM, RIGHT_MM = 37, 28, 35, 26
TEXT_WIDTH_MM = PAGE_WIDTH_MM - LEFT_MM - RIGHT_MM
TEXT_HEIGHT_MM = PAGE_HEIGHT_MM - TOP_MM - BOTTOM_MM

# 5.2.3: 22 lines a page, 28 characters a line, which fill the text area.
LINES, CHARACTERS = 22, 28

# 5.2.2 and 7: sizes in points. 2号 22, 3号 16, 4号 14, 5号 10.5.
SIZE_2, SIZE_3, SIZE_4, SIZE_5 = 22.0, 16.0, 14.0, 10.5
SIZE_TABLE = 9.0  # 小五; not laid down, table text is as large as its columns allow

# 7.2.4: the issuer's mark is red, its top 35 mm below that of the text area; 7.2.7: the red rule 4 mm below the 文号.
MARK_BELOW_TEXT_TOP_MM = 35
RULE_BELOW_NUMBER_MM = 4
RED = "FF0000"
RED_RULE_MM = 0.7  # not laid down

# 7.4.1: rules of the 版记.
OUTER_RULE_MM, INNER_RULE_MM = 0.35, 0.25

# 7.5: the dashes of the page number lie 7 mm below the text area.
NUMBER_BELOW_TEXT_MM = 7
NUMBER_LINE_MM = 7.0  # height of the line that holds the number; the dash is in its middle

# Fonts by use (5.2.2, 7.2.4, 7.3, 7.5). Named in the document and never embedded.
FANGSONG, KAI, HEI, SONG, TITLE_SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"


def points(mm: float) -> float:
    """Millimetres in points."""
    return mm * POINTS_PER_INCH / MM_PER_INCH


def twips(mm: float) -> int:
    """Millimetres in twips, rounded."""
    return round(points(mm) * 20)


def eighths(mm: float) -> int:
    """Millimetres in eighths of a point, as rules are measured; at least 2."""
    return max(2, round(points(mm) * 8))


def line_pitch_twips() -> int:
    """Pitch of the lines: 28.99 pt, rounded down, for rounded up only 21 lines would fit the page."""
    return int(points(TEXT_HEIGHT_MM) / LINES * 20)


def character_pitch_points() -> float:
    """Pitch of the characters: 15.79 pt, a little less than the 16 pt of the type."""
    return points(TEXT_WIDTH_MM) / CHARACTERS


def character_space() -> int:
    """``w:charSpace`` of the grid: pitch less the size of the type, in 4096ths of a point."""
    return round((character_pitch_points() - SIZE_3) * 4096)


def tightening_twips() -> int:
    """What is taken off each character so that 28 of them fit a line, in whole twips, rounded up.

    Word lays characters out by the grid; LibreOffice gives one that is wider than its cell two cells. So the styles
    leave the grid to the section and set lines and characters themselves, alike in both.
    """
    return math.ceil((SIZE_3 - character_pitch_points()) * 20)


def footer_distance_mm() -> float:
    """From the bottom of the page to that of the page number's line."""
    return BOTTOM_MM - NUMBER_BELOW_TEXT_MM - NUMBER_LINE_MM / 2


def mark_size(text: str, largest: float = 48.0) -> float:
    """Size of an issuer's mark in points: as large as one line takes it (the standard leaves it open)."""
    return min(largest, int(points(TEXT_WIDTH_MM) / (len(text) + 0.5) * 2) / 2)


def width(text: str) -> float:
    """Width of a text in full-width characters; those of ASCII count half."""
    return sum(0.5 if character.isascii() else 1 for character in text)
