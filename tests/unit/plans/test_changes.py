"""A value that becomes another: 由 x 提升至 y, 在 x 的基础上."""

from __future__ import annotations

import pytest
from telling import PLAN, PLAN_BACK, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "from_to",
            "到2025年，农村集中供水率由86%提高到95%。",
            "actual 农村集中供水率 = 86 % in ?",
            "target 农村集中供水率 = 95 % by 2025",
        ),
        case(
            "from_year_to_year",
            "全员劳动生产率由2020年的9.6万元/人提高到2025年的13万元/人。",
            "actual 全员劳动生产率 = 9.6 万元/人 in 2020",
            "target 全员劳动生产率 = 13 万元/人 by 2025",
        ),
        case(
            "from_cong",
            "高新技术企业从2020年的18家增加到2025年的40家。",
            "actual 高新技术企业 = 18 家 in 2020",
            "target 高新技术企业 = 40 家 by 2025",
        ),
        case(
            "down",
            "单位生产总值建设用地面积由2020年的52亩/亿元下降至45亩/亿元以下。",
            "actual 单位生产总值建设用地面积 = 52 亩/亿元 in 2020",
            "target 单位生产总值建设用地面积 ≤ 45 亩/亿元 by 2025",
        ),
        case(
            "double_to",
            "到2025年，年旅游人数由2020年的120万人次增加到300万人次，翻一番以上。",
            "actual 旅游人数 = 120 万人次 in 2020",
            "target 旅游人数 = 300 万人次 by 2025",
            "target 旅游人数 ≥ 2 by 2025 times",
        ),
        case(
            "shorten",
            "项目审批时限由45个工作日压缩至20个工作日以内。",
            "actual 项目审批时限 = 45 个工作日 in ?",
            "target 项目审批时限 ≤ 20 个工作日 by 2025",
        ),
        case(
            "zero",
            "无集体经济收入的空壳村由35个减少到0。",
            "actual 无集体经济收入的空壳村 = 35 个 in ?",
            "target 无集体经济收入的空壳村 = 0 个 by 2025",
        ),
        case(
            "raise_by_and_to",
            "森林覆盖率提高2个百分点，达到61%。",
            "target 森林覆盖率 = 2 个百分点 over 2021-2025 change",
            "target 森林覆盖率 = 61 % by 2025",
        ),
        case(
            "raise_by_from",
            "城镇化率从51.3%提高到58%，年均提高1.3个百分点。",
            "actual 城镇化率 = 51.3 % in ?",
            "target 城镇化率 = 58 % by 2025",
            "target 城镇化率 = 1.3 个百分点 every 2021-2025 change",
        ),
    ],
)
def test_changes_that_a_plan_promises(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "past_from_to",
            "贫困发生率由2015年的14.2%降至零。",
            "actual 贫困发生率 = 14.2 % in 2015",
            "actual 贫困发生率 = 0 % in 2020",
        ),
        case(
            "past_both_years",
            "森林覆盖率由2015年的56.1%提高到2020年的60.4%。",
            "actual 森林覆盖率 = 56.1 % in 2015",
            "actual 森林覆盖率 = 60.4 % in 2020",
        ),
        case(
            "past_growth_after",
            "地区生产总值从2015年的98亿元增加到2020年的152亿元，年均增长7.6%。",
            "actual 地区生产总值 = 98 亿元 in 2015",
            "actual 地区生产总值 = 152 亿元 in 2020",
            "actual 地区生产总值 = 7.6 % every 2016-2020 growth",
        ),
        case(
            "base_before_the_comma",
            "在2020年76%的基础上，到2025年农村自来水普及率达到90%。",
            "actual 农村自来水普及率 = 76 % in 2020",
            "target 农村自来水普及率 = 90 % by 2025",
        ),
        case("structure_ratio", "三次产业比由22.1：38.5：39.4优化为18.3：40.2：41.5。"),
        case(
            "compare_past",
            "2020年农村居民人均可支配收入达到15860元，是2015年的1.6倍，年均增长9.8%。",
            "actual 农村居民人均可支配收入 = 15860 元 in 2020",
            "actual 农村居民人均可支配收入 = 1.6 倍 in 2020 times",
            "actual 农村居民人均可支配收入 = 9.8 % every 2016-2020 growth",
        ),
    ],
)
def test_changes_that_a_review_tells(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN_BACK, expected)
