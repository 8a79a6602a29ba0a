"""A filled form as it comes back: whatever people do to it, rows are known again or refused by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from form_examples import (
    BRIDGE,
    FORM,
    INCOME,
    LINES,
    MONTH,
    PARKS,
    ROADS,
    SCHOOLS,
    URBAN,
    cell,
    codes,
    column_of,
    fill,
    filled_book,
    form_of,
    line,
    lines,
    one,
    opened,
    read,
    row,
    saved,
)

from pipelines.submissions.forms.read import is_form, read_form
from pipelines.submissions.forms.write import write_form
from pipelines.submissions.workbooks.opening import open_workbook


def values(sheet: Any, at: int) -> list[Any]:
    return [c.value for c in sheet[at]]


def put(sheet: Any, at: int, line: list[Any]) -> None:
    for column, value in enumerate(line, 1):
        sheet.cell(at, column).value = value


def test_what_was_filled_in_is_read_with_its_head() -> None:
    filled = read(filled_book())
    assert codes(filled) == []
    assert lines(filled) == LINES
    head = filled.head
    assert (head.form_version, head.department, head.region_code, head.month) == ("1", "县发改局", "331126", MONTH)
    assert (head.filled_by, head.checked_by, head.led_by, head.phone) == ("张三", "李四", "王五", "0578-6120000")
    assert (head.sheet, head.cells["filled_by"], head.cells["led_by"]) == ("封面", "C7", "E8")


def test_every_field_tells_its_cell() -> None:
    found = one(read(filled_book()), URBAN)
    assert (found.sheet, found.row) == ("指标", 4)
    assert found.cells["item_name"] == "C4"
    assert [found.cells[n] for n in ("current_value", "cumulative_value", "maturity", "explanation")] == [
        "G4",
        "H4",
        "I4",
        "M4",
    ]


def test_an_empty_form_has_its_rows_all_blank_and_an_empty_head() -> None:
    filled = read(opened())
    assert codes(filled) == []
    assert [r.row_id for r in filled.rows] == [r.row_id for r in FORM.rows]
    assert all(r.is_blank for r in filled.rows)
    assert (filled.head.filled_by, filled.head.cells["filled_by"]) == ("", "C7")


# -- what people do to a sheet -------------------------------------------------------------------------------------


def sort_rows(book: Any) -> None:
    sheet = book["指标"]
    first, last = values(sheet, 4), values(sheet, 6)
    put(sheet, 4, last)
    put(sheet, 6, first)


def sort_without_ids(book: Any) -> None:
    sheet = book["指标"]
    first, last = values(sheet, 4), values(sheet, 6)
    put(sheet, 4, [first[0], *last[1:]])
    put(sheet, 6, [last[0], *first[1:]])


def filter_rows(book: Any) -> None:
    book["指标"].row_dimensions[5].hidden = True


def rename_sheets(book: Any) -> None:
    for number, title in enumerate(("封面", "指标", "任务", "项目", "_form")):
        book[title].title = f"Sheet{number}"


def insert_columns(book: Any) -> None:
    sheet = book["指标"]
    unmerge(sheet)
    sheet.insert_cols(7, 2)
    sheet.cell(3, 7).value = "备注"


def insert_rows_above(book: Any) -> None:
    sheet = book["指标"]
    unmerge(sheet)
    sheet.insert_rows(1, 3)
    sheet.cell(1, 2).value = "报送材料"


def move_columns(book: Any) -> None:
    sheet = book["指标"]
    for at in range(3, 7):
        found = values(sheet, at)
        put(sheet, at, [*found[1:], found[0]])


def delete_top_lines(book: Any) -> None:
    sheet = book["指标"]
    unmerge(sheet)
    sheet.delete_rows(1, 2)


def add_note_at_foot(book: Any) -> None:
    book["指标"].cell(8, 3).value = "注：本月数据为快报数。"


def lose_hidden_column(book: Any) -> None:
    for title in ("指标", "任务", "项目"):
        unmerge(book[title])
        book[title].delete_cols(1)


def retype_headers(book: Any) -> None:
    for title in ("指标", "任务", "项目"):
        sheet = book[title]
        sheet.cell(3, column_of(sheet, "下一步")).value = "下一步\n工作打算（月底前）"
        sheet.cell(3, column_of(sheet, "存在问题")).value = "存在的问题："
    sheet = book["指标"]
    sheet.cell(3, column_of(sheet, "本期值")).value = " 本 期 值(快报) "


def copy_tables_onto_one_sheet(book: Any) -> None:
    sheet, tasks = book["指标"], book["任务"]
    for number, at in enumerate(range(3, 6)):
        put(sheet, 10 + number, values(tasks, at))
    del book["任务"]


def unmerge(sheet: Any) -> None:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))


@pytest.mark.parametrize("change", [
    sort_rows, filter_rows, rename_sheets, insert_columns, insert_rows_above, move_columns, delete_top_lines,
    add_note_at_foot, lose_hidden_column, copy_tables_onto_one_sheet, retype_headers,
])  # fmt: skip
def test_a_changed_layout_reads_the_same(change: Callable[[Any], None]) -> None:
    book = filled_book()
    change(book)
    filled = read(book)
    assert codes(filled) == []
    assert lines(filled) == LINES


def test_names_go_before_ids_that_a_partial_sort_left_behind() -> None:
    book = filled_book()
    sort_without_ids(book)
    filled = read(book)
    assert lines(filled) == LINES
    assert codes(filled) == ["row_id_corrected 指标!C4", "row_id_corrected 指标!C6"]


def test_items_of_one_name_are_told_apart_by_their_units_after_a_partial_sort() -> None:
    form = form_of(row(URBAN, "indicator", "覆盖", "%"), row(PARKS, "indicator", "覆盖", "个"))
    book = opened(form)
    book["指标"]["G4"].value, book["指标"]["G5"].value = 5, 7
    book["指标"]["A4"].value, book["指标"]["A5"].value = PARKS, URBAN
    filled = read(book)
    assert (one(filled, URBAN).current_value, one(filled, PARKS).current_value) == (5, 7)
    assert codes(filled) == ["row_id_corrected 指标!C4", "row_id_corrected 指标!C5"]


def test_a_unit_written_over_is_carried_for_the_checks() -> None:
    book = filled_book()
    book["指标"]["D5"].value = "万元"
    filled = read(book)
    assert codes(filled) == []
    assert one(filled, INCOME).unit == "万元"


def test_deleted_and_cleared_rows_are_absent() -> None:
    book = filled_book()
    book["指标"].delete_rows(5)
    for found in book["任务"][4][1:]:
        found.value = None
    filled = read(book)
    assert codes(filled) == []
    assert {r.row_id for r in filled.rows} == {URBAN, PARKS, ROADS, BRIDGE}


def test_a_copied_row_is_read_twice() -> None:
    book = filled_book()
    put(book["指标"], 7, values(book["指标"], 4))
    assert [r.row for r in read(book).rows if r.row_id == URBAN] == [4, 7]


def test_another_name_over_an_id_is_refused() -> None:
    book = filled_book()
    book["指标"]["C4"].value = "常住人口数"
    filled = read(book)
    assert codes(filled) == ["row_name_differs 指标!C4"]
    assert one(filled, None).current_value == 68.5


def test_a_name_in_other_letters_is_the_same_name() -> None:
    book = filled_book()
    book["任务"]["C5"].value = ' 修好 "四好农村路" '
    filled = read(book)
    assert codes(filled) == []
    assert one(filled, ROADS).progress_text == "完成 12 公里"


def test_a_row_that_the_form_does_not_ask_for_is_told() -> None:
    book = filled_book()
    put(book["指标"], 7, [None, 4, "新开公交线路", "条", None, None, 3])
    assert codes(read(book)) == ["row_unmatched 指标!C7"]


def test_values_without_a_name_are_told() -> None:
    book = filled_book()
    book["指标"]["G8"].value = 5
    assert codes(read(book)) == ["label_missing 指标!C8"]


# -- lost ids ------------------------------------------------------------------------------------------------------


def retyped() -> Any:
    """The sheets copied as values into a new workbook, without the hidden column and the hidden sheet."""
    book, new = filled_book(), openpyxl.Workbook()
    new.remove(new.active)
    for title in ("指标", "任务", "项目"):
        sheet = new.create_sheet(title)
        for found in book[title].iter_rows(values_only=True):
            sheet.append(found[1:])
    return new


def test_a_retyped_form_is_matched_by_name_and_unit_with_the_departments_form() -> None:
    filled = read(retyped(), FORM)
    assert codes(filled) == []
    assert lines(filled) == LINES
    assert (filled.head.department, filled.head.region_code, filled.head.month) == ("县发改局", "331126", MONTH)


def test_a_retyped_form_without_the_departments_form_is_refused_row_by_row() -> None:
    filled = read(retyped())
    assert [r.row_id for r in filled.rows] == [None] * len(FORM.rows)
    assert {code.split()[0] for code in codes(filled)} == {"row_unmatched"}


def test_another_unit_is_no_match_by_name() -> None:
    book = retyped()
    book["指标"]["C5"].value = "万元"
    filled = read(book, FORM)
    assert codes(filled) == ["row_unmatched 指标!B5"]
    assert one(filled, None).unit == "万元"


def test_two_rows_of_one_name_cannot_be_told_apart_without_ids() -> None:
    form = form_of(row(URBAN, "indicator", "覆盖率", "%"), row(PARKS, "indicator", "覆盖率", "%"))
    book = opened(form)
    book["指标"]["G4"].value = 5
    assert one(read(book), URBAN).current_value == 5
    book["指标"]["A4"].value = None
    assert codes(read(book)) == ["row_ambiguous 指标!C4"]


def test_lost_hidden_sheet_leaves_ids_of_the_rows() -> None:
    book = filled_book()
    del book["_form"]
    filled = read(book)
    assert codes(filled) == []
    assert lines(filled) == LINES
    assert (filled.head.form_version, filled.head.department, filled.head.month) == ("1", "县发改局", MONTH)


# -- the head ------------------------------------------------------------------------------------------------------


def test_a_month_written_over_on_the_cover_is_taken_and_told() -> None:
    book = filled_book()
    book["封面"]["C5"].value = "2026年11月"
    filled = read(book)
    assert codes(filled) == ["form_head_differs 封面!C5"]
    assert filled.head.month == date(2026, 11, 1)


def test_a_month_that_cannot_be_read_is_told_and_the_given_one_stays() -> None:
    book = filled_book()
    book["封面"]["C5"].value = "上个月"
    filled = read(book)
    assert codes(filled) == ["form_head_differs 封面!C5"]
    assert filled.head.month == MONTH


def test_another_department_on_the_cover_is_told() -> None:
    book = filled_book()
    book["封面"]["C4"].value = "县财政局"
    filled = read(book)
    assert codes(filled) == ["form_head_differs 封面!C4"]
    assert filled.head.department == "县财政局"


def test_label_and_text_in_one_cell_of_the_cover() -> None:
    book = filled_book()
    book["封面"]["B7"].value = "填报人：赵六"
    assert read(book).head.filled_by == "赵六"


def test_without_a_cover_the_line_above_the_table_tells_whose_form_it_is() -> None:
    book = filled_book()
    del book["封面"]
    del book["_form"]
    head = read(book).head
    assert (head.department, head.region_code, head.month, head.form_version) == ("县发改局", "331126", MONTH, "1")


# -- cells ---------------------------------------------------------------------------------------------------------

NUMBERS: list[tuple[Any, str, float | None, list[str]]] = [
    (69, "General", 69, []),
    (0.69, "0%", 69, []),
    (0.575, "0.0%", 57.5, []),
    ("69%", "General", 69, ["number_stored_as_text"]),
    ("６９．５", "General", 69.5, ["number_stored_as_text"]),
    ("1,234.5", "General", 1234.5, ["number_stored_as_text"]),
    ("1，234", "General", 1234, ["number_stored_as_text"]),
    ("-3.5", "General", -3.5, ["number_stored_as_text"]),
    ("—", "General", None, []),
    ("……", "General", None, []),
    ("  ", "General", None, []),
    (None, "General", None, []),
    ("约69", "General", None, ["text_in_number"]),
    ("69左右", "General", None, ["text_in_number"]),
    ("=1+68", "General", None, ["formula_without_value"]),
    ("#DIV/0!", "General", None, ["error_value"]),
    (True, "General", None, ["boolean_in_number"]),
    (date(2026, 10, 1), "yyyy-mm-dd", None, ["date_in_number"]),
    (1e16, "General", None, ["unlikely_number"]),
]


@pytest.mark.parametrize(("written", "shown", "value", "found"), NUMBERS, ids=lambda v: str(v))
def test_numbers_are_read_as_people_write_them(written: Any, shown: str, value: float | None, found: list[str]) -> None:
    book = opened()
    target = cell(book, "常住人口城镇化率", "本期值")
    target.value, target.number_format = written, shown
    filled = read(book)
    assert one(filled, URBAN).current_value == value
    assert codes(filled) == [f"{code} 指标!G4" for code in found]


def test_a_percentage_where_the_unit_is_none_is_refused() -> None:
    book = opened()
    target = cell(book, "新建公园", "累计值")
    target.value, target.number_format = 0.5, "0%"
    filled = read(book)
    assert one(filled, PARKS).cumulative_value is None
    assert codes(filled) == ["percent_format 指标!H6"]


def test_a_percentage_is_understood_though_the_column_of_units_is_gone() -> None:
    book = fill(opened(), 城镇化率__本期值=0.69)
    cell(book, "常住人口城镇化率", "本期值").number_format = "0%"
    book["指标"].cell(3, column_of(book["指标"], "计量单位")).value = None
    filled = read(book)
    assert (one(filled, URBAN).current_value, one(filled, URBAN).unit) == (69, "%")


@pytest.mark.parametrize(("text", "maturity"), [
    ("初步", "preliminary"), ("最终", "final"), ("初步数", "preliminary"), (" 最 终 ", "final"), ("", None),
])  # fmt: skip
def test_the_state_of_a_value(text: str, maturity: str | None) -> None:
    filled = read(fill(opened(), 城镇化率__数据状态=text or None))
    assert one(filled, URBAN).maturity == maturity
    assert codes(filled) == []


def test_a_state_that_is_none_is_told() -> None:
    assert codes(read(fill(opened(), 城镇化率__数据状态="快报"))) == ["unknown_maturity 指标!I4"]


def test_texts_that_are_numbers_dates_or_formulas() -> None:
    book = fill(opened(), 办好学校__进展情况=80, 办好学校__存在问题="=A1", 办好学校__下一步=date(2026, 11, 5))
    filled = read(book)
    assert line(one(filled, SCHOOLS)).endswith("80|2026年11月5日")
    assert codes(filled) == ["formula_without_value 任务!F4"]


def test_a_text_merged_over_rows_is_said_of_each() -> None:
    book = fill(opened(), 办好学校__进展情况="一并推进")
    book["任务"].merge_cells("E4:E5")
    filled = read(book)
    assert [one(filled, r).progress_text for r in (SCHOOLS, ROADS)] == ["一并推进", "一并推进"]


# -- columns, sheets, files ----------------------------------------------------------------------------------------


def test_a_missing_column_is_told() -> None:
    book = filled_book()
    book["指标"]["G3"].value = None
    filled = read(book)
    assert codes(filled) == ["form_column_missing 指标!A3", "form_column_unread 指标!G4"]
    assert one(filled, INCOME).cumulative_value == 31000.5


def test_another_unit_in_a_header_is_refused_where_it_differs() -> None:
    book = filled_book()
    book["指标"]["H3"].value = "累计值（元）"
    filled = read(book)
    assert codes(filled) == ["unit_conflict 指标!H4", "unit_conflict 指标!H6"]
    assert one(filled, INCOME).cumulative_value == 31000.5
    assert one(filled, URBAN).cumulative_value is None


def test_a_column_of_ones_own_is_told() -> None:
    book = filled_book()
    book["任务"]["I3"].value = "完成比例"
    book["任务"]["I4"].value = 0.5
    book["指标"]["O5"].value = "待核"
    assert codes(read(book)) == ["form_column_unread 指标!O5", "form_column_unread 任务!I3"]


def test_a_column_that_stands_twice_is_not_read() -> None:
    book = filled_book()
    book["指标"]["N3"].value = "本期值"
    filled = read(book)
    assert codes(filled) == ["form_column_twice 指标!N3"]
    assert one(filled, INCOME).current_value is None


def test_a_sheet_of_ones_own_and_a_hidden_one_are_told() -> None:
    book = filled_book()
    book.create_sheet("附件")["A1"].value = "其他材料"
    book["任务"].sheet_state = "hidden"
    assert sorted(codes(read(book))) == ["form_sheet_unread 附件!", "hidden_sheet 任务!"]


def test_each_sheet_as_csv_is_read() -> None:
    book = filled_book()
    found = []
    for title in ("指标", "任务", "项目"):
        stream = io.StringIO()
        csv.writer(stream).writerows(
            [["" if v is None else v for v in r] for r in book[title].iter_rows(values_only=True)]
        )
        filled = read_form(stream.getvalue().encode("gb18030"), f"{title}.csv")
        assert codes(filled) == []
        assert (filled.head.department, filled.head.month) == ("县发改局", MONTH)
        found += filled.rows
    assert [line(r) for r in found] == LINES


def test_what_is_no_form_is_told() -> None:
    book = openpyxl.Workbook()
    book.active.append(["地区", "生产总值（亿元）"])
    book.active.append(["庆元县", 100])
    assert not is_form(open_workbook(saved(book), "表.xlsx"))
    filled = read(book)
    assert [f.code for f in filled.findings] == ["not_a_form"]
    assert filled.rows == []


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty_file"), (b"MZ\x90", "unsupported_type"), (b"PK\x03", "damaged_file")]
)
def test_findings_of_opening_go_through(data: bytes, code: str) -> None:
    filled = read_form(data, "表.xlsx")
    assert [f.code for f in filled.findings] == [code]
    assert filled.rows == []


def test_a_form_of_a_thousand_rows_is_read() -> None:
    form = form_of(*(row(f"i-{n:016x}", "indicator", f"指标{n}", "个", "item") for n in range(1000)))
    filled = read_form(write_form(form), "表.xlsx", form)
    assert len(filled.rows) == 1000
    assert codes(filled) == []
