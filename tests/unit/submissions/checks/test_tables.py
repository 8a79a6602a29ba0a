"""The tables of the checks name what exists."""

from __future__ import annotations

import pytest

from pipelines.submissions import lexicon
from pipelines.submissions.checks import CheckSettings
from pipelines.submissions.checks.rules import frequency, parts, rules
from pipelines.submissions.checks.subject import explains, name_key, shown
from pipelines.submissions.findings import catalogue
from pipelines.submissions.seeds import seed

INDICATORS = {row["indicator_id"]: row for row in seed("indicators")}


def test_every_check_has_its_words() -> None:
    assert set(rules()) <= set(catalogue())


def test_parts_and_wholes_are_indicators_of_one_unit() -> None:
    assert len(set(parts())) == len(parts())
    for part, whole in parts():
        assert INDICATORS[part]["unit_code"] == INDICATORS[whole]["unit_code"], part
        assert (whole, part) not in parts()


def test_frequencies_are_of_indicators() -> None:
    rows = lexicon.rows("frequency")
    assert len({row[0] for row in rows}) == len(rows)
    assert {row[0] for row in rows} <= set(INDICATORS)
    assert {row[1] for row in rows} == {"year", "quarter"}
    assert frequency("general_public_budget_revenue") == frequency(None) == "month"


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("", False),
        ("情况属实", False),
        ("情况属实，情况属实，情况属实", False),
        ("数据已核实，准确无误，真实有效。", False),
        ("。。。。。。。。。。", False),
        ("哈哈哈哈哈哈哈", False),
        ("调整口径", False),
        ("口径有所调整", True),
        ("情况属实：9月多计退税", True),
        ("新增民办园3所", True),
    ],
)
def test_explanations(text: str, tells: bool) -> None:
    assert explains(text, CheckSettings().least_explanation) is tells


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (0.69, "0.69"),
        (0.1 + 0.2, "0.3"),
        (-4.25, "-4.25"),
        (0.0, "0"),
        (1e-05, "1e-05"),
        (1234567.891, "1234567.891"),
        (123000000.0, "123000000"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_as_shown(value: float, text: str) -> None:
    assert shown(value) == text


def test_names_are_compared_without_their_form() -> None:
    assert name_key("1. 细颗粒物（PM2.5） 年平均浓度") == name_key("细颗粒物(PM2.5)年平均浓度")
    assert name_key("出口总额") != name_key("进口总额")


@pytest.mark.parametrize(
    "wrong",
    [
        {"slip_tolerance": 1.0},
        {"slip_tolerance": 100.0},
        {"tenfold": 0.5},
        {"returned_share": 1.5},
        {"least_history": 0},
        {"most_history": 1},
    ],
)
def test_thresholds_that_cannot_be_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError):
        CheckSettings(**wrong)
