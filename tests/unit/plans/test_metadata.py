"""What a plan says of itself: title, number, issuer, region, date and the years it plans for."""

from __future__ import annotations

import pytest
from telling import read

from pipelines.plans.gazetteer import load_default

OPENINGS = [
    pytest.param(
        "云和县人民政府关于印发《云和县生态环境保护“十四五”规划》的通知\n云政发〔2021〕18号\n各乡镇人民政府：\n"
        "2021年9月6日",
        {
            "title": "云和县生态环境保护“十四五”规划",
            "document_number": "云政发〔2021〕18号",
            "region_name": "云和县",
            "issue_date": "2021-09-06",
            "start_year": 2021,
            "end_year": 2025,
        },
        id="notice_with_era",
    ),
    pytest.param(
        "遂宁市人民政府办公室\n关于印发遂宁市推进农村客运发展三年行动方案（2022—2024年）的通知\n"
        "遂府办函〔2022〕45号\n各县（市、区）人民政府：",
        {
            "region_name": "遂宁市",
            "document_number": "遂府办函〔2022〕45号",
            "start_year": 2022,
            "end_year": 2024,
        },
        id="span_in_title",
    ),
    pytest.param(
        "政府工作报告\n——2016年1月12日在会昌县第十六届人民代表大会第六次会议上\n各位代表：\n现在，"
        "我代表县人民政府向大会报告工作。\n一、2015年工作回顾\n二、2016年工作安排",
        {"title": "政府工作报告", "region_name": "会昌县", "start_year": 2016, "end_year": 2016},
        id="work_report",
    ),
    pytest.param(
        "西藏自治区国民经济和社会发展第十二个五年规划纲要\n（2011年1月16日西藏自治区第九届人民代表大会第四次会议批准）",
        {"region_name": "西藏自治区", "start_year": 2011, "end_year": 2015},
        id="ordinal_of_five_years",
    ),
    pytest.param(
        "宁夏回族自治区中卫市2009年国民经济和社会发展计划\n为做好今年各项工作，制定本计划。",
        {"region_name": "中卫市", "start_year": 2009, "end_year": 2009},
        id="yearly_plan",
    ),
    pytest.param(
        "中共巴马瑶族自治县委员会 巴马瑶族自治县人民政府\n关于全面推进乡村振兴的实施方案\n（2021—2025年）\n"
        "2021年4月10日",
        {"region_name": "巴马瑶族自治县", "start_year": 2021, "end_year": 2025},
        id="span_below_the_title",
    ),
    pytest.param(
        "通州区“十五五”养老服务发展规划\n北京市通州区民政局\n2026年3月",
        {"region_name": "通州区", "start_year": 2026, "end_year": 2030},
        id="fifteenth_plan",
    ),
    pytest.param(
        "济南市历下区人民政府2024年重点民生实事\n一、新建幼儿园4所。",
        {"region_name": "历下区", "start_year": 2024, "end_year": 2024},
        id="district_and_city",
    ),
    pytest.param(
        "关于黟县2016年国民经济和社会发展计划执行情况与2017年计划草案的报告\n2017年1月15日在黟县第十七届人民代表大会第一次会议上",
        {"region_name": "黟县", "region_code": "341023", "start_year": 2017, "end_year": 2017},
        id="county_of_one_character",
    ),
    pytest.param(
        "丽水市关于推进人才集聚工程的实施意见\n一、目标。2012年起5年内，引进高层次人才200名。",
        {"region_name": "丽水市", "start_year": 2012, "end_year": 2016},
        id="years_from_a_year_on",
    ),
    pytest.param(
        "黑龙江省“十一五”粮食发展规划\n二OO六年八月",
        {"region_name": "黑龙江省", "start_year": 2006, "end_year": 2010, "issue_date": "2006-08-01"},
        id="date_in_chinese",
    ),
    pytest.param(
        "阿坝藏族羌族自治州国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
        {"region_name": "阿坝藏族羌族自治州", "start_year": 2021, "end_year": 2025},
        id="vision_does_not_stretch_the_period",
    ),
]


@pytest.mark.parametrize(("text", "told"), OPENINGS)
def test_what_a_plan_says_of_itself(text: str, told: dict[str, object]) -> None:
    document = read(text).document
    assert {name: getattr(document, name) for name in told} == told


def test_namesakes_are_told_apart_by_the_place_around_them() -> None:
    assert read("辽宁省朝阳市朝阳县乡村建设行动方案（2022—2025年）").document.region_code == "211321"
    assert read("长春市朝阳区教育事业发展“十四五”规划").document.region_code == "220104"


def test_no_period_is_a_finding_not_a_guess() -> None:
    reading = read("青田县侨乡文化保护办法\n第一条 为保护侨乡文化，制定本办法。")
    assert reading.document.start_year is None
    assert "period_unread" in [f.code for f in reading.findings]


def test_a_period_taken_from_the_date_of_issue_is_told() -> None:
    reading = read("青田县乡村治理实施方案\n2022年3月1日\n新建村民议事厅12个。")
    assert (reading.document.start_year, reading.document.end_year) == (2022, 2024)
    assert "period_assumed" in [f.code for f in reading.findings]


def test_no_region_is_a_finding() -> None:
    reading = read("乡村治理实施方案（2022—2024年）\n新建村民议事厅12个。")
    assert reading.document.region_name is None
    assert "region_unread" in [f.code for f in reading.findings]


def test_short_names_of_autonomous_places() -> None:
    inside = load_default().children("330000")
    assert inside["景宁县"].code == inside["景宁"].code == "331127"
    assert read("楚雄州2024年工作要点\n新建学校3所。").document.region_code == "532300"
