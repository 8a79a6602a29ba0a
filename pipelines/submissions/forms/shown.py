"""Targets and values as a form shows them: every number with its unit and its time."""

from __future__ import annotations

from datetime import date
from typing import Any

from pipelines.submissions.months import month_text

_SIGNS = {"ge": "≥", "gt": "＞", "le": "≤", "lt": "＜", "approx": "约 ", "eq": ""}


def number_text(value: float) -> str:
    """A number in its shortest form with thousands separators: 1,234.5."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def with_unit(value: float, unit: str) -> str:
    """A number and its unit: 69 %, 1,234 亿元."""
    return f"{number_text(value)} {unit}".rstrip()


def target_text(row: dict[str, Any]) -> str:
    """A row of fct_indicator_targets as shown: ≥69 %（2027年）; in the text's own words where it has no number."""
    if row["is_period_total"] and row["start_year"] != row["end_year"]:
        when = f"{row['start_year']}—{row['end_year']}年累计"
    else:
        when = f"{row['year']}年"
    value, unit = row["target_value"], row["unit_name"] or ""
    if value is None:
        return f"{' '.join(row['target_value_text'].split())}（{when}）"
    shown = with_unit(value, unit)
    if row["value_high"] is not None:
        shown = f"{number_text(value)}—{with_unit(row['value_high'], unit)}"
    return f"{_SIGNS.get(row['comparator'], '')}{shown}（{when}）"


def deadline_text(year: int | None) -> str:
    """When a measure is due; '' where the plan does not say."""
    return f"{year}年" if year else ""


def investment_text(row: dict[str, Any]) -> str:
    """What a row of fct_projects is to cost, to comprise, and until when."""
    cost = row["investment_100m_cny"]
    parts = [f"总投资 {with_unit(cost, '亿元')}" if cost is not None else "", row["scale_text"] or ""]
    text = "；".join(" ".join(part.split()) for part in parts if part)
    when = f"（{row['end_year']}年）" if row["end_year"] else ""
    return f"{text}{when}"


def period_text(period_end: date) -> str:
    """A period by its last day: a year where it ends with December, else a month."""
    return f"{period_end.year}年" if period_end.month == 12 else month_text(period_end)
