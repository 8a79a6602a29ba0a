"""PDF files with a text layer: paragraphs whole, columns in order, tables in rows, each number once."""

from __future__ import annotations

from pdf_writer import PdfPage, width, write

from pipelines.plans.documents import open_document

LONG = (
    "到2025年，地区生产总值达到120亿元，年均增长6.5%；城镇居民人均可支配收入达到6万元以上，农村居民人均可支配收入"
    "达到3.5万元，常住人口城镇化率达到65%以上，森林覆盖率稳定在86%以上，空气质量优良天数比例不低于98%。"
)
PLAIN = "加快推进城乡基础设施一体化规划一体化建设一体化管护工作全面提升城乡基础设施水平新改建农村公路200公里"


def text_of(*pages: PdfPage, rotate: int = 0) -> str:
    opened = open_document(write(list(pages), rotate=rotate), "规划.pdf")
    assert opened.findings == []
    assert opened.media_type == "pdf"
    assert opened.source_span(0, 1) is None
    return opened.text


def test_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart() -> None:
    page = PdfPage().text(220, 60, "某某县规划", 18)
    y = page.paragraph(100, "一、主要目标")
    y = page.paragraph(y, LONG)
    y = page.paragraph(y, PLAIN)  # no comma tells that its lines belong together
    page.paragraph(y, "（二）新增养老床位500张。")
    assert text_of(page).splitlines() == ["某某县规划", "一、主要目标", LONG, PLAIN, "（二）新增养老床位500张。"]


def test_pages_are_parted_by_form_feeds() -> None:
    first, second = PdfPage(), PdfPage()
    first.paragraph(100, "完成投资5亿元。")
    second.paragraph(100, "建成学校3所。")
    assert text_of(first, second) == "完成投资5亿元。\n\f\n建成学校3所。\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    page = PdfPage()
    page.text(72, 60, "某某县“十四五”规划主要任务和重点工程安排（节选）", 16)
    page.paragraph(100, LONG, 10, 50, 280)
    page.paragraph(100, LONG.replace("2025", "2035"), 10, 310, 540)
    page.text(290, 800, "— 3 —", 10)
    assert text_of(page).splitlines() == [
        "某某县“十四五”规划主要任务和重点工程安排（节选）",
        LONG,
        LONG.replace("2025", "2035"),
        "— 3 —",
    ]


ROWS = [
    ["类别", "指标", "单位", "2020年", "2025年"],
    ["经济", "生产总值", "亿元", "88.2", "120"],
    ["", "税收占比", "%", "80", "85以上"],
    ["生态", "优良天数比例", "%", "96", "98"],
]
XS = [60, 120, 260, 330, 410, 500]
AS_TEXT = [f"| {' | '.join(row)} |" for row in ROWS]


def _cells(page: PdfPage, top: float, height: float) -> None:
    for r, row in enumerate(ROWS):
        for x, text in zip(XS, row, strict=False):
            page.text(x + 4, top + r * height + 16, text, 10)


def test_ruled_tables_with_a_merged_cell() -> None:
    page = PdfPage()
    page.paragraph(70, "表1 主要指标")
    for r in range(5):
        y = 100 + r * 24
        page.thin_box(XS[1] if r == 2 else XS[0], y, XS[-1], y + 0.5)  # 经济 spans two rows
    for x in XS:
        page.line(x, 100, x, 196)
    _cells(page, 100, 24)
    page.paragraph(230, "表后一段，完成投资5亿元。")
    assert text_of(page).splitlines() == ["表1 主要指标", *AS_TEXT, "表后一段，完成投资5亿元。"]


def test_a_head_over_two_columns_and_a_cell_of_two_lines() -> None:
    page = PdfPage()
    xs, ys = [60, 200, 300, 400], [100, 124, 148, 190]
    for y in ys:
        page.line(60 if y != 124 else 200, y, 400, y)
    for x in xs:
        page.line(x, 124 if x == 300 else 100, x, 190)
    page.text(64, 130, "指标", 10).text(230, 116, "目标", 10).text(204, 140, "2023年", 10).text(304, 140, "2025年", 10)
    page.text(64, 164, "城镇居民人均可支", 10).text(64, 180, "配收入（元）", 10).text(204, 172, "48000", 10)
    page.text(304, 172, "56000", 10)
    assert text_of(page).splitlines() == [
        "| 指标 | 目标 |  |",
        "|  | 2023年 | 2025年 |",
        "| 城镇居民人均可支配收入（元） | 48000 | 56000 |",
    ]


