"""Findings about a reading as a whole: what a person should supply or look at."""

from __future__ import annotations

import re

from pipelines.plans.accounting import UNREAD
from pipelines.plans.model import Finding, PlanReading

_ORIGIN = "请在来源文件（.origin.json）"


def remarks(reading: PlanReading) -> list[Finding]:
    """Findings in the order: the document, its statements, its unread numbers."""
    if not reading.text.strip():
        return []
    found: list[Finding] = []
    document = reading.document
    if document.region_name is None:
        found.append(
            Finding(
                "region_unread",
                "warning",
                "未能从文中识别规划所属行政区。",
                f"{_ORIGIN}的 region 中写明行政区全称。",
            )
        )
    if document.start_year is None:
        found.append(
            Finding(
                "period_unread",
                "warning",
                "未能从题名或正文识别规划期。",
                f"{_ORIGIN}的 plan_start_year 和 plan_end_year 中写明起止年份。",
            )
        )
    elif document.period_source == "assumed":
        span = f"{document.start_year}—{document.end_year}"
        message = f"文中未写明规划期，暂按印发年起三年（{span}）理解。"
        found.append(Finding("period_assumed", "warning", message, f"{_ORIGIN}中写明规划期。"))
    if not reading.statements:
        remedy = "请核对文件是否为规划正文；若为扫描件，请提供带文字的版本。"
        found.append(Finding("no_statements", "warning", "未读出任何量化目标或完成值。", remedy))
    for statement in reading.statements:
        if statement.suspect:
            message = f"“{_one_line(statement.quote)}”：{statement.suspect}"
            remedy = "请与原件核对；确有笔误的，在更正文件中登记。"
            found.append(Finding("suspect_value", "warning", message, remedy, statement.start, statement.end))
    for number in reading.numbers:
        if number.use == UNREAD:
            around = _one_line(reading.text[max(0, number.start - 16) : number.end + 12])
            message = f"数字“{number.text[:24]}”未能归类（……{around}……）。"
            remedy = "请核对该数字是否为目标或完成值；确属漏读的，请反馈原句。"
            found.append(Finding("unread_number", "info", message, remedy, number.start, number.end))
    return found


def _one_line(text: str) -> str:
    return re.sub(r"\s+", "", text)[:60]
