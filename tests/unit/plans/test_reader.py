"""Whole small plans of different kinds, years and provinces: what the chain of steps makes of them."""

from __future__ import annotations

import pytest
from telling import compare, lines, read

from pipelines.plans.reader import read_plan

ACTION_PLAN = """铜仁市人民政府办公室关于印发铜仁市城乡供水提升三年行动方案（2022—2024年）的通知
铜府办发〔2022〕23号
各区（县）人民政府：
2022年5月18日

一、现状
截至2021年底，全市建成集中供水工程3260处，农村自来水普及率达到88.6%。
二、行动目标
到2023年，农村自来水普及率达到91%；到2024年达到93%，水质达标率稳定在85%以上。
三、重点任务
（一）推进规模化供水。新建改造水厂32座，铺设管网1860公里。（牵头单位：市水务局；配合单位：市财政局、各区县人民政府）
（二）强化运维。每年培训管水员500人次。（责任单位：市水务局）
（三）德江县新建中型水库1座。
四、保障措施
市级财政每年安排奖补资金不低于2000万元。
"""

WORK_REPORT = """政府工作报告
——2014年1月8日在静宁县第十七届人民代表大会第三次会议上
县长  某某某

各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2013年工作回顾
全县实现生产总值36.8亿元，增长11.5%；大口径财政收入4.6亿元，增长18.2%。新植果园6.2万亩，果园总面积突破百万亩。全年减少贫困人口3.1万人。
二、2014年工作安排
全县经济社会发展的主要预期目标是：生产总值增长11%，全社会固定资产投资增长22%，城镇登记失业率控制在4%以内。
（一）做强苹果产业。新建优质果园5万亩，改造老果园2万亩。
（二）改善民生。新建农村饮水安全工程4处，解决5.6万人饮水问题。发放小额担保贷款1.5亿元。
"""

FIVE_YEAR_PLAN = """汕尾市卫生健康事业发展“十三五”规划

第一章 规划背景
第一节 “十二五”发展成就
“十二五”期间，全市累计投入医疗卫生资金28亿元，每千常住人口床位数由2.6张增加到3.4张。2015年，全市人均预期寿命达到76.2岁。
第二节 存在问题
每千常住人口执业（助理）医师数仅为1.5人，低于全省平均水平。
第二章 发展目标
到2020年，每千常住人口床位数达到5张以上，孕产妇死亡率控制在18/10万以内。五年新增三级医院2家。
第三章 主要任务
第一节 健全服务体系
2018年前完成7家县级公立医院升级建设。每万名居民拥有全科医生2名以上。
"""


def test_an_action_plan_of_a_city() -> None:
    reading = read(ACTION_PLAN)
    compare(
        lines(reading),
        [
            "actual 集中供水工程 = 3260 处 in 2021",
            "actual 农村自来水普及率 = 88.6 % in 2021",
            "target 农村自来水普及率 = 91 % by 2023",
            "target 农村自来水普及率 = 93 % by 2024",
            "target 水质达标率 ≥ 85 % every 2022-2024",
            "target 新建改造水厂 = 32 座 over 2022-2024",
            "target 铺设管网 = 1860 公里 over 2022-2024",
            "target 培训管水员 = 500 人次 every 2022-2024",
            "target 新建中型水库 = 1 座 over 2022-2024 @德江县",
            "target 安排奖补资金 ≥ 2000 万元 every 2022-2024",
        ],
    )
    departments = {s.indicator: s.departments for s in reading.statements}
    assert departments["铺设管网"] == ["市水务局", "市财政局", "各区县人民政府"]
    assert departments["培训管水员"] == ["市水务局"]


def test_a_county_work_report() -> None:
    compare(
        lines(read(WORK_REPORT)),
        [
            "actual 生产总值 = 36.8 亿元 in 2013",
            "actual 生产总值 = 11.5 % in 2013 growth",
            "actual 大口径财政收入 = 4.6 亿元 in 2013",
            "actual 大口径财政收入 = 18.2 % in 2013 growth",
            "actual 新植果园 = 6.2 万亩 in 2013",
            "actual 果园总面积 > 100 万亩 in 2013",
            "actual 减少贫困人口 = 3.1 万人 in 2013",
            "target 生产总值 = 11 % in 2014 growth",
            "target 全社会固定资产投资 = 22 % in 2014 growth",
            "target 城镇登记失业率 ≤ 4 % in 2014",
            "target 新建优质果园 = 5 万亩 in 2014",
            "target 改造老果园 = 2 万亩 in 2014",
            "target 新建农村饮水安全工程 = 4 处 in 2014",
            "target 解决…饮水问题 = 5.6 万人 in 2014",
            "target 发放小额担保贷款 = 1.5 亿元 in 2014",
        ],
    )


