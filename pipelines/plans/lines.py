"""A block of the clean view: a paragraph, a heading, or a row of a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """One block of the clean view: a paragraph, a heading or a row of a table.

    ``text`` is clean; ``offsets[i]`` is the place of ``text[i]`` in the shown text.
    """

    text: str
    offsets: list[int]
    kind: str = "text"  # text, row (of a table), furniture (page numbers, rules, pictures)
    hashes: int = 0  # markdown heading level
    raw_start: int = 0
    raw_end: int = 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Span in the shown text of the clean span ``[start, end)``."""
        return self.offsets[start], self.offsets[end - 1] + 1
