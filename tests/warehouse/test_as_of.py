"""What was known on a day: what came later is left out of every mart, what came earlier is there as it then was."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from pathlib import Path
from typing import Any

import duckdb
import landed_rows
import pytest
from dbt_build import Build, run_dbt
from landed_rows import CORRECTIONS, FIGURES, PLAN, a_correction, a_figure, an_input

pytestmark = pytest.mark.filterwarnings("ignore")

DAY = "2024-03-31"
LATER_PLAN = "9999999999999999"
STATEMENTS = {row["ordinal"]: row for row in landed_rows.small_statements()}
Tables = dict[str, list[dict[str, Any]]]


def a_submission(number: int, received: str, month: str, value: float, **more: Any) -> tuple[dict[str, Any], ...]:
    """A submission of 县发改局 with one figure; times are UTC."""
    submission_id = f"{number:016x}"
    first = dt.date.fromisoformat(month + "-01")
    row = {
        "submission_id": submission_id,
        "sha256": submission_id * 4,
        "byte_count": 1,
        "file_name": "a.xlsx",
        "input_path": f"submissions/{submission_id}_a.xlsx",
        "received_at": dt.datetime.fromisoformat(received),
        "received_by": "张三",
        "form_kind": "form",
        "department_name": "县发改局",
        "region_code": "331126",
        "month": first,
        "verdict": "accepted",
        "asked_count": 1,
        "late_days": 0,
    }
    figure = {
        "figure_id": f"{submission_id}-f00001",
        "submission_id": submission_id,
        "ordinal": 1,
        "row_key": "r1",
        "item_kind": "indicator",
        "item_name": "社会消费品零售总额",
        "region_code": "331126",
        "indicator_text": "社会消费品零售总额",
        "value_kind": "cumulative",
        "period_start": dt.date(2024, 1, 1),
        "period_end": first + dt.timedelta(27),
        "value": value,
        "unit_text": "亿元",
        "sheet": "报送表",
        "cell": "F6",
        "is_quarantined": False,
    }
    return row | more, figure


def a_month(month: str, opened_on: str) -> dict[str, Any]:
    first = dt.date.fromisoformat(month + "-01")
    return {
        "month": first,
        "due_date": first + dt.timedelta(40),
        "reminder_steps": ["提醒"],
        "reminder_dates": [first + dt.timedelta(38)],
        "opened_on": dt.date.fromisoformat(opened_on),
    }


def known_then() -> Tables:
    """What lay there on the day: a plan, figures, a decision, and two submissions, one of them later withdrawn."""
    tables = landed_rows.small_landing()
    tables["inputs"].append(an_input(CORRECTIONS, "corrections/plan_statements.yml", "corrections"))
    for figure, title in zip(
        tables["published_figures"],
        ("年鉴甲(2024-12-01)", "年鉴乙(2025-03-01)", "浙江统计年鉴2019", "浙江统计年鉴2020", "快讯(2024-02-20)"),
        strict=True,
    ):
        figure["source_title"] = title
    tables["corrections"] = [
        a_correction(
            1, "reject", STATEMENTS[17], "目标 户籍人口城镇化率 = 35 % by 2027", decided_on=dt.date(2024, 3, 31)
        )
    ]
    # 2024-03-31 15:59 UTC is the last minute of the day in China.
    sent = [
        a_submission(1, "2024-03-05T02:00:00", "2024-02", 1.5),
        a_submission(2, "2024-03-31T15:59:00", "2024-02", 1.6),
    ]
    tables["submissions"] = [row for row, _ in sent]
    tables["submission_figures"] = [figure for _, figure in sent]
    tables["reporting_months"] = [a_month("2024-02", "2024-03-05")]
    return tables


def known_later() -> Tables:
    """The same, with what came after the day."""
    tables = deepcopy(known_then())
    tables["inputs"].append(an_input(LATER_PLAN, "plans/100_later.txt", "plan"))
    tables["documents"].append(
        {
            "document_id": LATER_PLAN,
            "sha256": LATER_PLAN * 4,
            "doc": "100",
            "title": "庆元县行动方案",
            "region_name": "庆元县",
            "region_code": "331126",
            "issue_date": dt.date(2024, 4, 1),
            "start_year": 2024,
            "end_year": 2026,
            "text": "到2026年，地区生产总值120亿元。",
            "char_count": 20,
        }
    )
    tables["statements"].append(
        landed_rows.a_statement(30, "地区生产总值", 120.0, "亿元")
        | {"statement_id": f"{LATER_PLAN}-q0001", "document_id": LATER_PLAN, "start_char": 13, "end_char": 18}
        | {"start_year": 2026, "end_year": 2026, "quote": "地区生产总值120亿元", "quote_start_char": 7}
    )
    tables["numbers"].append(
        tables["numbers"][0]
        | {"number_id": f"{LATER_PLAN}-n0001", "document_id": LATER_PLAN, "statement_id": f"{LATER_PLAN}-q0001"}
    )
    tables["published_figures"].append(
        a_figure(7, "庆元县", "城镇化率", 2022, 63.9, "%", source_title="浙江统计年鉴2025")
    )
    tables["corrections"].append(
        a_correction(
            2, "accept", STATEMENTS[9], "目标 人均地区生产总值 = 9.2 亿元 by 2027", decided_on=dt.date(2024, 4, 1)
        )
    )
    tables["submissions"][1] |= {
        "withdrawn_at": dt.datetime(2024, 3, 31, 16, 0),  # the first minute of April in China
        "withdrawn_by": "张三",
        "withdrawal_reason": "数有误",
    }
    later = [
        a_submission(3, "2024-03-31T16:00:00", "2024-02", 1.7),
        a_submission(4, "2024-05-07T02:00:00", "2024-04", 3.0),
    ]
    tables["submissions"] += [row for row, _ in later]
    tables["submission_figures"] += [figure for _, figure in later]
    tables["reporting_months"] += [a_month("2024-03", "2024-05-07"), a_month("2024-04", "2024-05-07")]
    return tables


def build(folder: Path, tables: Tables, day: str | None) -> Build:
    arguments = ["--vars", f"{{as_of: {day}}}"] if day else []
    return run_dbt(folder, tables, *arguments)


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The day, built when much more is known."""
    return build(tmp_path_factory.mktemp("then"), known_later(), DAY)


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("present"), known_later(), None)


