"""Responsible units as plans name them, and what they answer for."""

from __future__ import annotations

import pytest
from telling import read

from pipelines.plans.departments import find_ownership, split_units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("县水利局、县农业农村局、各乡镇", ["县水利局", "县农业农村局", "各乡镇"]),
        ("市发展改革委，市财政局；市审计局", ["市发展改革委", "市财政局", "市审计局"]),
        ("县卫健局负责，县医保局配合", ["县卫健局", "县医保局"]),
        ("各乡镇（街道、开发区）、县住建局", ["各乡镇（街道、开发区）", "县住建局"]),
        ("县林业局和县文旅局", ["县林业局", "县文旅局"]),
        ("市教育局等部门", ["市教育局"]),
        ("省人力资源社会保障厅 省民政厅", ["省人力资源社会保障厅", "省民政厅"]),
        ("县交通运输局、县交通运输局", ["县交通运输局"]),
    ],
)
def test_a_list_of_units(text: str, units: list[str]) -> None:
    assert split_units(text) == units


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        pytest.param(
            "新建泵站6座。（责任单位：县水利局、各乡镇人民政府）", [], ["县水利局", "各乡镇人民政府"], id="responsible"
        ),
        pytest.param(
            "完善托育服务。（牵头单位：市卫生健康委；配合单位：市教育局、市民政局）",
            ["市卫生健康委"],
            ["市教育局", "市民政局"],
            id="lead_and_supporting",
        ),
        pytest.param(
            "【牵头部门：区城管局 责任单位：区住建局、各街道】",
            ["区城管局"],
            ["区住建局", "各街道"],
            id="square_brackets",
        ),
        pytest.param(
            "建设职业技能实训基地。（县人社局、县教育局）", [], ["县人社局", "县教育局"], id="closing_bracket"
        ),
        pytest.param("牵头单位：省林业厅", ["省林业厅"], [], id="line_of_its_own"),
        pytest.param("（主办单位：县文化馆；协办单位：县总工会）", ["县文化馆"], ["县总工会"], id="organiser"),
    ],
)
def test_notes_of_units(text: str, lead: list[str], others: list[str]) -> None:
    notes = find_ownership(text)
    assert [(note.lead, note.others) for note in notes] == [(lead, others)]


@pytest.mark.parametrize(
    "text",
    [
        "健全分级诊疗制度（首诊在基层、大病不出县）。",
        "空气质量明显改善（PM2.5不超过30微克/立方米）。",
        "支持特色产业发展（茶叶、香菇、中药材）。",
        "加快推进（一期、二期）工程建设。",
    ],
)
def test_brackets_that_name_no_units(text: str) -> None:
    assert find_ownership(text) == []


def test_a_note_covers_what_stands_before_it_in_its_measure() -> None:
    text = (
        "云和县教育提升行动方案（2023—2025年）\n一、重点任务\n"
        "1.扩大学位供给。新建幼儿园4所。（责任单位：县教育局、县财政局）\n"
        "2.改善办学条件。改造操场12个。（责任单位：县教育局、县住建局）\n"
    )
    departments = [s.departments for s in read(text).statements]
    assert departments == [["县教育局", "县财政局"], ["县教育局", "县住建局"]]


def test_two_notes_in_a_paragraph_each_cover_their_own() -> None:
    text = (
        "云和县教育提升行动方案（2023—2025年）\n一、重点任务\n"
        "（一）扩大学位供给。新建幼儿园4所。（责任单位：县教育局）改造操场12个。（责任单位：县体育局）\n"
    )
    assert [s.departments for s in read(text).statements] == [["县教育局"], ["县体育局"]]


def test_a_chapter_note_covers_measures_without_one() -> None:
    text = (
        "云和县健康促进行动方案（2023—2025年）\n一、提升服务能力（牵头单位：县卫生健康局）\n"
        "1.完善设施。新建村卫生室18个。\n2.培养人才。招聘乡村医生30名。（责任单位：县人社局）\n"
    )
    assert [s.departments for s in read(text).statements] == [["县卫生健康局"], ["县人社局"]]


def test_measures_know_lead_units_and_deadline() -> None:
    text = (
        "云和县健康促进行动方案（2023—2025年）\n一、提升服务能力\n"
        "1.完善设施。到2024年，村卫生室达标率达到90%。（牵头单位：县卫生健康局；配合单位：县财政局）\n"
    )
    (measure,) = read(text).measures
    assert measure.lead_departments == ["县卫生健康局"]
    assert measure.departments == ["县卫生健康局", "县财政局"]
    assert measure.deadline_year == 2024
