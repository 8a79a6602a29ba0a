"""A form as a workbook (.xlsx) that a person fills in with Excel, WPS or LibreOffice."""

from __future__ import annotations

from typing import Any

import openpyxl
from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from pipelines.example_data import WORDS
from pipelines.submissions.forms import parts, styles
from pipelines.submissions.forms.guide import GUIDE_LINES
from pipelines.submissions.forms.package import GrowingRow, put_text, workbook_bytes
from pipelines.submissions.forms.shown import period_text, with_unit
from pipelines.submissions.model import FORM_VERSION, Form, FormRow, ItemKind
from pipelines.submissions.months import month_text

HEAD_ROW = 3  # of every data sheet; above it stand a title and a line that says whose form it is
_LARGEST = "1000000000000000"


def write_form(form: Form) -> bytes:
    """The workbook of a form, the same bytes for the same form: `form_book`, saved."""
    return workbook_bytes(form_book(form))


def form_book(form: Form) -> Any:
    """The workbook of a form, open (openpyxl).

    Sheets: 封面, one of 指标, 任务 and 项目 for each kind of row that there is, 填报说明, and a very hidden one with
    the version and the list of rows. Row ids stand in a hidden column of every row too.
    """
    book = openpyxl.Workbook()
    _cover(book.active, form)
    for kind, title in parts.SHEETS.items():
        rows = [row for row in form.rows if row.item_kind == kind]
        if rows:
            _data_sheet(book.create_sheet(title), form, kind, rows)
    _guide(book.create_sheet(parts.GUIDE))
    _hidden(book.create_sheet(parts.HIDDEN), form)
    return book