def marts(built: Build) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every mart, in the order in which it stands there."""
    with duckdb.connect(str(built.file), read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables() where schema_name = 'marts' order by 1")
        return {name: connection.execute(f"select * from marts.{name}").fetchall() for (name,) in tables.fetchall()}


def test_what_came_later_changes_nothing_of_the_day(then: Build, tmp_path: Path) -> None:
    on_the_day = marts(build(tmp_path, known_then(), DAY))
    assert marts(then) == on_the_day
    assert all(on_the_day[name] for name in ("dim_plan", "fct_indicator_actuals", "mart_submission_status"))
    broken = {name: status for name, status in then.statuses.items() if status in ("fail", "error")}
    assert not broken


def test_a_later_plan_is_not_known(then: Build, present: Build) -> None:
    plans = "select plan_id from marts.dim_plan order by doc"
    assert then.query(plans) == [(PLAN,)]
    assert present.query(plans) == [(LATER_PLAN,), (PLAN,)]
    count = f"select count(*) from marts.fct_plan_statements where plan_id = '{LATER_PLAN}'"
    assert (then.query(count), present.query(count)) == ([(0,)], [(1,)])


def test_a_published_figure_is_known_since_its_source_was_out(then: Build, present: Build) -> None:
    figures = (
        "select year, indicator_id, recorded_at, publication_rule from marts.fct_indicator_actuals "
        "where source_kind = 'statistics' order by recorded_at, year"
    )
    assert then.query(figures) == [
        (2018, "exports_usd", dt.date(2019, 12, 31), "yearbook"),
        (2019, "exports", dt.date(2020, 12, 31), "yearbook"),
        (2023, "urbanization_rate_resident", dt.date(2024, 2, 20), "written_in_title"),
    ]
    assert [row[0] for row in present.query(figures)][3:] == [2024, 2022, 2024]
    assert present.query(
        f"select publication_rule from marts.fct_indicator_actuals where document_id = '{FIGURES}' and line = 7"
    ) == [("received",)]  # the yearbook of 2025 comes out by its end, and was received on its first day


def test_of_decisions_those_made_by_the_day_count(then: Build, present: Build) -> None:
    reviewed = "select right(statement_id, 4), is_rejected from marts.fct_plan_statements where is_reviewed order by 1"
    assert then.query(reviewed) == [("0017", True)]
    assert present.query(reviewed) == [("0009", False), ("0017", True)]


def test_a_later_submission_is_not_known_and_a_later_withdrawal_has_not_happened(then: Build, present: Build) -> None:
    submissions = (
        "select right(submission_id, 1), version, withdrawn_at, withdrawn_by, withdrawal_reason, is_current "
        "from marts.fct_submissions order by 1"
    )
    assert then.query(submissions) == [
        ("1", 1, None, None, None, False),
        ("2", 2, None, None, None, True),
    ]
    assert [(row[0], row[2] is not None, row[5]) for row in present.query(submissions)] == [
        ("1", False, False),
        ("2", True, False),
        ("3", False, True),
        ("4", False, True),
    ]
    current = (
        "select value, superseded_at from marts.fct_submission_figures where is_current and month = date '2024-02-01'"
    )
    assert then.query(current) == [(1.6, None)]
    assert present.query(current) == [(1.7, None)]


def test_months_are_those_reported_on_by_the_day(then: Build, present: Build) -> None:
    months = "select distinct month from marts.mart_submission_status order by 1"
    assert then.query(months) == [(dt.date(2024, 2, 1),)]
    assert len(present.query(months)) == 3


def test_before_everything_the_marts_are_empty_and_nothing_fails(tmp_path: Path) -> None:
    empty = build(tmp_path, known_later(), "2010-01-01")
    assert not {name: status for name, status in empty.statuses.items() if status in ("fail", "error", "skipped")}
    assert {name for name, rows in marts(empty).items() if rows} == {
        "dim_indicator",
        "dim_light_rule",
        "dim_progress_state",
        "dim_region",
        "dim_unit",
    }
