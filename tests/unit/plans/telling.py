"""How these tests write what a sentence says: one line a statement, in the order of the numbers.

    target 农村自来水普及率 ≥ 92 % by 2025
    actual 财政收入 = 18.6 亿元 in 2021 growth
    target 建成…幼儿园 = 14 所 over 2021-2025 @青田县

Kind, words that the name must hold (``…`` parts them), bound, value (``a~b`` a range, ``文`` said in words), unit (none
for a bare number), years (``?`` unknown), measure unless it is a level, region where it is not the plan's own.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

import pytest

from pipelines.plans.context import Draft
from pipelines.plans.gazetteer import Gazetteer, load_default
from pipelines.plans.model import Period, PlanReading, Statement
from pipelines.plans.numerals import as_written
from pipelines.plans.periods import Calendar
from pipelines.plans.prose import read_paragraph
from pipelines.plans.reader import read_text
from pipelines.plans.scope import Scope
from pipelines.plans.textview import clean_view

MARKS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "eq": "="}
_LINE = re.compile(
    r"(?P<kind>target|actual) (?P<name>\S+) (?P<mark>[≥>≤<≈=]) (?P<value>-?[\d.]+(?:~[\d.]+)?|文)"
    r"(?: (?P<unit>(?!(?:by|in|every|over) )\S+))? (?P<period>(?:by|in|every|over) (?:\d{4}(?:-\d{4})?|\?))"
    r"(?: (?P<measure>level|growth|change|times))?(?: @(?P<region>\S+))?"
)
REGION = "云岭县"

PLAN = Scope(Calendar(2021, 2025, 2021), REGION, review=(2016, 2020))
"""A five-year plan 2021-2025, in a chapter that tells neither way."""
PLAN_AHEAD = Scope(Calendar(2021, 2025, 2021), REGION, firm=True, review=(2016, 2020))
PLAN_BACK = Scope(Calendar(2021, 2025, 2021), REGION, mode="actual", firm=True, review=(2016, 2020))
"""Its chapter on what the last five years have achieved."""
ACTION = Scope(Calendar(2023, 2025, 2023), REGION, review=(None, 2022))
"""An action plan of three years."""
REPORT_AHEAD = Scope(Calendar(2022, 2022, 2022), REGION, firm=True, review=(2021, 2021), yearly=True)
"""A government work report of 2022, where it tells the year's tasks."""
REPORT_BACK = Scope(Calendar(2022, 2022, 2022), REGION, mode="actual", firm=True, review=(2021, 2021), yearly=True)
"""The same report, where it looks back at 2021."""
YEARLY = Scope(Calendar(2022, 2022, 2022), REGION, review=(2021, 2021), yearly=True)
"""A yearly plan without chapters that tell."""


def case(name: str, text: str, *expected: Any, marks: Any = ()) -> Any:
    """A row of a table of sentences: a readable id, the sentence, what it says."""
    return pytest.param(text, list(expected), id=name, marks=marks)


def of_region(code: str, first: int, last: int) -> Scope:
    """Scope of a plan of a real region, which knows the places inside it."""
    gazetteer = load_default()
    return Scope(Calendar(first, last, first), gazetteer.by_code[code].name, gazetteer.children(code))


def years(period: Period) -> str:
    if period.end is None and period.start is None:
        return f"{period.type} ?"
    return (
        f"{period.type} {period.end}" if period.type in ("by", "in") else f"{period.type} {period.start}-{period.end}"
    )


def number(value: float | None, high: float | None = None) -> str:
    if value is None:
        return "文"
    return f"{as_written(value)}~{as_written(high)}" if high is not None else str(as_written(value))


def line_of(said: Draft | Statement) -> str:
    """A draft or statement in the notation of these tests, with its whole name and region."""
    if isinstance(said, Draft):
        value, unit, high = said.quantity.value, said.quantity.unit, said.quantity.value_high
    else:
        value, unit, high = said.value, said.unit, said.value_high
    parts = [said.kind, said.indicator, MARKS[said.comparator], number(value, high), unit, years(said.period)]
    parts += [said.measure, f"@{said.region}"]
    return " ".join(part for part in parts if part)


def differs(line: str, expected: str) -> str | None:
    """What is wrong with a line, or None."""
    got, want = _LINE.fullmatch(line), _LINE.fullmatch(expected)
    assert want is not None, f"not in the notation: {expected}"
    if got is None:
        return "unreadable"
    for name in ("kind", "mark", "value", "unit", "period"):
        if got[name] != want[name]:
            return name
    if got["measure"] != (want["measure"] or "level"):
        return "measure"
    if want["region"] and got["region"] != want["region"]:
        return "region"
    words = want["name"].split("…")
    if not all(word in got["name"] for word in words):
        return "name"
    likeness = SequenceMatcher(None, got["name"], "".join(words)).ratio()
    return None if likeness >= 0.6 or got["name"] in want["name"] else "name"


def compare(lines: list[str], expected: list[str]) -> None:
    """Fail unless the lines are the expected ones, in their order."""
    wrong = [f"{differs(a, b)}: {a}" for a, b in zip(lines, expected, strict=False) if differs(a, b)]
    if wrong or len(lines) != len(expected):
        read = "\n  ".join(lines) or "(nothing)"
        wanted = "\n  ".join(expected) or "(nothing)"
        pytest.fail(f"read\n  {read}\nexpected\n  {wanted}\nwrong\n  " + "\n  ".join(wrong), pytrace=False)


def says(sentence: str, scope: Scope, expected: list[str]) -> None:
    """Fail unless a sentence under a scope says just what is expected."""
    compare([line_of(draft) for draft in read_paragraph(cleaned(sentence), scope).drafts], expected)


def cleaned(sentence: str) -> str:
    """A sentence as the reader's later steps get it: full-width signs folded, stray spaces gone."""
    return "".join(line.text for line in clean_view(sentence).lines)


def uses(sentence: str, scope: Scope = PLAN) -> dict[str, str]:
    """What the numbers of a sentence are that are no statements."""
    text = cleaned(sentence)
    return {text[start:end]: use for start, end, use in read_paragraph(text, scope).uses}


def read(text: str, gazetteer: Gazetteer | None = None) -> PlanReading:
    return read_text(text, "900", gazetteer or load_default())


def lines(reading: PlanReading) -> list[str]:
    return [line_of(statement) for statement in reading.statements]
