"""Decisions of people in the marts: applied where they fit, told of where they do not, never silently lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import CORRECTIONS, PLAN, a_correction, an_input

pytestmark = pytest.mark.filterwarnings("ignore")

STATEMENTS = {row["ordinal"]: row for row in landed_rows.small_statements()}
GDP_PER_CAPITA = "目标 人均地区生产总值 = 9.2 亿元 by 2027"


def with_corrections(*rows: dict[str, Any], findings: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    tables = landed_rows.small_landing()
    tables["inputs"].append(an_input(CORRECTIONS, "corrections/plan_statements.yml", "corrections"))
    tables["corrections"] = list(rows)
    tables["findings"] += findings
    return tables


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The small landing with a decision of every kind and fate; each stands in the line of its number."""
    seat = STATEMENTS[14]
    tables = with_corrections(
        a_correction(1, "accept", STATEMENTS[9], GDP_PER_CAPITA),
        a_correction(2, "amend", STATEMENTS[9], GDP_PER_CAPITA, amend_unit="万元", plan_document=PLAN * 4),
        a_correction(3, "reject", STATEMENTS[17], "目标 户籍人口城镇化率 = 35 % by 2027"),
        a_correction(4, "accept", seat, "目标 龙游县城 人口 = 18 万 by 2027", expect_quote="人口 18\n万"),
        a_correction(
            5, "amend", STATEMENTS[6], "目标 农村常住居民人均可支配收入 = 3.8 亿元 by 2027", amend_value=4.0
        ),
        a_correction(6, "accept", STATEMENTS[18], "目标 69 %", expect_quote="户籍人口城镇化率69%"),
        a_correction(7, "reject", STATEMENTS[10], "目标", plan_document="0" * 16),
        a_correction(8, "reject", STATEMENTS[18] | {"value_text": "69"}, "目标 69 = by 2027"),
        a_correction(
            9, "amend", STATEMENTS[21], "实际 地区生产总值 = 100 亿元 in 2024",
            amend_kind="target", amend_period_type="by", amend_start_year=2025, amend_end_year=2025, amend_value=110.0,
        ),
    )  # fmt: skip
    return run_dbt(tmp_path_factory.mktemp("reviewed"), tables)


def statement(built: Build, number: int) -> dict[str, Any]:
    return built.one(f"select * from marts.fct_plan_statements where statement_id = '{PLAN}-q{number:04d}'")


def test_an_amended_unit_counts_and_what_was_written_stays(reviewed: Build) -> None:
    row = statement(reviewed, 9)
    assert (row["value"], row["unit_text"], row["value_in_unit"]) == (9.2, "万元", 92000.0)
    assert (row["value_as_written"], row["unit_as_written"], row["value_text"]) == (9.2, "亿元", "9.2亿元")
    assert (row["is_corrected"], row["correction_note"], row["suspect"]) == (True, "单位 亿元 → 万元", None)
    assert (row["reviewed_by"], str(row["reviewed_on"]), row["confidence"]) == ("张三", "2026-11-22", 1.0)
    target = reviewed.one("select * from marts.fct_indicator_targets where indicator_id = 'gdp_per_capita'")
    assert (target["target_value"], target["is_corrected"], target["resolution"]) == (92000.0, True, "stated")


def test_an_amendment_may_make_a_target_of_an_actual(reviewed: Build) -> None:
    target = reviewed.one("select * from marts.fct_indicator_targets where indicator_id = 'gdp' and year = 2025")
    assert (target["target_value"], target["correction_note"]) == (
        110.0,
        "类别 actual → target；时间 in 2024 → by 2025；数值 100 → 110",
    )
    assert not reviewed.query(f"select 1 from marts.fct_indicator_actuals where statement_id = '{PLAN}-q0021'")


def test_a_rejected_statement_stays_and_is_no_target(reviewed: Build) -> None:
    row = statement(reviewed, 17)
    assert (row["is_rejected"], row["is_corrected"], row["value"]) == (True, False, 35.0)
    assert not reviewed.query(
        "select 1 from marts.fct_indicator_targets where indicator_id = 'urbanization_rate_registered'"
    )


