"""A form with every kind of row, and how these tests fill it in as a person would and say what is read."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl

from pipelines.submissions.forms.read import read_form
from pipelines.submissions.forms.write import write_form
from pipelines.submissions.model import FilledForm, Form, FormRow, ItemKind, ReportedRow

MONTH = date(2026, 10, 1)
URBAN, INCOME, PARKS = "i-00000000000000a1", "i-00000000000000a2", "i-00000000000000a3"
SCHOOLS, ROADS = "m-00000000000000b1", "m-00000000000000b2"
BRIDGE = "p-00000000000000c1"


def row(row_id: str, kind: ItemKind, name: str, unit: str = "", code: str | None = None, **more: Any) -> FormRow:
    plan = {"plan_id": "a" * 16, "plan_title": "庆元县示例方案", "region_code": "331126", "region_name": "庆元县"}
    return FormRow(row_id, kind, name, unit=unit, unit_code=code, **plan, **more)


ROWS = (
    row(URBAN, "indicator", "常住人口城镇化率", "%", "percent", target_text="≥69 %（2027年）", last_value=64.25,
        last_period_end=date(2024, 12, 31)),
    row(INCOME, "indicator", "农村居民人均可支配收入", "元", "cny", target_text="38,000 元（2027年）"),
    row(PARKS, "indicator", "新建公园", "个", "item", target_text="12 个（2023—2027年累计）"),
    row(SCHOOLS, "measure", "办好学校", target_text="2027年"),
    row(ROADS, "measure", "修好“四好农村路”"),
    row(BRIDGE, "project", "濛洲大桥", "亿元", "cny_100m", target_text="总投资 1.25 亿元"),
)  # fmt: skip
FORM = Form("县发改局", "331126", "庆元县", MONTH, ROWS)


def form_of(*rows: FormRow) -> Form:
    return Form("县发改局", "331126", "庆元县", MONTH, rows)


def opened(form: Form = FORM) -> Any:
    """The written form, open in openpyxl."""
    return openpyxl.load_workbook(io.BytesIO(write_form(form)))


def saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def column_of(sheet: Any, header: str, head_row: int = 3) -> int:
    return next(c.column for c in sheet[head_row] if str(c.value or "").startswith(header))


def row_of(sheet: Any, name: str) -> int:
    return next(c.row for line in sheet.iter_rows() for c in line if c.value == name)


def cell(book: Any, name: str, header: str) -> Any:
    """The cell of an item by its name and a column's header, on whichever sheet it stands."""
    for title in ("指标", "任务", "项目"):
        if title in book.sheetnames:
            sheet = book[title]
            if any(c.value == name for line in sheet.iter_rows() for c in line):
                return sheet.cell(row_of(sheet, name), column_of(sheet, header))
    raise LookupError(name)


def fill(book: Any, **values: Any) -> Any:
    """Fill in ``城镇化率__本期值=69`` by item and header; returns the book."""
    for key, value in values.items():
        name, _, header = key.partition("__")
        full = next(r.item_name for r in ROWS if name in r.item_name)
        cell(book, full, header).value = value
    return book


def filled_book() -> Any:
    """The form filled in properly."""
    book = fill(
        opened(),
        城镇化率__本期值=68.5, 城镇化率__累计值=68.5, 城镇化率__数据状态="初步",
        人均可支配收入__本期值=3100, 人均可支配收入__累计值=31000.5, 人均可支配收入__数据状态="最终",
        新建公园__本期值=1, 新建公园__累计值=7, 新建公园__数据状态="初步",
        办好学校__进展情况="开工两所", 办好学校__存在问题="用地", 办好学校__下一步="11月完成征地",
        四好农村路__进展情况="完成 12 公里",
        大桥__本期值=0.1, 大桥__累计值=0.85, 大桥__数据状态="初步", 大桥__进展情况="主墩完工",
    )  # fmt: skip
    cover = book["封面"]
    for label, text in (("填报人", "张三"), ("审核人", "李四"), ("单位负责人", "王五"), ("联系电话", "0578-6120000")):
        at = next(c for line in cover.iter_rows() for c in line if c.value == label)
        cover.cell(at.row, at.column + 1).value = text
    return book


LINES = [
    f"{URBAN} 68.5 68.5 % preliminary",
    f"{INCOME} 3100.0 31000.5 元 final",
    f"{PARKS} 1.0 7.0 个 preliminary",
    f"{SCHOOLS} None None  None 开工两所|用地|11月完成征地",
    f"{ROADS} None None  None 完成 12 公里",
    f"{BRIDGE} 0.1 0.85 亿元 preliminary 主墩完工",
]


def line(found: ReportedRow) -> str:
    texts = "|".join(t for t in (found.progress_text, found.problem_text, found.next_step_text, found.explanation) if t)
    shown = f"{found.row_id} {found.current_value} {found.cumulative_value} {found.unit} {found.maturity} {texts}"
    return shown.strip()


def lines(filled: FilledForm) -> list[str]:
    """What was read, one line a row, in the order of the form."""
    order = {r.row_id: n for n, r in enumerate(ROWS)}
    return [line(r) for r in sorted(filled.rows, key=lambda r: order.get(r.row_id or "", 99))]


def codes(filled: FilledForm) -> list[str]:
    """Codes of all findings with their cells, those of the file first."""
    return [f"{f.code} {f.sheet}!{f.cell}" for f in (*filled.findings, *(f for r in filled.rows for f in r.findings))]


def read(book: Any, form: Form | None = None) -> FilledForm:
    return read_form(saved(book), "表.xlsx", form)


def one(filled: FilledForm, row_id: str | None) -> ReportedRow:
    (found,) = [r for r in filled.rows if r.row_id == row_id]
    return found
