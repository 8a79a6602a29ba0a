"""What a department is asked, from the published plans."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from form_warehouse import A, B

from pipelines.submissions.forms.content import Department, departments, read_forms
from pipelines.submissions.forms.naming import (
    UnclearDepartment,
    UnclearMonth,
    form_file_name,
    parse_month,
    resolve_department,
)
from pipelines.submissions.model import Form, FormRow
from pipelines.warehouse.query import open_published

OCTOBER = date(2026, 10, 1)


def forms(home: Path, month: date = OCTOBER) -> dict[tuple[str, str], Form]:
    with open_published(home) as connection:
        return {(d.region_code, d.name): form for d, form in read_forms(connection, month).items()}


def planning(home: Path, month: date = OCTOBER) -> dict[str, FormRow]:
    return {row.item_name: row for row in forms(home, month)[A, "县发改局"].rows}


def test_rows_stand_in_the_order_of_the_plan(home: Path) -> None:
    rows = forms(home)[A, "县发改局"].rows
    assert [(r.item_kind, r.item_name) for r in rows] == [
        ("indicator", "人均收入"),
        ("measure", "办好学校"),
        ("indicator", "新建公园"),
        ("indicator", "空气优良率"),
        ("indicator", "城镇化率"),
    ]


@pytest.mark.parametrize(("month", "text"), [
    (date(2025, 12, 1), "≥66 %（2025年）"),
    (date(2026, 1, 1), "≥69 %（2027年）"),
    (date(2027, 12, 1), "≥69 %（2027年）"),
    (date(2031, 1, 1), "≥72 %（2030年）"),
])  # fmt: skip
def test_the_target_is_the_one_due_next_else_the_latest(home: Path, month: date, text: str) -> None:
    assert planning(home, month)["城镇化率"].target_text == text


def test_targets_are_shown_with_comparator_unit_and_time(home: Path) -> None:
    rows = planning(home)
    assert rows["人均收入"].target_text == "约 38,000 元（2025年）"
    assert rows["新建公园"].target_text == "≥12 个（2023—2027年累计）"
    assert rows["空气优良率"].target_text == "完成上级 下达任务（2026年）"
    assert forms(home)[B, "水利局"].rows[0].target_text == "≥80—85 %（2027年）"


def test_the_last_value_is_the_preferred_one_before_the_month(home: Path) -> None:
    assert (planning(home)["城镇化率"].last_value, planning(home)["城镇化率"].last_period_end) == (
        64.25,
        date(2024, 12, 31),
    )
    assert planning(home, date(2027, 1, 1))["城镇化率"].last_value == 77


def test_a_last_value_in_another_unit_is_not_shown(home: Path) -> None:
    assert planning(home)["人均收入"].last_value is None


def test_what_belongs_to_the_plan_before_is_not_asked(home: Path) -> None:
    assert "上轮目标" not in planning(home)
    assert (A, "县只有旧目标局") not in forms(home)


def test_a_department_that_only_leads_a_measure_is_asked_too(home: Path) -> None:
    assert [r.item_name for r in forms(home)[A, "水利局"].rows] == ["修水库"]


def test_a_project_named_twice_stands_once_with_what_is_known_of_it(home: Path) -> None:
    (project,) = [r for r in forms(home)[A, "县教育局"].rows if r.item_kind == "project"]
    assert (project.unit, project.target_value) == ("亿元", 1.25)
    assert project.target_text == "总投资 1.25 亿元；36个班（2026年）"


def test_row_ids_do_not_change_with_the_month_or_the_department(home: Path) -> None:
    now, later = planning(home), planning(home, date(2027, 3, 1))
    assert {n: r.row_id for n, r in now.items()} == {n: r.row_id for n, r in later.items()}
    education = {r.item_name: r.row_id for r in forms(home)[A, "县教育局"].rows}
    assert education["新建公园"] == now["新建公园"].row_id
    assert now["城镇化率"].row_id != forms(home)[B, "水利局"].rows[0].row_id


def test_one_department_gets_the_form_that_all_give_it(home: Path) -> None:
    with open_published(home) as connection:
        every = read_forms(connection, OCTOBER)
        for department, form in every.items():
            assert read_forms(connection, OCTOBER, department) == {department: form}


def known(home: Path) -> list[Department]:
    with open_published(home) as connection:
        return departments(connection)


@pytest.mark.parametrize("region", [B, "建德市", "建德", " 建德市"])
def test_a_department_is_found_by_name_and_region(home: Path, region: str) -> None:
    assert resolve_department(known(home), "水利局", region).region_code == B


@pytest.mark.parametrize(("name", "region", "said"), [
    ("水利局", None, ["庆元县（331126）", "建德市（330182）", "--region"]),
    ("教育局", None, ["没有写到", "县教育局"]),
    ("县教育局", "建德市", ["建德市", "庆元县", "--region"]),
    ("水利局", "杭州市", ["杭州市", "庆元县（331126）", "建德市（330182）"]),
    ("某某", None, ["没有写到", "县发改局"]),
])  # fmt: skip
def test_an_unclear_department_is_told_with_the_choices(
    home: Path, name: str, region: str | None, said: list[str]
) -> None:
    with pytest.raises(UnclearDepartment) as caught:
        resolve_department(known(home), name, region)
    for text in said:
        assert text in str(caught.value)


@pytest.mark.parametrize("text", ["2026-10", "2026年10月", "2026/10", " 2026-10 "])
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert parse_month(text) == OCTOBER


@pytest.mark.parametrize("text", ["2026-13", "2026", "十月", "", "2026-10-05x", "0001-01"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(UnclearMonth):
        parse_month(text)


def test_a_file_name_holds_nothing_that_a_file_system_takes_amiss() -> None:
    name = form_file_name(Department(A, '../县:教*育"局\n', "庆元县"), OCTOBER)
    assert name == "庆元县_.._县_教_育_局__2026-10.xlsx"