def test_a_table_without_side_borders() -> None:
    page = PdfPage()
    for r in range(5):
        page.line(XS[0], 100 + r * 24, XS[-1], 100 + r * 24)
    for x in XS[1:-1]:
        page.line(x, 100, x, 196)
    _cells(page, 100, 24)
    assert text_of(page).splitlines() == AS_TEXT


def test_a_table_of_three_rules_and_one_without_any() -> None:
    for rules in ((100, 124, 196), ()):
        page = PdfPage()
        for y in rules:
            page.line(60, y, 500, y)
        _cells(page, 100, 24)
        page.paragraph(260, LONG)
        assert text_of(page).splitlines() == [*AS_TEXT, LONG]


def test_two_tables_below_each_other_keep_their_own_columns() -> None:
    page = PdfPage()
    for y in (100, 124, 148, 172, 196):
        page.line(60, y, 500, y)
    for x in (60, 150, 250, 500):
        page.line(x, 100, x, 148)
    for x in (60, 200, 330, 420, 500):
        page.line(x, 148, x, 196)
    for y, xs, texts in (
        (116, (60, 150, 250), ("指标", "单位", "2025年")),
        (140, (60, 150, 250), ("床位", "张", "500")),
        (164, (60, 200, 330, 420), ("项目", "投资", "年份", "面积")),
        (188, (60, 200, 330, 420), ("学校", "5亿元", "2024", "3亩")),
    ):
        for x, text in zip(xs, texts, strict=True):
            page.text(x + 4, y, text, 10)
    assert text_of(page).splitlines() == [
        "| 指标 | 单位 | 2025年 |",
        "| 床位 | 张 | 500 |",
        "| 项目 | 投资 | 年份 | 面积 |",
        "| 学校 | 5亿元 | 2024 | 3亩 |",
    ]


def test_a_frame_around_text_is_no_table() -> None:
    page = PdfPage()
    for y in (90, 300):
        page.line(60, y, 535, y)
    for x in (60, 535):
        page.line(x, 90, x, 300)
    page.paragraph(110, "专栏1 重点工程")
    page.paragraph(140, LONG)
    assert text_of(page).splitlines() == ["专栏1 重点工程", LONG]


def test_turned_pages_and_turned_text_read_like_others() -> None:
    page = PdfPage()
    page.text(200, 300, "到2025年，建成学校3所，", matrix="0 1 -1 0").text(
        220, 300, "完成投资5亿元。", matrix="0 1 -1 0"
    )
    for rotate in (0, 90, 270):
        assert text_of(page, rotate=rotate).splitlines() == ["到2025年，建成学校3所，", "完成投资5亿元。"]


def test_watermarks_are_left_out_and_print_made_twice_counts_once() -> None:
    page = PdfPage().text(100, 500, "内部资料2024", 40, "0.7 0.7 -0.7 0.7")
    page.text(72, 100, "完成投资120亿元。").text(72.3, 100, "完成投资120亿元。").text(72, 130, "各年33、22个")
    assert text_of(page) == "完成投资120亿元。\n各年33、22个\n"


def test_radicals_become_the_characters_they_stand_for() -> None:
    assert text_of(PdfPage().text(72, 100, "⼈⼝⾃然增⻓率6‰")) == "人口自然增长率6‰\n"


def test_a_single_page_without_text_is_told() -> None:
    page = PdfPage()
    page.paragraph(100, LONG)
    opened = open_document(write([page, PdfPage().picture()]), "规划.pdf")
    assert LONG in opened.text
    (finding,) = opened.findings
    assert (finding.code, finding.severity) == ("scanned_pages", "warning")
    assert "第 2 页" in finding.message


def test_the_writer_measures_as_it_prints() -> None:
    assert width("ab年", 10) == 20
