"""Vocabulary of plan texts, kept as tables that a domain person can read and amend."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of ``<name>.tsv`` without comments and the header line."""
    lines = [line for line in (_HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line.strip()]
    body = [line for line in lines if not line.startswith("#")]
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in body[1:])


@cache
def words(name: str, kind: str) -> tuple[str, ...]:
    """Words of one class (first column) of a two-column table, longest first."""
    found = {row[1] for row in rows(name) if row[0] == kind}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def pattern(kind: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """One expression for all words of a class of ``words.tsv``, between what must stand before and after it."""
    return re.compile(f"{before}(?:{'|'.join(words('words', kind))}){after}")


@cache
def unit_classes() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("units")}
