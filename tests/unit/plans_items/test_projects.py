"""How plans name their projects, and what looks like a project and is none."""

from __future__ import annotations

import pytest

from tests.unit.plans_items.telling import names, projects, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb and one project
        ("1.畅通路网。加快推进衢丽铁路建设，补齐短板。", ["衢丽铁路"]),
        ("1.畅通路网。开工建设古市至玉岩公路改建工程。", ["古市至玉岩公路改建工程"]),
        ("1.水利。新建黄南水库二期工程。", ["黄南水库二期工程"]),
        ("1.水利。扎实开展安民水电站增容改造项目前期工作。", ["安民水电站增容改造项目"]),
        # a list with 、 和 及 等
        ("1.路网。推进龙丽高速、235国道叶村段、松阴溪大桥建设。", ["龙丽高速", "235国道叶村段", "松阴溪大桥"]),
        ("1.卫生。谋划县中医院迁建和玉岩镇中心卫生院扩建。", ["县中医院迁建", "玉岩镇中心卫生院扩建"]),
        ("1.文旅。加快实施大木山骑行小镇、横樟古村落等重点文旅项目建设。", ["大木山骑行小镇"]),
        # the noun stands behind the list only
        ("1.教育。加快推进水南、叶村、望松等幼儿园建设。", ["水南幼儿园", "叶村幼儿园", "望松幼儿园"]),
        ("1.电网。建设110千伏象溪、35千伏三都等输变电工程。", ["110千伏象溪输变电工程", "35千伏三都输变电工程"]),
        ("1.水利。完成石门、上坑等两座水库除险加固。", ["石门水库除险加固", "上坑水库除险加固"]),
        # what is done to the last is done to both
        ("1.教育。推进民族中学和技师学院西屏校区扩建。", ["民族中学扩建", "技师学院西屏校区扩建"]),
        # the project stands before the verb
        ("1.能源。确保裕溪抽水蓄能电站2026年底前建成投产。", ["裕溪抽水蓄能电站"]),
        # a name with a bracket, a quote
        ("1.产业。启动建设赤寿工业园（南山区块）项目。", ["赤寿工业园（南山区块）项目"]),
        ("1.产业。规划建设“山海协作”科创园。", ["“山海协作”科创园"]),
    ],
)
def test_named_projects(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.投资。谋划实施一批重大项目，加快推进重点工程建设。",
        "1.农业。实施高标准农田建设工程、种业振兴工程。",  # programmes
        "1.人才。深入实施“归雁”人才工程和名师培养工程。",
        "1.城建。推进老旧小区改造、农村公路建设和污水管网建设。",  # kinds of works
        "1.生态。推进百山祖国家公园创建。",
        "1.卫生。完善乡镇卫生院、村卫生室等基层医疗设施。",
        "1.教育。办好小而精的乡村学校，提升“小而优”学校。",
        "1.服务。加强与上海、杭州等地医院、学校合作。",
        "1.旅游。提升松阴溪绿道、箬寮景区品质。",  # nothing is built
        "1.交通。依托衢宁铁路，发展通道经济。",
        "1.治理。推动县域医共体、教共体建设，打造城乡融合样板。",
    ],
)
def test_what_is_no_project(text: str) -> None:
    assert names(text) == []


def test_what_the_sentence_tells_of_money_size_and_year() -> None:
    [project] = projects("1.能源。2025年开工建设大东坝抽水蓄能电站，装机容量120万千瓦，总投资约86.5亿元。")
    assert (project.stage, project.kind, project.end_year) == ("新建", "能源", 2025)
    assert (project.investment_text, project.investment_value, project.investment_unit) == (
        "总投资约86.5亿元",
        86.5,
        "亿元",
    )
    assert project.scale == "装机容量120万千瓦"


def test_money_spent_in_a_year_is_not_the_investment() -> None:
    [project] = projects("1.路网。加快推进235国道叶村段建设，完成投资3亿元。")
    assert project.investment_value is None


def test_money_before_the_name() -> None:
    [project] = projects("1.水利。总投资4.2亿元、库容1100万立方米的四都水库2026年前完工。")
    assert (project.name, project.investment_value, project.end_year, project.stage) == ("四都水库", 4.2, 2026, "建成")


