"""Indicator tables as they reach a text: pipes, tabs, gaps, ragged rows, sub-rows, totals, regions down the side."""

from __future__ import annotations

import pytest
from telling import compare, lines, read

HEAD = "云和县国民经济和社会发展第十四个五年规划纲要\n一、主要目标\n"


def table(text: str, *expected: str, head: str = HEAD) -> None:
    compare(lines(read(head + text + "\n")), list(expected))


def test_pipe_table_with_base_target_and_growth() -> None:
    table(
        "| 序号 | 指标 | 单位 | 2020年 | 2025年 | 年均增长 | 属性 |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 1 | 地区生产总值 | 亿元 | 91.2 | 130 | 7.3 | 预期性 |\n"
        "| 2 | 森林覆盖率 | % | 81.5 | 82 | — | 约束性 |",
        "actual 地区生产总值 = 91.2 亿元 in 2020",
        "target 地区生产总值 = 130 亿元 in 2025",
        "target 地区生产总值 = 7.3 % every 2021-2025 growth",
        "actual 森林覆盖率 = 81.5 % in 2020",
        "target 森林覆盖率 = 82 % in 2025",
    )


def test_attributes_are_kept() -> None:
    reading = read(
        HEAD + "| 指标 | 单位 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- | --- |\n"
        "| 单位GDP能耗降低 | % | — | 【13.5】 | 约束性 |\n| 城镇化率 | % | 60 | 65 | 预期性 |\n"
    )
    assert [(s.value, s.attribute) for s in reading.statements] == [(13.5, "约束性"), (60, "预期性"), (65, "预期性")]


def test_totals_over_the_years_in_other_brackets() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 | 年均增长 |\n| --- | --- | --- | --- | --- |\n"
        "| 城镇新增就业 | 万人 | — | — | 〔2.2〕 |\n| 单位GDP能耗降低 | % | 〔18.6〕 | 〔13.5〕 | — |",
        "target 城镇新增就业 = 2.2 万人 over 2021-2025 change",
        "actual 单位GDP能耗降低 = 18.6 % over 2016-2020 change",
        "target 单位GDP能耗降低 = 13.5 % over 2021-2025 change",
    )


def test_tab_table() -> None:
    table(
        "指标名称\t计量单位\t2020年实际\t2025年目标\n每千人口床位数\t张\t5.2\t6.1\n婴儿死亡率\t‰\t3.1\t<3",
        "actual 每千人口床位数 = 5.2 张 in 2020",
        "target 每千人口床位数 = 6.1 张 in 2025",
        "actual 婴儿死亡率 = 3.1 ‰ in 2020",
        "target 婴儿死亡率 < 3 ‰ in 2025",
    )


def test_aligned_table() -> None:
    table(
        "指标名称        单位    2020年    2025年\n粮食总产量      万吨    12.3      13.0\n"
        "水产品产量      吨      860       1200",
        "actual 粮食总产量 = 12.3 万吨 in 2020",
        "target 粮食总产量 = 13 万吨 in 2025",
        "actual 水产品产量 = 860 吨 in 2020",
        "target 水产品产量 = 1200 吨 in 2025",
    )


def test_unit_in_the_name() -> None:
    table(
        "| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 农村自来水普及率（%） | 88 | 95以上 |\n"
        "| 水利投资（亿元） | 8.6 | 【50】 |",
        "actual 农村自来水普及率 = 88 % in 2020",
        "target 农村自来水普及率 ≥ 95 % in 2025",
        "actual 水利投资 = 8.6 亿元 in 2020",
        "target 水利投资 = 50 亿元 over 2021-2025",
    )


def test_unit_in_the_cells() -> None:
    table(
        "| 指标 | 现状值（2020年） | 目标值（2025年） |\n| --- | --- | --- |\n| 医保参保率 | 98.2% | ≥99% |\n"
        "| 千人医师数 | 2.6人 | 3.1人 |",
        "actual 医保参保率 = 98.2 % in 2020",
        "target 医保参保率 ≥ 99 % in 2025",
        "actual 千人医师数 = 2.6 人 in 2020",
        "target 千人医师数 = 3.1 人 in 2025",
    )


