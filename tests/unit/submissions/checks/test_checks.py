"""Every fixture gives exactly the findings it says, and every check has a fixture of its own."""

from __future__ import annotations

import pytest
from cases import FIXTURES, Case, load

from pipelines.submissions.checks import check
from pipelines.submissions.checks.rules import rules
from pipelines.submissions.findings import Finding, catalogue
from pipelines.submissions.model import Checked

CASES = load()


def run(case: Case) -> Checked:
    return check(case.filled, case.form, case.history, case.today, case.settings)


def written(found: Finding) -> str:
    place = f"{found.sheet}!{found.cell}" if found.sheet else "-"
    return f"{found.code} {found.severity} {place}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_fixture(case: Case) -> None:
    checked = run(case)
    assert [written(found) for found in checked.findings] == list(case.expect)
    if case.verdict is not None:
        assert checked.verdict == case.verdict
    if case.quarantined is not None:
        assert checked.quarantined == case.quarantined
    for found in checked.findings:
        assert found.message and found.remedy
        assert "{" not in found.message + found.remedy
        assert "None" not in found.message + found.remedy


@pytest.mark.parametrize("code", rules())
def test_every_check_has_a_fixture_that_shows_it_and_one_that_says_what_follows(code: str) -> None:
    cases = [case for case in CASES if case.code == code]
    shown = [case for case in cases if any(line.split()[0] == code for line in case.expect)]
    assert shown, f"no case of {code}.yaml expects {code}"
    assert any(case.verdict for case in shown), f"no case of {code}.yaml that shows it says the verdict"
    rule = rules()[code]
    if rule.stops == "file":
        assert all(run(case).verdict == "returned" for case in shown)
    if rule.stops == "row":
        assert any(run(case).verdict != "returned" and run(case).quarantined for case in shown)


@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.may_be_explained])
def test_every_check_that_may_be_explained_has_a_fixture_with_an_explanation(code: str) -> None:
    cases = [case for case in CASES if case.code == code]
    explained = [
        case for case in cases if any(row.explanation for row in case.filled.rows) and case.verdict is not None
    ]
    assert explained, code


def test_no_fixture_without_a_check() -> None:
    assert {path.stem for path in FIXTURES.glob("*")} == set(rules())


def test_what_stops_a_row_or_a_file_is_an_error_and_nothing_else_is() -> None:
    for code, rule in rules().items():
        assert (catalogue()[code][0] == "error") == (rule.stops != "none"), code


def test_only_plausibility_can_be_explained() -> None:
    assert {rule.group for rule in rules().values() if rule.may_be_explained} == {"plausibility"}