@pytest.mark.parametrize(
    ("verb", "stage"),
    [("谋划", "谋划"), ("加快推进", "推进"), ("新开工", "新建"), ("续建", "续建"), ("完工", "建成")],
)
def test_stage_is_that_of_the_verb(verb: str, stage: str) -> None:
    assert [p.stage for p in projects(f"1.路网。{verb}松阴溪大桥。")] == [stage]


def test_a_project_named_twice_stands_once_with_its_fullest_mention() -> None:
    body = "1.路网。加快推进松阴溪大桥建设。\n\n2.投资。新建松阴溪大桥工程，全长1.2公里，总投资2亿元。"
    [project] = projects(body)
    assert (project.name, project.investment_value, project.scale) == ("松阴溪大桥工程", 2.0, "全长1.2公里")


def test_owner_units_and_measure_of_a_project() -> None:
    reading = read("1.路网。加快推进松阴溪大桥建设。（责任单位：县交通局、县住建局）")
    [project] = reading.projects
    assert project.departments == ["县交通局", "县住建局"]
    assert reading.measures[project.measure_id or 0].title == "路网"


def test_place_is_where_the_text_holds_the_name() -> None:
    reading = read("1.路网。坚持规划先行、分步实施，着力补齐交通短板，加快推进 松阴溪\n大桥建设。")
    assert [reading.text[p.start : p.end].replace("\n", "") for p in reading.projects] == ["松阴溪大桥"]


BOX = """1.更新。持续推进城市更新。

专栏3：城市更新重点项目

旧城更新项目。征收用地面积12万平方米，总投资6.8亿元。

云岩古街改造工程。位于西屏街道，建筑面积3.1万平方米，2024年开工。

道路工程。建设人民大街西延、望松大桥、环城北路中段。

公共空间建设。坚持以人为本，提升品质。
"""


def test_box_of_projects() -> None:
    found = {p.name: p for p in projects(BOX)}
    assert list(found) == ["旧城更新项目", "云岩古街改造工程", "人民大街西延", "望松大桥", "环城北路中段"]
    assert found["旧城更新项目"].investment_value == 6.8
    assert (found["云岩古街改造工程"].place, found["云岩古街改造工程"].end_year) == ("西屏街道", 2024)


def test_numbered_list_below_the_heading_of_a_box() -> None:
    body = (
        "专栏 重点建设项目\n\n1.县疾控中心迁建：建筑面积9000平方米，总投资8600万元。\n\n"
        "2.急救站点提升工程：新建急救站4个，总投资300万元。"
    )
    assert [(p.name, p.investment_value, p.investment_unit) for p in projects(body)] == [
        ("县疾控中心迁建", 8600.0, "万元"),
        ("急救站点提升工程", 300.0, "万元"),
    ]


TABLE = """1.投资。项目见附表。

附表2 重大项目清单

| 序号 | 项目名称 | 建设内容及规模 | 建设地点 | 建设性质 | 总投资（亿元） | 起止年限 | 责任单位 |
|---|---|---|---|---|---|---|---|
| 一 | 交通 | | | | | | |
| 1 | 松阴溪大桥 | 桥长860米 | 西屏街道 | 新建 | 2.35 | 2024-2026 | 县交通局、县住建局 |
| 2 | 县域智慧停车 | 停车泊位1200个 | — | 续建 | 0.8 | 2023—2025年 | 县城管局 |
| 二 | 水利 | | | | | | |
| 3 | 黄南水库 | 总库容9196万立方米 | 玉岩镇 | 前期 | | 2026 | 县水利局 |
| | 合计 | | | | 3.15 | | |
"""


def test_table_of_projects() -> None:
    found = projects(TABLE)
    assert [(p.name, p.stage, p.kind) for p in found] == [
        ("松阴溪大桥", "新建", "交通"),
        ("县域智慧停车", "续建", "交通"),
        ("黄南水库", "前期", "水利"),
    ]
    first, second, third = found
    assert (first.investment_value, first.investment_unit, first.start_year, first.end_year) == (
        2.35,
        "亿元",
        2024,
        2026,
    )
    assert first.departments == ["县交通局", "县住建局"]
    assert (second.place, second.start_year, second.end_year) == (None, 2023, 2025)
    assert (third.investment_value, third.end_year, third.scale) == (None, 2026, "总库容9196万立方米")


def test_what_is_done_already_is_no_project_of_the_plan() -> None:
    head = "松阳县2024年政府工作报告\n\n一、2023年工作回顾\n\n"
    assert read("1.路网。建成松阴溪大桥，新开工黄南水库。", head).projects == []