def test_five_year_totals_in_lenticular_brackets() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 | 年均/【累计】 |\n| --- | --- | --- | --- | --- |\n"
        "| 城镇新增就业 | 万人 | 【1.6】 | — | 【1.5】 |\n| 常住人口城镇化率 | % | 58.2 | 63 | 【4.8】 |",
        "actual 城镇新增就业 = 1.6 万人 over 2016-2020",
        "target 城镇新增就业 = 1.5 万人 over 2021-2025 change",
        "actual 常住人口城镇化率 = 58.2 % in 2020",
        "target 常住人口城镇化率 = 63 % in 2025",
        "target 常住人口城镇化率 = 4.8 % over 2021-2025 change",
    )


def test_qualitative_cells() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n"
        "| 耕地保有量 | 万亩 | 9.6 | 完成上级下达任务 |\n"
        "| 居民收入增长 | % | 8.1 | 与经济增长基本同步 |\n| 城镇调查失业率 | % | 5.1 | <5.5 |",
        "actual 耕地保有量 = 9.6 万亩 in 2020",
        "target 耕地保有量 = 文 in 2025",
        "actual 居民收入增长 = 8.1 % in 2020 growth",
        "target 居民收入增长 = 文 in 2025",
        "actual 城镇调查失业率 = 5.1 % in 2020",
        "target 城镇调查失业率 < 5.5 % in 2025",
    )


def test_merged_category_column() -> None:
    table(
        "| 类别 | 序号 | 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 经济发展 | 1 | 财政总收入 | 亿元 | 8.2 | 11 |\n| | 2 | 进出口总额 | 亿美元 | 1.1 | 1.6 |\n"
        "| 3 | 税收占比 | % | 82 | 85 |",
        "actual 财政总收入 = 8.2 亿元 in 2020",
        "target 财政总收入 = 11 亿元 in 2025",
        "actual 进出口总额 = 1.1 亿美元 in 2020",
        "target 进出口总额 = 1.6 亿美元 in 2025",
        "actual 税收占比 = 82 % in 2020",
        "target 税收占比 = 85 % in 2025",
    )


def test_sub_rows_take_the_name_of_their_group() -> None:
    table(
        "| 指标 | | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- | --- |\n"
        "| 居民人均可支配收入 | 城镇居民 | 元 | 36200 | 51000 |\n"
        "| 居民人均可支配收入 | 农村居民 | 元 | 18900 | 28000 |",
        "actual 城镇居民人均可支配收入 = 36200 元 in 2020",
        "target 城镇居民人均可支配收入 = 51000 元 in 2025",
        "actual 农村居民人均可支配收入 = 18900 元 in 2020",
        "target 农村居民人均可支配收入 = 28000 元 in 2025",
    )


def test_of_which_rows() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 养老床位数 | 张 | 1200 | 1600 |\n| 其中："
        "护理型床位数 | 张 | 500 | 960 |",
        "actual 养老床位数 = 1200 张 in 2020",
        "target 养老床位数 = 1600 张 in 2025",
        "actual 护理型床位数 = 500 张 in 2020",
        "target 护理型床位数 = 960 张 in 2025",
    )


def test_two_rows_of_heads() -> None:
    table(
        "| 指标 | 单位 | 现状 | 目标 | |\n| | | 2020年 | 2023年 | 2025年 |\n| --- | --- | --- | --- | --- |\n"
        "| 数字经济核心产业增加值占比 | % | 3.2 | 5 | 8 |",
        "actual 数字经济核心产业增加值占比 = 3.2 % in 2020",
        "target 数字经济核心产业增加值占比 = 5 % in 2023",
        "target 数字经济核心产业增加值占比 = 8 % in 2025",
    )


def test_review_table_of_targets_and_results() -> None:
    table(
        "| 指标 | 单位 | 2020年规划目标 | 2020年完成值 |\n| --- | --- | --- | --- |\n| 高速公路里程 | 公里 | 85 | 92 |",
        "target 高速公路里程 = 85 公里 in 2020",
        "actual 高速公路里程 = 92 公里 in 2020",
    )


def test_departments_in_a_column() -> None:
    reading = read(
        HEAD
        + "| 指标 | 单位 | 2025年 | 责任单位 |\n| --- | --- | --- | --- |\n"
        + "| 新增学位 | 个 | 3000 | 县教育局、县财政局 |\n"
    )
    assert [s.departments for s in reading.statements] == [["县教育局", "县财政局"]]


