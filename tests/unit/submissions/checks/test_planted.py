"""Rows as they come month by month: those without fault pass, and planted errors do not go on.

Series are drawn from a seed: amounts with a season and 15 % of noise, levels that creep, rates, growth rates.
"""

from __future__ import annotations

import calendar
import random
from datetime import date

import pytest

from pipelines.submissions.checks import check
from pipelines.submissions.model import Checked, FilledForm, Form, FormRow, Head, Point, ReportedRow

SEASON = [0.7, 0.6, 1.2, 1, 1, 1.3, 0.9, 0.9, 1.1, 1, 1, 1.3]
UNITS = {"flow": "亿元", "stock": "个", "rate": "%", "growth": "%"}
ROW_ID = "i-0000000000000000"
Series = tuple[float, float | None, list[Point]]


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def amounts(draw: random.Random, month: int) -> Series:
    """A year and some months: the month's amount, the cumulative one, and the points before."""
    base, past, current, cumulative = 10 ** draw.uniform(0, 4), [], 0.0, 0.0
    for year in (2025, 2026):
        cumulative = 0.0
        for number in range(1, 13 if year == 2025 else month + 1):
            current = round(base * SEASON[number - 1] * draw.lognormvariate(0, 0.15), 2)
            cumulative = round(cumulative + current, 2)
            end = month_end(year, number)
            past.append(Point(end.replace(day=1), end, current, "final", "submission"))
            past.append(Point(date(year, 1, 1), end, cumulative, "final", "submission"))
    return current, cumulative, past[:-2]


def levels(draw: random.Random, month: int, kind: str) -> Series:
    """Thirteen months; the last is the one reported."""
    value, values = (10 ** draw.uniform(0, 4) if kind == "stock" else draw.uniform(5, 97)), []
    usual = draw.uniform(2, 9)
    for _ in range(13):
        if kind == "stock":
            value *= draw.lognormvariate(0.004, 0.01)
        elif kind == "rate":
            value = min(99.9, value + draw.gauss(0.05, 0.2))
        else:
            value = usual + draw.gauss(0, 1.2)
        values.append(round(value, 2))
    past = []
    for back, earlier in enumerate(reversed(values[:-1]), 1):
        year, number = divmod(2026 * 12 + month - 1 - back, 12)
        end = month_end(year, number + 1)
        past.append(Point(end.replace(day=1), end, earlier, "final", "submission"))
    return values[-1], None, past


def reported(draw: random.Random, kind: str, month: int, plant: str = "") -> Checked:
    current, cumulative, past = amounts(draw, month) if kind == "flow" else levels(draw, month, kind)
    if plant == "swap":
        assert cumulative is not None
        current, cumulative = cumulative, current
    elif plant == "copy":
        assert cumulative is not None
        current = cumulative
    elif plant and cumulative is not None and draw.random() < 0.5:
        cumulative *= float(plant)
    elif plant:
        current *= float(plant)
    asked = FormRow(ROW_ID, "indicator", "甲", "p", "规划", "331126", "庆元县", unit=UNITS[kind], indicator_kind=kind)
    form = Form("县教育局", "331126", "庆元县", date(2026, month, 1), (asked,))
    row = ReportedRow(ROW_ID, "indicator", "甲", "指标", 6, UNITS[kind], current, cumulative, "final")
    head = Head("1", form.department, form.region_code, form.month, "甲", "乙", "丙")
    return check(FilledForm("a.xlsx", head, [row]), form, {ROW_ID: past}, date(2027, 1, 5))


@pytest.mark.parametrize("kind", UNITS)
def test_rows_without_fault_pass(kind: str) -> None:
    draw = random.Random(f"clean {kind}")
    found = [reported(draw, kind, month).findings for month in range(1, 13) for _ in range(50)]
    assert sum(map(bool, found)) <= 3, "more than 0.5 % of 600 rows without fault are told"


FACTORS = ["1e4", "1e8", "1e-4", "1e-8", "10", "0.1", "100", "0.01", "-1"]


@pytest.mark.parametrize(
    ("kind", "plant"),
    [(kind, plant) for kind in ("flow", "stock", "rate") for plant in FACTORS]
    + [("flow", "swap"), ("flow", "copy"), ("growth", "1e4"), ("growth", "1e8")],
)
def test_planted_errors_do_not_go_on(kind: str, plant: str) -> None:
    draw = random.Random(f"{kind} {plant}")
    for _ in range(100):
        checked = reported(draw, kind, draw.randint(2, 12), plant)
        assert checked.quarantined == {ROW_ID}, checked.findings
