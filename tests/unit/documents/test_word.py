"""Word documents: what a reader of the page sees, in its order, with the numbers that Word puts in by itself."""

from __future__ import annotations

from typing import Any

from word_writer import add, bare, define_list, item, package, run, word

from pipelines.plans.documents import open_document


def lines(data: bytes) -> list[str]:
    opened = open_document(data, "方案.docx")
    assert opened.findings == []
    assert opened.media_type == "docx"
    assert opened.source_span(0, 1) is None
    return opened.text.splitlines()


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    def fill(document: Any) -> None:
        document.add_heading("某某县行动方案", 0)
        document.add_paragraph("到2025年，常住人口城镇化率达到65%以上。")
        table = document.add_table(4, 5)
        rows = [
            ["类别", "指标", "", "2020年", "2025年"],
            ["经济", "生产总值", "亿元", "88.2", "120"],
            ["", "税收|占比", "%", "80", "85以上"],
            ["生态", "优良天数", "%", "≥98", ""],
        ]
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(3, 3).merge(table.cell(3, 4))
        document.add_paragraph("表后一段，完成投资5亿元。")
        document.sections[0].header.paragraphs[0].text = "页眉 第1号"
        document.sections[0].footer.paragraphs[0].text = "页脚 2024"

    assert lines(word(fill)) == [
        "某某县行动方案",
        "到2025年，常住人口城镇化率达到65%以上。",
        "| 类别 | 指标 |  | 2020年 | 2025年 |",
        "| 经济 | 生产总值 | 亿元 | 88.2 | 120 |",
        "|  | 税收｜占比 | % | 80 | 85以上 |",
        "| 生态 | 优良天数 | % | ≥98 |  |",
        "表后一段，完成投资5亿元。",
    ]


def test_a_box_of_one_cell_is_lines_and_tables_in_cells_keep_their_words() -> None:
    def fill(document: Any) -> None:
        box = document.add_table(1, 1).cell(0, 0)
        box.text = "专栏1 重点工程"
        box.add_paragraph("1.新建学校3所。")
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text = "左"
        inner = outer.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二5%"

    assert lines(word(fill)) == ["专栏1 重点工程", "1.新建学校3所。", "| 左 | 内一 内二5% |"]


LEVELS = [
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
]


def test_automatic_numbers_of_headings() -> None:
    def fill(document: Any) -> None:
        define_list(document, 90, LEVELS)
        for text, level in [
            ("总体要求", 0), ("指导思想", 1), ("主要目标", 1), ("新建学校3所", 2), ("子项", 3), ("新增床位500张", 2),
            ("重点任务", 0), ("产业发展", 1), ("投资5亿元", 2),
        ]:  # fmt: skip
            add(document, item(text, 90, level))
        add(document, '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr></w:pPr></w:p>')
        add(document, item("保障措施", 90))

    assert lines(word(fill)) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）主要目标",
        "1. 新建学校3所",
        "① 子项",
        "2. 新增床位500张",
        "二、重点任务",
        "（一）产业发展",
        "1. 投资5亿元",
        "三、保障措施",
    ]


def test_numbers_of_several_levels_restarts_and_large_numbers() -> None:
    def fill(document: Any) -> None:
        define_list(document, 91, [("chineseCounting", "第%1章"), ("decimal", "%1.%2")])
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>'
        define_list(document, 92, [("chineseCountingThousand", "%1、")], start)
        define_list(document, 93, [("bullet", "\uf06c")])
        add(document, item("总则", 91))
        add(document, item("目标", 91, 1))
        add(document, item("十项", 92))
        add(document, item("十一项", 92))
        add(document, item("要点", 93))

    assert lines(word(fill)) == ["第一章总则", "一.1 目标", "十、十项", "十一、十一项", "• 要点"]


def test_a_number_that_comes_with_the_style() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("甲", style="List Number")
        document.add_paragraph("不编号")
        document.add_paragraph("乙", style="List Number")

    assert lines(word(fill)) == ["1. 甲", "不编号", "2. 乙"]


