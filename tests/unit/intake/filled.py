"""Filled forms as people send them, and what the intake knows of the department that sends them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from form_examples import BRIDGE, FORM, INCOME, MONTH, SCHOOLS, URBAN, opened, saved

from pipelines.intake.background import Background
from pipelines.intake.receive import Told
from pipelines.submissions.forms.content import Department
from pipelines.submissions.model import Point

__all__ = ["BRIDGE", "DEPARTMENT", "FORM", "INCOME", "MONTH", "NOW", "SCHOOLS", "TOLD", "URBAN", "background", "fill"]

NOW = datetime(2026, 11, 4, 1, 30, tzinfo=UTC)
TOLD = Told("张三")
DEPARTMENT = Department(FORM.region_code, FORM.department, FORM.region_name)
SIGNED = {"填报人": "张三", "审核人": "李四", "单位负责人": "王五", "联系电话": "0578-6122222"}


def background(points: dict[tuple[str, str], list[Point]] | None = None) -> Background:
    return Background([DEPARTMENT], {MONTH: {DEPARTMENT: FORM}}, points or {})


def fill(values: dict[str, dict[str, Any]] | None = None, signed: dict[str, str] | None = None) -> bytes:
    """The example form filled in: ``values`` by row name and column header over a plain filling of every row."""
    book = opened()
    cover = book.worksheets[0]
    for name, text in (SIGNED if signed is None else signed).items():
        cell = next(c for line in cover.iter_rows() for c in line if c.value == name)
        cover.cell(cell.row, cell.column + 1).value = text
    for sheet in book.worksheets:
        if sheet.title not in ("指标", "任务", "项目"):
            continue
        heads = {str(cell.value): cell.column for cell in sheet[3] if cell.value}
        for row in range(4, sheet.max_row + 1):
            name = sheet.cell(row, heads["名称"]).value
            plain = {"进展情况": "按计划推进，已完成八成。"}
            if sheet.title == "指标":
                plain = {"累计值": 66 if "率" in str(name) else 8, "数据状态": "初步", **plain}
            for head, value in {**plain, **(values or {}).get(str(name), {})}.items():
                sheet.cell(row, heads[head]).value = value
    return saved(book)


def date_of(year: int, month: int, day: int) -> date:
    return date(year, month, day)
