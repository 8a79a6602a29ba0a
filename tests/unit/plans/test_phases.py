"""Reports whose headings do not tell whether they look back or ahead."""

from __future__ import annotations

from telling import compare, lines, read


def test_a_report_without_headings() -> None:
    compare(
        lines(
            read(
                "政府工作报告\n——2024年1月17日在云和县第十七届人民代表大会第三次会议上\n各位代表：\n"
                "过去一年，全县经济稳中有进。预计完成地区生产总值98.6亿元，增长5.1%。\n"
                "接待过夜游客61.5万人次。\n"
                "今年是实现“十四五”规划目标任务的关键一年。主要预期目标为：地区生产总值增长6%左右。\n"
                "新签约项目20个。\n"
            )
        ),
        [
            "actual 地区生产总值 = 98.6 亿元 in 2023",
            "actual 地区生产总值 = 5.1 % in 2023 growth",
            "actual 接待过夜游客 = 61.5 万人次 in 2023",
            "target 地区生产总值 ≈ 6 % in 2024 growth",
            "target 新签约项目 = 20 个 in 2024",
        ],
    )


def test_a_report_given_in_december_for_the_next_year() -> None:
    compare(
        lines(
            read(
                "云和县政府工作报告\n2021年12月28日，云和县第十届人民代表大会第一次会议\n"
                "一、五年工作回顾\n"
                "固定资产投资累计完成480亿元。今年以来，新建公办幼儿园3所。\n"
                "二、今后五年的奋斗目标\n地区生产总值年均增长7.5%左右，总量突破280亿元。\n"
                "三、2022年工作安排\n新建学校2所。\n"
            )
        ),
        [
            "actual 固定资产投资 = 480 亿元 over 2017-2021",
            "actual 新建公办幼儿园 = 3 所 in 2021",
            "target 地区生产总值 ≈ 7.5 % every 2022-2026 growth",
            "target 地区生产总值总量 > 280 亿元 by 2026",
            "target 新建学校 = 2 所 in 2022",
        ],
    )


def test_a_year_of_one_value_in_a_look_back_over_years() -> None:
    compare(
        lines(
            read(
                "云和县国民经济和社会发展第十五个五年规划的建议\n"
                "五年来，地区生产总值年均增长6.4%，2024年达到228.5亿元；高新技术企业达到68家。\n"
            )
        ),
        [
            "actual 地区生产总值 = 6.4 % every 2021-2025 growth",
            "actual 地区生产总值 = 228.5 亿元 in 2024",
            "actual 高新技术企业 = 68 家 in 2025",
        ],
    )


def test_what_is_told_as_of_a_day_is_done() -> None:
    compare(
        lines(read("云和县十四五规划中期评估报告（2021—2025年）\n截至2023年6月底，累计开通班列1300列。\n")),
        ["actual 开通班列 = 1300 列 over 2016-2023"],
    )
