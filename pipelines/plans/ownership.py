"""Which responsible units own what: the notes of a document, by the section they stand in."""

from __future__ import annotations

from pipelines.plans.departments import Ownership, find_ownership
from pipelines.plans.outline import Outline
from pipelines.plans.textview import Line


def _follows(before: Line, line: Line) -> bool:
    return 0 <= line.raw_start - before.raw_end <= 4


class Owners:
    """A note covers what stands before it in its section; a chapter's note covers what has none of its own."""

    def __init__(self, outline: Outline) -> None:
        self._sections = outline.sections
        self._by_section: dict[int | None, list[tuple[int, Ownership]]] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._deadlines: dict[int | None, int] = {}
        self._last: tuple[int | None, Line, Ownership] | None = None
        for part in outline.parts:
            if part.line.kind == "row":
                continue
            for owner in find_ownership(part.line.text[part.start : part.end]):
                if owner.deadline_year is not None:
                    self._deadlines[part.section] = owner.deadline_year
                if owner.all:
                    self._add(part.section, part.line, part.start, owner)

    def _add(self, section: int | None, line: Line, shift: int, owner: Ownership) -> None:
        at = shift + owner.start
        place = line.offsets[at] if at < len(line.offsets) else line.raw_start
        before, self._last = self._last, (section, line, owner)
        if before and before[0] == section and before[2].start == owner.start == 0 and _follows(before[1], line):
            # 牵头单位 and 配合单位 on lines of their own are one note.
            before[2].lead += [unit for unit in owner.lead if unit not in before[2].all]
            before[2].others += [unit for unit in owner.others if unit not in before[2].all]
            self._last = (section, line, before[2])
        else:
            self._by_section.setdefault(section, []).append((place, owner))
        self._spans.setdefault(id(line), []).append((at, shift + owner.end))

    def notes_in(self, line: Line, start: int, end: int) -> list[tuple[int, int]]:
        """Spans of notes in ``line.text[start:end]``, counted from ``start``."""
        return [(a - start, b - start) for a, b in self._spans.get(id(line), []) if start <= a < end]

    def after(self, section: int | None, place: int) -> list[str]:
        """Units of the nearest note that follows in the same section, else those of the section around it."""
        for note_place, owner in self._by_section.get(section, []):
            if note_place >= place:
                return owner.all
        return self.of_section(section)

    def of_section(self, section: int | None) -> list[str]:
        """Units of the section or of the nearest around it; where none are named, of the next measure beside it."""
        around = section
        while around is not None:
            notes = self._by_section.get(around)
            if notes:
                return notes[-1][1].all
            if self._sections[around].kind == "box":
                return []  # a note before a box is not about the box
            around = self._sections[around].parent_id
        return self._beside(section)

    def _beside(self, section: int | None) -> list[str]:
        """One note below two measures (5. … 6. … 牵头单位：…) covers both."""
        if section is None or self._sections[section].kind != "measure":
            return []
        parent = self._sections[section].parent_id
        for later in self._sections[section + 1 :]:
            if later.parent_id != parent:
                if later.level <= self._sections[section].level:
                    break
                continue
            notes = self._by_section.get(later.section_id)
            if notes:
                return notes[-1][1].all
        return []

    def deadline_of(self, section: int | None) -> int | None:
        """Year by which a section says that it is to be done (完成时限：2025年6月底前)."""
        return self._deadlines.get(section) if section is not None else None

    def lead_of(self, section: int) -> list[str]:
        return [unit for _, owner in self._by_section.get(section, []) for unit in owner.lead]

    def all_of(self, section: int) -> list[str]:
        units: list[str] = []
        for _, owner in self._by_section.get(section, []):
            units += [unit for unit in owner.all if unit not in units]
        return units
