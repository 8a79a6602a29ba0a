"""The marts built from small landed rows: what each rule makes of them, end to end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import landed_rows
import pytest
from dbt_build import Build, up_to
from landed_rows import FIGURES, GONE, PLAN, a_figure, a_statement, an_input

pytestmark = pytest.mark.filterwarnings("ignore")


def indicator_of(built: Build, number: int) -> str:
    sql = f"select indicator_id from marts.fct_plan_statements where statement_id = '{PLAN}-q{number:04d}'"
    return str(built.one(sql)["indicator_id"])


def targets(built: Build, indicator_id: str) -> list[tuple[object, ...]]:
    return built.query(
        "select year, target_value, resolution, right(statement_id, 4) from marts.fct_indicator_targets "
        f"where indicator_id = '{indicator_id}' order by year"
    )


def test_every_node_succeeds_and_unknown_units_warn(built: Build) -> None:
    bad = {name: status for name, status in built.statuses.items() if status not in ("success", "pass")}
    assert bad == {
        "units_are_known": "warn",
        "regions_of_statements_are_known": "warn",
        "number_uses_are_known": "warn",
    }


def test_relative_targets_come_to_numbers(built: Build) -> None:
    assert targets(built, "county_seat_population_share") == [
        (2023, 65.8, "from_base", "0003"),  # the table's statement of 2023
        (2024, 66.6, "from_base", "0001"),
        (2025, 67.4, "from_base", "0001"),
        (2026, 68.2, "from_base", "0001"),
        (2027, 69.0, "from_base", "0001"),
    ]
    assert targets(built, "above_scale_industrial_output") == [(2027, 1376.0, "from_base", "0005")]


def test_units_are_brought_to_the_indicators(built: Build) -> None:
    assert targets(built, "rural_disposable_income_per_capita") == [(2027, 38000.0, "stated", "0006")]
    gdp = built.query(
        "select value, unit_text, maturity, is_preferred from marts.fct_indicator_actuals "
        "where indicator_id = 'gdp' and year = 2024 order by not is_preferred, value"
    )
    assert gdp == [
        (100.0, "万元", "final", True),
        (99.0, "亿元", "unknown", False),
        (100.0, "亿元", "stated_in_plan", False),
    ]


def test_table_goes_before_prose_and_a_difference_is_marked(built: Build) -> None:
    row = built.one("select * from marts.fct_indicator_targets where indicator_id = 'villages_above_500k_share'")
    assert (row["target_value"], row["is_disputed"]) == (42.0, True)
    assert row["other_statement_ids"] == [f"{PLAN}-q0008"]


def test_a_suspect_number_is_kept_as_a_statement_and_not_used(built: Build) -> None:
    row = built.one("select * from marts.fct_indicator_targets where indicator_id = 'gdp_per_capita'")
    assert (row["target_value"], row["resolution"], row["suspect"]) == (None, "unresolved", "单位应为万元")
    assert built.one(f"select value from marts.fct_plan_statements where statement_id = '{PLAN}-q0009'")["value"] == 9.2


def test_growth_belongs_to_the_growth_indicator(built: Build) -> None:
    # 年均增长8%: an average over the span, so that no single year is judged by it.
    assert built.query(
        "select year, target_value, is_period_total from marts.fct_indicator_targets where indicator_id = 'gdp_growth'"
    ) == [(2027, 8.0, True)]
    own = indicator_of(built, 11)
    row = built.one(f"select * from marts.dim_indicator where indicator_id = '{own}'")
    assert (row["indicator_name"], row["kind"], row["unit_code"]) == ("竹木产业产值增速", "growth", "percent")
    assert (row["is_catalogued"], row["plan_id"]) == (False, PLAN)


def test_one_name_in_two_quantities_is_two_indicators(built: Build) -> None:
    assert indicator_of(built, 12) != indicator_of(built, 13)
    assert built.query(
        "select indicator_id, value from marts.fct_indicator_actuals where indicator_id like 'exports%' order by year"
    ) == [("exports_usd", 3.2), ("exports", 22.5)]


def test_places_without_a_code_stay_in_the_name(built: Build) -> None:
    seat = built.one(f"select * from marts.fct_plan_statements where statement_id = '{PLAN}-q0014'")
    assert (seat["region_code"], seat["region_link"], seat["indicator_id"], seat["value_in_unit"]) == (
        "330825",
        "county_seat",
        "county_seat_population",
        18.0,
    )
    town = built.one(f"select * from marts.fct_plan_statements where statement_id = '{PLAN}-q0015'")
    assert (town["region_code"], town["region_link"], town["indicator_link"]) == ("331126", "part_of_plan", "own")


def test_an_unknown_unit_has_no_code_and_no_value(built: Build) -> None:
    row = built.one(f"select * from marts.fct_plan_statements where statement_id = '{PLAN}-q0016'")
    assert (row["value"], row["stated_unit_code"], row["unit_code"], row["value_in_unit"]) == (7.0, None, None, None)


def test_the_two_urbanisation_rates_are_not_mixed(built: Build) -> None:
    assert indicator_of(built, 17) == "urbanization_rate_registered"
    assert indicator_of(built, 18) == "urbanization_rate_resident"


def test_an_actual_without_a_year_is_a_statement_only(built: Build) -> None:
    count = "select count(*) from marts.{} where statement_id = '{}-q0019'"
    assert built.query(count.format("fct_plan_statements", PLAN)) == [(1,)]
    assert built.query(count.format("fct_indicator_actuals", PLAN)) == [(0,)]


def test_progress_says_what_is_known(built: Build) -> None:
    statuses = dict(
        built.query(
            "select indicator_id || year, status from marts.fct_indicator_progress "
            "where indicator_id in ('gdp', 'gdp_growth', 'air_quality_good_days', 'gdp_per_capita') "
            "and is_target_period"
        )
    )
    assert statuses["gdp2024"] == "achieved"
    assert "gdp_growth2024" not in statuses  # a year's growth is not held against an average over five
    assert statuses["gdp_growth2027"] == "not_due"  # the newest input came in 2025
    assert statuses["air_quality_good_days2027"] == "undetermined"  # 基本保持 without a base to keep to
    assert statuses["gdp_per_capita2027"] == "undetermined"
    row = built.one("select * from marts.fct_indicator_progress where indicator_id = 'gdp' and year = 2024")
    assert (row["completion_pct"], row["gap_value"]) == (105.2632, 5.0)


def test_every_row_leads_back_to_its_place(built: Build) -> None:
    assert built.query(
        "select input_path, line, recorded_at, publication_rule from marts.fct_indicator_actuals "
        "where source_kind = 'statistics' and year = 2023"
    ) == [("statistics/published_figures.csv", 6, dt.date(2024, 12, 31), "usual_lag")]
    assert not built.query(
        "select 1 from marts.fct_indicator_targets join marts.plan_texts using (document_id) "
        "where substr(text, start_char + 1, end_char - start_char) <> target_value_text"
    )


def test_every_number_is_accounted_for(built: Build) -> None:
    counts = built.query(
        "select number_use, use_name, number_count, plan_number_count, share_pct from marts.mart_number_accounting "
        "where number_count > 0 order by number_use"
    )
    assert counts == [
        ("date", "日期年份", 1, 25, 4.0),
        ("novelty", "novelty", 1, 25, 4.0),  # a use without a name is counted all the same
        ("statement", "指标表述", 22, 25, 88.0),
        ("unread", "未归类", 1, 25, 4.0),
    ]
    none = built.query("select number_count from marts.mart_number_accounting where number_use = 'page'")
    assert none == [(0,)], "a use that a plan does not have says 0"
    numbers = built.query("select number_use, statement_id from marts.fct_plan_numbers where statement_id is not null")
    assert {use for use, _ in numbers} == {"statement"}


def test_a_number_lost_or_unread_is_told(build: Callable[..., Build]) -> None:
    tables = landed_rows.small_landing()
    tables["numbers"][0]["statement_id"] = None
    for number in tables["numbers"][1:4]:
        number.update(number_use="unread", statement_id=None)
    outcome = build(tables, *up_to("numbers_add_up", "unread_numbers_are_few"))
    assert outcome.statuses["numbers_add_up"] == "fail"
    assert outcome.statuses["unread_numbers_are_few"] == "warn"


def test_departments_and_measures_are_counted(built: Build) -> None:
    assert [row[0] for row in built.query("select department_name from marts.dim_department order by 1")] == [
        "县住建局",
        "县发改局",
        "县经商局",
    ]
    assert built.one("select statement_count from marts.fct_measures")["statement_count"] == 1


def test_what_no_longer_lies_in_raw_is_not_built(built: Build) -> None:
    assert built.query("select plan_id from marts.dim_plan") == [(PLAN,)]
    assert not built.query(f"select 1 from marts.plan_texts where document_id = '{GONE}'")


def test_marts_stand_in_the_order_of_their_keys(built: Build) -> None:
    for table, key in (("dim_region", "region_code"), ("fct_plan_statements", "statement_id")):
        found = [row[0] for row in built.query(f"select {key} from marts.{table}")]
        assert found == sorted(found)


def test_schemas_are_named_as_configured(built: Build) -> None:
    schemas = {row[0] for row in built.query("select distinct schema_name from duckdb_tables()")}
    assert schemas == {"seeds", "intermediate", "marts"}


def test_two_builds_are_equal(built: Build, build: Callable[..., Build]) -> None:
    again = build(landed_rows.small_landing())
    for (table,) in built.query("select table_name from duckdb_tables() where schema_name = 'marts' order by 1"):
        assert again.query(f"select * from marts.{table}") == built.query(f"select * from marts.{table}"), table


def test_an_unknown_region_raises(build: Callable[..., Build]) -> None:
    tables = landed_rows.small_landing()
    tables["published_figures"].append(a_figure(9, "朝阳区", "地区生产总值", 2024, 1.0, "亿元"))
    outcome = build(tables, *up_to("fct_indicator_actuals"))
    assert outcome.statuses["every_published_region_is_known"] == "fail"
    assert outcome.statuses["fct_indicator_actuals"] == "skipped"  # nothing is built on it


def test_an_empty_landing_builds(build: Callable[..., Build]) -> None:
    """No plan and no figure yet: typed, empty marts and no error."""
    small = landed_rows.small_landing()
    codes = [row for row in small["inputs"] if row["input_kind"] == "region_codes"]
    outcome = build({"inputs": codes, "region_codes": small["region_codes"]})
    assert set(outcome.statuses.values()) <= {"success", "pass"}
    assert outcome.query("select count(*) from marts.fct_indicator_targets") == [(0,)]


def test_findings_of_unreadable_inputs_are_shown(build: Callable[..., Build]) -> None:
    small = landed_rows.small_landing()
    bad = "eeeeeeeeeeeeeeee"
    small["inputs"].append(an_input(bad, "plans/904_bad.txt", "plan", is_readable=False))
    small["inputs"].append(an_input(PLAN, "plans/900_second_name.txt", "plan"))  # the same bytes twice
    small["findings"].append(
        {"finding_id": f"{bad}-e0001", "document_id": bad, "input_path": "x", "code": "not_text", "severity": "error"}
        | {"message": "不是文本", "line": 1}
    )
    small["statements"].append(a_statement(23, "森林覆盖率", 86.0, "%", document_id=bad, statement_id=f"{bad}-q0001"))
    outcome = build(small, *up_to("fct_reading_findings", "dim_plan", "fct_plan_statements", "fct_indicator_actuals"))
    row = outcome.one(f"select * from marts.fct_reading_findings where document_id = '{bad}'")
    assert (row["input_path"], row["plan_id"]) == ("plans/904_bad.txt", None)
    assert outcome.query("select count(*) from marts.dim_plan") == [(1,)]
    assert outcome.query(f"select 1 from marts.fct_plan_statements where document_id = '{bad}'") == []
    assert outcome.query(f"select count(*) from marts.fct_indicator_actuals where document_id = '{FIGURES}'") == [(5,)]
