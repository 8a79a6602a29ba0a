"""Labels of tables as a reader takes them: one form of letters, no layout spaces, the Chinese of two languages."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST_LABEL = 400  # characters; what is longer is a note, never the head of a column or row
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE |= {0x3000: 0x20, 0xA0: 0x20, 0x2212: 0x2D, 0xFE63: 0x2D, 0x2002: 0x20, 0x2003: 0x20, 0x2009: 0x20, 0xFEFF: 0x20}
_WIDE |= {0x3014: 0x28, 0x3015: 0x29, 0xFF65: 0xB7, 0x200B: 0x20, 0xAD: 0x20, 0x2013: 0x2D, 0x2012: 0x2D, 0x2010: 0x2D}
_WIDE |= {0xFF0D: 0x2D, 0x301C: 0x7E, 0x223C: 0x7E, 0x2103: 0x2103}
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002\u300a-\u3011\u2018-\u201d\u25cf"
_GAP = re.compile(rf"(?<=[{_CHINESE},:;()/%])\s+|\s+(?=[{_CHINESE},:;()/%])")
_SPACES = re.compile(r"\s+")
_HAS_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_ENGLISH_BRACKET = re.compile(r"\([^()\u4e00-\u9fff]*[A-Za-z][a-z]{2,}[^()\u4e00-\u9fff]*\)?")
# A run of Latin words is a translation where one of them is a word in small letters; GDP, PM2.5, R&D and kWh stay.
_ENGLISH_RUN = re.compile(r"[A-Za-z][A-Za-z0-9&.,'’\-/:;%#*+=\"“”() ]*")
_SMALL_WORD = re.compile(r"\b[A-Z]?[a-z]{2,}\b|\b(?:of|in|at|by|to|the|and|per)\b")
_NOTE_MARK = re.compile(r"[①-⑳\u2460-\u2473]|(?<=[\u4e00-\u9fff%)])[*★☆△▲]+$|\[\d\]$")


@lru_cache(maxsize=20_000)
def narrowed(text: str) -> str:
    """Full-width letters, digits and brackets as plain ones, every kind of space as one; nothing else changes."""
    return text[: 4 * LONGEST_LABEL].translate(_WIDE)


@lru_cache(maxsize=20_000)
def tidy(text: str) -> str:
    """A label in one line: no spaces beside Chinese characters (杭 州 市), English of a bilingual label left out."""
    plain = narrowed(text)
    if _HAS_CHINESE.search(plain):
        plain = "\n".join(_without_english(line) for line in plain.splitlines())
    return _GAP.sub("", _SPACES.sub(" ", plain)).strip()


def is_foreign(text: str) -> bool:
    """Whether a label is a translation: Latin words only, one of them in small letters."""
    plain = narrowed(text)
    return (
        not _HAS_CHINESE.search(plain)
        and bool(re.search("[A-Za-z]{3,}", plain))
        and bool(re.search("[a-z]{2,}", plain))
    )


def indent_of(text: str, by_format: int) -> int:
    """Levels of indentation: of the cell's format, else one for every two leading spaces."""
    plain = narrowed(text)
    return by_format or (len(plain) - len(plain.lstrip(" \t"))) // 2


def without_note_marks(text: str) -> str:
    """A label without the marks that refer to foot notes (①, a star at its end)."""
    return _NOTE_MARK.sub("", text).strip()


def _without_english(line: str) -> str:
    if not _HAS_CHINESE.search(line):
        return "" if _SMALL_WORD.search(line) and re.search("[a-z]{3,}", line) else line
    line = _ENGLISH_BRACKET.sub("", line)

    def kept(match: re.Match[str]) -> str:
        run = match.group()
        return "" if re.search(r"(?:^|[ (\-/&])[A-Z]?[a-z]{2,}", run) and len(run.strip()) >= 4 else run

    return _ENGLISH_RUN.sub(kept, line)
