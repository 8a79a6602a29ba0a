"""A small published warehouse of invented plans. Tables have the columns of the dbt contracts, so none can drift."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import yaml

from pipelines.settings import PROJECT_DIR

A, B = "331126", "330182"
PLAN_A, PLAN_B = "a000000000000001", "b000000000000002"
NEEDED = ("dim_region", "dim_unit", "dim_indicator", "dim_plan", "dim_department", "fct_indicator_targets")
NEEDED += ("fct_indicator_actuals", "fct_measures", "fct_projects")


def contracts() -> dict[str, dict[str, str]]:
    """Columns and types of the marts by table."""
    found = {}
    for path in sorted((PROJECT_DIR / "dbt" / "models" / "marts").glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models") or []:
            found[model["name"]] = {column["name"]: column["data_type"] for column in model["columns"]}
    return found


def target(indicator: str, year: int, value: float | None, start: int, *who: str, **more: Any) -> dict[str, Any]:
    return {
        "plan_id": PLAN_A, "region_code": A, "indicator_id": indicator, "year": year, "is_period_total": False,
        "target_value": value, "target_value_text": str(value), "comparator": "ge", "unit_code": "percent",
        "start_year": year, "end_year": year, "is_earlier_plan": False, "departments": list(who),
        "document_id": PLAN_A, "start_char": start, "quote": "原句", **more,
    }  # fmt: skip


def actual(indicator: str, year: int, value: float | None, **more: Any) -> dict[str, Any]:
    return {
        "region_code": A, "indicator_id": indicator, "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31), "is_period_total": False,
        "period_kind": "span" if more.get("is_period_total") else "year", "value": value, "unit_code": "percent",
        "is_preferred": True, **more,
    }  # fmt: skip


def rows() -> dict[str, list[dict[str, Any]]]:
    plans = [(PLAN_A, "000", "庆元县示例方案", A), (PLAN_B, "100", "建德市示例方案", B)]
    indicators = [
        ("urban", "城镇化率", "rate"), ("income", "人均收入", "flow"), ("parks", "新建公园", "cumulative"),
        ("air", "空气优良率", "rate"), ("old", "上轮目标", "rate"),
    ]  # fmt: skip
    return {
        "dim_region": [{"region_code": c, "region_name": n} for c, n in ((A, "庆元县"), (B, "建德市"))],
        "dim_unit": [
            {"unit_code": c, "unit_name": n}
            for c, n in (("percent", "%"), ("cny", "元"), ("item", "个"), ("cny_100m", "亿元"))
        ],
        "dim_indicator": [
            {"indicator_id": i, "indicator_name": n, "kind": k, "direction": "higher"} for i, n, k in indicators
        ],
        "dim_plan": [{"plan_id": i, "doc": d, "plan_title": t, "region_code": r} for i, d, t, r in plans],
        "dim_department": [
            {"department_name": n, "region_code": c, "region_name": r}
            for n, c, r in (
                ("县教育局", A, "庆元县"), ("县发改局", A, "庆元县"), ("县只有旧目标局", A, "庆元县"),
                ("水利局", A, "庆元县"), ("水利局", B, "建德市"),
            )
        ],
        "fct_indicator_targets": [
            target("urban", 2025, 66, 500, "县发改局"),
            target("urban", 2027, 69, 510, "县发改局"),
            target("urban", 2030, 72, 520, "县发改局"),
            target("income", 2024, 30000, 100, "县发改局", unit_code="cny", comparator="gt"),
            target("income", 2025, 38000, 110, "县发改局", unit_code="cny", comparator="approx"),
            target("parks", 2027, 12, 300, "县发改局", "县教育局", unit_code="item",
                   is_period_total=True, start_year=2023),
            target("air", 2026, None, 400, "县发改局", target_value_text="完成上级\n下达任务"),
            target("old", 2020, 50, 50, "县发改局", "县只有旧目标局", is_earlier_plan=True),
            target("urban", 2027, 80, 10, "水利局", plan_id=PLAN_B, document_id=PLAN_B, region_code=B, value_high=85),
        ],
        "fct_indicator_actuals": [
            actual("urban", 2022, 62.4), actual("urban", 2024, 64.25), actual("urban", 2023, 99, is_preferred=False),
            actual("urban", 2026, 77), actual("urban", 2025, None),
            actual("income", 2024, 29000, unit_code="cny_100m"),
        ],
        "fct_measures": [
            {"measure_id": f"{PLAN_A}-m0001", "plan_id": PLAN_A, "region_code": A, "title": "办好学校",
             "path": "一 / 办好学校", "deadline_year": 2027, "departments": ["县教育局", "县发改局"],
             "lead_departments": ["县教育局"],
             "document_id": PLAN_A, "start_char": 200},
            {"measure_id": f"{PLAN_A}-m0002", "plan_id": PLAN_A, "region_code": A, "title": "修水库",
             "path": "二 / 修水库", "departments": [], "lead_departments": ["水利局"],
             "document_id": PLAN_A, "start_char": 250},
        ],
        "fct_projects": [
            {"plan_id": PLAN_A, "document_id": PLAN_A, "region_code": A, "project_name": "第一中学 迁建",
             "start_char": 700, "departments": ["县教育局"]},
            {"plan_id": PLAN_A, "document_id": PLAN_A, "region_code": A, "project_name": "第一中学迁建",
             "start_char": 710, "departments": ["县教育局"], "investment_100m_cny": 1.25,
             "scale_text": "36个班", "end_year": 2026},
        ],
    }  # fmt: skip


def build(home: Path) -> None:
    """Publish the tables below a home as a run does: a file and a link."""
    folder = home / "published"
    folder.mkdir(parents=True)
    file = folder / "planledger-1.duckdb"
    columns = contracts()
    with duckdb.connect(str(file)) as connection:
        connection.execute("create schema marts")
        for table in NEEDED:
            types = ", ".join(f"{name} {kind}" for name, kind in columns[table].items())
            connection.execute(f"create table marts.{table} ({types})")
            for row in rows()[table]:
                marks = ", ".join(f"${name}" for name in row)
                connection.execute(f"insert into marts.{table} ({', '.join(row)}) values ({marks})", row)
    (folder / "planledger.duckdb").symlink_to(file.name)
