"""The page 任务与项目: owners, deadlines and items with their places, filters in the link, what is missing says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dashboard import fixture_warehouse as fixture
from tests.dashboard.test_pages import component, open_page, row_of, spoken


def test_a_task_shows_its_owners_deadline_and_items(home: Path) -> None:
    row = row_of(open_page("tasks"), "tasks", "task", "1.畅通交通")
    assert (row["units"]["t"], row["units"]["sub"]) == ("牵头：县发改局", "县交通运输局")
    assert row["deadline"]["t"] == "2027 年"
    assert row["quantified"]["parts"] == [{"t": "新改建公路 12公里（2027年）", "href": "text?statement=s1"}]
    assert row["deliverable"]["parts"][0]["t"] == "创成省级文明县城（2025年）"
    assert row["project"]["parts"] == [{"t": "云岭水库", "href": f"text?plan={fixture.QINGYUAN}&start=30&end=34"}]


def test_a_task_without_items_is_counted_and_a_section_without_owner_too_is_no_task(home: Path) -> None:
    app = open_page("tasks")
    assert row_of(app, "tasks", "task", "2.加强宣传")["project"]["t"] == "—"
    assert all("基本原则" not in row["task"]["t"] for row in component(app, "tasks")["rows"])
    assert {metric.label: metric.value for metric in app.metric} == {
        "任务": "2",
        "量化指标": "1",
        "成果": "1",
        "项目": "2",
        "未写责任单位": "0",
        "无清单的任务": "1",
    }


def test_the_newest_report_stands_beside_its_project(home: Path) -> None:
    app = open_page("tasks")
    report = row_of(app, "projects", "name", "云岭水库")["report"]
    assert (report["t"], report["sub"]) == ("大坝已开工", "县水利局 · 2026年10月")
    assert row_of(app, "projects", "name", "<b>石桥路</b>改造工程")["report"]["t"] == "—"


def test_projects_show_money_and_say_what_is_missing(home: Path) -> None:
    app = open_page("tasks")
    row = row_of(app, "projects", "name", "云岭水库")
    assert (row["investment"]["t"], row["investment"]["sub"]) == ("1.2 亿元", "总投资1.2亿元")
    assert (row["stage"]["t"], row["kind"]["t"], row["years"]["t"]) == ("谋划", "水利", "2026 年")
    other = row_of(app, "projects", "name", "<b>石桥路</b>改造工程")
    assert {other[key]["t"] for key in ("investment", "scale", "years", "place", "stage", "kind")} == {"缺"}
    assert "其中 1 个写明了投资" in spoken(app)


@pytest.mark.parametrize(
    ("parameters", "tasks", "projects"),
    [
        ({}, 2, 2),
        ({"plan": fixture.QINGYUAN}, 2, 2),
        ({"unit": "县交通运输局"}, 1, 1),
        ({"plan": fixture.QINGYUAN, "kind": "水利"}, 2, 1),
        ({"kind": "none"}, 2, 1),
    ],
)
def test_filters_stand_in_the_link(home: Path, parameters: dict[str, str], tasks: int, projects: int) -> None:
    app = open_page("tasks", **parameters)
    assert not app.warning
    assert len(component(app, "tasks")["rows"]) == tasks
    assert len(component(app, "projects")["rows"]) == projects


def test_a_plan_without_tasks_says_so(home: Path) -> None:
    said = spoken(open_page("tasks", plan=fixture.JIANDE))
    assert "没有编号的任务" in said and "没有写出名称的项目" in said


def test_a_unit_that_is_none_is_told(home: Path) -> None:
    assert "unit" in spoken(open_page("tasks", unit="月球局"))
