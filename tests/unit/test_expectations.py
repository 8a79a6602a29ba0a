"""The suites: well-formed, each expectation able to fail, results with counts and a sample."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.landing.schemas import TABLES
from pipelines.landing.store import table_frame
from pipelines.plans.accounting import UNREAD, USE_OF_ASIDE
from pipelines.plans.gazetteer import load_default
from pipelines.plans.reader import read_plan
from pipelines.quality.runner import ExpectationOutcome, validate_frame
from pipelines.quality.suites import Suite, SuiteError, load_suite, load_suites
from pipelines.settings import PROJECT_DIR, Settings

SUITES = load_suites(PROJECT_DIR / "expectations")

STATEMENT: dict[str, Any] = {
    **dict.fromkeys(TABLES["statements"]),
    "statement_id": "d-q0001",
    "document_id": "d",
    "ordinal": 1,
    "quote": "城镇化率达到69%",
    "quote_start_char": 0,
    "value_text": "69%",
    "start_char": 6,
    "end_char": 9,
    "indicator_text": "城镇化率",
    "region_text": "庆元县",
    "kind": "target",
    "period_type": "by",
    "start_year": 2027,
    "end_year": 2027,
    "comparator": "eq",
    "value": 69.0,
    "unit_text": "%",
    "measure": "level",
    "departments": ["县发改局"],
    "section_path": "一、",
    "is_in_table": False,
    "rule": "test",
    "confidence": 1.0,
}


def outcomes(suite: Suite, rows: list[dict[str, Any]]) -> dict[str, ExpectationOutcome]:
    frame = table_frame(suite.table, rows).to_pandas()
    return {outcome.id: outcome for outcome in validate_frame(suite.path, frame)}


def suite_of(name: str) -> Suite:
    return next(suite for suite in SUITES if suite.name == name)


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_a_suite_names_a_landed_table_and_its_columns(suite: Suite) -> None:
    assert suite.path.stem == suite.name
    assert suite.landed in Settings.load().landed_folders
    for expectation in suite.expectations:
        assert expectation.description
        for column in (expectation.column or "").split(", "):
            assert column == "" or column in TABLES[suite.table]
    assert {expectation.severity for expectation in suite.expectations} == {"critical", "warning"}


def test_a_good_statement_passes_every_expectation() -> None:
    found = outcomes(suite_of("statements"), [STATEMENT])
    assert [outcome for outcome in found.values() if not outcome.passed or outcome.error] == []


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"kind": "wish"}, "kind_known"),
        ({"quote": None}, "quote_present"),
        ({"end_year": 3027}, "end_year_possible"),
        ({"end_year": 2026}, "period_in_order"),
        ({"end_char": 6}, "end_after_start"),
        ({"comparator": "about"}, "comparator_known"),
        ({"value": -1.0}, "value_plausible"),
        ({"suspect": "疑似"}, "not_suspect"),
    ],
)
def test_a_bad_statement_is_found(change: dict[str, Any], failed: str) -> None:
    outcome = outcomes(suite_of("statements"), [STATEMENT, {**STATEMENT, "statement_id": "d-q0002", **change}])[failed]
    assert not outcome.passed
    assert outcome.error is None
    assert outcome.unexpected_count == 1
    assert outcome.sample


NUMBER: dict[str, Any] = {
    "number_id": "d-n0001",
    "document_id": "d",
    "ordinal": 1,
    "number_text": "69",
    "number_use": "statement",
    "statement_id": "d-q0001",
    "start_char": 6,
    "end_char": 8,
}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"number_use": "novelty", "statement_id": None}, "use_known"),
        ({"number_use": "unread", "statement_id": None}, "unread_few"),
        ({"statement_id": None}, "statement_present"),
        ({"number_use": "date"}, "statement_absent"),
        ({"end_char": 6}, "span_not_empty"),
    ],
)
def test_a_number_without_its_place_is_found(change: dict[str, Any], failed: str) -> None:
    good = outcomes(suite_of("numbers"), [NUMBER])
    assert [outcome for outcome in good.values() if not outcome.passed or outcome.error] == []
    found = outcomes(suite_of("numbers"), [NUMBER, {**NUMBER, "number_id": "d-n0002", **change}])
    assert [id for id, outcome in found.items() if not outcome.passed] == [failed]


SUBMISSION: dict[str, Any] = {
    **dict.fromkeys(TABLES["submissions"]),
    "submission_id": "0123456789abcdef",
    "sha256": "0123456789abcdef" * 4,
    "file_name": "a.xlsx",
    "input_path": "submissions/2026-10/0123456789abcdef_a.xlsx",
    "received_at": datetime(2026, 11, 4, 1),
    "received_by": "王一",
    "form_kind": "form",
    "department_name": "县教育局",
    "region_code": "331126",
    "month": date(2026, 10, 1),
    "verdict": "accepted",
    "filled_by": "王一",
    "late_days": 0,
}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"sha256": None, "input_path": None}, "input_path_present"),
        ({"verdict": "lost"}, "verdict_known"),
        ({"region_code": None}, "region_present"),
        ({"filled_by": None}, "filled_by_present"),
        ({"late_days": 3}, "on_time"),
        ({"verdict": "returned"}, "few_returned"),
    ],
)
def test_a_submission_that_cannot_be_answered_for_is_found(change: dict[str, Any], failed: str) -> None:
    assert [one for one in outcomes(suite_of("submissions"), [SUBMISSION]).values() if not one.passed] == []
    other = {**SUBMISSION, "submission_id": "f" * 16, **change}
    assert not outcomes(suite_of("submissions"), [SUBMISSION, other])[failed].passed


REPORTED: dict[str, Any] = {
    **dict.fromkeys(TABLES["submission_figures"]),
    "figure_id": "0123456789abcdef-f00001",
    "submission_id": "0123456789abcdef",
    "ordinal": 1,
    "item_kind": "indicator",
    "region_code": "331126",
    "indicator_id": "gdp",
    "value_kind": "cumulative",
    "period_start": date(2026, 1, 1),
    "period_end": date(2026, 10, 31),
    "value": 99.5,
    "unit_text": "亿元",
    "maturity": "preliminary",
    "sheet": "指标",
    "cell": "H6",
    "is_quarantined": False,
}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"cell": None}, "cell_present"),
        ({"value": None}, "value_present"),
        ({"period_end": date(2025, 10, 31)}, "period_in_order"),
        ({"region_code": None}, "region_present"),
        ({"maturity": "rough"}, "maturity_known"),
        ({"is_quarantined": True}, "few_quarantined"),
    ],
)
def test_a_reported_figure_without_its_place_is_found(change: dict[str, Any], failed: str) -> None:
    assert [one for one in outcomes(suite_of("submission_figures"), [REPORTED]).values() if not one.passed] == []
    other = {**REPORTED, "figure_id": "0123456789abcdef-f00002", **change}
    assert not outcomes(suite_of("submission_figures"), [REPORTED, other])[failed].passed


def test_a_quarantined_figure_may_lack_its_region() -> None:
    row = {**REPORTED, "region_code": None, "is_quarantined": True}
    assert outcomes(suite_of("submission_figures"), [row])["region_present"].passed


def test_the_uses_of_numbers_are_the_readers_and_have_names() -> None:
    """The list of uses stands in the seed; the suite and the reader know the same."""
    lines = (PROJECT_DIR / "dbt" / "seeds" / "number_uses.csv").read_text(encoding="utf-8").splitlines()[1:]
    named = {line.split(",")[0] for line in lines}
    record = json.loads(suite_of("numbers").path.read_text(encoding="utf-8"))
    expected = next(one for one in record["expectations"] if one["meta"]["id"] == "use_known")["kwargs"]["value_set"]
    gazetteer = load_default()
    files = [*(PROJECT_DIR / "raw" / "plans").glob("*.txt"), *(PROJECT_DIR / "tests" / "gold" / "texts").glob("*")]
    used = {number.use for file in files for number in read_plan(file.read_bytes(), file.name, gazetteer).numbers}
    assert set(expected) == named
    assert {*used, *USE_OF_ASIDE.values(), UNREAD} - named == set()


def test_a_repeated_id_is_found_and_no_rows_are_told() -> None:
    assert not outcomes(suite_of("statements"), [STATEMENT, STATEMENT])["statement_id_unique"].passed
    assert not outcomes(suite_of("statements"), [])["rows"].passed


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_no_expectation_breaks_on_an_empty_table(suite: Suite) -> None:
    assert [outcome.error for outcome in outcomes(suite, []).values() if outcome.error] == []


def test_a_suite_that_cannot_be_used_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SuiteError, match=r"broken\.json"):
        load_suite(path)
    record = json.loads(SUITES[0].path.read_text(encoding="utf-8"))
    record["expectations"] += record["expectations"][:1]
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(SuiteError, match="重复"):
        load_suite(path)