def test_a_table_that_goes_on_over_a_page() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 新增学位 | 个 | 600 | 3000 |\n\n— 8 —\n\n"
        "| 专任教师数 | 人 | 1500 | 1720 |",
        "actual 新增学位 = 600 个 in 2020",
        "target 新增学位 = 3000 个 in 2025",
        "actual 专任教师数 = 1500 人 in 2020",
        "target 专任教师数 = 1720 人 in 2025",
    )


def test_targets_shared_out_to_counties() -> None:
    table(
        "| 县（市、区） | 2024年新建公厕（座） | 2025年卫生厕所普及率（%） |\n| --- | --- | --- |\n"
        "| 莲都区 | 20 | 99 |\n| 青田县 | 35 | 98.5 |\n| 合计 | 55 | 98 |",
        "target 新建公厕 = 20 座 in 2024 @莲都区",
        "target 卫生厕所普及率 = 99 % in 2025 @莲都区",
        "target 新建公厕 = 35 座 in 2024 @青田县",
        "target 卫生厕所普及率 = 98.5 % in 2025 @青田县",
        "target 新建公厕 = 55 座 in 2024 @丽水市",
        "target 卫生厕所普及率 = 98 % in 2025 @丽水市",
        head="丽水市农村环境整治行动方案（2023—2025年）\n一、任务分解\n",
    )


def test_yearly_columns_of_an_action_plan() -> None:
    table(
        "| 序号 | 任务 | 单位 | 2023年 | 2024年 | 2025年 |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 1 | 改造农村危房 | 户 | 120 | 100 | 60 |",
        "target 改造农村危房 = 120 户 in 2023",
        "target 改造农村危房 = 100 户 in 2024",
        "target 改造农村危房 = 60 户 in 2025",
        head="青田县农村住房提升行动方案（2023—2025年）\n一、任务\n",
    )


def test_ranges_and_negative_values() -> None:
    table(
        "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 人口自然增长率 | ‰ | -0.8 | 1左右 |\n"
        "| 财政收入增速 | % | -3.2 | 5-6 |",
        "actual 人口自然增长率 = -0.8 ‰ in 2020",
        "target 人口自然增长率 ≈ 1 ‰ in 2025",
        "actual 财政收入增速 = -3.2 % in 2020",
        "target 财政收入增速 = 5~6 % in 2025",
    )


def test_estimated_base() -> None:
    table(
        "| 指标 | 单位 | 2020年（预计数） | 2025年 |\n| --- | --- | --- | --- |\n| 旅游总人次 | 万人次 | 560 | 900 |",
        "actual 旅游总人次 = 560 万人次 in 2020",
        "target 旅游总人次 = 900 万人次 in 2025",
    )


def test_a_report_table_of_last_year_and_this() -> None:
    table(
        "| 指标 | 单位 | 2009年完成 | 增长% | 2010年计划 | 增长% |\n| --- | --- | --- | --- | --- | --- |\n"
        "| 生产总值 | 亿元 | 62.3 | 11.2 | 69 | 10.5 |",
        "actual 生产总值 = 62.3 亿元 in 2009",
        "actual 生产总值 = 11.2 % in 2009 growth",
        "target 生产总值 = 69 亿元 in 2010",
        "target 生产总值 = 10.5 % in 2010 growth",
        head="青田县2010年国民经济和社会发展计划\n一、主要指标\n",
    )


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("| 姓名 | 电话 |\n| --- | --- |\n| 张三 | 13800000000 |", id="contacts"),
        pytest.param(
            "| 序号 | 文件 | 文号 |\n| --- | --- | --- |\n| 1 | 节水条例 | 浙政令387号 |", id="list_of_documents"
        ),
    ],
)
def test_tables_that_hold_no_indicators(rows: str) -> None:
    table(rows)


def test_running_text_in_cells_is_read_as_text() -> None:
    table(
        "| 项目 | 建设内容 |\n| --- | --- |\n| 城乡供水一体化 | 新建水厂2座，铺设管网86公里 |",
        "target 新建水厂 = 2 座 over 2021-2025",
        "target 铺设管网 = 86 公里 over 2021-2025",
    )


def test_a_cell_leads_back_to_its_place() -> None:
    text = HEAD + "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 新增学位 | 个 | 600 | 【3000】 |\n"
    for statement in read(text).statements:
        assert text[statement.start : statement.end] == statement.value_text
        assert statement.value_text in ("600", "【3000】")
        assert statement.quote.startswith("新增学位")
