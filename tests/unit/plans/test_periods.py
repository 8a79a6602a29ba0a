"""Which years a value is about: the words of time in a five-year plan, an action plan, a yearly report."""

from __future__ import annotations

import pytest
from telling import ACTION, PLAN, REPORT_AHEAD, REPORT_BACK, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "by_year",
            "到2024年，村级综合性文化服务中心达标率达到95%。",
            "target 村级综合性文化服务中心达标率 = 95 % by 2024",
        ),
        case(
            "by_end_of_year",
            "到2023年底，农村生活垃圾分类处理率达到80%。",
            "target 农村生活垃圾分类处理率 = 80 % by 2023",
        ),
        case("before_year", "2024年前完成病险水库除险加固12座。", "target 病险水库除险加固 = 12 座 over 2021-2024"),
        case("year_plain", "2023年，新建改建农村公路85公里。", "target 新建改建农村公路 = 85 公里 in 2023"),
        case(
            "year_end_plain", "2023年底前，建成标准化村卫生室46所。", "target 建成标准化村卫生室 = 46 所 over 2021-2023"
        ),
        case("era_end", "到“十四五”末，全县规上工业企业达到180家。", "target 规上工业企业 = 180 家 by 2025"),
        case("era_during", "“十四五”期间，累计完成水利投资26亿元。", "target 水利投资 = 26 亿元 over 2021-2025"),
        case("era_period_new", "“十四五”时期，新增城镇就业2.4万人。", "target 新增城镇就业 = 2.4 万人 over 2021-2025"),
        case(
            "five_years_ahead",
            "今后五年，新改建城镇污水管网120公里。",
            "target 新改建城镇污水管网 = 120 公里 over 2021-2025",
        ),
        case(
            "three_years_will", "力争用三年时间，完成老旧小区改造58个。", "target 老旧小区改造 = 58 个 over 2021-2023"
        ),
        case("yearly", "每年新增技能人才1500人。", "target 新增技能人才 = 1500 人 every 2021-2025"),
        case("annual_average", "地区生产总值年均增长6.5%。", "target 地区生产总值 = 6.5 % every 2021-2025 growth"),
        case(
            "annual_average_head",
            "到2025年，地区生产总值达到260亿元，年均增长7%左右。",
            "target 地区生产总值 = 260 亿元 by 2025",
            "target 地区生产总值 ≈ 7 % every 2021-2025 growth",
        ),
        case("kept", "城镇零就业家庭动态清零，调查失业率保持在5.5%以内。", "target 调查失业率 ≤ 5.5 % every 2021-2025"),
        case("held_at", "粮食播种面积稳定在42万亩以上。", "target 粮食播种面积 ≥ 42 万亩 every 2021-2025"),
        case("span_named", "2021—2023年，新增公共停车泊位4500个。", "target 新增公共停车泊位 = 4500 个 over 2021-2023"),
        case(
            "span_zhi",
            "2022年至2024年，每年培育省级“专精特新”中小企业5家。",
            "target 培育…中小企业 = 5 家 every 2022-2024",
        ),
        case("cumulative_by", "到2025年，累计培育高素质农民5000人。", "target 培育高素质农民 = 5000 人 over 2021-2025"),
        case("vision", "到2035年，人均地区生产总值达到18万元。", "target 人均地区生产总值 = 18 万元 by 2035"),
        case("base_year", "到2025年，碳排放强度较2020年下降18%。", "target 碳排放强度 = 18 % by 2025 growth"),
        case(
            "base_year_change",
            "到2025年，森林蓄积量比2020年增加60万立方米。",
            "target 森林蓄积量 = 60 万立方米 by 2025 change",
        ),
        case(
            "two_years_in_sentence",
            "到2023年，农村卫生户厕普及率达到88%，2025年达到95%。",
            "target 农村卫生户厕普及率 = 88 % by 2023",
            "target 农村卫生户厕普及率 = 95 % in 2025",
        ),
        case(
            "year_resets_next_sentence",
            "到2023年，建成镇级养老服务中心6个。村级互助养老点覆盖率达到70%。",
            "target 建成镇级养老服务中心 = 6 个 over 2021-2023",
            "target 村级互助养老点覆盖率 = 70 % by 2025",
        ),
        case(
            "annual_income",
            "到2025年，村集体经济年经营性收入全部达到10万元以上。",
            "target 村集体经济年经营性收入 ≥ 10 万元 by 2025",
        ),
        case("by_month", "2023年6月底前完成农村供水工程改造15处。", "target 农村供水工程改造 = 15 处 in 2023"),
        case(
            "chinese_year", "到二〇二五年，户籍人口城镇化率达到百分之四十五。", "target 户籍人口城镇化率 = 45 % by 2025"
        ),
        case(
            "short_year_end", "2024年末，全县公共充电桩保有量达到1200个。", "target 公共充电桩保有量 = 1200 个 by 2024"
        ),
        case("previous_era_actual", "“十三五”期间，累计减贫3.6万人。", "actual 减贫 = 3.6 万人 over 2016-2020"),
        case("previous_year_actual", "2020年全县粮食总产量达到26.4万吨。", "actual 粮食总产量 = 26.4 万吨 in 2020"),
    ],
)
def test_years_in_a_five_year_plan(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("three_year_total", "三年累计建成美丽河湖30条。", "target 建成美丽河湖 = 30 条 over 2023-2025"),
        case("undated_level", "农村黑臭水体治理率达到40%以上。", "target 农村黑臭水体治理率 ≥ 40 % by 2025"),
        case("undated_build", "新建农村幸福院80个。", "target 新建农村幸福院 = 80 个 over 2023-2025"),
        case(
            "year_by_year",
            "2023年改造农村危房160户，2024年改造120户，2025年改造80户。",
            "target 改造农村危房 = 160 户 in 2023",
            "target 农村危房 = 120 户 in 2024",
            "target 农村危房 = 80 户 in 2025",
        ),
        case(
            "of_which_year",
            "完成户厕改造1.8万户，其中2023年完成7000户。",
            "target 户厕改造 = 1.8 万户 over 2023-2025",
            "target 户厕改造 = 7000 户 in 2023",
        ),
        case(
            "actual_base", "截至2022年底，全县建有村级电商服务站210个。", "actual 建有村级电商服务站 = 210 个 in 2022"
        ),
        case(
            "every_year_level",
            "每年公共财政安排乡村振兴资金不少于2亿元。",
            "target 安排乡村振兴资金 ≥ 2 亿元 every 2023-2025",
        ),
    ],
)
def test_years_in_an_action_plan(sentence: str, expected: list[str]) -> None:
    says(sentence, ACTION, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("this_year", "今年计划新建口袋公园20个。", "target 新建口袋公园 = 20 个 in 2022"),
        case("level_this_year", "全年城镇新增就业6000人以上。", "target 城镇新增就业 ≥ 6000 人 in 2022"),
        case("kept_this_year", "城镇登记失业率控制在4%以内。", "target 城镇登记失业率 ≤ 4 % in 2022"),
        case(
            "beyond_this_year",
            "力争到2025年，全县规上工业总产值突破500亿元。",
            "target 规上工业总产值 > 500 亿元 by 2025",
        ),
        case("growth_this_year", "社会消费品零售总额增长8%以上。", "target 社会消费品零售总额 ≥ 8 % in 2022 growth"),
    ],
)
def test_years_of_a_yearly_report_ahead(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_AHEAD, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "last_year",
            "全县地区生产总值完成186.3亿元，同比增长8.1%。",
            "actual 地区生产总值 = 186.3 亿元 in 2021",
            "actual 地区生产总值 = 8.1 % in 2021 growth",
        ),
        case("built_last_year", "新建改造农村电网320公里。", "actual 新建改造农村电网 = 320 公里 in 2021"),
        case("past_five_years", "五年来，累计完成造林绿化32万亩。", "actual 造林绿化 = 32 万亩 over 2017-2021"),
        case(
            "compared",
            "一般公共预算收入12.6亿元，比上年增长9.3%。",
            "actual 一般公共预算收入 = 12.6 亿元 in 2021",
            "actual 一般公共预算收入 = 9.3 % in 2021 growth",
        ),
        case(
            "is_times_of",
            "固定资产投资达到230亿元，是2016年的1.8倍。",
            "actual 固定资产投资 = 230 亿元 in 2021",
            "actual 固定资产投资 = 1.8 倍 in 2021 times",
        ),
    ],
)
def test_years_of_a_yearly_report_back(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_BACK, expected)
