"""Scorecards and rankings from small landed rows: three counties, their city, a tie, and a figure that never came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import a_figure, a_statement

SCORECARDS = up_to(
    "mart_ranking",
    "mart_indicator_ranking",
    "mart_region_scorecard",
    "mart_department_scorecard",
    "mart_chapter_scorecard",
)

pytestmark = pytest.mark.filterwarnings("ignore")

QINGYUAN, JINGNING, LONGYOU, LISHUI = "331126", "331127", "330825", "331100"
PLACES = {QINGYUAN: "庆元县", JINGNING: "景宁畲族自治县", LONGYOU: "龙游县", LISHUI: "丽水市"}
YEAR = {"period_type": "in", "start_year": 2024, "end_year": 2024}
TABLE = {"is_in_table": True, "attribute": "预期性", "section_path": "二、主要目标 / 专栏1 主要指标"}
BINDING = TABLE | {"attribute": "约束性"}

GDP = {
    2023: {QINGYUAN: 110.0, JINGNING: 95.0, LONGYOU: 300.0, LISHUI: 1900.0},
    2024: {QINGYUAN: 120.0, JINGNING: 120.0, LONGYOU: 330.0, LISHUI: 2000.0},
}
INCOME = {2024: {QINGYUAN: 28000.0, LONGYOU: 37000.0, LISHUI: 31000.0}}  # 景宁 reports none
PM25 = {2024: {QINGYUAN: 18.0, JINGNING: 20.0, LONGYOU: 26.0, LISHUI: 20.0}}


def figures() -> Iterator[dict[str, Any]]:
    line = 1
    for indicator, unit, years in (
        ("地区生产总值", "亿元", GDP),
        ("农村常住居民人均可支配收入", "元", INCOME),
        ("PM2.5平均浓度", "微克/立方米", PM25),
    ):
        for year, values in years.items():
            for code, value in values.items():
                line += 1
                maturity = "快报" if (code, indicator) == (JINGNING, "地区生产总值") and year == 2024 else "最终"
                yield a_figure(line, PLACES[code], indicator, year, value, unit, status=maturity)


def statements() -> list[dict[str, Any]]:
    """What the plan promises for 2024, county by county; PM2.5 is 约束性, the rest 预期性."""
    return [
        a_statement(1, "地区生产总值", 125.0, "亿元", departments=["县发改局", "县统计局"], **YEAR, **TABLE),
        a_statement(2, "地区生产总值", 100.0, "亿元", region_text="景宁畲族自治县", **YEAR, **TABLE),
        a_statement(3, "地区生产总值", 330.0, "亿元", region_text="龙游县", **YEAR, **TABLE),
        a_statement(4, "农村常住居民人均可支配收入", 28000.0, "元", departments=["县统计局"], **YEAR, **TABLE),
        a_statement(5, "农村常住居民人均可支配收入", 30000.0, "元", region_text="景宁畲族自治县", **YEAR, **TABLE),
        a_statement(6, "PM2.5平均浓度", 19.0, "微克/立方米", comparator="le", **YEAR, **BINDING),
    ]


def landing() -> dict[str, list[dict[str, Any]]]:
    tables = landed_rows.small_landing()
    tables["statements"] = statements()
    tables["numbers"] = []
    tables["published_figures"] = list(figures())
    tables["documents"][0]["text"] = landed_rows.plan_text(statements())
    return tables


@pytest.fixture(scope="module")
def ranked(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return run_dbt(tmp_path_factory.mktemp("scorecards"), landing(), *SCORECARDS)


def ranks(built: Build, indicator_id: str, year: int = 2024) -> dict[str, tuple[Any, ...]]:
    rows = built.query(
        "select region_code, rank_in_level, tied_in_level_count, compared_in_level_count, rank_in_parent "
        f"from marts.mart_indicator_ranking where indicator_id = '{indicator_id}' and year = {year}"
    )
    return {row[0]: row[1:] for row in rows}


def test_the_marts_are_built_and_their_tests_pass(ranked: Build) -> None:
    mine = {"mart_ranking", "scorecards_count_once", "ranks_are_of_comparable_figures", "ranking_settings_are_sound"}
    assert {name: ranked.statuses[name] for name in mine} == {
        "mart_ranking": "success",
        "scorecards_count_once": "pass",
        "ranks_are_of_comparable_figures": "pass",
        "ranking_settings_are_sound": "pass",
    }


def test_equal_figures_share_a_rank_and_the_city_is_in_no_group_with_its_counties(ranked: Build) -> None:
    assert ranks(ranked, "gdp") == {
        LONGYOU: (1, 1, 3, None),
        QINGYUAN: (2, 2, 3, 1),
        JINGNING: (2, 2, 3, 1),
        LISHUI: (None, None, 1, None),
    }


def test_a_missing_figure_has_a_row_and_no_rank(ranked: Build) -> None:
    assert ranks(ranked, "rural_disposable_income_per_capita") == {
        LONGYOU: (1, 1, 2, None),
        QINGYUAN: (2, 1, 2, None),
        JINGNING: (None, None, 2, None),
        LISHUI: (None, None, 1, None),
    }
    row = ranked.one(
        "select value, no_rank_reason from marts.mart_indicator_ranking "
        f"where indicator_id = 'rural_disposable_income_per_capita' and region_code = '{JINGNING}'"
    )
    assert row == {"value": None, "no_rank_reason": "未报，不排位"}


def test_lower_is_better_turns_the_order(ranked: Build) -> None:
    assert {code: row[0] for code, row in ranks(ranked, "pm25").items() if row[0]} == {
        QINGYUAN: 1,
        JINGNING: 2,
        LONGYOU: 3,
    }


def test_a_change_of_rank_is_against_the_year_before(ranked: Build) -> None:
    rows = ranked.query(
        "select region_code, rank_in_level_before, rank_in_level_change, is_provisional "
        "from marts.mart_indicator_ranking where indicator_id = 'gdp' and year = 2024 and level = 'county' "
        "order by region_code"
    )
    assert rows == [(LONGYOU, 1, 0, False), (QINGYUAN, 2, 0, False), (JINGNING, 3, 1, True)]


def test_scores_by_each_method_keep_classes_and_levels_apart(ranked: Build) -> None:
    rows = ranked.query(
        "select method, attribute_class, region_code, score, rank, indicator_count, group_indicator_count "
        "from marts.mart_ranking where compared_within = 'level' and year = 2024 "
        "order by method, attribute_class, rank nulls last, region_code"
    )
    expected = [
        # 100 % of 330, 120 % of 100 and 96 % of 125; income has a verdict in one county alone.
        ("completion", "预期性", JINGNING, 120.0, 1, 1, 1),
        ("completion", "预期性", LONGYOU, 100.0, 2, 1, 1),
        ("completion", "预期性", QINGYUAN, 96.0, 3, 1, 1),
        # PM2.5 from 26 to 18: (26 - 20) / (26 - 18) × 40 + 60 = 90.
        ("efficacy", "约束性", QINGYUAN, 100.0, 1, 1, 1),
        ("efficacy", "约束性", JINGNING, 90.0, 2, 1, 1),
        ("efficacy", "约束性", LONGYOU, 60.0, 3, 1, 1),
        ("efficacy", "预期性", LONGYOU, 100.0, 1, 2, 2),
        ("efficacy", "预期性", QINGYUAN, 60.0, 2, 2, 2),
        ("efficacy", "预期性", JINGNING, 60.0, 2, 1, 2),
        ("position", "约束性", QINGYUAN, 100.0, 1, 1, 1),
        ("position", "约束性", JINGNING, 50.0, 2, 1, 1),
        ("position", "约束性", LONGYOU, 0.0, 3, 1, 1),
        # 景宁 has one indicator of two, the least that is ranked; 庆元 is second of three (50) and last of two (0).
        ("position", "预期性", LONGYOU, 100.0, 1, 2, 2),
        ("position", "预期性", JINGNING, 50.0, 2, 1, 2),
        ("position", "预期性", QINGYUAN, 25.0, 3, 2, 2),
    ]
    assert rows == expected


def test_a_region_with_too_few_indicators_is_scored_and_not_ranked(build: Callable[..., Build]) -> None:
    settings = "{ranking_min_coverage_pct: 60, ranking_method: position}"
    stricter = build(landing(), "--select", "+mart_ranking", "--vars", settings)
    row = stricter.one(
        "select score, rank, compared_count, no_rank_reason, is_default_method from marts.mart_ranking "
        f"where method = 'position' and attribute_class = '预期性' and region_code = '{JINGNING}' and year = 2024 "
        "and compared_within = 'level'"
    )
    assert row == {
        "score": 50.0,
        "rank": None,
        "compared_count": 2,
        "no_rank_reason": "只有1项指标有数，共2项，不足60%，不排位",
        "is_default_method": True,
    }


def test_a_scorecard_counts_each_class_by_itself(ranked: Build) -> None:
    rows = ranked.query(
        "select region_code, attribute_class, target_count, judged_count, achieved_pct, behind_pct, "
        "not_reported_count, reported_pct, no_light_count, no_department_count from marts.mart_region_scorecard "
        "where period_kind = 'current' order by all"
    )
    assert rows == [
        (LONGYOU, "预期性", 1, 1, 100.0, 0.0, 0, 100.0, 0, 1),
        (QINGYUAN, "约束性", 1, 1, 100.0, 0.0, 0, 100.0, 0, 1),
        (QINGYUAN, "预期性", 2, 2, 50.0, 50.0, 0, 100.0, 0, 0),
        (JINGNING, "预期性", 2, 1, 100.0, 0.0, 1, 50.0, 1, 2),
    ]


def test_a_shared_target_counts_for_each_department_and_chapters_for_themselves(ranked: Build) -> None:
    assert ranked.query(
        "select department_name, target_count, shared_count, behind_pct from marts.mart_department_scorecard "
        "where period_kind = 'current' order by all"
    ) == [("县发改局", 1, 1, 100.0), ("县统计局", 2, 1, 50.0)]
    assert ranked.query(
        "select chapter_name, attribute_class, target_count from marts.mart_chapter_scorecard "
        "where period_kind = 'current' order by all"
    ) == [("二、主要目标", "约束性", 1), ("二、主要目标", "预期性", 5)]
