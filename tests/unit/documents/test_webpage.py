"""Saved web pages and Word's HTML: the plan comes out whole, the site's frame does not."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from pipelines.plans.documents import open_document

FIXTURES = Path(__file__).parent / "fixtures"

SITE = (FIXTURES / "saved_page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["saved.html", "saved.htm", "saved.txt", "saved.doc"])
def test_a_saved_government_page_holds_the_document_and_not_the_site(name: str) -> None:
    opened = open_document(SITE.encode("gb18030"), name)
    assert opened.media_type == "html"
    assert opened.findings == []
    assert opened.text.splitlines() == [
        "某某县人民政府关于印发《某某县三年行动计划》的通知",
        "发布日期：2023-05-10　来源：县政府办　字号：[大 小]",
        "某政发〔2023〕12号",
        "到2025年，常住人口城镇化率达到65%以上，新增城镇就业1.2万人，森林覆盖率稳定在86%以上；人均预期寿命达到82岁。",
        "（一）新建农村公路200公里。",
        "（二）改造危房300户。",
        "附件：重点项目表",
        "某某县人民政府",
        "2023年5月8日",
    ]


def test_offsets_lead_to_the_same_characters_of_the_file() -> None:
    opened = open_document(SITE.encode(), "saved.html")
    for value in ("65", "1.2万人", "86%", "82岁", "200公里", "300户"):
        place = opened.text.index(value)
        span = opened.source_span(place, place + len(value))
        assert span is not None
        assert SITE[span[0] : span[1]] == value
    broken = opened.text.index("65%")
    assert opened.source_span(broken, broken + 3) is None  # a tag stands between 65 and %
    assert opened.source_offsets is not None
    assert opened.source_offsets.at(broken) == SITE.index("65</span>")


def test_bytes_decide_the_encoding_even_where_the_page_declares_another() -> None:
    assert "城镇化率" in open_document(SITE.encode(), "a.html").text  # says gb2312, is UTF-8
    big5 = '<html><head><meta charset="big5"></head><body><p>地區生產總值達到五億元</p></body></html>'
    assert open_document(big5.encode("big5"), "a.html").text == "地區生產總值達到五億元\n"


TABLE = """<table border=1>
<tr><th rowspan=2>类别<th rowspan=2>指标<th rowspan=2>单位<th>基期<th colspan=2>目标
<tr><th>2022年<th>2023年<th>2025年
<tr><td rowspan=2>经济<td>生产总值<td>亿元<td>88.2<td>105<td>120
<tr><td>税收<br>占比<td>%<td>80<td>82<td>85以上
<tr><td>生态<td>优良|天数<td>%<td>96<td colspan=2>&ge;98
</table>"""


def test_merged_cells_in_both_directions_line_up() -> None:
    opened = open_document(f"<html><body>{TABLE}</body></html>".encode(), "a.html")
    assert opened.text.splitlines() == [
        "| 类别 | 指标 | 单位 | 基期 | 目标 |  |",
        "|  |  |  | 2022年 | 2023年 | 2025年 |",
        "| 经济 | 生产总值 | 亿元 | 88.2 | 105 | 120 |",
        "|  | 税收 占比 | % | 80 | 82 | 85以上 |",
        "| 生态 | 优良｜天数 | % | 96 | ≥98 |  |",
    ]


def test_tables_that_only_place_blocks_on_the_page_are_no_tables() -> None:
    cell = f"<p>第一段有5个项目。</p>{TABLE}<p>第二段完成投资6亿元。</p>"
    page = f"<table><tr><td><a href=1>甲</a></td><td>{cell}</td></tr></table>"
    lines = open_document(f"<html><body>{page}</body></html>".encode(), "a.html").text.splitlines()
    assert "第一段有5个项目。" in lines
    assert "| 经济 | 生产总值 | 亿元 | 88.2 | 105 | 120 |" in lines
    assert "第二段完成投资6亿元。" in lines


def test_a_box_of_one_column_is_lines() -> None:
    cell = "<p>1.新建学校3所。</p><p>2.新增床位500张。</p>"
    page = f"<table><tr><td>专栏1 重点工程</td></tr><tr><td>{cell}</td></tr></table>"
    opened = open_document(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert opened.text == "专栏1 重点工程\n1.新建学校3所。\n2.新增床位500张。\n"


WORD_HTML = (FIXTURES / "word_export.html").read_text(encoding="utf-8")


def test_html_exported_by_word() -> None:
    opened = open_document(WORD_HTML.encode("gb18030"), "a.html")
    assert opened.text.splitlines() == [
        "某某县行动方案",
        "到2025年，规上工业增加值年均增长8%左右，PM2.5浓度低于25微克/m³。新目标10%。",
        "1.   新建学校3所。",
    ]


def test_numbered_lists_get_their_numbers_once() -> None:
    page = (
        "<ol><li>甲项5个<li>乙项6个</ol><ol start=3 type=a><li>丙项</ol>"
        "<ol><li>1.自带编号</li><li>（二）也自带</li></ol><ul><li>无号</ul>"
    )
    opened = open_document(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert opened.text.splitlines() == ["1. 甲项5个", "2. 乙项6个", "c. 丙项", "1.自带编号", "（二）也自带", "无号"]


def test_long_text_and_tables_of_figures_stay_whatever_holds_them() -> None:
    long = "到2025年，全县地区生产总值达到120亿元，" * 12
    page = f"<html><body><div class=footer><p>{long}。</p></div><div class=sidebar>{TABLE}</div></body></html>"
    text = open_document(page.encode(), "a.html").text
    assert long in text
    assert "| 经济 | 生产总值 | 亿元 | 88.2 | 105 | 120 |" in text


def test_a_page_of_nothing_but_links_is_still_shown() -> None:
    page = "<html><body>" + "<div><a href=1>达到5亿元</a><a href=2>建成3所</a><a href=3>增长6%</a></div>" * 3
    assert "达到5亿元" in open_document(page.encode(), "a.html").text


def test_broken_markup_loses_no_words() -> None:
    page = (
        "<html><body><div><p>一是<b>新增5个<p>二是比重<5%，a<b 且 c>d</i></p>"
        "<table><tr>散落6个<td>单元7个</div>末尾8个<!-- 未结束 9个"
    )
    text = open_document(page.encode(), "a.html").text
    for words in ("新增5个", "<5%", "散落6个", "单元7个", "末尾8个", "9个"):
        assert words in text


def test_an_archived_page_is_read() -> None:
    archive = (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5rWL6K+V?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n'
        "----B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    body = base64.encodebytes(f"<html><body><p>达到5亿元。</p>{TABLE}</body></html>".encode()).decode()
    opened = open_document(f"{archive}{body}\r\n----B--\r\n".encode(), "a.mhtml")
    assert opened.text.startswith("达到5亿元。\n| 类别 |")
    assert opened.source_span(0, 2) is None


def test_the_bar_above_a_page_goes_and_a_title_in_it_stays() -> None:
    running = "到2025年，全县地区生产总值达到120亿元，年均增长6.5%；常住人口城镇化率达到65%以上。" * 3
    bar = "<div class=top>今天是2024年4月2日 3℃~16℃ AQI 42</div>"
    header = "<div class=header><h2>某某县国民经济和社会发展规划纲要</h2><a href=/>首页</a></div>"
    text = open_document(f"<html><body>{bar}{header}<div><p>{running}</p></div></body></html>".encode(), "a.html").text
    assert text.splitlines() == ["某某县国民经济和社会发展规划纲要", "首页", running]
