"""Several numbers in a sentence: which words belong to which number."""

from __future__ import annotations

import pytest
from telling import ACTION, PLAN, case, says


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "thing_that_sounds_like_a_verb",
            "新增2家上市公司和3家高新技术企业。",
            "target …上市公司 = 2 家 over 2021-2025",
            "target …高新技术企业 = 3 家 over 2021-2025",
        ),
        case(
            "list_with_shared_verb",
            "新建社区卫生服务中心2个、乡镇卫生院5个、村卫生室38个。",
            "target 新建社区卫生服务中心 = 2 个 over 2021-2025",
            "target 新建乡镇卫生院 = 5 个 over 2021-2025",
            "target 新建村卫生室 = 38 个 over 2021-2025",
        ),
        case(
            "number_before_noun_list",
            "创建3个省级卫生乡镇、20个省级卫生村。",
            "target 创建省级卫生乡镇 = 3 个 over 2021-2025",
            "target 创建省级卫生村 = 20 个 over 2021-2025",
        ),
        case(
            "two_verbs",
            "新建小学4所，改扩建初中3所，新增学位5200个。",
            "target 新建小学 = 4 所 over 2021-2025",
            "target 改扩建初中 = 3 所 over 2021-2025",
            "target 新增学位 = 5200 个 over 2021-2025",
        ),
        case(
            "money_then_count",
            "投资3.2亿元实施12个农产品冷链物流项目。",
            "target 农产品冷链物流…投资 = 3.2 亿元 over 2021-2025",
            "target 实施农产品冷链物流项目 = 12 个 over 2021-2025",
        ),
        case(
            "bare_investment",
            "推进重大产业项目25个，完成投资48亿元。",
            "target 推进重大产业项目 = 25 个 over 2021-2025",
            "target 重大产业项目…投资 = 48 亿元 over 2021-2025",
        ),
        case(
            "joined_with_and",
            "培育农业龙头企业10家和示范家庭农场60家。",
            "target 培育农业龙头企业 = 10 家 over 2021-2025",
            "target 培育示范家庭农场 = 60 家 over 2021-2025",
        ),
        case(
            "threshold_in_name",
            "到2025年，年主营业务收入亿元以上企业达到45家。",
            "target 年主营业务收入亿元以上企业 = 45 家 by 2025",
        ),
        case(
            "threshold_population",
            "20户以上自然村通硬化路比例达到100%。",
            "target 20户以上自然村通硬化路比例 = 100 % by 2025",
        ),
        case(
            "threshold_age",
            "65岁及以上老年人健康管理率达到72%以上。",
            "target 65岁及以上老年人健康管理率 ≥ 72 % by 2025",
        ),
        case(
            "threshold_money_of_village",
            "到2023年，集体经济年收入20万元以上的行政村占比达到60%。",
            "target 集体经济年收入20万元以上的行政村占比 = 60 % by 2023",
        ),
        case(
            "threshold_class",
            "培育营业收入超10亿元的企业6家。",
            "target 培育营业收入超10亿元的企业 = 6 家 over 2021-2025",
        ),
        case("threshold_size", "建设500亩以上连片果园18个。", "target 建设500亩以上连片果园 = 18 个 over 2021-2025"),
        case("voltage", "新建110千伏变电站3座。", "target 新建110千伏变电站 = 3 座 over 2021-2025"),
        case(
            "radius",
            "城市公园绿地500米服务半径覆盖率达到85%。",
            "target 城市公园绿地500米服务半径覆盖率 = 85 % by 2025",
        ),
        case(
            "share_before_noun", "80%以上的乡镇建成区域性综合养老服务中心。", "target 乡镇…养老服务中心 ≥ 80 % by 2025"
        ),
        case("share_object", "确保60%以上的村建有标准化文体广场。", "target 村建有标准化文体广场占比 ≥ 60 % by 2025"),
        case(
            "share_of_funds",
            "土地出让收入用于农业农村比例提高到50%以上。",
            "target 土地出让收入用于农业农村比例 ≥ 50 % by 2025",
        ),
        case(
            "share_of_whole",
            "第三产业增加值占地区生产总值比重达到48%。",
            "target 第三产业增加值占地区生产总值比重 = 48 % by 2025",
        ),
        case("per_place", "每个乡镇建设1个以上文化礼堂示范点。", "target 文化礼堂示范点 ≥ 1 个 over 2021-2025"),
        case("per_year_each", "每年为每名乡村医生安排培训不少于10天。", "target 乡村医生…培训 ≥ 10 天 every 2021-2025"),
        case(
            "semicolon_parts",
            "新建生态护岸26公里；疏浚河道48公里；",
            "target 新建生态护岸 = 26 公里 over 2021-2025",
            "target 疏浚河道 = 48 公里 over 2021-2025",
        ),
        case(
            "people_served",
            "建设农村饮水安全巩固提升工程42处，惠及群众3.6万人。",
            "target 建设农村饮水安全巩固提升工程 = 42 处 over 2021-2025",
            "target 惠及群众 = 3.6 万人 over 2021-2025",
        ),
        case(
            "jobs_through",
            "通过以工代赈带动当地群众务工800人次以上。",
            "target 带动当地群众务工 ≥ 800 人次 over 2021-2025",
        ),
        case(
            "total_and_new",
            "累计建成5G基站650个，其中新建180个。",
            "target 5G基站 = 650 个 over 2021-2025",
            "target 5G基站新建 = 180 个 over 2021-2025",
        ),
        case(
            "comma_number_of_kinds",
            "引进硕士以上人才50名，柔性引进专家20名。",
            "target 引进硕士以上人才 = 50 名 over 2021-2025",
            "target 柔性引进专家 = 20 名 over 2021-2025",
        ),
        case(
            "length_and_area",
            "新建绿道15公里，新增公园绿地面积22公顷。",
            "target 新建绿道 = 15 公里 over 2021-2025",
            "target 新增公园绿地面积 = 22 公顷 over 2021-2025",
        ),
        case(
            "colon_list",
            "主要目标：生猪存栏20万头，肉牛出栏3万头，水产品产量1.2万吨。",
            "target 生猪存栏 = 20 万头 by 2025",
            "target 肉牛出栏 = 3 万头 by 2025",
            "target 水产品产量 = 1.2 万吨 by 2025",
        ),
        case(
            "loan_scale",
            "发放创业担保贷款5000万元以上，扶持创业600人。",
            "target 发放创业担保贷款 ≥ 5000 万元 over 2021-2025",
            "target 扶持创业 = 600 人 over 2021-2025",
        ),
        case(
            "one_each",
            "各建成1个省级特色小镇、1个田园综合体。",
            "target 建成省级特色小镇 = 1 个 over 2021-2025",
            "target 建成田园综合体 = 1 个 over 2021-2025",
        ),
        case(
            "act_behind_the_last",
            "完成25座水库和60处山塘除险加固。",
            "target 水库除险加固 = 25 座 over 2021-2025",
            "target 山塘除险加固 = 60 处 over 2021-2025",
        ),
        case(
            "two_acts_before_the_number",
            "改造提升12个老旧小区和8条背街小巷。",
            "target 改造提升老旧小区 = 12 个 over 2021-2025",
            "target 背街小巷 = 8 条 over 2021-2025",
        ),
        case(
            "for_whom",
            "为2200户低收入家庭发放租赁补贴，为全县1640名五保老人发放生活补贴。",
            "target 发放租赁补贴…低收入家庭 = 2200 户 over 2021-2025",
            "target 发放生活补贴…五保老人 = 1640 名 over 2021-2025",
        ),
        case(
            "people_in_ten_thousands",
            "9.8万农民喝上安全水，5.6万户、16.9万贫困人口全部脱贫。",
            "target 喝上安全水…农民 = 9.8 万 by 2025",
            "target 脱贫…贫困人口 = 5.6 万户 over 2021-2025",
            "target 脱贫…贫困人口 = 16.9 万 over 2021-2025",
        ),
        case(
            "size_of_a_plant",
            "建设10万吨污水处理厂2座，建成万头猪场两个，建成500亩规模以上蔬菜基地24个。",
            "target 污水处理厂 = 2 座 over 2021-2025",
            "target 建成万头猪场 = 2 个 over 2021-2025",
            "target 建成…蔬菜基地 = 24 个 over 2021-2025",
        ),
        case("size_of_a_project", "加快日处理污水6万吨三期工程建设，推进7万吨锌基合金项目。"),
        case(
            "size_of_a_meeting",
            "举办会展160场，其中千人以上会议60场。",
            "target 举办会展 = 160 场 over 2021-2025",
            "target 千人以上会议 = 60 场 over 2021-2025",
        ),
        case("names_that_a_number_sums_up", "流经全县的南溪、北溪、东溪3条河流水质稳中向好。"),
        case(
            "some_of_many",
            "改造城东路、城西路等70公里农村公路。",
            "target 改造农村公路 = 70 公里 over 2021-2025",
        ),
        case(
            "year_of_a_part",
            "更新地下管网850公里以上，其中2023年完成160公里，公共供水管网漏损率控制在8%以内。",
            "target 更新地下管网 ≥ 850 公里 over 2021-2025",
            "target 地下管网 = 160 公里 in 2023",
            "target 公共供水管网漏损率 ≤ 8 % by 2025",
        ),
        case(
            "note_behind_the_value",
            "一般公共预算收入达到228亿元（预计），税收占比67.5%。",
            "target 一般公共预算收入 = 228 亿元 by 2025",
            "target 税收占比 = 67.5 % by 2025",
        ),
        case(
            "years_of_a_named_plan",
            "按照国土空间总体规划（2018—2035年），拆除违法建设39万平方米。",
            "target 拆除违法建设 = 39 万平方米 over 2021-2025",
        ),
        case(
            "same_kind_again",
            "培养10名青年拔尖人才，60名青年优秀人才，引进博士不少于30名。",
            "target 培养青年拔尖人才 = 10 名 over 2021-2025",
            "target 培养青年优秀人才 = 60 名 over 2021-2025",
            "target 引进博士 ≥ 30 名 over 2021-2025",
        ),
        case("terms_of_a_policy", "落实研发费用100%加计扣除政策，按设备投资额的10%给予补助。"),
    ],
)
def test_words_of_each_number(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "second_year_of_a_name",
            "到2023年，城乡供水一体化率达到80%，到2025年达到90%。",
            "target 城乡供水一体化率 = 80 % by 2023",
            "target 城乡供水一体化率 = 90 % by 2025",
        ),
        case(
            "build_and_improve",
            "新建高标准农田6万亩，改造提升高标准农田2万亩。",
            "target 新建高标准农田 = 6 万亩 over 2021-2025",
            "target 改造提升高标准农田 = 2 万亩 over 2021-2025",
        ),
        case("storage_capacity", "新型储能装机达到50万千瓦。", "target 新型储能装机 = 50 万千瓦 by 2025"),
        case("drying_capacity", "年粮食烘干能力达到3.0万吨。", "target 年粮食烘干能力 = 3 万吨 by 2025"),
        case("per_mu_tax", "规上工业亩均税收达到20万元/亩。", "target 规上工业亩均税收 = 20 万元/亩 by 2025"),
        case(
            "about_a_share",
            "到2025年，新能源汽车新车销售量占比达到20%左右。",
            "target 新能源汽车新车销售量占比 ≈ 20 % by 2025",
        ),
        case(
            "green_buildings",
            "到2025年，城镇新建建筑中绿色建筑面积占比达到100%。",
            "target 城镇新建建筑中绿色建筑面积占比 = 100 % by 2025",
        ),
        case(
            "two_rates",
            "到2025年，县域内就诊率达到92%，住院率控制在15%以下。",
            "target 县域内就诊率 = 92 % by 2025",
            "target 住院率 ≤ 15 % by 2025",
        ),
        case(
            "ceilings",
            "到2025年，全县总人口控制在32万人以内，人口自然增长率控制在5.5‰以下。",
            "target 总人口 ≤ 32 万人 by 2025",
            "target 人口自然增长率 ≤ 5.5 ‰ by 2025",
        ),
        case(
            "talents_by_rank",
            "力争到2025年，引进培育国家级高层次人才15人次，省级50人次。",
            "target 引进培育国家级高层次人才 = 15 人次 over 2021-2025",
            "target 省级 = 50 人次 over 2021-2025",
        ),
        case(
            "long_list_of_kinds",
            "到2025年，全市建成省级以上农业产业强镇8个、现代农业产业园3个，认定绿色食品、有机农产品100个以上。",
            "target 建成省级以上农业产业强镇 = 8 个 over 2021-2025",
            "target 现代农业产业园 = 3 个 over 2021-2025",
            "target 认定绿色食品、有机农产品 ≥ 100 个 over 2021-2025",
        ),
        case(
            "quoted_in_name", "“两癌”筛查目标人群覆盖率达到70%以上。", "target “两癌”筛查目标人群覆盖率 ≥ 70 % by 2025"
        ),
        case(
            "both_kept",
            "重大事故隐患整改率、重点企业风险评估率均保持100%。",
            "target 重大事故隐患整改率 = 100 % every 2021-2025",
            "target 重点企业风险评估率 = 100 % every 2021-2025",
        ),
        case(
            "kept_then_yearly",
            "劳动力转移就业稳定在6万人左右，每年开展职业技能培训3000人次以上。",
            "target 劳动力转移就业 ≈ 6 万人 every 2021-2025",
            "target 职业技能培训 ≥ 3000 人次 every 2021-2025",
        ),
        case(
            "from_year_to_year_and_growth",
            "年游客接待量由2020年的260万人次增长到2025年的500万人次，年均增长14%。",
            "actual 游客接待量 = 260 万人次 in 2020",
            "target 游客接待量 = 500 万人次 by 2025",
            "target 游客接待量 = 14 % every 2021-2025 growth",
        ),
        case("comparison_alone", "较2020年提高12个百分点。"),
        case(
            "level_and_rise",
            "到2025年，农村卫生厕所普及率达到90%以上，较2020年提高12个百分点。",
            "target 农村卫生厕所普及率 ≥ 90 % by 2025",
            "target 农村卫生厕所普及率 = 12 个百分点 by 2025 change",
        ),
        case(
            "new_and_total",
            "新增国家高新技术企业100家左右，总数突破300家。",
            "target 新增国家高新技术企业 ≈ 100 家 over 2021-2025",
            "target 国家高新技术企业总数 > 300 家 by 2025",
        ),
        case(
            "level_then_new",
            "湿地保护率提高到52%，新增湿地公园2处、湿地保护小区5处。",
            "target 湿地保护率 = 52 % by 2025",
            "target 新增湿地公园 = 2 处 over 2021-2025",
            "target 新增湿地保护小区 = 5 处 over 2021-2025",
        ),
        case(
            "graded_firms",
            "培育“链主”企业2家、产值超50亿元企业1家、超10亿元企业8家。",
            "target 培育“链主”企业 = 2 家 over 2021-2025",
            "target 产值超50亿元企业 = 1 家 over 2021-2025",
            "target 超10亿元企业 = 8 家 over 2021-2025",
        ),
        case(
            "joined_rates",
            "全县高中阶段教育毛入学率达到93%以上、九年义务教育巩固率达到98%。",
            "target 高中阶段教育毛入学率 ≥ 93 % by 2025",
            "target 九年义务教育巩固率 = 98 % by 2025",
        ),
        case(
            "named_road_and_rates",
            "到2025年，建成“四好农村路”示范县，新改建农村公路300公里，建制村双车道公路通达率达70%。",
            "target 新改建农村公路 = 300 公里 over 2021-2025",
            "target 建制村双车道公路通达率 = 70 % by 2025",
        ),
        case("latin_in_name", "R&D经费投入占GDP比重达2.2%。", "target R&D经费投入占GDP比重 = 2.2 % by 2025"),
        case(
            "last_two_share",
            "病虫害专业化统防统治覆盖率45%，化肥、农药利用率均达到43%以上。",
            "target 病虫害专业化统防统治覆盖率 = 45 % by 2025",
            "target 化肥利用率 ≥ 43 % by 2025",
            "target 农药利用率 ≥ 43 % by 2025",
        ),
        case(
            "three_rates_last_kept",
            "主要农作物耕种收综合机械化率达到85%，畜禽粪污资源化利用率达到90%，秸秆综合利用率稳定在95%以上。",
            "target 主要农作物耕种收综合机械化率 = 85 % by 2025",
            "target 畜禽粪污资源化利用率 = 90 % by 2025",
            "target 秸秆综合利用率 ≥ 95 % every 2021-2025",
        ),
        case(
            "growth_and_thresholds",
            "村级集体经济总收入年均增长10%，年经营性收入50万元以上村占比达35%，经营性收入100万元以上村达20个。",
            "target 村级集体经济总收入 = 10 % every 2021-2025 growth",
            "target 年经营性收入50万元以上村占比 = 35 % by 2025",
            "target 经营性收入100万元以上村 = 20 个 by 2025",
        ),
        case(
            "of_which_irrigated",
            "有效灌溉面积发展到26万亩，其中节水灌溉18万亩。",
            "target 有效灌溉面积 = 26 万亩 by 2025",
            "target 节水灌溉 = 18 万亩 by 2025",
        ),
        case(
            "all_covered",
            "全县行政村（社区）综合性文化服务中心实现100%全覆盖。",
            "target 综合性文化服务中心 = 100 % by 2025",
        ),
        case(
            "two_floors",
            "城市生活垃圾回收利用率不低于35%，资源化利用率不低于60%。",
            "target 城市生活垃圾回收利用率 ≥ 35 % by 2025",
            "target 资源化利用率 ≥ 60 % by 2025",
        ),
        case(
            "share_of_county",
            "争取到2025年，县城常住人口占全县常住人口的比重提高到55%。",
            "target 县城常住人口占全县常住人口的比重 = 55 % by 2025",
        ),
        case("days_a_year", "全年空气质量优良天数不少于340天。", "target 空气质量优良天数 ≥ 340 天 by 2025"),
        case(
            "per_ten_thousand_area",
            "县城建成区每万人拥有公共文化设施面积达到400平方米。",
            "target 每万人拥有公共文化设施面积 = 400 平方米 by 2025",
        ),
    ],
)
def test_sentences_of_five_year_plans(sentence: str, expected: list[str]) -> None:
    says(sentence, PLAN, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        case(
            "two_ends_of_years",
            "到2024年底，行政村生活垃圾收运处置体系覆盖率100%，农村生活污水治理率达45%；到2025年底，"
            "农村生活污水治理率达55%。",
            "target 行政村生活垃圾收运处置体系覆盖率 = 100 % by 2024",
            "target 农村生活污水治理率 = 45 % by 2024",
            "target 农村生活污水治理率 = 55 % by 2025",
        ),
        case(
            "from_a_year_on",
            "从2023年起，连续三年每年安排资金500万元用于冷链建设。",
            "target 安排资金 = 500 万元 every 2023-2025",
        ),
        case(
            "places_and_share",
            "三年内新增托位1200个，其中普惠性托位占比60%以上。",
            "target 新增托位 = 1200 个 over 2023-2025",
            "target 普惠性托位占比 ≥ 60 % by 2025",
        ),
        case(
            "province_totals",
            "到2025年，全省累计建成高标准农田5600万亩，新增高效节水灌溉面积120万亩以上，粮食产量稳定在750亿斤以上。",
            "target 建成高标准农田 = 5600 万亩 over 2023-2025",
            "target 新增高效节水灌溉面积 ≥ 120 万亩 over 2023-2025",
            "target 粮食产量 ≥ 750 亿斤 every 2023-2025",
        ),
        case(
            "length_and_cost",
            "实施国省干线公路大中修120公里，总投资6.8亿元。",
            "target 国省干线公路大中修 = 120 公里 over 2023-2025",
            "target 国省干线公路大中修总投资 = 6.8 亿元 over 2023-2025",
        ),
    ],
)
def test_sentences_of_action_plans(sentence: str, expected: list[str]) -> None:
    says(sentence, ACTION, expected)
