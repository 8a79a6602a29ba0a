"""What an indicator is called: it reads well alone, with its qualifiers and without verbs of reaching."""

from __future__ import annotations

import pytest
from telling import PLAN, case, cleaned

from pipelines.plans import naming
from pipelines.plans.prose import read_paragraph


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        case("reach", "到2025年，农田灌溉水有效利用系数力争达到0.58以上。", "农田灌溉水有效利用系数"),
        case("strive", "力争到2025年全县旅游总收入突破80亿元。", "旅游总收入"),
        case("ensure", "确保粮食播种面积稳定在36万亩。", "粮食播种面积"),
        case("of_which", "其中，一产增加值达到40亿元。", "一产增加值"),
        case("whole_county", "全县规模以上工业企业达到120户。", "规模以上工业企业"),
        case("we_will", "我县将新建改扩建公办幼儿园12所。", "新建改扩建公办幼儿园"),
        case("basic", "基本公共卫生服务规范化管理率达到75%。", "基本公共卫生服务规范化管理率"),
        case("per_ten_thousand", "每万名就业人员中研发人员数达到60人年。", "每万名就业人员中研发人员数"),
        case("bracket_of_scope", "城镇（含县城）生活污水处理率达到97%。", "城镇（含县城）生活污水处理率"),
        case("quote_kept", "“一件事一次办”事项网办率达到90%。", "“一件事一次办”事项网办率"),
        case("act_and_thing", "新建、改扩建农村公路180公里。", "新建、改扩建农村公路"),
        case("list_of_acts", "建设、改造农贸市场22个。", "建设、改造农贸市场"),
        case("topic_with_numbering", "一是新增就业8000人。", "新增就业"),
        case("numbered", "（2）新改建厕所1200座。", "新改建厕所"),
        case("subject_of_year_income", "年经营收入达到1.2亿元。", "年经营收入"),
        case("total_output", "农林牧渔业总产值年均增长5%。", "农林牧渔业总产值"),
        case(
            "high_tech_share",
            "高新技术产业增加值占规上工业增加值比重达到35%。",
            "高新技术产业增加值占规上工业增加值比重",
        ),
        case("exceed", "社会消费品零售总额超过120亿元。", "社会消费品零售总额"),
        case("actual_reach", "实际到位内资完成65亿元。", "实际到位内资"),
        case("number_noun_of_villages", "建成20个绿色村庄。", "建成绿色村庄"),
        case("control_total", "用水总量控制在2.6亿立方米以内。", "用水总量"),
        case("not_including", "城镇新增就业（不含灵活就业）5000人。", "城镇新增就业（不含灵活就业）"),
        case("more_than_scale", "规模以上服务业营业收入年均增长10%以上。", "规模以上服务业营业收入"),
        case("first_second_class", "城市空气质量优良天数比率达到95%。", "城市空气质量优良天数比率"),
        case("water_class", "国控断面水质优良（达到或优于Ⅲ类）比例达到100%。", "国控断面水质优良（达到或优于Ⅲ类）比例"),
        case("harbour", "港口货物吞吐量达到3500万吨。", "港口货物吞吐量"),
        case(
            "aging",
            "二级及以上公立综合性医院设立老年医学科的比例达到60%以上。",
            "二级及以上公立综合性医院设立老年医学科的比例",
        ),
        case(
            "share_with_de",
            "开展优质服务基层行活动达到基本标准的乡镇卫生院比例达到80%。",
            "开展优质服务基层行活动达到基本标准的乡镇卫生院比例",
        ),
        case("reach_inside", "达到国家体质健康标准的学生占比达到95%。", "达到国家体质健康标准的学生占比"),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    assert [draft.indicator for draft in read_paragraph(cleaned(sentence), PLAN).drafts] == names


@pytest.mark.parametrize(
    ("words", "core", "tail"),
    [
        ("森林覆盖率达到", "森林覆盖率", ["达到"]),
        ("登记失业率控制在", "登记失业率", ["控制在"]),
        ("一般公共预算收入年均增长", "一般公共预算收入", ["年均", "增长"]),
        ("空气质量优良天数比例稳定保持在", "空气质量优良天数比例", ["稳定保持在"]),
        ("新增规上企业不少于", "新增规上企业", ["不少于"]),
    ],
)
def test_words_before_a_number_are_taken_apart(words: str, core: str, tail: list[str]) -> None:
    taken = naming.take_apart(words)
    assert (taken.core, "".join(taken.tail)) == (core, "".join(tail))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("，建成区绿地率的", "建成区绿地率"),
        ("每千人口床位数（含康复", "每千人口床位数"),
        ("“两品一标农产品", "两品一标农产品"),
        ("完成造林绿化", "造林绿化"),
    ],
)
def test_a_name_is_tidied(raw: str, name: str) -> None:
    assert naming.tidy(raw) == name