def test_a_five_year_plan_with_its_look_back() -> None:
    compare(
        lines(read(FIVE_YEAR_PLAN)),
        [
            "actual 投入医疗卫生资金 = 28 亿元 over 2011-2015",
            "actual 每千常住人口床位数 = 2.6 张 in ?",
            "actual 每千常住人口床位数 = 3.4 张 in 2015",
            "actual 人均预期寿命 = 76.2 岁 in 2015",
            "actual 每千常住人口执业（助理）医师数 = 1.5 人 in 2015",
            "target 每千常住人口床位数 ≥ 5 张 by 2020",
            "target 孕产妇死亡率 ≤ 18 /10万 by 2020",
            "target 新增三级医院 = 2 家 over 2016-2020",
            "target 县级公立医院升级建设 = 7 家 over 2016-2018",
            "target 每万名居民拥有全科医生 ≥ 2 名 by 2020",
        ],
    )


@pytest.mark.parametrize("text", [ACTION_PLAN, WORK_REPORT, FIVE_YEAR_PLAN], ids=["action", "report", "five_years"])
def test_every_statement_stands_where_it_says(text: str) -> None:
    reading = read(text)
    assert reading.statements
    for statement in reading.statements:
        assert text[statement.start : statement.end] == statement.value_text
        assert text[statement.quote_start :].startswith(statement.quote)
        assert statement.value_text in statement.quote
        assert 0 < statement.confidence <= 1


def test_sections_lead_to_a_statement() -> None:
    reading = read(FIVE_YEAR_PLAN)
    assert {s.section for s in reading.statements} == {
        "第一章规划背景 / 第一节“十二五”发展成就",
        "第一章规划背景 / 第二节存在问题",
        "第二章发展目标",
        "第三章主要任务 / 第一节健全服务体系",
    }


def test_the_same_text_reads_the_same_in_any_dress() -> None:
    plain = lines(read(ACTION_PLAN))
    full_width = str.maketrans("0123456789%", "０１２３４５６７８９％")
    body = ACTION_PLAN.index("一、现状")
    assert lines(read(ACTION_PLAN[:body] + ACTION_PLAN[body:].translate(full_width))) == plain
    assert lines(read(ACTION_PLAN.replace("\n", "\r\n"))) == plain
    spaced = ACTION_PLAN[:body] + ACTION_PLAN[body:].replace("达到", " 达到 ").replace("水厂32", "水 厂 32 ")
    assert lines(read(spaced)) == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_of_any_encoding(encoding: str) -> None:
    reading = read_plan(ACTION_PLAN.encode(encoding), "701_铜仁市_供水.txt")
    assert reading.doc == "701"
    assert lines(reading) == lines(read(ACTION_PLAN))


@pytest.mark.parametrize(("data", "code"), [(b"", "empty_file"), (b"  \n\t\r\n ", "empty_file")])
def test_an_empty_file_is_a_finding(data: bytes, code: str) -> None:
    reading = read_plan(data, "702.txt")
    assert [f.code for f in reading.findings] == [code]
    assert reading.statements == [] and reading.text == ""


def test_a_text_without_figures_is_a_finding() -> None:
    reading = read_plan("青田县档案工作规划（2021—2025年）\n一、目标\n档案工作迈上新台阶。".encode(), "703.txt")
    assert "no_statements" in [f.code for f in reading.findings]


@pytest.mark.parametrize("data", [b"\x00" * 200, bytes(range(256)) * 20, b"\xff\xfe\x00", b"\xef\xbb\xbf"])
def test_no_bytes_raise(data: bytes) -> None:
    assert read_plan(data, "704.txt").doc == "704"


def test_reading_is_repeatable() -> None:
    assert read(WORK_REPORT) == read(WORK_REPORT)
