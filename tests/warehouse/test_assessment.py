"""The assessment end to end: a verdict rests on what it says it rests on, and on nothing else."""

from __future__ import annotations

from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import a_figure, a_statement

pytestmark = pytest.mark.filterwarnings("ignore")

REGION = "庆元县"
VERDICTS = up_to("fct_indicator_progress", "fct_indicator_actuals", "fct_indicator_forecasts", "mart_warnings")
URBAN = "常住人口城镇化率"
# What a light remembers of the periods before it: a change there reaches the later periods of the same run.
MEMORY = ("running_count", "not_green_since", "light_severity_before", "is_worse")


def landing(urban_2024: float = 65.0) -> dict[str, list[dict[str, Any]]]:
    """The small landing with a level, an amount over years and growth, each known for several years."""
    tables = landed_rows.small_landing()
    tables["statements"] += [
        a_statement(31, "城镇新增就业", 500.0, "人", period_type="over", start_year=2023, end_year=2027),
        a_statement(32, "居民人均可支配收入", None, "", value_text="与经济增长基本同步", measure="growth"),
    ]
    tables["documents"][0]["text"] = landed_rows.plan_text(tables["statements"])
    tables["published_figures"] += [
        a_figure(11, REGION, URBAN, 2022, 64.0, "%"),
        a_figure(12, REGION, URBAN, 2024, urban_2024, "%", status="初步核算"),
        a_figure(13, REGION, "城镇新增就业", 2023, 110.0, "人"),
        a_figure(14, REGION, "城镇新增就业", 2024, 120.0, "人"),
    ]
    return tables


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return run_dbt(tmp_path_factory.mktemp("assessed"), landing(), *VERDICTS)


def progress(build: Build) -> dict[str, dict[str, Any]]:
    names = [
        row[0]
        for row in build.query(
            "select column_name from duckdb_columns() where table_name = 'fct_indicator_progress' order by column_index"
        )
    ]
    return {
        row[0]: dict(zip(names, row, strict=True)) for row in build.query("select * from marts.fct_indicator_progress")
    }


def test_one_changed_figure_changes_the_verdicts_that_rest_on_it_and_no_other(
    assessed: Build, tmp_path_factory: pytest.TempPathFactory
) -> None:
    after_build = run_dbt(tmp_path_factory.mktemp("after"), landing(65.9), *VERDICTS)
    before, after = progress(assessed), progress(after_build)
    assert before.keys() == after.keys()
    [(changed_figure,)] = assessed.query(
        "select actual_id from marts.fct_indicator_actuals where line = 12 and source_kind = 'statistics'"
    )
    resting = {key for key, row in before.items() if changed_figure in row["component_ids"]}
    assert resting, "no verdict rests on the figure"
    plain = {
        key
        for key in before
        if any(before[key][name] != after[key][name] for name in before[key] if name not in MEMORY)
    }
    assert plain == resting
    series = {before[key]["series_id"] for key in resting}
    remembered = {key for key in before if any(before[key][name] != after[key][name] for name in MEMORY)} - resting
    assert all(before[key]["series_id"] in series for key in remembered)


def test_a_verdict_holds_its_arithmetic(assessed: Build) -> None:
    level = assessed.one(
        "select * from marts.fct_indicator_progress p join marts.fct_indicator_targets t using (target_id) "
        "where p.indicator_id = 'urbanization_rate_resident' and p.year = 2024 and p.period_kind = 'year'"
    )
    # From 64 in 2022 to 69 in 2027: 66 by 2024; at 65 a fifth of the way is gone where two fifths were due.
    assert (level["base_value"], level["base_year"], level["base_source"]) == (64.0, 2022, "published")
    assert (level["milestone_value"], level["milestone_note"]) == (66.0, "64 + (69 - 64) × 2/5（按直线）")
    assert (level["way_done_pct"], level["way_due_pct"], level["schedule_gap_points"]) == (20.0, 40.0, -20.0)
    assert (level["status"], level["light"], level["is_provisional"]) == ("behind", "yellow", True)
    total = assessed.one(
        "select * from marts.fct_indicator_progress "
        "where indicator_id = 'urban_jobs_created' and year = 2024 and period_kind = 'year'"
    )
    # 500 over five years: 200 by the second; 110 + 120 are there, 6 points more than due.
    assert (total["milestone_value"], total["actual_value"], total["schedule_gap_points"]) == (200.0, 230.0, 6.0)
    assert (total["status"], len(total["component_ids"])) == ("ahead", 3)
    follows = assessed.one(
        "select * from marts.fct_indicator_progress "
        "where indicator_id = 'all_disposable_income_growth' and is_target_period"
    )
    assert (follows["target_value"], follows["status"]) == (None, "not_due")


def test_a_forecast_says_how_sure_it_is(assessed: Build) -> None:
    row = assessed.one("select * from marts.fct_indicator_forecasts where indicator_id = 'urbanization_rate_resident'")
    # 64, 64.6, 65 in 2022, 2023, 2024: half a point a year, 66.53 by 2027 where 69 are wanted.
    assert round(row["forecast_value"], 2) == 66.53
    assert row["forecast_low"] < row["forecast_value"] < row["forecast_high"]
    assert (row["outlook"], row["point_count"]) == ("misses", 3)
    warning = assessed.one("select * from marts.mart_warnings where warning_kind = 'forecast_miss'")
    assert warning["target_id"] == row["target_id"]
    assert warning["department_names"] == ["县发改局", "县住建局"]
    assert "目标 69%" in warning["message"]


def test_one_verdict_stands_for_each_target_and_one_target_counts_in_a_period(assessed: Build) -> None:
    assert not assessed.query(
        "select 1 from marts.fct_indicator_progress group by target_id having count(*) filter (is_current) <> 1"
    )
    assert not assessed.query(
        "select 1 from marts.fct_indicator_progress where is_nearest_target "
        "group by series_id, period_kind, period_end having count(*) > 1"
    )