def test_an_accepted_statement_is_certain_though_the_quotation_is_broken_otherwise(reviewed: Build) -> None:
    row = statement(reviewed, 14)
    assert (row["is_reviewed"], row["is_corrected"], row["confidence"]) == (True, False, 1.0)


def test_what_was_decided_about_another_reading_is_not_applied_and_the_number_is_held_back(reviewed: Build) -> None:
    row = statement(reviewed, 6)
    assert (row["value"], row["is_reviewed"]) == (3.8, False)
    assert "对不上" in row["suspect"]
    income = "indicator_id = 'rural_disposable_income_per_capita'"
    target = reviewed.one(f"select target_value from marts.fct_indicator_targets where {income}")
    assert target["target_value"] is None


def test_decisions_that_do_not_count_are_told_with_their_line(reviewed: Build) -> None:
    found = reviewed.query(
        "select line, code, severity, plan_id from marts.fct_reading_findings where code like 'correction%' "
        "order by line"
    )
    assert found == [
        (1, "correction_settled", "info", PLAN),  # the later one about the same statement counts
        (5, "correction_unmatched", "error", PLAN),
        (6, "correction_unmatched", "warning", PLAN),
        (7, "correction_unmatched", "warning", None),
        (8, "correction_settled", "info", PLAN),  # nothing is read there any more
    ]
    message = reviewed.one("select message from marts.fct_reading_findings where line = 5")["message"]
    assert "现在读作“目标 农村常住居民人均可支配收入 = 3.8 万元 by 2027”" in message
    assert reviewed.statuses["corrections_count"] == "warn"
    assert reviewed.statuses["corrections_are_readable"] == "pass"


def test_the_review_list_puts_the_doubtful_first_and_leaves_out_the_decided(reviewed: Build, built: Build) -> None:
    before = built.query("select statement_id, doubts[1] from marts.mart_review_list order by review_rank")
    assert before[0] == (f"{PLAN}-q0009", "suspect")
    assert {doubt for _, doubt in before} >= {"suspect", "disputed", "unit_unknown"}
    after = dict(reviewed.query("select statement_id, doubts[1] from marts.mart_review_list"))
    assert not after.keys() & {f"{PLAN}-q{number:04d}" for number in (9, 14, 17, 21)}
    assert after[f"{PLAN}-q0006"] == "suspect"


def test_a_figure_far_from_the_others_and_a_share_above_the_whole_are_doubted(tmp_path: Path) -> None:
    tables = landed_rows.small_landing()
    tables["statements"] += [
        landed_rows.a_statement(23, "地区生产总值", 1.1, "亿元"),
        landed_rows.a_statement(24, "森林覆盖率", 864.0, "%"),
        landed_rows.a_statement(25, "年末常住人口", 14.0, "万人", confidence=0.5),
        landed_rows.a_statement(26, "绿化覆盖率", 40.0, "%", period_type="in", start_year=None, end_year=None),
    ]
    tables["documents"][0]["text"] = landed_rows.plan_text(tables["statements"])
    build = run_dbt(tmp_path, tables, *up_to("fct_statement_doubts"))
    doubts = build.query("select right(statement_id, 4), doubt, evidence from marts.fct_statement_doubts")
    found = {(number, doubt): evidence for number, doubt, evidence in doubts if number > "0022"}
    assert found.keys() == {
        ("0023", "far_off"),
        ("0024", "above_whole"),
        ("0025", "low_confidence"),
        ("0026", "no_year"),
    }
    assert "中位数 99.5 亿元" in found["0023", "far_off"]


def test_a_decision_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    finding = {
        "finding_id": f"{CORRECTIONS}-n0001",
        "document_id": CORRECTIONS,
        "input_path": "corrections/plan_statements.yml",
        "code": "correction_invalid",
        "severity": "error",
        "message": "更正条目有误：缺少 who",
        "line": 3,
    }
    build = run_dbt(tmp_path, with_corrections(findings=(finding,)), *up_to("corrections_are_readable"))
    assert build.statuses["corrections_are_readable"] == "fail"
