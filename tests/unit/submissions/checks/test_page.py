"""The page of the checks says what the tables say."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from pipelines.submissions.calendar import reporting_calendar
from pipelines.submissions.checks import CheckSettings
from pipelines.submissions.checks.rules import Rule, rules
from pipelines.submissions.findings import catalogue
from pipelines.submissions.seeds import seed

PAGE = (Path(__file__).parents[4] / "docs" / "submission-checks.md").read_text(encoding="utf-8")
EFFECTS = {"none": "goes on", "row": "row set aside", "file": "file returned"}
ENTRIES = {entry.partition("\n")[0]: entry for entry in re.split(r"\n###? ", PAGE)}


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_entry(rule: Rule) -> None:
    severity, message, remedy = catalogue()[rule.code]
    explained = "can be explained" if rule.may_be_explained else "cannot be explained"
    start = f"{rule.code}\n\n`{severity}` · {EFFECTS[rule.stops]} · {explained}\n\n> {message}\n>\n> {remedy}\n\n"
    entry = ENTRIES[rule.code]
    assert entry.startswith(start)
    assert "*Example:*" in entry and "*To mend:*" in entry


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_overview(rule: Rule) -> None:
    explained = "yes" if rule.may_be_explained else "no"
    cells = [f"[`{rule.code}`](#{rule.code})", rule.group, catalogue()[rule.code][0], EFFECTS[rule.stops], explained]
    assert f"| {' | '.join(cells)} |" in PAGE


def test_no_entry_without_a_check() -> None:
    assert set(re.findall(r"^### (.+)$", PAGE, re.MULTILINE)) == set(rules())


def test_thresholds() -> None:
    for field in dataclasses.fields(CheckSettings):
        assert f"| `{field.name}` | {field.default} |" in PAGE
    named = set(re.findall(r"`([a-z]+_[a-z_]+)`", "".join(ENTRIES[code] for code in rules())))
    assert named <= {field.name for field in dataclasses.fields(CheckSettings)} | set(rules()), "an unknown setting"


def test_calendar() -> None:
    for step in reporting_calendar().steps:
        assert f"| {step.name} | {step.working_days} |" in PAGE
    years = sorted({row["date"][:4] for row in seed("holidays")})
    assert f"{', '.join(years[:-1])} and {years[-1]}" in PAGE
