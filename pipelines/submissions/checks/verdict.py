"""What follows from the findings: explanations are weighed, rows set aside, the file accepted or returned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.submissions.checks.rules import rules
from pipelines.submissions.checks.subject import Remark, Subject, explains
from pipelines.submissions.findings import Finding, finding
from pipelines.submissions.model import Checked, Verdict

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


def decide(subject: Subject, remarks: Sequence[Remark]) -> Checked:
    """The result of the checks.

    A row with an error does not go on. The file as a whole is returned where it has a finding that stops the file,
    where more than `CheckSettings.returned_share` of its filled rows have errors of form, where it could not be read
    at all, and where no filled row is left; then none of its rows goes on.
    """
    remarks = [*(Remark(found) for found in subject.filled.findings), *_explained(subject, remarks)]
    remarks += _mostly_wrong(subject, remarks)
    bad = {position for remark in remarks if remark.finding.severity == "error" for position in remark.lines}
    is_returned = _is_returned(subject, remarks, bad)
    set_aside = subject.filled_lines if is_returned else [subject.lines[position] for position in sorted(bad)]
    findings = _in_order(subject, [remark.finding for remark in remarks])
    verdict: Verdict = "accepted"
    if is_returned:
        verdict = "returned"
    elif any(found.severity != "info" for found in findings):
        verdict = "accepted_with_remarks"
    return Checked(verdict, findings, frozenset(line.key for line in set_aside))


def _explained(subject: Subject, remarks: Sequence[Remark]) -> list[Remark]:
    """Findings of plausibility that somebody answers for become notes; explanations that tell nothing are told."""
    least = subject.settings.least_explanation
    found: list[Remark] = []
    wanting: dict[int, Remark] = {}
    for remark in remarks:
        rule = rules().get(remark.finding.code)
        if rule is None or not rule.may_be_explained:
            found.append(remark)
            continue
        texts = [subject.lines[position].row.explanation for position in remark.lines]
        telling = next((text for text in texts if explains(text, least)), None)
        found.append(remark if telling is None else replace(remark, finding=_as_note(remark.finding, telling)))
        for position in remark.lines if telling is None else ():
            line = subject.lines[position]
            if line.row.explanation.strip():
                wanting[position] = line.remark("explanation_too_short", "explanation", least=least)
    return found + [wanting[position] for position in sorted(wanting)]


def _as_note(of: Finding, explanation: str) -> Finding:
    note = finding("explained", of.sheet, of.cell, explanation=explanation)
    return replace(of, severity="info", message=of.message + note.message, remedy=note.remedy)


def _mostly_wrong(subject: Subject, remarks: Sequence[Remark]) -> list[Remark]:
    """Findings of reading that are no check of ours (a text in a number …) are of form."""
    wrong: set[int] = set()
    for remark in remarks:
        rule = rules().get(remark.finding.code)
        if remark.finding.severity == "error" and (rule is None or rule.group == "form"):
            wrong.update(remark.lines)
    filled = len(subject.filled_lines)
    if not wrong or len(wrong) <= subject.settings.returned_share * filled:
        return []
    return [subject.about_file("mostly_wrong", filled=filled, wrong=len(wrong))]


def _is_returned(subject: Subject, remarks: Sequence[Remark], bad: set[int]) -> bool:
    for remark in remarks:
        rule = rules().get(remark.finding.code)
        if rule is not None and rule.stops == "file":
            return True
        if remark.finding.severity == "error" and not subject.filled.rows:
            return True  # the file could not be read
    filled = {line.position for line in subject.filled_lines}
    return bool(filled) and filled <= bad


def _in_order(subject: Subject, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is about the file, then by sheet, row and column; each once. Sheets as they come in the file."""
    names = [subject.filled.head.sheet, *(row.sheet for row in subject.filled.rows)]
    sheets = {name: place for place, name in enumerate(dict.fromkeys(name for name in names if name))}

    def place(found: Finding) -> tuple[int, int, int]:
        match = _CELL.fullmatch(found.cell)
        column = 0
        for letter in match[1].upper() if match else "":
            column = 26 * column + ord(letter) - 64
        sheet = sheets.get(found.sheet, len(sheets)) if found.sheet else -1
        return sheet, int(match[2]) if match else 0, column

    return tuple(sorted(dict.fromkeys(findings), key=place))
