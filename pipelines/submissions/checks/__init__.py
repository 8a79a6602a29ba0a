"""Whether a filled form can be trusted: its form, the plausibility of its figures, and what is missing.

Pure functions over the records of `pipelines.submissions.model`; the codes are in ``lexicon/checks.tsv``, their words
in ``lexicon/findings.tsv``, and a page of them for people in ``docs/submission-checks.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pipelines.submissions.checks import accruals, completeness, form, plausibility, relations
from pipelines.submissions.checks.settings import CheckSettings
from pipelines.submissions.checks.subject import Subject
from pipelines.submissions.checks.verdict import decide
from pipelines.submissions.model import Checked, FilledForm, Form, Point

__all__ = ["CheckSettings", "check"]


def check(
    filled: FilledForm,
    asked: Form | None,
    history: Mapping[str, Sequence[Point]],
    today: date,
    settings: CheckSettings = CheckSettings(),  # noqa: B008 (frozen)
) -> Checked:
    """Every finding about a filled form, the rows that may not go on, and the verdict.

    Args:
        filled: what was read from the file, with the findings of reading; not changed.
        asked: the form that the department was given for that month; None where there is none for it.
        history: earlier values by row id, in the unit of the row, in any order. Later ones than the month are left out,
            and so is the month itself, so that a revision is not held against what it revises.
        today: the day of receipt.
        settings: thresholds.

    Never raises for what people send. The same arguments give the same answer.
    """
    subject = Subject.of(filled, asked, history, today, settings)
    remarks = [
        *form.remarks(subject),
        *plausibility.remarks(subject),
        *accruals.remarks(subject),
        *relations.remarks(subject),
        *completeness.remarks(subject),
    ]
    return decide(subject, remarks)
