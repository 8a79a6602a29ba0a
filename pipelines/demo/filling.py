"""What a person writes into a form, before it becomes a workbook: right at first, then as faults change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipelines.demo import texts
from pipelines.demo.chance import chance
from pipelines.demo.figures import Course
from pipelines.submissions.forms import parts
from pipelines.submissions.model import Form, FormRow, Maturity

PEOPLE = {"filled_by": "示例填报人", "checked_by": "示例审核人", "led_by": "示例负责人", "phone": "0000-00000000"}
_STATES: dict[Maturity, str] = {state: name for name, state in parts.MATURITIES.items()}
PRELIMINARY, FINAL = _STATES["preliminary"], _STATES["final"]
CellValue = float | str | None


@dataclass(slots=True)
class Entry:
    """One row as written. ``name``, ``unit`` and ``row_id`` are None where they stay as given."""

    row: FormRow
    current: CellValue = None
    cumulative: CellValue = None
    maturity: str = ""
    progress: str = ""
    problem: str = ""
    next_step: str = ""
    explanation: str = ""
    name: str | None = None
    unit: str | None = None
    row_id: str | None = None

    @property
    def has_numbers(self) -> bool:
        return isinstance(self.current, float) or isinstance(self.cumulative, float)

    def copy(self) -> Entry:
        return replace(self)


@dataclass(slots=True)
class Filling:
    """A whole form as written. ``head`` is what stands on the cover; ``extra`` are rows that nobody asked for.

    ``is_broken`` cuts the file short; ``is_bare`` loses the hidden sheet.
    """

    form: Form
    entries: list[Entry]
    head: dict[str, str] = field(default_factory=lambda: dict(PEOPLE))
    extra: list[Entry] = field(default_factory=list)
    is_broken: bool = False
    is_bare: bool = False


def filled(form: Form, courses: Mapping[str, Course], seed: int, blank: float, version: int = 1) -> Filling:
    """The form as a careful person fills it in.

    Args:
        courses: by row id.
        blank: share of rows that are left blank all the same.
        version: 2 for a revision: some figures differ from those of version 1, the state of all is final.
    """
    return Filling(form, [_entry(row, courses[row.row_id], form, seed, blank, version) for row in form.rows])


def _entry(row: FormRow, course: Course, form: Form, seed: int, blank: float, version: int) -> Entry:
    month: date = form.month
    draw = chance(seed, form.region_code, form.department, row.row_id, month)
    entry = Entry(row)
    if len(form.rows) > 3 and draw.random() < blank:
        return entry
    values = course.reported(month)
    entry.current, entry.cumulative = values.current, values.cumulative
    if version > 1 and draw.random() < 0.4:
        _revise(entry, course, month)
    level = values.cumulative if values.cumulative is not None else values.current
    if entry.has_numbers:
        entry.maturity = FINAL if version > 1 or draw.random() < 0.3 else PRELIMINARY
    entry.progress = texts.progress_of(row, month, draw, level) if row.item_kind != "indicator" or level else ""
    if row.item_kind == "indicator" and draw.random() < 0.5:
        entry.progress = ""
    if row.item_kind != "indicator" or draw.random() < 0.1:
        entry.problem, entry.next_step = texts.problem_of(month, draw), texts.next_step_of(month, draw)
    if row.item_kind == "indicator" and not entry.has_numbers:
        entry.problem = entry.next_step = ""
    return entry


def _revise(entry: Entry, course: Course, month: date) -> None:
    """A correction of some per cent, to both figures alike where they belong together; never beyond next month's."""
    if not isinstance(entry.cumulative, float):
        return
    change = 1.0 if course.is_counted else round(0.012 * entry.cumulative, 2)
    if course.accrues and month.month < 12:
        after = course.reported(month.replace(month=month.month + 1)).cumulative
        change = min(change, (after or entry.cumulative) - entry.cumulative)
    if change <= 0 or (course.is_percent and entry.cumulative + change > 100):
        return
    entry.cumulative = round(entry.cumulative + change, 3)
    if isinstance(entry.current, float):
        entry.current = round(entry.current + change, 3)
