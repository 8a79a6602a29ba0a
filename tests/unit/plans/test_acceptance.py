"""Numbers that are no statement: names, ordinals, sets, dates, sizes of a thing, thresholds."""

from __future__ import annotations

import pytest
from telling import PLAN, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("programme_in_quotes", "深入实施“百千万工程”和“3+X”产业体系。"),
        case("programme_number", "推进“1+6+N”基层治理机制落地见效。"),
        case("campaign_815", "持续开展“8·15”生态日主题宣传活动。"),
        case("five_ones", "落实“五个一”包联机制。"),
        case("eight_eight", "坚定不移沿着八八战略指引的方向前进。"),
        case("road_national", "加快国道G320线、省道S218线改造。"),
        case("road_digits", "推进318国道过境段改线。"),
        case("expressway", "争取G5513高速公路纳入国家规划。"),
        case("set_of_industries", "做大做强三大主导产业。"),
        case("set_of_aspects", "从四个方面强化保障措施。"),
        case("first_second_third", "推进一二三产业融合发展。"),
        case("sannong", "坚持把解决好“三农”问题作为重中之重。"),
        case("session", "全面贯彻党的十九届五中全会精神。"),
        case("party_congress", "认真学习贯彻党的二十大精神。"),
        case("date_of_issue", "本方案自2023年5月1日起施行。"),
        case("document_number", "根据《关于加强基层医疗卫生服务的意见》（国办发〔2019〕32号）要求。"),
        case("law_article", "依据《土地管理法》第四十五条规定办理。"),
        case("phone", "联系电话：0571-87052345。"),
        case("version", "推广应用政务服务APP2.0版。"),
        case("circle", "打造城区15分钟便民生活圈。"),
        case("one_hour_circle", "融入省会“1小时经济圈”。"),
        case("shoulder_of_set", "协调推进“四个全面”战略布局。"),
        case("double_carbon", "有序推进“双碳”工作。"),
        case("chapter_reference", "具体指标见附表2和专栏3。"),
        case("each_village_one", "推进“一村一品”建设。"),
        case("half_year", "每半年调度一次工作进展。"),
        case("every_quarter_report", "各责任单位每季度末25日前报送进展情况。"),
        case("two_wings", "构建“一核两翼三带”空间格局。"),
        case("third_party", "引入第三方机构开展评估。"),
        case("age_of_group", "保障0—3岁婴幼儿照护服务。"),
        case("grade_hospital", "推动县人民医院向三级医院迈进。"),
        case("anniversary", "庆祝建县70周年。"),
        case("chemical", "加强PM2.5和O3协同控制。"),
        case("top_hundred", "跻身全省经济强县前20名。"),
        case("hundred_strong", "力争进入全国百强县。"),
        case("hot_water_class", "全面消除劣Ⅴ类断面。"),
        case("threshold_only", "对投资额5000万元以上的项目实行领导包联。"),
        case("two_sessions", "省“两会”期间做好服务保障。"),
        case("seven_days", "建立7×24小时应急值守制度。"),
        case("year_list_number", "2.加强组织领导。"),
        case("24_sections", "实行24小时值班制度。"),
        case("no_one_left", "不让一户一人掉队。"),
        case("first_batch", "争创第二批国家级文化产业示范园区。"),
        case("policy_of_years", "严格落实5年过渡期“四个不摘”要求。"),
        case("tenure_30", "落实第二轮土地承包到期后再延长30年政策。"),
        case("hotline", "优化12345政务服务热线。"),
        case("ratio_policy", "按照1：1比例配套资金。"),
    ],
)
def test_no_statement(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("named_set_then_target", "围绕3大重点领域，实施项目42个。", "target 实施项目 = 42 个 over 2021-2025"),
        case(
            "era_and_target",
            "“十四五”规划纲要明确，到2025年建成标准厂房30万平方米。",
            "target 建成标准厂房 = 30 万平方米 over 2021-2025",
        ),
        case(
            "document_and_target",
            "落实国发〔2021〕5号文件要求，新增绿色工厂8家。",
            "target 新增绿色工厂 = 8 家 over 2021-2025",
        ),
        case("road_and_length", "改造提升S305省道32公里。", "target 改造提升S305省道 = 32 公里 over 2021-2025"),
        case(
            "circle_coverage",
            "到2025年，城乡15分钟健康服务圈覆盖率达到90%。",
            "target 15分钟健康服务圈覆盖率 = 90 % by 2025",
        ),
        case("5g_and_count", "新建5G基站420个。", "target 新建5G基站 = 420 个 over 2021-2025"),
        case(
            "class_a_spots",
            "新创建4A级景区2家、3A级景区5家。",
            "target 新创建4A级景区 = 2 家 over 2021-2025",
            "target 新创建3A级景区 = 5 家 over 2021-2025",
        ),
        case(
            "quoted_count",
            "培育省级“专精特新”企业30家、国家级“小巨人”企业3家。",
            "target 培育省级“专精特新”企业 = 30 家 over 2021-2025",
            "target 国家级“小巨人”企业 = 3 家 over 2021-2025",
        ),
        case("words_ten", "办好十件民生实事。", "target 办好民生实事 = 10 件 over 2021-2025"),
        case(
            "rank_and_value",
            "综合实力进入全省前30位，地区生产总值突破400亿元。",
            "target 地区生产总值 > 400 亿元 by 2025",
        ),
        case(
            "age_and_share",
            "基本养老服务覆盖全体60岁以上老年人，护理型床位占比达到60%。",
            "target 护理型床位占比 = 60 % by 2025",
        ),
        case("one_built", "新建县级综合档案馆1座。", "target 新建县级综合档案馆 = 1 座 over 2021-2025"),
    ],
)
def test_names_beside_a_statement(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)
