"""Every number of a text has one use, and the counts add up."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from telling import PLAN, read, uses

from pipelines.plans.accounting import UNREAD

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
TEXT = """云和县人民政府关于印发云和县水利发展规划（2021—2025年）的通知
云政发〔2021〕18号
一、发展基础
“十三五”期间，完成水利投资12.6亿元，除险加固水库14座。
二、主要目标
到2025年，农村自来水普及率达到95%以上，建成“3+1”管护机制，全面推行12345热线。
（一）防洪提升。2022年6月底前完成8座水库除险加固，新建堤防25公里。（责任单位：县水利局）
| 序号 | 指标 | 单位 | 2020年 | 2025年 |
| --- | --- | --- | --- | --- |
| 1 | 耕地灌溉面积 | 万亩 | 12.5 | 13.2 |
| 2 | 水土保持率 | % | 92.1 | 93.5 |
附件：12项重点任务清单
— 12 —
"""


def test_every_number_has_one_use() -> None:
    reading = read(TEXT)
    spans = [(n.start, n.end) for n in reading.numbers]
    assert spans == sorted(set(spans))
    digits = [(m.start(), m.end()) for m in DIGITS.finditer(TEXT)]
    assert [span for span in spans if DIGITS.fullmatch(TEXT[span[0] : span[1]])] == digits


def test_the_classes_add_up() -> None:
    reading = read(TEXT)
    counts = Counter(number.use for number in reading.numbers)
    assert sum(counts.values()) == len(reading.numbers)
    assert {n.statement for n in reading.numbers if n.use == "statement"} == set(range(len(reading.statements)))


def test_the_text_of_a_number_is_that_of_its_place() -> None:
    assert all(TEXT[n.start : n.end] == n.text for n in read(TEXT).numbers)


def test_values_in_words_are_numbers_too() -> None:
    text = "云和县水利发展规划（2021—2025年）\n一、目标\n到2025年，实现行政村供水全覆盖，灌溉面积翻一番。"
    said = [n.text for n in read(text).numbers if n.use == "statement"]
    assert said == ["全覆盖", "翻一番"]


@pytest.mark.parametrize(
    ("sentence", "number", "use"),
    [
        ("到2025年，农村自来水普及率达到95%以上。", "到2025年", "date"),
        ("贯彻《水利改革发展第14号文件》精神。", "《水利改革发展第14号文件》", "name"),
        ("根据云政发〔2021〕18号文件要求。", "〔2021〕18号", "document_number"),
        ("深化“最多跑1次”改革。", "“最多跑1次”", "name"),
        ("综合考核列全市第3名。", "第3", "rank"),
        ("连续3年获评先进单位。", "连续3年", "duration"),
        ("每千名老年人拥有养老床位。", "每千名", "denominator"),
        ("围绕5大领域推进改革。", "5大", "set"),
        ("年收入10万元以上行政村占比达到60%。", "10万元", "threshold"),
        ("按1：2：3比例落实配套资金。", "1：2：3", "ratio"),
        ("各地每月5日前上报进度。", "每月5日前", "date"),
    ],
)
def test_what_a_number_is_that_is_no_statement(sentence: str, number: str, use: str) -> None:
    assert uses(sentence, PLAN).get(number) == use


def test_numbers_of_heads_tables_and_pages_have_their_class() -> None:
    use_of = {(n.text, n.use) for n in read(TEXT).numbers}
    assert {("1", "list_number"), ("2020", "table_head"), ("12", "page")} <= use_of


def test_a_number_without_class_is_a_finding() -> None:
    reading = read(TEXT + "\n甲乙丙丁77戊己庚辛。\n")
    unread = [n for n in reading.numbers if n.use == UNREAD]
    findings = [f for f in reading.findings if f.code == "unread_number"]
    assert "77" in [n.text for n in unread]
    assert [(f.start, f.end) for f in findings] == [(n.start, n.end) for n in unread]
