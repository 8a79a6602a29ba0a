"""The receipt: a page that lists every finding, and the workbook with the cells marked."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
from filled import NOW, TOLD, background, fill

from pipelines.intake.receipts import notice_of, write_receipt
from pipelines.intake.receive import Received, understand
from pipelines.submissions.receipts.marked import marked
from pipelines.submissions.receipts.page import page, shown
from pipelines.submissions.workbooks.opening import open_workbook

WRONG = {"常住人口城镇化率": {"累计值": "约六成六"}}


def received(data: bytes, name: str = "a.xlsx") -> Received:
    return Received(understand(data, name, TOLD, background(), NOW), True)


def test_the_page_says_what_where_and_how_to_mend_it() -> None:
    answer = received(fill(WRONG))
    text = page(notice_of(answer, "庆元县"), answer.record.findings)
    found = next(f for f in answer.record.findings if f.code == "text_in_number")
    for told in (
        "已接收，有提醒",
        "庆元县 县发改局",
        "2026年10月",
        answer.record.submission_id,
        found.cell,
        found.remedy,
    ):
        assert told in text
    assert "2026-11-04 09:30（北京时间）" in text


def test_text_that_came_with_the_file_is_escaped() -> None:
    answer = received(fill({"常住人口城镇化率": {"累计值": "<script>alert(1)</script>"}}), "<b>a</b>.xlsx")
    record = replace(answer.record, department="<i>局</i>")
    text = page(notice_of(Received(record, True), "庆元县"), record.findings)
    assert "<script>" not in text and "<i>" not in text and "<b>a" not in text


def test_the_cells_at_fault_are_coloured_and_commented_and_the_rest_is_as_sent() -> None:
    data = fill(WRONG)
    answer = received(data)
    book = openpyxl.load_workbook(
        io.BytesIO(marked(data, open_workbook(data, "a.xlsx"), answer.record.findings) or b"")
    )
    found = next(f for f in answer.record.findings if f.code == "text_in_number")
    cell = book[found.sheet][found.cell]
    assert cell.value == "约六成六" and "text_in_number" in cell.comment.text
    sent = openpyxl.load_workbook(io.BytesIO(data))
    assert cell.fill.start_color.rgb != sent[found.sheet][found.cell].fill.start_color.rgb
    assert {s: [[c.value for c in r] for r in sent[s].iter_rows()] for s in sent.sheetnames} == {
        s: [[c.value for c in r] for r in book[s].iter_rows()] for s in book.sheetnames
    }


def test_a_marked_workbook_can_be_mended_and_sent_again() -> None:
    data = fill(WRONG)
    answer = received(data)
    book = openpyxl.load_workbook(
        io.BytesIO(marked(data, open_workbook(data, "a.xlsx"), answer.record.findings) or b"")
    )
    found = next(f for f in answer.record.findings if f.code == "text_in_number")
    book[found.sheet][found.cell].value = 66
    stream = io.BytesIO()
    book.save(stream)
    assert received(stream.getvalue()).record.verdict == "accepted"


def test_a_text_table_comes_back_as_a_workbook_with_marks() -> None:
    table = "单位：亿元\n地区,2024年地区生产总值\n庆元县,98.6\n龙泉市,约一百\n".encode()
    answer = received(table, "表.csv")
    made = marked(table, open_workbook(table, "表.csv"), answer.record.findings)
    assert made is not None
    sheet = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
    assert any(c.comment and "text_in_number" in c.comment.text for line in sheet.iter_rows() for c in line)


def test_without_faults_there_is_only_the_page(tmp_path: Path) -> None:
    data = fill()
    receipt = write_receipt(tmp_path, data, received(data), "庆元县")
    assert receipt.workbook is None and "没有发现问题" in receipt.page.read_text(encoding="utf-8")


def test_the_same_file_again_is_told() -> None:
    answer = Received(received(fill()).record, False)
    assert "未重复登记" in page(notice_of(answer, "庆元县"), answer.record.findings)


def test_the_answer_in_a_terminal_leaves_out_mere_notes() -> None:
    answer = received(fill(WRONG))
    lines = shown(notice_of(answer, "庆元县"), answer.record.findings)
    assert lines[0].startswith("已接收，有提醒：a.xlsx（县发改局，2026年10月）")
    assert any("text_in_number" in line and "指标!" in line for line in lines)
