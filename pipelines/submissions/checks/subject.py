"""What is checked, put together once: each reported row with what was asked there and with its past."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from pipelines.submissions import lexicon
from pipelines.submissions.checks.past import Past
from pipelines.submissions.checks.settings import CheckSettings
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.indicators import indicator_key
from pipelines.submissions.model import FilledForm, Form, FormRow, Point, ReportedRow
from pipelines.submissions.units import quantity, spelling, unit_key

ValueField = Literal["current_value", "cumulative_value"]
FIELDS: tuple[ValueField, ...] = ("current_value", "cumulative_value")
FIELD_NAMES: dict[str, str] = {"current_value": "本期值", "cumulative_value": "累计值"}
_ROUNDING = 1e-9
_PERCENT = frozenset({"percent", "percentage_point", "permille"})


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding and the rows it is about (positions in `Subject.lines`), the row it stands on first.

    An explanation on any of them explains it. None are given where it is about the file.
    """

    finding: Finding
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Line:
    """One reported row beside what was asked. ``asked`` is None for a row that the form does not have."""

    position: int
    row: ReportedRow
    asked: FormRow | None
    past: Past

    @property
    def key(self) -> str:
        """What the quarantine calls it: the row id, or sheet and cell where there is none."""
        return self.row.row_id or f"{self.row.sheet}!{self.cell('item_name')}"

    @property
    def name(self) -> str:
        return self.asked.item_name if self.asked else self.row.item_name

    @property
    def unit(self) -> str:
        return self.asked.unit if self.asked else self.row.unit

    @property
    def is_filled(self) -> bool:
        """Whether somebody wrote something, if only a text where a number belongs."""
        return not self.row.is_blank or any(found.severity == "error" for found in self.row.findings)

    @cached_property
    def values(self) -> dict[ValueField, float]:
        """The values that are finite numbers, by field, in the order of the columns."""
        found: dict[ValueField, float] = {}
        for name in FIELDS:
            value = getattr(self.row, name)
            if value is not None and math.isfinite(value):
                found[name] = value
        return found

    @cached_property
    def kind(self) -> str:
        """stock, flow, cumulative, rate, growth; project for its investment; '' where nothing was asked or known."""
        if self.asked is None or self.asked.item_kind == "measure":
            return ""
        if self.asked.item_kind == "project":
            return "project" if self.asked.unit else ""
        return self.asked.indicator_kind or ""

    @cached_property
    def is_percent(self) -> bool:
        return quantity(self.unit) in _PERCENT

    @property
    def is_share(self) -> bool:
        """Whether 100 is the whole: %, and neither points nor ‰."""
        return quantity(self.unit) == "percent"

    @property
    def accrues(self) -> bool:
        """Whether amounts add up over the months; a fall of 13 % is called cumulative but may shrink again."""
        return self.kind in ("flow", "cumulative", "project") and not self.is_percent

    @property
    def is_level(self) -> bool:
        """Whether it is measured at a time, so that either column holds the same thing."""
        return self.kind in ("stock", "rate", "growth")

    @property
    def has_asked_name(self) -> bool:
        """Whether the row still says what it was asked for; a name that was left out is no other name."""
        written = name_key(self.row.item_name)
        return self.asked is None or not written or written == name_key(self.asked.item_name)

    @property
    def has_asked_unit(self) -> bool:
        written = self.row.unit.strip()
        return self.asked is None or not self.asked.unit or not written or same_unit(written, self.asked.unit)

    def cell(self, name: str) -> str:
        """Where a field stands; the row's first column where that was not kept."""
        return self.row.cells.get(name) or self.row.cells.get("item_name") or f"A{self.row.row}"

    def finding(self, code: str, at: str = "item_name", **words: object) -> Finding:
        """A finding on a field of this row; name and unit are filled in."""
        return finding(code, self.row.sheet, self.cell(at), **{"name": self.name, "unit": self.unit} | words)

    def remark(self, code: str, at: str = "item_name", *others: Line, **words: object) -> Remark:
        """The same with the rows it is about."""
        positions = (self.position, *(other.position for other in others))
        return Remark(self.finding(code, at, **words), positions)


@dataclass(frozen=True)
class Subject:
    """A filled form and all that it is checked against. ``month``: of the form, else of the head; its first day."""

    filled: FilledForm
    form: Form | None
    month: date
    today: date
    settings: CheckSettings
    lines: tuple[Line, ...] = field(default=())

    @classmethod
    def of(
        cls,
        filled: FilledForm,
        form: Form | None,
        history: Mapping[str, Sequence[Point]],
        today: date,
        settings: CheckSettings,
    ) -> Subject:
        month = (form.month if form else filled.head.month) or today
        month = month.replace(day=1)
        asked = {row.row_id: row for row in form.rows} if form else {}
        lines = []
        for position, row in enumerate(filled.rows):
            past = Past.of(history.get(row.row_id or "", ()), month)
            lines.append(Line(position, row, asked.get(row.row_id or ""), past))
        return cls(filled, form, month, today, settings, tuple(lines))

    @cached_property
    def filled_lines(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_filled)

    @property
    def comparable_lines(self) -> Iterator[Line]:
        """Filled rows that the form has, with its name and unit: what else they say has nothing to be held against."""
        return (line for line in self.filled_lines if line.asked and line.has_asked_name and line.has_asked_unit)

    def about_head(self, code: str, at: str = "", **words: object) -> Remark:
        """A finding on a field of the head."""
        head = self.filled.head
        return Remark(finding(code, head.sheet, head.cells.get(at, ""), **words))

    def about_file(self, code: str, **words: object) -> Remark:
        return Remark(finding(code, "", "", **words))


def explains(text: str, least: int) -> bool:
    """Whether an explanation tells something: ``least`` characters beside 情况属实 and its like, not one repeated."""
    for filler in sorted(lexicon.words("explanation_filler"), key=lambda word: (-len(word), word)):
        text = text.replace(filler, "")
    telling = re.sub(r"[\W_]", "", text)
    return len(telling) >= least and len(set(telling)) > 2


def exceeds(value: float, bound: float) -> bool:
    """Whether a value is above another by more than rounding: sums of a spreadsheet differ in the last digits."""
    return value > bound and not math.isclose(value, bound, rel_tol=_ROUNDING, abs_tol=_ROUNDING)


def same_unit(one: str, other: str) -> bool:
    """Whether two texts are the same unit, however they are spelled."""
    return unit_key(one) == unit_key(other) or (spelling(one) is not None and spelling(one) == spelling(other))


def name_key(name: str) -> str:
    """A name as the key that it is compared by: no spaces, brackets in one form, no punctuation, no numbering."""
    return re.sub(r"[\W_]", "", re.sub(r"^\d+[.、．]", "", indicator_key(name)))


def shown(value: float) -> str:
    """A number as people write it: up to four decimals, more where it would come out as 0, no exponent if it can be."""
    if not math.isfinite(value) or abs(value) >= 1e16:
        return f"{value:g}"
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text if value == 0 or text not in ("0", "-0") else f"{value:.3g}"
