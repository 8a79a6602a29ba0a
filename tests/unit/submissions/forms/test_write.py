"""The workbook that a department gets."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from form_examples import FORM, PARKS, URBAN, cell, form_of, opened, row

from pipelines.submissions.findings import finding
from pipelines.submissions.forms.read import is_form
from pipelines.submissions.forms.write import write_form
from pipelines.submissions.workbooks.opening import open_workbook

INPUT_HEADERS = ["本期值", "累计值", "数据状态", "进展情况", "存在问题", "下一步", "情况属实说明"]
ACTIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_form(FORM) == write_form(FORM)
    with zipfile.ZipFile(io.BytesIO(write_form(FORM))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert str(date.today().year) not in package.read("docProps/core.xml").decode()


def test_only_kinds_that_have_rows_have_a_sheet() -> None:
    assert opened().sheetnames == ["封面", "指标", "任务", "项目", "填报说明", "_form"]
    assert opened(form_of(FORM.rows[3])).sheetnames == ["封面", "任务", "填报说明", "_form"]


def test_the_hidden_sheet_holds_version_department_month_and_rows() -> None:
    sheet = opened()["_form"]
    assert sheet.sheet_state == "veryHidden"
    lines = [[c.value for c in line if c.value] for line in sheet.iter_rows()]
    assert lines[:5] == [
        ["planledger-form"],
        ["form_version", "1"],
        ["department", "县发改局"],
        ["region_code", "331126"],
        ["month", "2026-10"],
    ]
    assert [line[0] for line in lines[6:]] == [r.row_id for r in FORM.rows]


def test_row_ids_travel_in_a_hidden_locked_column() -> None:
    sheet = opened()["指标"]
    assert sheet.column_dimensions["A"].hidden
    assert [sheet.cell(r, 1).value for r in (4, 5, 6)] == [r.row_id for r in FORM.rows[:3]]
    assert sheet.cell(4, 1).protection.locked


@pytest.mark.parametrize("title", ["封面", "指标", "任务", "项目", "填报说明"])
def test_sheets_are_protected_without_a_password_and_can_be_filtered_sorted_and_resized(title: str) -> None:
    protection = opened()[title].protection
    assert protection.sheet
    assert protection.password is None
    assert not (protection.sort or protection.autoFilter or protection.formatColumns)


def test_only_cells_to_fill_in_are_unlocked() -> None:
    book = opened()
    for title in ("指标", "项目"):
        sheet = book[title]
        headers = {c.column: str(c.value) for c in sheet[3]}
        for line in sheet.iter_rows(min_row=4, max_row=3 + (3 if title == "指标" else 1)):
            for found in line:
                is_input = headers[found.column].partition("（")[0] in INPUT_HEADERS
                assert found.protection.locked is not is_input
        assert all(c.protection.locked for c in sheet[3])
    cover = book["封面"]
    assert [c.coordinate for line in cover.iter_rows() for c in line if not c.protection.locked] == [
        "C7",
        "E7",
        "C8",
        "E8",
    ]


def test_value_cells_take_numbers_only_and_say_so_in_chinese() -> None:
    validations = {v.type: v for v in opened()["指标"].data_validations.dataValidation}
    numbers, states = validations["decimal"], validations["list"]
    assert str(numbers.sqref) == "G4:H6"
    assert "69" in numbers.prompt
    assert "数字" in numbers.error
    assert (str(states.sqref), states.formula1) == ("I4:I6", '"初步,最终"')
    assert all(v.showErrorMessage and v.showInputMessage for v in validations.values())
    assert not opened()["任务"].data_validations.dataValidation


def test_number_formats_follow_the_unit() -> None:
    book = opened()
    assert cell(book, "常住人口城镇化率", "本期值").number_format == "General"
    assert cell(book, "新建公园", "本期值").number_format == "#,##0"
    assert cell(book, "濛洲大桥", "累计值").number_format == "#,##0.00##"


def test_the_last_value_is_shown_with_unit_and_period() -> None:
    assert cell(opened(), "常住人口城镇化率", "上次报送值").value == "64.25 %（2024年）"


def test_pages_are_a4_landscape_with_the_header_on_each() -> None:
    for title in ("指标", "任务", "项目"):
        sheet = opened()[title]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$3"
        assert sheet.freeze_panes == "D4"
        assert sheet.auto_filter.ref.startswith("A3:")


@pytest.mark.parametrize("text", ACTIVE)
def test_text_that_begins_like_a_formula_stays_text(text: str) -> None:
    form = form_of(row(URBAN, "indicator", text, text, None, target_text=text), row(PARKS, "project", text))
    data = write_form(form)
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = [c for sheet in book for line in sheet.iter_rows() for c in line if str(c.value or "").strip()]
    assert all(c.data_type != "f" for c in found)
    active = [c for c in found if str(c.value).strip()[0] in "=+-@"]
    assert active and all(c.quotePrefix for c in active)
    assert not [f for f in open_workbook(data, "表.xlsx").findings if f.severity == "error"]


def test_characters_that_no_workbook_can_hold_are_left_out() -> None:
    book = opened(form_of(row(URBAN, "indicator", "甲\x00\x0b乙_x0041_", "%", "percent")))
    assert book["指标"]["C4"].value.replace("_x005F", "") == "甲乙_x0041_"


def test_a_written_form_opens_without_findings_and_is_known_as_a_form() -> None:
    workbook = open_workbook(write_form(FORM), "表.xlsx")
    assert workbook.findings == []
    assert is_form(workbook)


def test_findings_of_forms_have_words() -> None:
    assert finding("row_unmatched", text="甲").remedy
