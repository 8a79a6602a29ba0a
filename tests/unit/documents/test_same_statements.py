"""The same plan in every format gives the reader the same statements."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import pytest
from pdf_writer import PdfPage, write
from word_writer import word

from pipelines.plans.documents import open_document
from pipelines.plans.gazetteer import load_default
from pipelines.plans.reader import read_text

PARAGRAPHS = [
    "庆元县推进农村发展三年行动方案（2023—2025年）",
    "为推进农村发展，特制定本方案。",
    "一、主要目标",
    "到2025年，常住人口城镇化率达到65%以上，城镇居民人均可支配收入达到6万元，农村居民人均可支配收入年均增长8%左右，森林覆盖率稳定在86%以上。",
    "（一）完善基础设施。新改建农村公路200公里，每年新增停车位300个以上，完成投资12.5亿元。",
]
TABLE = [
    ["序号", "指标名称", "单位", "2022年", "2023年目标", "2025年目标"],
    ["1", "常住人口城镇化率", "%", "60.1", "62", "65"],
    ["2", "规上工业增加值", "亿元", "10.29", "12", "15"],
    ["3", "村集体经营性收入50万元以上村占比", "%", "17.3", "19.9", "42"],
]
PIPES = "\n".join(f"| {' | '.join(row)} |" for row in TABLE)


def _html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in TABLE)
    paragraphs = "".join(f"<p><span>{escape(p)}</span></p>" for p in PARAGRAPHS)
    return f"<html><body>{paragraphs}<table>{rows}</table></body></html>".encode("gb18030")


def _word() -> bytes:
    def fill(document: Any) -> None:
        for paragraph in PARAGRAPHS:
            document.add_paragraph(paragraph)
        table = document.add_table(len(TABLE), len(TABLE[0]))
        for row, texts in zip(table.rows, TABLE, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return word(fill)


def _pdf() -> bytes:
    page = PdfPage()
    y = 80.0
    for paragraph in PARAGRAPHS:
        y = page.paragraph(y, paragraph)
    xs = [72, 110, 300, 345, 400, 460, 523]
    for r in range(len(TABLE) + 1):
        page.line(xs[0], y + 22 * r, xs[-1], y + 22 * r)
    for x in xs:
        page.line(x, y, x, y + 22 * len(TABLE))
    for r, row in enumerate(TABLE):
        for x, text in zip(xs, row, strict=False):
            page.text(x + 3, y + 22 * r + 15, text, 9)
    return write([page])


def _statements(text: str) -> Counter[tuple[Any, ...]]:
    reading = read_text(text, "x", load_default())
    return Counter((s.indicator, s.value, s.unit, s.kind, str(s.period), s.region) for s in reading.statements)


@pytest.mark.parametrize(("name", "make"), [("a.html", _html), ("a.docx", _word), ("a.pdf", _pdf)])
def test_same_statements_as_from_plain_text(name: str, make: Any) -> None:
    expected = _statements("\n".join(PARAGRAPHS) + "\n" + PIPES + "\n")
    assert len(expected) >= 15
    opened = open_document(make(), name)
    assert opened.findings == []
    assert _statements(opened.text) == expected
