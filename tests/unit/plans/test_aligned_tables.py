"""Tables of text copied from Word and PDF files, whose cells are parted by spaces only."""

from __future__ import annotations

from telling import compare, lines, read

HEAD = "云和县国民经济和社会发展第十四个五年规划纲要\n第一章 主要目标\n"


def table(text: str, *expected: str) -> None:
    compare(lines(read(HEAD + text + "\n")), list(expected))


def test_cells_that_stand_under_their_heads() -> None:
    table(
        "类别   指    标              2020年   2025年   年均增长    属性\n"
        "                                               〔累计〕\n"
        "经济   1.生产总值（亿元）     78.3    108.0    6.6%     预期性\n"
        "发展   2.常住人口城镇化率     38.2     45.0    〔6.8〕   预期性\n"
        "       （%）\n"
        "民生   3.每千人口执业（助     2.05     2.60     —       约束性\n"
        "福祉   理）医师数（人）\n"
        "注：〔 〕内为五年累计数。",
        "actual 生产总值 = 78.3 亿元 in 2020",
        "target 生产总值 = 108 亿元 in 2025",
        "target 生产总值 = 6.6 % every 2021-2025 growth",
        "actual 常住人口城镇化率 = 38.2 % in 2020",
        "target 常住人口城镇化率 = 45 % in 2025",
        "target 常住人口城镇化率 = 6.8 % over 2021-2025 change",
        "actual 每千人口执业（助理）医师数 = 2.05 人 in 2020",
        "target 每千人口执业（助理）医师数 = 2.6 人 in 2025",
    )


def test_a_name_broken_above_its_row() -> None:
    table(
        "类别 指标 单位 2020年 2025年 年均增速〔累计〕（%） 属性\n"
        "经济\n发展 地区生产总值 亿元 86.4 135左右 8.5左右 预期性\n"
        "常住人口城镇化率 % 48.2 56 〔7.8〕 预期性\n"
        "服务业增加值占地区生产总\n值比重 % 39.1 44 〔4.9〕 预期性",
        "actual 地区生产总值 = 86.4 亿元 in 2020",
        "target 地区生产总值 ≈ 135 亿元 in 2025",
        "target 地区生产总值 ≈ 8.5 % every 2021-2025 growth",
        "actual 常住人口城镇化率 = 48.2 % in 2020",
        "target 常住人口城镇化率 = 56 % in 2025",
        "target 常住人口城镇化率 = 7.8 % over 2021-2025 change",
        "actual 服务业增加值占地区生产总值比重 = 39.1 % in 2020",
        "target 服务业增加值占地区生产总值比重 = 44 % in 2025",
        "target 服务业增加值占地区生产总值比重 = 4.9 % over 2021-2025 change",
    )


def test_the_text_behind_the_table_is_text() -> None:
    table(
        "指标名称        单位    2020年    2025年\n"
        "粮食总产量      万吨    12.3      13.0\n\n"
        "第二章 重点任务\n新建高标准农田3万亩。",
        "actual 粮食总产量 = 12.3 万吨 in 2020",
        "target 粮食总产量 = 13 万吨 in 2025",
        "target 新建高标准农田 = 3 万亩 over 2021-2025",
    )


def test_every_statement_of_such_a_table_stands_where_it_says() -> None:
    text = (
        HEAD + "类别   指    标              2020年   2025年\n"
        "经济   1.生产总值（亿元）     78.3    108.0\n发展   2.常住人口城镇化率     38.2     45.0\n       （%）\n"
    )
    assert [text[s.start : s.end] for s in read(text).statements] == ["78.3", "108.0", "38.2", "45.0"]
