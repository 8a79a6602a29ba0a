"""An opened document: its text, and where each character of it stands in the file as stored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipelines.plans.model import Finding

MediaType = Literal["text", "markdown", "html", "docx", "pdf", "unknown"]


class SourceOffsets:
    """Offsets of a shown text -> code-point offsets of the decoded file, in stretches of characters taken over whole.

    Characters that the file does not hold as such (line breaks for tags, pipes for cells, decoded entities) have no
    offset.
    """

    __slots__ = ("_lengths", "_sources", "_starts")

    def __init__(self, stretches: Sequence[tuple[int, int, int]]) -> None:
        """Args: stretches: ``(start in the text, start in the file, length)`` in the order of the text."""
        self._starts = [s[0] for s in stretches]
        self._sources = [s[1] for s in stretches]
        self._lengths = [s[2] for s in stretches]

    def at(self, offset: int) -> int | None:
        """The place in the file of the character at ``offset`` of the text."""
        found = self.span(offset, offset + 1)
        return found[0] if found else None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The place in the file of ``text[start:end]``, if the same characters stand there without a break."""
        i = bisect_right(self._starts, start) - 1
        if i < 0 or end > self._starts[i] + self._lengths[i] or start >= end:
            return None
        moved = self._sources[i] - self._starts[i]
        return start + moved, end + moved


@dataclass(slots=True)
class OpenedDocument:
    """What a file holds for a reader.

    Attributes:
        text: as it is shown to a reader; "" for a file that is refused.
        findings: what a person should know: a refusal (severity error), or a doubt about the text.
        source_offsets: None where there is nothing to map (the text is the file's characters, or the file is no
            text at all); ask `source_span`, which knows the difference.
        media_type: what the file turned out to be, whatever its name says.
        is_stored_text: the text is exactly the characters of the file, so that offsets are offsets of the file.
    """

    text: str
    media_type: MediaType
    findings: list[Finding] = field(default_factory=list)
    source_offsets: SourceOffsets | None = None
    is_stored_text: bool = False

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Code-point span in the decoded file of ``text[start:end]``; None where the file does not hold it as such."""
        if self.is_stored_text:
            return start, end
        return self.source_offsets.span(start, end) if self.source_offsets is not None else None


class TextBuilder:
    """Text put together from stretches of a source and from characters of our own, with the way back kept.

    Lines are written piece by piece. White space at either end of a line is dropped, and a line that stays empty is
    not written.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._stretches: list[tuple[int, int, int]] = []
        self._line: list[tuple[str, int]] = []  # (characters, place in the source or -1)

    def add(self, characters: str, source: int = -1) -> None:
        """Characters of the current line; ``source`` is where they stand in the file, -1 for characters of our own."""
        if characters:
            self._line.append((characters, source))

    def end_line(self) -> None:
        line = stripped(self._line)
        self._line = []
        for characters, source in line:
            self._write(characters, source)
        if line:
            self._write("\n", -1)

    def verbatim(self, characters: str, source: int) -> None:
        """Characters taken over as they stand, line breaks and spaces included."""
        self._write(characters, source)

    def _write(self, characters: str, source: int) -> None:
        if source >= 0 and characters:
            last = self._stretches[-1] if self._stretches else None
            if last is not None and last[0] + last[2] == self._length and last[1] + last[2] == source:
                self._stretches[-1] = (last[0], last[1], last[2] + len(characters))
            else:
                self._stretches.append((self._length, source, len(characters)))
        self._pieces.append(characters)
        self._length += len(characters)

    def finish(self) -> tuple[str, SourceOffsets]:
        self.end_line()
        return "".join(self._pieces), SourceOffsets(self._stretches)


def stripped(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Pieces of a line without white space at either end."""
    first, last = 0, len(pieces)
    while first < last and not pieces[first][0].strip():
        first += 1
    while last > first and not pieces[last - 1][0].strip():
        last -= 1
    kept = pieces[first:last]
    if kept:
        characters, source = kept[0]
        bare = characters.lstrip()
        kept[0] = (bare, source + len(characters) - len(bare) if source >= 0 else -1)
        characters, source = kept[-1]
        kept[-1] = (characters.rstrip(), source)
    return kept
