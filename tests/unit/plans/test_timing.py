"""Target or actual: what a sentence is in a plan, a report or a review of what was done."""

from __future__ import annotations

import pytest
from telling import PLAN, PLAN_BACK, REPORT_AHEAD, REPORT_BACK, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("status_now", "截至2020年底，全县拥有规上服务业企业26家。", "actual 规上服务业企业 = 26 家 in 2020"),
        case("past_success", "成功创建国家AAAA级旅游景区2个。", "actual 创建国家AAAA级旅游景区 = 2 个 over 2016-2020"),
        case("requirement_ahead", "要确保耕地保有量不少于48万亩。", "target 耕地保有量 ≥ 48 万亩 by 2025"),
    ],
)
def test_words_tell_in_a_plan(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "era_review",
            "“十三五”时期，地区生产总值年均增长7.3%，一般公共预算收入突破12亿元。",
            "actual 地区生产总值 = 7.3 % every 2016-2020 growth",
            "actual 一般公共预算收入 > 12 亿元 in 2020",
        ),
        case(
            "built_in_era",
            "五年新建农村公路480公里，实现乡镇通三级公路。",
            "actual 新建农村公路 = 480 公里 over 2016-2020",
        ),
        case("level_at_end", "常住人口城镇化率达到49.6%。", "actual 常住人口城镇化率 = 49.6 % in 2020"),
        case(
            "year_in_review",
            "2019年全县实现脱贫摘帽，综合贫困发生率降至0.9%。",
            "actual 综合贫困发生率 = 0.9 % in 2019",
        ),
        case("will_in_review", "预计2020年全县地区生产总值达到150亿元。", "actual 地区生产总值 = 150 亿元 in 2020"),
        case(
            "count_of_schools",
            "改薄项目学校通过率达到100%，新增优质高中2所。",
            "actual 改薄项目学校通过率 = 100 % in 2020",
            "actual 新增优质高中 = 2 所 over 2016-2020",
        ),
    ],
)
def test_review_of_a_plan(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN_BACK, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "task",
            "新改建乡村公路60公里，实施安防工程80公里。",
            "target 新改建乡村公路 = 60 公里 in 2022",
            "target 实施安防工程 = 80 公里 in 2022",
        ),
        case(
            "growth_main_targets",
            "主要预期目标是：地区生产总值增长7.5%左右，地方一般公共预算收入增长6%，城镇调查失业率控制在5.5%以内。",
            "target 地区生产总值 ≈ 7.5 % in 2022 growth",
            "target 地方一般公共预算收入 = 6 % in 2022 growth",
            "target 城镇调查失业率 ≤ 5.5 % in 2022",
        ),
    ],
)
def test_tasks_of_a_yearly_report(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_AHEAD, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "result",
            "全年化解存量债务6.4亿元，发放惠农补贴1.8亿元。",
            "actual 化解存量债务 = 6.4 亿元 in 2021",
            "actual 发放惠农补贴 = 1.8 亿元 in 2021",
        ),
        case(
            "count_result",
            "12件民生实事全部办结，解决了3600名学生就学难题。",
            "actual 民生实事 = 12 件 in 2021",
            "actual 学生就学 = 3600 名 in 2021",
        ),
        case("ranks", "综合考核居全市第2位。"),
        case(
            "estimate",
            "预计全年实现旅游综合收入22.5亿元，增长18%。",
            "actual 旅游综合收入 = 22.5 亿元 in 2021",
            "actual 旅游综合收入 = 18 % in 2021 growth",
        ),
        case(
            "decline",
            "单位地区生产总值能耗下降3.2%，PM2.5平均浓度为31微克/立方米。",
            "actual 单位地区生产总值能耗 = 3.2 % in 2021 growth",
            "actual PM2.5平均浓度 = 31 微克/立方米 in 2021",
        ),
    ],
)
def test_results_of_a_yearly_report(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_BACK, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "spending_and_share",
            "财政民生支出38.6亿元，占一般公共预算支出的82.3%。",
            "actual 财政民生支出 = 38.6 亿元 in 2021",
            "actual 财政民生支出占一般公共预算支出比重 = 82.3 % in 2021",
        ),
        case(
            "incomes_and_growth",
            "城镇居民人均可支配收入36520元，增长8.3%；农村居民人均可支配收入16890元，增长10.6%。",
            "actual 城镇居民人均可支配收入 = 36520 元 in 2021",
            "actual 城镇居民人均可支配收入 = 8.3 % in 2021 growth",
            "actual 农村居民人均可支配收入 = 16890 元 in 2021",
            "actual 农村居民人均可支配收入 = 10.6 % in 2021 growth",
        ),
        case(
            "new_total_growth",
            "新登记市场主体5680户，总量达到3.2万户，同比增长12.4%。",
            "actual 新登记市场主体 = 5680 户 in 2021",
            "actual 市场主体…总量 = 3.2 万户 in 2021",
            "actual 市场主体 = 12.4 % in 2021 growth",
        ),
        case(
            "from_minus_to_plus",
            "社会消费品零售总额由负转正，增长9.7%。",
            "actual 社会消费品零售总额 = 9.7 % in 2021 growth",
        ),
        case(
            "rise_in_days",
            "PM2.5平均浓度下降11.4%，优良天数335天，比上年增加9天。",
            "actual PM2.5平均浓度 = 11.4 % in 2021 growth",
            "actual 优良天数 = 335 天 in 2021",
            "actual 优良天数 = 9 天 in 2021 change",
        ),
        case(
            "structure_and_rate",
            "三次产业结构调整为16.2：41.5：42.3，常住人口城镇化率提高到52.6%。",
            "actual 常住人口城镇化率 = 52.6 % in 2021",
        ),
        case("doubled_since", "与2016年相比，财政收入翻了一番。", "actual 财政收入 = 2 in 2021 times"),
        case(
            "proposals",
            "办理人大代表建议126件、政协提案98件，办结率100%，满意率99.2%。",
            "actual 办理人大代表建议 = 126 件 in 2021",
            "actual 政协提案 = 98 件 in 2021",
            "actual 办结率 = 100 % in 2021",
            "actual 满意率 = 99.2 % in 2021",
        ),
    ],
)
def test_more_results_of_yearly_reports(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_BACK, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "new_firms_and_share",
            "确保新入规工业企业12户以上，力争工业投资占固定资产投资比重达到30%。",
            "target 新入规工业企业 ≥ 12 户 in 2022",
            "target 工业投资占固定资产投资比重 = 30 % in 2022",
        ),
        case(
            "in_step_and_ceiling",
            "一般公共预算收入增长5%以上，城乡居民收入增长与经济增长同步，居民消费价格涨幅控制在3%左右。",
            "target 一般公共预算收入 ≥ 5 % in 2022 growth",
            "target 居民消费价格涨幅 ≈ 3 % in 2022",
        ),
        case("by_march", "3月底前开工建设县第二人民医院，设置床位300张。", "target 床位 = 300 张 in 2022"),
        case(
            "car_parks",
            "新建城区停车场5个、新增车位800个，上半年完成主体工程。",
            "target 新建城区停车场 = 5 个 in 2022",
            "target 新增车位 = 800 个 in 2022",
        ),
        case("next_year_named", "到明年底，实现村村有动力电。确保全年脱贫5000人。", "target 脱贫 = 5000 人 in 2022"),
    ],
)
def test_more_tasks_of_yearly_reports(sentence: str, expected: list[str]) -> None:
    says(sentence, REPORT_AHEAD, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "past_mark_of_a_hundred",
            "地区生产总值从2015年的86亿元增加到2020年的142亿元，突破百亿元大关。",
            "actual 地区生产总值 = 86 亿元 in 2015",
            "actual 地区生产总值 = 142 亿元 in 2020",
            "actual 地区生产总值 > 100 亿元 in 2020",
        ),
        case(
            "both_incomes_and_growths",
            "城乡居民人均可支配收入分别达到35260元和17820元，年均分别增长8.1%和9.4%。",
            "actual 城镇居民人均可支配收入 = 35260 元 in 2020",
            "actual 农村居民人均可支配收入 = 17820 元 in 2020",
            "actual 城镇居民人均可支配收入 = 8.1 % every 2016-2020 growth",
            "actual 农村居民人均可支配收入 = 9.4 % every 2016-2020 growth",
        ),
        case(
            "points_over_last_era",
            "森林覆盖率比“十二五”末提高3.2个百分点。",
            "actual 森林覆盖率 = 3.2 个百分点 over 2016-2020 change",
        ),
        case("two_years_in_review", "2018年成功退出贫困县序列，2020年贫困发生率为0。", "actual 贫困发生率 = 0 in 2020"),
        case(
            "class_size",
            "义务教育大班额由18.6%下降到2.1%，学前三年毛入园率达91.2%。",
            "actual 义务教育大班额 = 18.6 % in ?",
            "actual 义务教育大班额 = 2.1 % in 2020",
            "actual 学前三年毛入园率 = 91.2 % in 2020",
        ),
    ],
)
def test_more_reviews_of_plans(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN_BACK, expected)
