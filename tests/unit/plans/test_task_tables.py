"""Lists of tasks drawn as tables: running text in the cells, owners and deadlines beside it."""

from __future__ import annotations

from telling import compare, lines, read

HEAD = "云和县人民政府办公室关于印发2024年重点工作任务清单的通知\n附件\n云和县2024年重点工作任务清单\n"
TASKS = (
    "序号\t重点任务\t工作目标\t完成时限\t牵头单位\t责任单位\n"
    "1\t工业强县\t规上工业增加值增长9%以上，新增规上工业企业30家\t12月底\t县经信局\t县科技局、县统计局\n"
    "2\t乡村振兴\t粮食播种面积2.3万亩以上；新建高标准农田0.8万亩\t11月底\t县农业农村局\t各乡镇（街道）\n"
    "3\t污染防治\t完成“污水零直排区”建设6个\t分季度推进\t\t县水利局\n"
)


def test_cells_of_running_text_are_read_as_prose() -> None:
    compare(
        lines(read(HEAD + TASKS)),
        [
            "target 规上工业增加值 ≥ 9 % in 2024 growth",
            "target 新增规上工业企业 = 30 家 in 2024",
            "target 粮食播种面积 ≥ 2.3 万亩 in 2024",
            "target 新建高标准农田 = 0.8 万亩 in 2024",
            "target “污水零直排区”建设 = 6 个 in 2024",
        ],
    )


def test_owners_stand_in_the_row_and_a_merged_cell_belongs_to_the_rows_below() -> None:
    reading = read(HEAD + TASKS)
    assert [s.departments for s in reading.statements][::2] == [
        ["县经信局", "县科技局", "县统计局"],
        ["县农业农村局", "各乡镇（街道）"],
        ["县农业农村局", "县水利局"],
    ]


def test_every_row_is_a_measure() -> None:
    reading = read(HEAD + TASKS)
    rows = [m for m in reading.measures if m.in_table]
    assert [(m.number, m.title, m.lead_departments, m.deadline_year) for m in rows] == [
        ("1", "工业强县", ["县经信局"], 2024),
        ("2", "乡村振兴", ["县农业农村局"], 2024),
        ("3", "污染防治", ["县农业农村局"], 2024),
    ]
    assert [s.measure_id for s in reading.statements] == [m.measure_id for m in rows for _ in range(2)][:5]


def test_a_deadline_of_its_own_ends_the_years_of_a_row() -> None:
    table = (
        "任务名称\t主要内容\t完成时间\t责任单位\n"
        "水利提升\t新建标准化水库3座，水域面积率达到4.5%\t2023年12月\t县水利局\n"
        "道路畅通\t新改建农村公路120公里，打通断头路2条\t2025年底\t县交通运输局\n"
    )
    compare(
        lines(read("云和县基础设施建设行动计划（2022—2025年）\n" + table)),
        [
            "target 新建标准化水库 = 3 座 over 2022-2023",
            "target 水域面积率 = 4.5 % by 2023",
            "target 新改建农村公路 = 120 公里 over 2022-2025",
            "target 打通断头路 = 2 条 over 2022-2025",
        ],
    )


def test_an_indicator_table_with_owners_stays_one() -> None:
    table = "指标\t单位\t2021年\t2025年\t责任单位\n城镇化率\t%\t60.1\t65\t县发改局\n水域面积率\t%\t4.1\t4.5\t县水利局\n"
    reading = read("云和县新型城镇化规划（2021—2025年）\n" + table)
    assert [(s.indicator, s.value) for s in reading.statements] == [
        ("城镇化率", 60.1),
        ("城镇化率", 65),
        ("水域面积率", 4.1),
        ("水域面积率", 4.5),
    ]


def test_every_number_of_a_task_list_is_accounted_for() -> None:
    assert not [n for n in read(HEAD + TASKS).numbers if n.use == "unread"]


def test_a_name_and_its_value_in_cells_side_by_side() -> None:
    table = (
        "序号\t类别\t任务内容\t年度目标\t牵头单位\t完成时限\n"
        "1\t经济运行\t地区生产总值增速\t7%左右\t县发改局\t12月底\n"
        "2\t民生保障\t农村户厕改造；公共厕所新建\t4200座；11个\t县农业农村局\t11月底\n"
    )
    compare(
        lines(read(HEAD + table)),
        [
            "target 地区生产总值增速 ≈ 7 % in 2024",
            "target 农村户厕改造 = 4200 座 in 2024",
            "target 公共厕所新建 = 11 个 in 2024",
        ],
    )


def test_a_table_of_projects_gives_projects_and_no_statements() -> None:
    table = (
        "序号\t项目名称\t建设年限\t总投资（万元）\t2024年计划投资（万元）\t责任单位\n"
        "1\t生物医药产业园项目\t2023-2025\t180000\t60000\t县经信局\n"
        "2\t石塘水库引水工程\t2024-2026\t26000\t8000\t县水利局\n"
    )
    reading = read(HEAD + table)
    assert reading.statements == []
    assert [(p.name, p.investment_value, p.end_year) for p in reading.projects] == [
        ("生物医药产业园项目", 180000, 2025),
        ("石塘水库引水工程", 26000, 2026),
    ]
