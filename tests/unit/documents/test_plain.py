"""Text files: every encoding in use gives the same characters, and offsets are those of the file."""

from __future__ import annotations

import pytest

from pipelines.plans.documents import open_document

SENTENCE = "到2027年，常住人口城镇化率达到65%以上。"
PLAN = f"某某县实施方案\n\n一、主要目标\n{SENTENCE}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    opened = open_document(PLAN.encode(encoding), "方案.txt")
    assert opened.text == PLAN
    assert opened.findings == []
    assert opened.media_type == "text"


def test_a_utf8_mark_stays_the_first_character(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "方案.txt"
    path.write_bytes(PLAN.replace("\n", "\r\n").encode("utf-8-sig"))
    opened = open_document(path.read_bytes(), path.name)
    with path.open(encoding="utf-8", newline="") as file:
        assert opened.text == file.read()
    place = opened.text.index("65%")
    assert opened.source_span(place, place + 3) == (place, place + 3)
    assert opened.is_stored_text
    assert opened.source_offsets is None


def test_damaged_bytes_are_kept_and_told_with_their_place() -> None:
    data = PLAN.encode()
    opened = open_document(data[:-40] + b"\xff" + data[-40:], "方案.txt")
    (finding,) = opened.findings
    assert finding.code == "encoding_damaged"
    assert finding.start is not None
    assert opened.text[finding.start] == "\ufffd"
    assert "方案.txt" in finding.message
    assert "第 4 行" in finding.message
    assert finding.remedy


def test_a_few_damaged_bytes_do_not_refuse_a_long_text() -> None:
    opened = open_document((PLAN * 200).encode()[:-2], "方案.txt")
    assert [f.severity for f in opened.findings] == ["warning"]
    assert opened.text.count(SENTENCE) == 199
    assert opened.text.endswith("以上\ufffd")


def test_numbers_before_a_cut_last_character_stay() -> None:
    opened = open_document("总投资 120 亿元，其中政府投资 35 亿".encode()[:-1], "a.txt")
    assert "120 亿元" in opened.text


def test_markdown_is_left_as_it_stands() -> None:
    text = "# 题目\n\n| 指标 | 2025年 |\n|---|---|\n| 城镇化率 | <60% |\n\n正文 < 5 个，`a<b`。\n"
    opened = open_document(text.encode(), "a.md")
    assert opened.text == text
    assert opened.is_stored_text
    assert opened.media_type == "markdown"


RECOGNISED = """# 某某县规划

到2025年建成学校3所。

<html><body><table><tr><td rowspan=1 colspan=2>指标</td><td>2025年</td></tr><tr><td rowspan="2">经济</td>\
<td>生产总值（亿元）</td><td>120</td></tr><tr><td>税收占比（%）</td><td>86.2</td></tr></table></body></html>

二、保障措施
完成投资5亿元。
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_html_tables_inside_a_text_become_rows_and_the_rest_stays(name: str) -> None:
    opened = open_document(RECOGNISED.encode(), name)
    assert opened.text == (
        "# 某某县规划\n\n到2025年建成学校3所。\n\n"
        "| 指标 |  | 2025年 |\n| 经济 | 生产总值（亿元） | 120 |\n|  | 税收占比（%） | 86.2 |\n"
        "\n\n二、保障措施\n完成投资5亿元。\n"
    )
    for value in ("3所", "120", "86.2", "5亿元"):
        place = opened.text.index(value)
        span = opened.source_span(place, place + len(value))
        assert span is not None
        assert RECOGNISED[span[0] : span[1]] == value


def test_a_table_that_is_never_closed_loses_nothing() -> None:
    text = "前文1个。\n<table><tr><td>指标</td><td>65\n后文2个，<table 3个。"
    opened = open_document(text.encode(), "a.md")
    for words in ("前文1个。", "指标", "65", "后文2个", "3个。"):
        assert words in opened.text
