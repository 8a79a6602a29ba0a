"""The suites: well-formed, each expectation able to fail, results with counts and a sample."""

from __future__ import annotations

import json
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
from pipelines.settings import PROJECT_DIR

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
    assert suite.landed in ("plans", "statistics")
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
