"""Checks of plausibility between rows: parts and wholes, equal values, a form copied from last month."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.submissions import lexicon
from pipelines.submissions.checks.rules import frequency, parts
from pipelines.submissions.checks.subject import (
    FIELD_NAMES,
    FIELDS,
    Line,
    Remark,
    Subject,
    exceeds,
    explains,
    same_unit,
    shown,
)
from pipelines.submissions.model import Form, FormRow, Point


def remarks(subject: Subject) -> Iterator[Remark]:
    lines = tuple(subject.comparable_lines)
    if subject.form is not None:
        yield from _parts(subject.form, lines)
    yield from _equal_rows(subject, lines)
    yield from _unchanged(subject, lines)


# -- parts and wholes --------------------------------------------------------------------------------------------------


def _parts(form: Form, lines: tuple[Line, ...]) -> Iterator[Remark]:
    """Both rows get the finding: which of the two figures is wrong cannot be told."""
    by_id: dict[str, Line] = {}
    for line in lines:
        by_id.setdefault(line.row.row_id or "", line)
    for part_id, whole_id in _pairs(form):
        part, whole = by_id.get(part_id), by_id.get(whole_id)
        if part is None or whole is None:
            continue
        for name in FIELDS:
            part_value, whole_value = part.values.get(name), whole.values.get(name)
            if part_value is None or whole_value is None or not exceeds(part_value, whole_value):
                continue
            words = {
                "part": part.name,
                "whole": whole.name,
                "part_value": shown(part_value),
                "whole_value": shown(whole_value),
                "field": FIELD_NAMES[name],
            }
            for here, there in ((part, whole), (whole, part)):
                yield here.remark("part_above_whole", name, there, other=_place(there, name), **words)


def _place(line: Line, name: str) -> str:
    return f"{line.row.sheet}!{line.cell(name)}"


def _pairs(form: Form) -> list[tuple[str, str]]:
    """Row ids of parts and wholes: by the table of indicators, and 其中 rows under the row they divide."""
    by_indicator: dict[tuple[str, str], FormRow] = {}
    for row in form.rows:
        if row.indicator_id:
            by_indicator.setdefault((row.region_code, row.indicator_id), row)
    found: list[tuple[str, str]] = []
    for part_id, whole_id in parts():
        for region in dict.fromkeys(row.region_code for row in form.rows):
            part, whole = by_indicator.get((region, part_id)), by_indicator.get((region, whole_id))
            if part and whole and same_unit(part.unit, whole.unit):
                found.append((part.row_id, whole.row_id))
    above: FormRow | None = None
    for row in form.rows:
        if not row.item_name.startswith(tuple(lexicon.words("part_prefix"))):
            above = row
        elif above and above.unit and row.region_code == above.region_code and same_unit(row.unit, above.unit):
            found.append((row.row_id, above.row_id))
    return list(dict.fromkeys(found))


# -- values that should differ -----------------------------------------------------------------------------------------


def _equal_rows(subject: Subject, lines: tuple[Line, ...]) -> Iterator[Remark]:
    """Two indicators with one long number. Each later row is told with the first of them."""
    pairs = set(_pairs(subject.form)) if subject.form else set()
    first: dict[tuple[str, float, str], Line] = {}
    for line in lines:
        assert line.asked is not None
        for name, value in line.values.items():
            if _digits(value) < subject.settings.least_digits:
                continue
            other = first.setdefault((name, value, line.unit), line)
            assert other.asked is not None
            ids = (line.asked.row_id, other.asked.row_id)
            # A part may be all of its whole; one indicator in two regions, or asked by two plans, may well agree.
            is_same = ids[0] == ids[1] or (line.asked.indicator_id or ids[0]) == (other.asked.indicator_id or ids[1])
            if is_same or ids in pairs or ids[::-1] in pairs:
                continue
            words = {"field": FIELD_NAMES[name], "value": shown(value)}
            yield line.remark("equal_rows", name, other, other_name=other.name, other=_place(other, name), **words)
            break


def _digits(value: float) -> int:
    """Significant digits of a number as written."""
    mantissa = f"{abs(value):.12e}".partition("e")[0]
    return len(mantissa.replace(".", "").rstrip("0"))


def _unchanged(subject: Subject, lines: tuple[Line, ...]) -> Iterator[Remark]:
    """Many rows exactly as last month: one finding. Rows with an explanation are left out of the count."""
    settings = subject.settings
    silent = [line for line in lines if not explains(line.row.explanation, settings.least_explanation)]
    answers = [answer for answer in map(_is_as_last_month, silent) if answer is not None]
    count = sum(answers)
    if count >= settings.least_unchanged and count >= settings.unchanged_share * len(answers):
        yield subject.about_file("unchanged_many", compared=len(answers), count=count)


def _is_as_last_month(line: Line) -> bool | None:
    """None where nothing can be compared: no value then, zeros, or what does not change by the month."""
    assert line.asked is not None
    if frequency(line.asked.indicator_id) != "month":
        return None
    past = line.past
    answers: list[bool] = []
    for name, value in line.values.items():
        points: tuple[Point, ...] = past.points
        if line.accrues:
            points = past.monthly if name == "current_value" else past.to_date
        before = past.of_last_month(points)
        if before is not None and (value or before.value):
            answers.append(value == before.value)
    return all(answers) if answers else None
