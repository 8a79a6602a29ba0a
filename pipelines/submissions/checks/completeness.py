"""Checks of completeness: what the form asked for and did not get."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.submissions.checks.rules import frequency
from pipelines.submissions.checks.subject import Line, Remark, Subject

_FREQUENCY_NAMES = {"year": "年度", "quarter": "季度"}


def remarks(subject: Subject) -> Iterator[Remark]:
    """Rows that are gone, rows left blank, and work without a word of progress."""
    if subject.form is None or not subject.filled.rows:
        yield from _nothing_filled(subject)
        return
    if not subject.filled_lines:
        yield from _nothing_filled(subject)
    else:
        answered = {line.row.row_id for line in subject.filled_lines}
        told: set[str | None] = set()
        for line in subject.lines:
            if line.asked is None or line.row.row_id in told:
                continue
            if line.is_filled:
                yield from _progress(line)
            elif line.row.row_id not in answered:
                told.add(line.row.row_id)
                yield _blank(subject, line)
    present = {line.row.row_id for line in subject.lines}
    for row in subject.form.rows:
        if row.row_id not in present:
            yield subject.about_file("row_missing", name=row.item_name)


def _nothing_filled(subject: Subject) -> Iterator[Remark]:
    """A form that came back as it went out; a file without any form is told by the checks of form."""
    head = subject.filled.head
    if not subject.filled_lines and (head.form_version or head.department or head.month or subject.filled.rows):
        yield subject.about_file("nothing_filled")


def _blank(subject: Subject, line: Line) -> Remark:
    every = _frequency(line)
    # A figure of the year comes out months after the year: it is never due with a month.
    is_due = every == "month" or (every == "quarter" and subject.month.month % 3 == 0)
    if is_due:
        return line.remark("row_blank")
    return line.remark("row_blank_not_due", every=_FREQUENCY_NAMES[every])


def _frequency(line: Line) -> str:
    """By the table; an indicator that so far has figures of whole years only is a yearly one."""
    assert line.asked is not None
    if line.asked.item_kind != "indicator":
        return "month"
    every = frequency(line.asked.indicator_id)
    return "year" if every == "month" and line.past.is_yearly else every


def _progress(line: Line) -> Iterator[Remark]:
    if line.asked is not None and line.asked.item_kind in ("measure", "project") and not line.row.progress_text.strip():
        yield line.remark("progress_missing", "progress_text")
