"""A quantity: its number, unit and bound, as plans of many hands write them."""

from __future__ import annotations

import pytest
from telling import PLAN, REPORT_AHEAD, REPORT_BACK, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case("percent", "到2025年，农村自来水普及率达到92.5%。", "target 农村自来水普及率 = 92.5 % by 2025"),
        case("percent_sign_full", "到2025年，森林覆盖率达到63.2%以上。", "target 森林覆盖率 ≥ 63.2 % by 2025"),
        case("percent_in_words", "到2025年，义务教育巩固率达到百分之九十六。", "target 义务教育巩固率 = 96 % by 2025"),
        case(
            "percent_words_decimal",
            "居民医保参保率稳定在百分之九十五点五以上。",
            "target 居民医保参保率 ≥ 95.5 % every 2021-2025",
        ),
        case("permille", "到2025年，人口自然增长率控制在6‰以内。", "target 人口自然增长率 ≤ 6 ‰ by 2025"),
        case("wan_people", "到2025年，常住人口达到46.8万人。", "target 常住人口 = 46.8 万人 by 2025"),
        case("yi_yuan", "2025年地区生产总值突破320亿元。", "target 地区生产总值 > 320 亿元 in 2025"),
        case("wan_yi", "到2025年，数字经济规模达到1.2万亿元。", "target 数字经济规模 = 1.2 万亿元 by 2025"),
        case(
            "thousand_sep",
            "到2025年，农村居民人均可支配收入达到28,600元。",
            "target 农村居民人均可支配收入 = 28600 元 by 2025",
        ),
        case("qian_yi", "到2025年，绿色食品产业产值突破千亿元。", "target 绿色食品产业产值 > 1000 亿元 by 2025"),
        case("bai_yi", "到2025年，现代物流业营业收入达到两百亿元。", "target 现代物流业营业收入 = 200 亿元 by 2025"),
        case("bare_yi", "到2025年，装备制造产业产值超500亿。", "target 装备制造产业产值 > 500 亿 by 2025"),
        case("mu", "到2025年，建成高标准农田18.6万亩。", "target 建成高标准农田 = 18.6 万亩 over 2021-2025"),
        case("ten_thousand_mu_words", "新增造林十万亩。", "target 新增造林 = 10 万亩 over 2021-2025"),
        case("hectare", "治理水土流失面积3.2万公顷。", "target 治理水土流失面积 = 3.2 万公顷 over 2021-2025"),
        case("square_km", "到2025年，建成区面积控制在35平方公里以内。", "target 建成区面积 ≤ 35 平方公里 by 2025"),
        case(
            "per_capita_area",
            "到2025年，人均公园绿地面积达到14.6平方米。",
            "target 人均公园绿地面积 = 14.6 平方米 by 2025",
        ),
        case("density", "到2025年，路网密度达到8公里/平方公里。", "target 路网密度 = 8 公里/平方公里 by 2025"),
        case(
            "microgram",
            "到2025年，PM2.5年均浓度控制在30微克/立方米以内。",
            "target PM2.5…浓度 ≤ 30 微克/立方米 by 2025",
        ),
        case(
            "beds",
            "到2025年，每千人口拥有3岁以下婴幼儿托位数达到4.5个。",
            "target 每千人口…婴幼儿托位数 = 4.5 个 by 2025",
        ),
        case(
            "per_thousand_doctors",
            "每千人口执业（助理）医师数达到3.2人。",
            "target 每千人口执业…医师数 = 3.2 人 by 2025",
        ),
        case(
            "per_10k_patents",
            "到2025年，每万人口高价值发明专利拥有量达到6.5件。",
            "target 每万人口高价值发明专利拥有量 = 6.5 件 by 2025",
        ),
        case("years_of_life", "到2025年，人均预期寿命达到79.5岁。", "target 人均预期寿命 = 79.5 岁 by 2025"),
        case(
            "years_of_school",
            "劳动年龄人口平均受教育年限提高到11.3年。",
            "target 劳动年龄人口平均受教育年限 = 11.3 年 by 2025",
        ),
        case("water_use", "到2025年，万元GDP用水量降至42立方米。", "target 万元GDP用水量 = 42 立方米 by 2025"),
        case("energy", "到2025年，单位GDP能耗降低13.5%。", "target 单位GDP能耗 = 13.5 % by 2025 growth"),
        case(
            "power_scale", "到2025年，光伏发电装机容量达到120万千瓦。", "target 光伏发电装机容量 = 120 万千瓦 by 2025"
        ),
        case("kwh", "全社会用电量达到36亿千瓦时。", "target 全社会用电量 = 36 亿千瓦时 by 2025"),
        case("coal", "压减煤炭消费12万吨标准煤。", "target 压减煤炭消费 = 12 万吨标准煤 over 2021-2025"),
        case("points", "到2025年，城镇化率提高5.2个百分点。", "target 城镇化率 = 5.2 个百分点 by 2025 change"),
        case(
            "points_short", "2022年，研发投入强度提升0.3个百分点。", "target 研发投入强度 = 0.3 个百分点 in 2022 change"
        ),
        case("passengers", "到2025年，旅游接待人数达到800万人次。", "target 旅游接待人数 = 800 万人次 by 2025"),
        case("more_than_bare", "新增就业1.2万余人。", "target 新增就业 > 1.2 万人 over 2021-2025"),
        case("more_than_duo", "建成各类粮食仓房300多座。", "target 建成各类粮食仓房 > 300 座 over 2021-2025"),
        case("ge_sign", "到2025年，污水集中处理率≥96%。", "target 污水集中处理率 ≥ 96 % by 2025"),
        case("le_sign", "到2025年，城镇调查失业率≤5.5%。", "target 城镇调查失业率 ≤ 5.5 % by 2025"),
        case("lt_sign", "耕地土壤污染风险<5%。", "target 耕地土壤污染风险 < 5 % by 2025"),
        case("not_less", "到2025年，耕地保有量不低于52.3万亩。", "target 耕地保有量 ≥ 52.3 万亩 by 2025"),
        case("not_more", "到2025年，城镇登记失业率不超过4.5%。", "target 城镇登记失业率 ≤ 4.5 % by 2025"),
        case("within", "到2025年，城镇登记失业率控制在4%以内。", "target 城镇登记失业率 ≤ 4 % by 2025"),
        case("about", "2025年固定资产投资增长7%左右。", "target 固定资产投资 ≈ 7 % in 2025 growth"),
        case("yue", "到2025年，直播电商交易额约60亿元。", "target 直播电商交易额 ≈ 60 亿元 by 2025"),
        case("at_least", "每个乡镇至少建成1所公办幼儿园。", "target 公办幼儿园 ≥ 1 所 over 2021-2025"),
        case("range_percent", "2022年地区生产总值增长6%—6.5%。", "target 地区生产总值 = 6~6.5 % in 2022 growth"),
        case(
            "range_dash_once", "2022年规模以上工业增加值增长7-8%。", "target 规模以上工业增加值 = 7~8 % in 2022 growth"
        ),
        case("range_zhi", "到2025年，新增高新技术企业15至20家。", "target 新增高新技术企业 = 15~20 家 over 2021-2025"),
        case("doubling", "到2025年，农产品网络零售额翻一番。", "target 农产品网络零售额 = 2 by 2025 times"),
        case("doubling_twice", "到2025年，旅游综合收入较2020年翻两番。", "target 旅游综合收入 = 4 by 2025 times"),
        case("redouble", "到2025年，规上企业数量实现倍增。", "target 规上企业数量 = 2 by 2025 times"),
        case(
            "multiple_of",
            "到2025年，居民人均可支配收入达到2020年的1.5倍。",
            "target 居民人均可支配收入 = 1.5 倍 by 2025 times",
        ),
        case(
            "times_growth", "到2025年，技术合同成交额比2020年增长2倍。", "target 技术合同成交额 = 2 倍 by 2025 growth"
        ),
        case("coverage", "到2025年，实现5G网络乡镇全覆盖。", "target 5G网络…乡镇 = 100 % by 2025"),
        case("coverage_thing", "家庭医生签约服务全覆盖。", "target 家庭医生签约服务 = 100 % by 2025"),
        case("tenths", "七成以上的行政村达到省级卫生村标准。", "target 行政村…省级卫生村 ≥ 70 % by 2025"),
        case(
            "two_thirds",
            "三分之二以上的行政村建成农村客运候车亭。",
            "target 行政村建成农村客运候车亭占比 ≥ 66.67 % by 2025",
        ),
        case("half", "到2025年，绿色建筑占比过半。", "target 绿色建筑占比 > 50 % by 2025"),
        case("zero", "到2023年，确保重大生产安全事故为零。", "target 重大生产安全事故 = 0 by 2023"),
        case("negative_growth", "2021年全县财政总收入下降3.6%。", "actual 财政总收入 = 3.6 % in 2021 growth"),
        case("fenbei", "区域环境噪声平均值控制在55分贝以内。", "target 区域环境噪声平均值 ≤ 55 分贝 by 2025"),
        case("minutes", "到2025年，急救平均反应时间缩短至12分钟以内。", "target 急救平均反应时间 ≤ 12 分钟 by 2025"),
        case("workdays", "企业开办时间压缩至1个工作日以内。", "target 企业开办时间 ≤ 1 个工作日 by 2025"),
        case("satisfaction", "到2025年，群众安全感满意度达到98分以上。", "target 群众安全感满意度 ≥ 98 分 by 2025"),
        case("ratio_to_one", "到2025年，城乡居民收入比缩小到1.85：1。", "target 城乡居民收入比 = 1.85 by 2025"),
        case("ratio_within", "城乡居民收入比控制在1.8以内。", "target 城乡居民收入比 ≤ 1.8 by 2025"),
        case("gini_bare_index", "到2025年，营商环境便利度指数达到85。", "target 营商环境便利度指数 = 85 by 2025"),
        case("usd", "2022年实际利用外资1.5亿美元。", "target 实际利用外资 = 1.5 亿美元 in 2022"),
        case(
            "yuan_per_head", "2022年基本公共卫生服务经费提高到人均84元。", "target 基本公共卫生服务经费 = 84 元 in 2022"
        ),
        case("standard_cabinet", "到2025年，建成标准机架3000架。", "target 建成标准机架 = 3000 架 over 2021-2025"),
        case(
            "hundred_percent",
            "规模养殖场粪污处理设施装备配套率达到100%。",
            "target 规模养殖场粪污处理设施装备配套率 = 100 % by 2025",
        ),
        case("wan_dun", "2025年粮食总产量稳定在28万吨以上。", "target 粮食总产量 ≥ 28 万吨 in 2025"),
        case("jin", "确保粮食总产量达到6.6亿斤。", "target 粮食总产量 = 6.6 亿斤 by 2025"),
        case("head", "年出栏生猪达到35万头。", "target 年出栏生猪 = 35 万头 by 2025"),
    ],
)
def test_value_unit_and_bound(sentence: str, expected: list[str]) -> None:
    scope = REPORT_AHEAD if "2022年" in sentence else REPORT_BACK if "2021年" in sentence else PLAN
    says(sentence, scope, expected)
