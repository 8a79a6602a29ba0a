"""A document before it has a form: lines in order, each with its role, and tables. Word, HTML and Excel share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipelines.publications.figures import Figure, Line

Role = Literal["title", "addressee", "body", "heading", "subheading", "signature", "date", "note"]


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    role: Role
    parts: Line


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading with its unit, width in millimetres, whether it holds numbers.

    ``is_summed``: a workbook adds it up with a live formula. ``share_of``: the columns (parts, whole) that a workbook
    works the value out of again, in per cent. ``counted_in``: the text that a workbook counts in the column ``state``
    of the table of targets, to hold the sum against.
    """

    key: str
    heading: str
    width_mm: float
    is_number: bool = False
    is_summed: bool = False
    share_of: tuple[tuple[str, ...], str] | None = None
    counted_in: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An annex table: name of its sheet, title, columns, rows of lines, the row of sums, notes that stand below."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    total: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def all_rows(self) -> tuple[tuple[Line, ...], ...]:
        """The rows, and below them the sums where there are any."""
        return (*self.rows, self.total) if self.total else self.rows


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the first page. ``kind`` file: red issuer's mark and number; brief: name, issue, office, date."""

    kind: Literal["file", "brief", "none"]
    mark: str
    number: Line = ()
    office: str = ""
    day: Figure | None = None


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: who gets copies, who printed it and when. Nothing of it where there is no office."""

    copies: str = ""
    office: str = ""
    day: Figure | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a document says, in order. ``marks`` stand above every page (示例数据, 历史视图)."""

    title: Line
    head: Head
    blocks: tuple[Text, ...]
    tables: tuple[Table, ...]
    colophon: Colophon
    footnote: tuple[Line, ...] = ()
    marks: tuple[str, ...] = ()

    def lines(self) -> list[Line]:
        """Every line in the order in which it is printed, without furniture of pages, head and 版记."""
        found = [self.title, *(block.parts for block in self.blocks)]
        for table in self.tables:
            found += [cell for row in table.all_rows for cell in row]
            found += table.notes
        return [*found, *self.footnote]