def test_revisions_show_the_new_text() -> None:
    def fill(document: Any) -> None:
        by = 'w:id="1" w:author="a" w:date="2023-01-01T00:00:00Z"'
        old = f"<w:del {by}><w:r><w:delText>60%</w:delText></w:r></w:del>"
        add(document, f"<w:p>{run('城镇化率达到')}{old}<w:ins {by}>{run('65%')}</w:ins>{run('以上。')}</w:p>")
        add(document, f"<w:p><w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr>{run('总投资达到')}</w:p>")
        add(document, f"<w:p>{run('5亿元。')}</w:p>")
        move = f"<w:moveFrom {by}>{run('移走8个')}</w:moveFrom><w:moveTo {by}>{run('移来9个')}</w:moveTo>"
        add(document, f"<w:p>{move}</w:p>")
        row = "<w:tr>%s<w:tc><w:p>%s</w:p></w:tc><w:tc><w:p>%s</w:p></w:tc></w:tr>"
        gone = row % (f"<w:trPr><w:del {by}/></w:trPr>", run("旧指标"), run("1"))
        add(document, f"<w:tbl>{gone}{row % ('', run('新指标'), run('2'))}</w:tbl>")

    assert lines(word(fill)) == ["城镇化率达到65%以上。", "总投资达到5亿元。", "移来9个", "| 新指标 | 2 |"]


def test_text_boxes_notes_fields_and_hidden_text() -> None:
    def fill(document: Any) -> None:
        box = f"<w:txbxContent><w:p>{run('框内：新建公园6个')}</w:p></w:txbxContent>"
        new = f"<mc:Choice Requires='wps'><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></mc:Choice>"
        old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        both = f"<mc:AlternateContent>{new}{old}</mc:AlternateContent>"
        add(document, f"<w:p>{run('正文一段。')}<w:r>{both}</w:r></w:p>")
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF 99</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        add(document, f"<w:p>{run('面积达到')}{field % run('7')}{run('平方公里')}</w:p>")
        low, high = (f"<w:vertAlign w:val='{place}script'/>" for place in ("sub", "super"))
        hidden = run("隐藏4个", "<w:vanish/>")
        add(document, f"<w:p>{run('可见', '<w:b/>')}{hidden}{run('，PM')}{run('2.5', low)}</w:p>")
        add(document, f"<w:p>{run('1000m')}{run('2', high)}{run('以上')}</w:p>")
        add(document, f"<w:sdt><w:sdtContent><w:p>{run('内容控件里3个')}</w:p></w:sdtContent></w:sdt>")

    assert lines(word(fill)) == [
        "正文一段。",
        "框内：新建公园6个",
        "面积达到7平方公里",
        "可见，PM2.5",
        "1000m²以上",
        "内容控件里3个",
    ]


def test_a_table_of_contents_keeps_dots_before_the_page() -> None:
    def fill(document: Any) -> None:
        from docx.enum.style import WD_STYLE_TYPE

        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("一、总体要求\t3", style="toc 1")
        document.add_paragraph("指标\t2020年\t2025年")
        document.add_paragraph("\t缩进一段")

    assert lines(word(fill)) == ["一、总体要求………3", "指标\t2020年\t2025年", "缩进一段"]


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_footnotes_come_last() -> None:
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    cited = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{words('研发投入占比2.5%')}{cited}{words('。')}</w:p>"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{words("不含企业自筹3亿元。")}</w:p></w:footnote>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="r1" Type="{kind}" Target="footnotes.xml"/>'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    data = package(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {names}>{note}</w:footnotes>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}">{relation}</Relationships>',
        }
    )
    assert lines(data) == ["研发投入占比2.5%。", "注1：不含企业自筹3亿元。"]


def test_entities_reach_nothing() -> None:
    body = "<w:p><w:r><w:t>甲5个&x;</w:t></w:r></w:p>"
    outside = bare(body, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    assert open_document(outside, "a.docx").text == "甲5个\n"
    entities = '<!ENTITY x0 "哈哈哈哈哈哈">' + "".join(f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 10))
    swelling = bare(body.replace("&x;", "&x9;"), f"<!DOCTYPE d [{entities}]>")
    assert len(open_document(swelling, "a.docx").text) < 100
