"""A department of made-up plans with an item of every kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipelines.demo.scenario import Scenario, months_from
from pipelines.submissions.forms.content import Department, row_id
from pipelines.submissions.model import Form, FormRow

DEPARTMENT = Department("331126", "县示例局", "庆元县")
MONTHS = months_from(date(2025, 1, 1), 18)


def item(name: str, kind: str, unit: str, unit_code: str, target: float, **more: Any) -> FormRow:
    """An indicator of a form."""
    return FormRow(
        row_id=row_id("i", "331126", name),
        item_kind="indicator",
        item_name=name,
        plan_id="p",
        plan_title="示例规划",
        region_code="331126",
        region_name="庆元县",
        indicator_id=more.pop("indicator_id", f"x_{name}"),
        unit=unit,
        unit_code=unit_code,
        indicator_kind=kind,
        **{"direction": "higher", "target_year": 2027, "target_comparator": "ge", "target_value": target} | more,
    )


def task(name: str, prefix: str, **more: Any) -> FormRow:
    """A measure or project of a form."""
    kind: Any = {"m": "measure", "p": "project"}[prefix]
    place = {"plan_id": "p", "plan_title": "示例规划", "region_code": "331126", "region_name": "庆元县"}
    return FormRow(row_id=row_id(prefix, name), item_kind=kind, item_name=name, target_year=2027, **place, **more)


ROWS = (
    item("县域就诊率", "rate", "%", "percent", 92.0),
    item("城镇化率", "rate", "%", "percent", 66.5, last_value=61.2, last_period_end=date(2023, 12, 31)),
    item("农村产权交易额", "stock", "亿元", "cny_100m", 25.0),
    item(
        "细颗粒物浓度",
        "stock",
        "微克/立方米",
        "microgram_per_cubic_metre",
        22.0,
        direction="lower",
        target_comparator="le",
        target_year=2025,
    ),
    item("工业总产值", "flow", "亿元", "cny_100m", 1000.0, last_value=688.0, last_period_end=date(2022, 12, 31)),
    item("新增农创客", "cumulative", "人", "person", 500.0),
    item("新改建公路", "cumulative", "公里", "kilometre", 120.0),
    item("经济增速", "growth", "%", "percent", 6.5),
    item("粮食产量", "flow", "万吨", "tonne_10k", 7.05, indicator_id="grain_output"),
    task("做强县城产业平台", "m"),
    task("城北水厂", "p", unit="亿元", unit_code="cny_100m", target_value=3.6),
)


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return Scenario(seed=7, months=MONTHS)


@pytest.fixture(scope="session")
def forms() -> dict[date, Form]:
    return {month: Form("县示例局", "331126", "庆元县", month, ROWS, is_example=True) for month in MONTHS}
