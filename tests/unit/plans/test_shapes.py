"""Flow or level, and the place: 新建3个 accumulates over years, 达到3个 is a level, 青田县3个 is of another place."""

from __future__ import annotations

import pytest
from telling import PLAN, case, of_region, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("build", "建成社区食堂25个。", "target 建成社区食堂 = 25 个 over 2021-2025"),
        case("level_of_count", "社区食堂达到25个。", "target 社区食堂 = 25 个 by 2025"),
        case("build_to_total", "到2025年，全县累计建成社区食堂25个。", "target 建成社区食堂 = 25 个 over 2021-2025"),
        case("train", "培训农村实用人才8000人次。", "target 培训农村实用人才 = 8000 人次 over 2021-2025"),
        case("renovation_noun", "城镇老旧小区改造3600户。", "target 城镇老旧小区改造 = 3600 户 over 2021-2025"),
        case("invest", "完成交通固定资产投资60亿元。", "target 交通固定资产投资 = 60 亿元 over 2021-2025"),
        case("reach_number_of_listed", "境内外上市公司达到5家。", "target 境内外上市公司 = 5 家 by 2025"),
        case("newly_listed", "新增上市公司2家。", "target 新增上市公司 = 2 家 over 2021-2025"),
        case(
            "reduce_level", "单位工业增加值用水量下降16%。", "target 单位工业增加值用水量 = 16 % over 2021-2025 growth"
        ),
        case(
            "protect_level", "永久基本农田保护面积不少于38.5万亩。", "target 永久基本农田保护面积 ≥ 38.5 万亩 by 2025"
        ),
        case("coverage_word", "村村通宽带全覆盖。", "target 村村通宽带覆盖率 = 100 % by 2025"),
        case(
            "full_cover_before",
            "全面推行河长制，实现县乡村三级河长全覆盖。",
            "target 县乡村三级河长覆盖率 = 100 % by 2025",
        ),
        case(
            "beds_reach",
            "养老床位总数达到3200张，其中护理型床位1900张。",
            "target 养老床位总数 = 3200 张 by 2025",
            "target 护理型床位 = 1900 张 by 2025",
        ),
        case("sewage_capacity", "新增污水日处理能力2万吨。", "target 新增污水日处理能力 = 2 万吨 over 2021-2025"),
        case("loan_balance", "普惠小微贷款余额达到45亿元。", "target 普惠小微贷款余额 = 45 亿元 by 2025"),
        case("number_of_teachers", "招聘特岗教师300名。", "target 招聘特岗教师 = 300 名 over 2021-2025"),
        case("percent_then_verb", "困难群众100%纳入医疗救助范围。", "target 困难群众…医疗救助 = 100 % by 2025"),
        case(
            "percent_do_noun", "推动80%的规上工业企业开展数字化转型。", "target 规上工业企业…数字化转型 = 80 % by 2025"
        ),
    ],
)
def test_flow_or_level(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("urban_part_stays", "市区建成区绿化覆盖率达到42%。", "target 市区建成区绿化覆盖率 = 42 % by 2025 @丽水市"),
        case(
            "county_with_year",
            "到2023年，龙泉市创成国家全域旅游示范区1个。",
            "target 创成国家全域旅游示范区 = 1 个 over 2021-2023 @龙泉市",
        ),
        case(
            "county_possessive",
            "缙云县的农村生活污水处理设施标准化运维覆盖率达到95%。",
            "target 农村生活污水处理设施标准化运维覆盖率 = 95 % by 2025 @缙云县",
        ),
        case("in_county", "在松阳县新建抽水蓄能电站1座。", "target 新建抽水蓄能电站 = 1 座 over 2021-2025 @松阳县"),
        case("helped_county", "支持青田县新建标准化学校3所。", "target 新建标准化学校 = 3 所 over 2021-2025 @青田县"),
        case(
            "every_county",
            "每个县（市、区）至少建成1个县级养老服务中心。",
            "target 县级养老服务中心 ≥ 1 个 over 2021-2025 @丽水市",
        ),
    ],
)
def test_place_of_a_value(sentence: str, expected: list[str]) -> None:
    says(sentence, of_region("331100", 2021, 2025), expected)
