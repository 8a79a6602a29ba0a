"""Vocabulary of workbooks, kept as tables that a domain person can read and amend."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of ``<name>.tsv`` without comments and the header line; cells are stripped, short rows stay short."""
    lines = (_HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if line.strip() and not line.startswith("# ")]
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in body[1:])


@cache
def words(kind: str) -> frozenset[str]:
    """Words of one class (first column) of ``words.tsv``."""
    return frozenset(row[1] for row in rows("words") if row[0] == kind)


@cache
def pattern(kind: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """One expression for the words of a class, the longest first, between what must stand before and after."""
    longest_first = sorted(words(kind), key=lambda word: (-len(word), word))
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, longest_first))}){after}")
