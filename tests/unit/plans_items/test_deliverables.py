"""Results that can be ticked off, and slogans that cannot."""

from __future__ import annotations

import pytest

from tests.unit.plans_items.telling import deliverables, read, results


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles won
        ("1.创建。力争创成国家园林县城。", ["创成国家园林县城"]),
        ("1.创建。创成省级文明县城、国家卫生县城。", ["创成省级文明县城", "创成国家卫生县城"]),
        ("1.创建。县人民医院创成三级乙等医院。", ["县人民医院创成三级乙等医院"]),
        ("1.创建。全力夺取“平安金鼎”。", ["夺取“平安金鼎”"]),
        ("1.创建。争创全国乡村治理示范县。", ["争创全国乡村治理示范县"]),
        ("1.创建。推进国家生态文明示范县创建工作。", ["创建国家生态文明示范县"]),
        # things passed
        ("1.教育。2025年通过国家学前教育普及普惠县验收。", ["通过国家学前教育普及普惠县验收"]),
        ("1.卫生。确保顺利通过国家卫生县城复审。", ["通过国家卫生县城复审"]),
        # things built and opened
        ("1.数字。建成“城市大脑”平台。", ["建成“城市大脑”平台"]),
        ("1.文体。建成全民健身中心、老年活动中心等公共设施。", ["建成全民健身中心", "建成老年活动中心"]),
        ("1.生态。全域建成“无废城市”。", ["建成“无废城市”"]),
        # work finished
        ("1.规划。完成县、乡两级国土空间规划编制。", ["完成县、乡两级国土空间规划编制"]),
        ("1.改革。全面完成农村宅基地确权登记颁证。", ["完成农村宅基地确权登记颁证"]),
        # the first of its kind
        ("1.企业。力争本土企业境内上市实现零的突破。", ["本土企业境内上市实现零的突破"]),
        # papers issued
        ("1.政策。制定出台《松阳县民宿管理办法》。", ["制定出台《松阳县民宿管理办法》"]),
    ],
)
def test_results(text: str, expected: list[str]) -> None:
    assert results(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.发展。推动产业转型升级，加强基础设施建设，完善公共服务体系。",
        "1.发展。打造山区共同富裕样板，努力建设现代化新松阳。",
        "1.服务。建成覆盖城乡的公共服务体系。",  # a system is no thing to inspect
        "1.发展。全面建成小康社会。",
        "1.创建。创成省级美丽乡村示范村12个。",  # a number: a statement
        "1.改造。完成老旧小区改造36个。",
        "1.投资。完成年度投资任务。",
        "1.增收。通过产业帮扶、就业帮扶等方式促进增收。",
        "1.评价。通过定期开展满意度调查评估，改进服务。",
        "1.创建。以创建全国文明城市为契机，提升市民素质。",
        "1.创建。巩固国家卫生县城创建成果。",
        "1.社保。将困难群众纳入救助对象。",
        "1.乡村。一半以上的行政村建成美丽宜居示范村。",  # a share in words
    ],
)
def test_what_is_no_result(text: str) -> None:
    assert results(text) == []


def test_deadline_is_that_of_the_clause_else_the_last_year_of_the_plan() -> None:
    found = deliverables("1.创建。2025年底前创成省级文明县城。推进城市更新，通过国家卫生县城复审。")
    assert [(d.act, d.end_year) for d in found] == [("创成", 2025), ("通过", 2026)]


def test_deadline_holds_for_the_clauses_behind_it_in_the_sentence() -> None:
    found = deliverables("1.创建。到2025年，创成省级文明县城，建成“无废城市”。")
    assert [d.end_year for d in found] == [2025, 2025]


def test_owner_units_and_measure() -> None:
    reading = read("1.创建。创成国家园林县城。（责任单位：县住建局）\n\n2.其他。创成国家卫生县城。")
    assert [d.departments for d in reading.deliverables] == [["县住建局"], []]
    assert [d.measure_id for d in reading.deliverables] == [0, 1]


def test_a_project_is_not_a_result_as_well() -> None:
    reading = read("1.路网。建成松阴溪大桥。")
    assert ([p.name for p in reading.projects], reading.deliverables) == (["松阴溪大桥"], [])


def test_guiding_thought_and_glossary_promise_nothing() -> None:
    body = "（二）指导思想\n\n奋力建成“无废城市”。\n\n附件\n\n名词解释\n\n无废城市：到2025年建成“无废城市”。"
    assert results(body) == []


def test_what_was_won_already_is_no_promise() -> None:
    head = "松阳县2024年政府工作报告\n\n一、2023年工作回顾\n\n"
    assert read("1.创建。创成省级文明县城，获评全国先进县。", head).deliverables == []