def _cover(sheet: Any, form: Form) -> None:
    sheet.title = parts.COVER
    sheet.column_dimensions["A"].width = 4
    for letter, width in zip("BCDE", (18, 40, 18, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.merge_cells("B2:E2")
    put_text(sheet["B2"], f"规划目标任务月度报送表{_example(form)}")
    sheet["B2"].font, sheet["B2"].alignment = styles.TITLE, styles.CENTRE
    given = {
        "department": form.department,
        "region": f"{form.region_name}（{form.region_code}）",
        "month": month_text(form.month),
        "form_version": FORM_VERSION,
    }
    places = [("department", 4, 2), ("region", 4, 4), ("month", 5, 2), ("form_version", 5, 4)]
    places += [("filled_by", 7, 2), ("phone", 7, 4), ("checked_by", 8, 2), ("led_by", 8, 4)]
    for field, row, column in places:
        head, value = sheet.cell(row, column), sheet.cell(row, column + 1)
        put_text(head, parts.label(field))
        styles.head(head)
        if field in given:
            put_text(value, given[field])
            styles.given(value, field)
        else:
            styles.entry(value, field, None)
    counts = [(title, sum(r.item_kind == kind for r in form.rows)) for kind, title in parts.SHEETS.items()]
    asked = "、".join(f"{title} {count} 项" for title, count in counts if count)
    notes = [f"本表共{asked}，依据：{'；'.join(dict.fromkeys(row.plan_title for row in form.rows))}。"]
    notes += ["浅黄色的单元格由报送单位填写；填写要求见“填报说明”。"]
    for row, note in enumerate(notes, 10):
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
        put_text(sheet.cell(row, 2), note)
        styles.plain(sheet.cell(row, 2))
        sheet.row_dimensions[row].height = 18 * (1 + _width(note) // 112)
    for row in (2, 4, 5, 7, 8):
        sheet.row_dimensions[row].height = 40 if row == 2 else 30
    _protect(sheet)
    _page(sheet, form)


def _data_sheet(sheet: Any, form: Form, kind: ItemKind, rows: list[FormRow]) -> None:
    columns = parts.COLUMNS[kind]
    last = get_column_letter(len(columns))
    title = f"{parts.SHEETS[kind]}进展报送表{_example(form)}"
    line = (
        f"报送单位：{form.department}　地区：{form.region_name}（{form.region_code}）　"
        f"报告期：{month_text(form.month)}　表式版本：{FORM_VERSION}"
    )
    # From B on: the hidden column must not hold what is to be seen.
    for cell, text, font in ((sheet["B1"], title, styles.TITLE), (sheet["B2"], line, styles.LINE)):
        sheet.merge_cells(f"B{cell.row}:{last}{cell.row}")
        put_text(cell, text)
        cell.font = font
        cell.alignment = styles.CENTRE if font is styles.TITLE else styles.ABOVE
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 34, 20
    for number, column in enumerate(columns, 1):
        put_text(sheet.cell(HEAD_ROW, number), column.header)
        styles.head(sheet.cell(HEAD_ROW, number))
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[HEAD_ROW].height = 34
    for number, row in enumerate(rows, 1):
        _data_row(sheet, HEAD_ROW + number, number, row, columns)
    bottom = HEAD_ROW + len(rows)
    _validate(sheet, columns, HEAD_ROW + 1, bottom)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{bottom}"
    sheet.freeze_panes = f"{_letter(columns, 'item_name', 1)}{HEAD_ROW + 1}"
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.print_area = f"B1:{last}{bottom}"
    _protect(sheet)
    _page(sheet, form)


def _data_row(sheet: Any, at: int, number: int, row: FormRow, columns: tuple[parts.Column, ...]) -> None:
    shown = {"row_id": row.row_id, "item_name": row.item_name, "unit": row.unit, "target": row.target_text}
    if row.last_value is not None and row.last_period_end is not None:
        shown["last_value"] = f"{with_unit(row.last_value, row.unit)}（{period_text(row.last_period_end)}）"
    lines = 1
    for place, column in enumerate(columns, 1):
        cell = sheet.cell(at, place)
        if column.field in parts.INPUTS:
            styles.entry(cell, column.field, row.unit_code)
            continue
        if column.field == "number":
            cell.value = number
        elif shown.get(column.field):
            put_text(cell, shown[column.field])
        styles.given(cell, column.field)
        if column.field != "row_id":
            lines = max(lines, -(-_width(shown.get(column.field, "")) // (int(column.width) - 2)))
    height = max(36.0 if row.item_kind == "indicator" else 48.0, min(lines, 12) * 15.0 + 6)
    sheet.row_dimensions[at] = GrowingRow(sheet, index=at, ht=height)


def _validate(sheet: Any, columns: tuple[parts.Column, ...], first: int, last: int) -> None:
    fields = {column.field for column in columns}
    if "maturity" not in fields:
        return
    letter = {field: _letter(columns, field) for field in fields}
    numbers = DataValidation(
        "decimal", operator="between", formula1=f"-{_LARGEST}", formula2=_LARGEST, allow_blank=True, errorStyle="stop"
    )
    numbers.promptTitle, numbers.prompt = (
        "只填数字",
        "单位见本行“计量单位”。69% 填 69，不填 0.69。没有数据请留空，不要填 0。",
    )
    numbers.errorTitle, numbers.error = "这里只能填数字", "请只填数字，不要带单位和文字；没有数据请留空。"
    numbers.add(f"{letter['current_value']}{first}:{letter['cumulative_value']}{last}")
    states = DataValidation("list", formula1=f'"{",".join(parts.MATURITIES)}"', allow_blank=True, errorStyle="stop")
    states.promptTitle, states.prompt = "数据状态", "填了数字的，请选择“初步”或“最终”。"
    states.errorTitle, states.error = "数据状态有误", "请从下拉列表中选择“初步”或“最终”。"
    states.add(f"{letter['maturity']}{first}:{letter['maturity']}{last}")
    reasons = DataValidation("textLength", operator="lessThanOrEqual", formula1="2000", allow_blank=True)
    reasons.promptTitle, reasons.prompt = "情况属实说明", "数字相差悬殊但属实的，在此写明原因（不少于 6 个字）。"
    reasons.errorTitle, reasons.error = "文字过长", "请控制在 2000 字以内。"
    reasons.add(f"{letter['explanation']}{first}:{letter['explanation']}{last}")
    for validation in (numbers, states, reasons):
        validation.showInputMessage = validation.showErrorMessage = True
        sheet.add_data_validation(validation)
    values = f"${letter['current_value']}{first}:${letter['cumulative_value']}{first}"
    rule = f'AND(COUNT({values})>0,${letter["maturity"]}{first}="")'
    area = f"{letter['maturity']}{first}:{letter['maturity']}{last}"
    sheet.conditional_formatting.add(area, FormulaRule([rule], fill=styles.MISSING))


def _example(form: Form) -> str:
    """Told in every title of a form of example data, so that it is seen on paper too."""
    return f"（{WORDS}）" if form.is_example else ""


def _guide(sheet: Any) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 100
    sheet.merge_cells("A1:B1")
    put_text(sheet["A1"], parts.GUIDE)
    sheet["A1"].font, sheet["A1"].alignment = styles.TITLE, styles.CENTRE
    sheet.row_dimensions[1].height = 34
    for row, (heading, text) in enumerate(GUIDE_LINES, 2):
        put_text(sheet.cell(row, 1), heading)
        styles.head(sheet.cell(row, 1))
        put_text(sheet.cell(row, 2), text)
        styles.given(sheet.cell(row, 2), "guide")
        sheet.row_dimensions[row].height = 34
    _protect(sheet)
    _page(sheet, None)


def _hidden(sheet: Any, form: Form) -> None:
    """What a program needs to know a form again: its head, then one line a row."""
    lines: list[tuple[str, ...]] = [
        (parts.MARK,),
        ("form_version", FORM_VERSION),
        ("department", form.department),
        ("region_code", form.region_code),
        ("month", f"{form.month:%Y-%m}"),
        *([(parts.DATA_ORIGIN, WORDS)] if form.is_example else []),
        (parts.ROW_LIST, "item_kind", "item_name", "unit"),
    ]
    lines += [(row.row_id, row.item_kind, row.item_name, row.unit) for row in form.rows]
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            if text:
                put_text(sheet.cell(number, column), text)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _protect(sheet: Any) -> None:
    """Locked cells stay as they are; filtering, sorting and resizing stay allowed. No password: it is a guard rail."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("sort", "autoFilter", "formatColumns", "formatRows"):
        setattr(protection, allowed, False)  # False: not forbidden


def _page(sheet: Any, form: Form | None) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    sheet.oddFooter.center.text = "第 &P 页　共 &N 页"
    if form is not None:
        # An ampersand begins a code in a footer.
        sheet.oddFooter.left.text = f"{form.region_name}　{form.department}".replace("&", "&&")[:100]
        sheet.oddFooter.right.text = month_text(form.month)
    sheet.sheet_view.showGridLines = False


def _letter(columns: tuple[parts.Column, ...], field: str, beyond: int = 0) -> str:
    place = next(number for number, column in enumerate(columns, 1) if column.field == field)
    return str(get_column_letter(place + beyond))


def _width(text: str) -> int:
    """Width of a text in characters of a column's width: a Chinese character takes two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
