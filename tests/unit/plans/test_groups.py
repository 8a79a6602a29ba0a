"""Names that share their values: 分别, 均, 都."""

from __future__ import annotations

import pytest
from telling import PLAN, REPORT_BACK, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "two_names_two_values",
            "到2025年，学前教育毛入园率、高中阶段毛入学率分别达到92%、95%。",
            "target 学前教育毛入园率 = 92 % by 2025",
            "target 高中阶段毛入学率 = 95 % by 2025",
        ),
        case(
            "three_sectors",
            "到2025年，第一、二、三产业增加值分别达到5亿元、6亿元、7亿元。",
            "target 第一产业增加值 = 5 亿元 by 2025",
            "target 第二产业增加值 = 6 亿元 by 2025",
            "target 第三产业增加值 = 7 亿元 by 2025",
        ),
        case(
            "deposits_and_loans",
            "到2025年，存贷款余额分别达到500亿元、600亿元。",
            "target 存款余额 = 500 亿元 by 2025",
            "target 贷款余额 = 600 亿元 by 2025",
        ),
        case(
            "joined_and",
            "城市和农村低保标准分别提高到每月720元和每年6000元。",
            "target 城市…低保标准 = 720 元 by 2025",
            "target 农村低保标准 = 6000 元 by 2025",
        ),
        case(
            "bound_covers_both",
            "孕产妇系统管理率和3岁以下儿童系统管理率分别达到95%和92%以上。",
            "target 孕产妇系统管理率 ≥ 95 % by 2025",
            "target 3岁以下儿童系统管理率 ≥ 92 % by 2025",
        ),
        case(
            "within_both",
            "孕产妇死亡率、婴儿死亡率分别控制在12/10万、5‰以内。",
            "target 孕产妇死亡率 ≤ 12 /10万 by 2025",
            "target 婴儿死亡率 ≤ 5 ‰ by 2025",
        ),
        case(
            "within_each",
            "生产安全事故起数、死亡人数分别控制在20起以内、15人以内。",
            "target 生产安全事故起数 ≤ 20 起 by 2025",
            "target …死亡人数 ≤ 15 人 by 2025",
        ),
        case(
            "all_same",
            "城区生活垃圾无害化处理率、污水集中处理率均达到98%以上。",
            "target 城区生活垃圾无害化处理率 ≥ 98 % by 2025",
            "target …污水集中处理率 ≥ 98 % by 2025",
        ),
        case(
            "dou",
            "行政村客车通达率和通邮率都达到100%。",
            "target 行政村客车通达率 = 100 % by 2025",
            "target …通邮率 = 100 % by 2025",
        ),
        case(
            "growth_each",
            "城镇、农村居民人均可支配收入年均分别增长7%和8%。",
            "target 城镇居民人均可支配收入 = 7 % every 2021-2025 growth",
            "target 农村居民人均可支配收入 = 8 % every 2021-2025 growth",
        ),
        case(
            "shared_tail",
            "高血压、糖尿病患者规范管理率均不低于65%。",
            "target 高血压患者规范管理率 ≥ 65 % by 2025",
            "target 糖尿病患者规范管理率 ≥ 65 % by 2025",
        ),
        case(
            "decline_each",
            "化学需氧量、氨氮排放量分别下降8%、7.5%。",
            "target 化学需氧量 = 8 % over 2021-2025 growth",
            "target 氨氮排放量 = 7.5 % over 2021-2025 growth",
        ),
        case(
            "from_to_each",
            "养老机构护理型床位占比、医养结合率分别由42%、60%提高到55%、80%。",
            "actual 养老机构护理型床位占比 = 42 % in ?",
            "actual 医养结合率 = 60 % in ?",
            "target 养老机构护理型床位占比 = 55 % by 2025",
            "target 医养结合率 = 80 % by 2025",
        ),
        case(
            "each_unlabelled",
            "全县规上工业企业、限上商贸企业达到120家、85家。",
            "target 规上工业企业 = 120 家 by 2025",
            "target 限上商贸企业 = 85 家 by 2025",
        ),
        case("one_name_all", "各乡镇敬老院护理员持证上岗率均达到90%。", "target 护理员持证上岗率 = 90 % by 2025"),
        case(
            "jun_in_word",
            "人均住房建筑面积达到42平方米，户均用电量增长10%。",
            "target 人均住房建筑面积 = 42 平方米 by 2025",
            "target 户均用电量 = 10 % over 2021-2025 growth",
        ),
        case(
            "respectively_years",
            "2023年、2024年、2025年分别新建充电桩100个、150个、200个。",
            "target 充电桩 = 100 个 in 2023",
            "target 充电桩 = 150 个 in 2024",
            "target 充电桩 = 200 个 in 2025",
        ),
        case(
            "years_before_the_comma",
            "到2022年、2025年，分别建成规模水厂5个、12个。",
            "target 建成规模水厂 = 5 个 over 2021-2022",
            "target 建成规模水厂 = 12 个 over 2021-2025",
        ),
    ],
)
def test_values_go_to_their_names(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "growth_behind_two_values",
            "城镇、农村居民人均可支配收入分别达到32600元、16800元，增长7.2%和9.5%。",
            "actual 城镇居民人均可支配收入 = 32600 元 in 2021",
            "actual 农村居民人均可支配收入 = 16800 元 in 2021",
            "actual 城镇居民人均可支配收入 = 7.2 % in 2021 growth",
            "actual 农村居民人均可支配收入 = 9.5 % in 2021 growth",
        ),
        case("structure", "三次产业结构由18：42：40调整为15.2：44.1：40.7。"),
    ],
)
def test_values_of_a_look_back(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_BACK, expected)
