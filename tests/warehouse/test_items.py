"""Projects, promised results and the checklist of a measure, built from small landed rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import PLAN

pytestmark = pytest.mark.filterwarnings("ignore")

MEASURE = f"{PLAN}-m0001"


def a_project(number: int, name: str, **more: Any) -> dict[str, Any]:
    row = {
        "project_id": f"{PLAN}-p{number:04d}",
        "document_id": PLAN,
        "measure_id": MEASURE,
        "project_name": name,
        "departments": [],
        "quote": name,
        "start_char": 100 + number,
        "end_char": 110 + number,
        "rule": "verb_list",
        "confidence": 0.95,
    }
    return row | more


def a_deliverable(number: int, text: str, **more: Any) -> dict[str, Any]:
    row = {
        "deliverable_id": f"{PLAN}-d{number:04d}",
        "document_id": PLAN,
        "measure_id": MEASURE,
        "deliverable_text": text,
        "act": text[:2],
        "start_year": 2023,
        "end_year": 2027,
        "departments": ["县教育局"],
        "start_char": 50 + number,
        "end_char": 60 + number,
        "rule": "award",
        "confidence": 0.95,
    }
    return row | more


def landing() -> dict[str, list[dict[str, Any]]]:
    tables = landed_rows.small_landing()
    tables["projects"] = [
        a_project(1, "云岭水库", project_stage="谋划", investment_value=1.2, investment_unit="亿元"),
        a_project(2, "石桥路改造工程", project_stage="续建", investment_value=8600.0, investment_unit="万元"),
        a_project(3, "港口二期", project_stage="新建（2024年开工）", investment_value=3.0, investment_unit="亿美元"),
        a_project(4, "无阶段项目", project_stage="其他", measure_id=None, end_year=2026),
    ]
    tables["deliverables"] = [a_deliverable(1, "创成省级文明县城"), a_deliverable(2, "通过复审", measure_id=None)]
    return tables


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    yield run_dbt(
        tmp_path_factory.mktemp("items"), landing(), *up_to("fct_projects", "fct_deliverables", "mart_measure_items")
    )


def test_every_model_and_test_of_items_succeeds(built: Build) -> None:
    mine = {name: state for name, state in built.statuses.items() if "item" in name or "project" in name}
    assert mine and set(mine.values()) <= {"success", "pass"}


def test_stages_and_money_have_one_form_and_keep_the_words(built: Build) -> None:
    assert built.query(
        "select project_name, stage_text, stage, investment_100m_cny from marts.fct_projects order by project_id"
    ) == [
        ("云岭水库", "谋划", "proposed", 1.2),
        ("石桥路改造工程", "续建", "continued", 0.86),
        ("港口二期", "新建（2024年开工）", "new", None),  # not in yuan: the words only
        ("无阶段项目", "其他", None, None),
    ]


def test_checklist_of_a_measure_holds_the_three_kinds_in_the_order_of_the_text(built: Build) -> None:
    rows = built.query(
        "select item_kind, item_text, deadline_year, departments from marts.mart_measure_items "
        f"where measure_id = '{MEASURE}' order by ordinal"
    )
    assert [row[0] for row in rows] == ["deliverable", "project", "project", "project", "quantified"]
    assert rows[0] == ("deliverable", "创成省级文明县城", 2027, ["县教育局"])
    assert rows[1] == ("project", "云岭水库", None, ["县发改局", "县经商局"])  # the owners of its measure
    assert rows[4][1].startswith("全县常住人口城镇化率 69")


def test_each_item_points_at_its_source(built: Build) -> None:
    assert not built.query(
        "select 1 from marts.mart_measure_items "
        "where list_count([statement_id, deliverable_id, project_id]) <> 1 "
        "or item_id <> coalesce(statement_id, deliverable_id, project_id)"
    )


def test_what_stands_in_no_measure_is_kept_as_a_fact(built: Build) -> None:
    assert built.query("select count(*) from marts.fct_deliverables") == [(2,)]
    assert built.query("select count(*) from marts.mart_measure_items where item_kind = 'deliverable'") == [(1,)]


def test_a_span_outside_its_text_and_a_name_twice_are_found(build: Callable[..., Build]) -> None:
    tables = landing()
    tables["projects"] += [a_project(5, "云岭水库"), a_project(6, "远处", start_char=20_000, end_char=20_010)]
    outcome = build(tables, *up_to("projects_are_named_once", "every_item_lies_in_its_text"))
    assert outcome.statuses["projects_are_named_once"] == "fail"
    assert outcome.statuses["every_item_lies_in_its_text"] == "fail"
