"""Landed Parquet from rows of plain dicts, so that dbt can be built without the readers.

`land` writes the folders dbt's sources read, each table with its whole schema; a column that a row does not name is
null. `dbt_environment` gives the environment variables that point dbt at them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.landing import schemas
from pipelines.landing.land import STATISTICS_TABLES
from pipelines.landing.plans import PLAN_TABLES
from pipelines.landing.submissions import SUBMISSION_TABLES

Row = Mapping[str, Any]
FOLDERS = {"plans": PLAN_TABLES, "statistics": STATISTICS_TABLES, "submissions": SUBMISSION_TABLES}


def write_table(path: Path, schema: Mapping[str, Any], rows: Iterable[Row]) -> None:
    """Write rows with the whole schema; unknown columns raise."""
    rows = list(rows)
    for row in rows:
        unknown = row.keys() - schema.keys()
        if unknown:
            raise KeyError(f"{path.name}: {sorted(unknown)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = {name: [row.get(name) for row in rows] for name in schema}
    pl.DataFrame(columns, schema=dict(schema)).write_parquet(path)


def land(home: Path, tables: Mapping[str, Iterable[Row]], statistics_findings: Iterable[Row] = ()) -> None:
    """Write every landed table under ``home/landing`` as the readers would."""
    landing = home / "landing"
    for folder, names in (
        ("plans", PLAN_TABLES),
        ("statistics", STATISTICS_TABLES),
        ("submissions", SUBMISSION_TABLES),
    ):
        for name in names:
            schema = schemas.TABLES[name]
            write_table(landing / folder / name / "_empty.parquet", schema, [])
            rows = statistics_findings if (folder, name) == ("statistics", "findings") else tables.get(name, ())
            write_table(landing / folder / name / "rows.parquet", schema, rows)
    write_table(landing / "inputs.parquet", schemas.TABLES["inputs"], tables.get("inputs", ()))


def dbt_environment(home: Path, landing: Path) -> dict[str, str]:
    """Environment variables for a dbt build under ``home`` of what lies in ``landing``."""
    (home / "warehouse").mkdir(parents=True, exist_ok=True)
    return {
        "PLANLEDGER_WAREHOUSE": str(home / "warehouse" / "planledger.duckdb"),
        "PLANLEDGER_LANDED_PLANS": str(landing / "plans"),
        "PLANLEDGER_LANDED_STATISTICS": str(landing / "statistics"),
        "PLANLEDGER_LANDED_SUBMISSIONS": str(landing / "submissions"),
        "PLANLEDGER_INPUTS": str(landing / "inputs.parquet"),
        "DBT_TARGET_PATH": str(home / "dbt" / "target"),
        "DBT_LOG_PATH": str(home / "dbt" / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }


PLAN = "aaaaaaaaaaaaaaaa"
FIGURES = "bbbbbbbbbbbbbbbb"
CODES = "cccccccccccccccc"
GONE = "dddddddddddddddd"
CORRECTIONS = "ffffffffffffffff"


def an_input(document_id: str, path: str, kind: str, **more: Any) -> dict[str, Any]:
    """A row of the manifest of raw/."""
    row = {
        "input_path": path,
        "input_kind": kind,
        "document_id": document_id,
        "sha256": document_id * 4,
        "byte_count": 1,
        "received_date": dt.date(2025, 1, 1),
        "is_readable": True,
    }
    return row | more


def a_statement(number: int, indicator: str, value: float | None, unit: str, **more: Any) -> dict[str, Any]:
    """A statement row of `PLAN`: a target by 2027 unless told otherwise."""
    text = more.pop("value_text", f"{value:g}{unit}" if value is not None else "基本保持")
    row = {
        "statement_id": f"{PLAN}-q{number:04d}",
        "document_id": PLAN,
        "ordinal": number,
        "quote": f"{indicator}{text}",
        "quote_start_char": number * 100,
        "value_text": text,
        "start_char": number * 100 + len(indicator),
        "end_char": number * 100 + len(indicator) + len(text),
        "indicator_text": indicator,
        "kind": "target",
        "period_type": "by",
        "start_year": 2027,
        "end_year": 2027,
        "comparator": "eq",
        "value": value,
        "unit_text": unit,
        "measure": "level",
        "departments": [],
        "section_path": "一、总体要求",
        "is_in_table": False,
        "rule": "test",
        "confidence": 1.0,
    }
    return row | more


def a_figure(line: int, region: str, indicator: str, year: int, value: float, unit: str, **more: Any) -> dict[str, Any]:
    """A published figure of `FIGURES`."""
    row = {
        "figure_id": f"{FIGURES}-f{line:04d}",
        "document_id": FIGURES,
        "input_path": "statistics/published_figures.csv",
        "line": line,
        "region_text": region,
        "indicator_text": indicator,
        "year": year,
        "value": value,
        "value_text": f"{value:g}",
        "unit_text": unit,
        "status": "unknown",
        "source_title": "统计年鉴",
        "source": "https://example.org",
    }
    return row | more


def a_correction(line: int, action: str, statement: Row, read: str, **more: Any) -> dict[str, Any]:
    """A decision of `CORRECTIONS` about a statement of `PLAN` that was read as ``read`` when it was made."""
    row = {
        "correction_id": f"{CORRECTIONS}-c{line:04d}",
        "document_id": CORRECTIONS,
        "input_path": "corrections/plan_statements.yml",
        "line": line,
        "plan_document": PLAN,
        "start_char": statement["start_char"],
        "value_text": statement["value_text"],
        "expect_quote": statement["quote"],
        "expect_reading": read,
        "action": action,
        "reason": "已核对",
        "decided_by": "张三",
        "decided_on": dt.date(2026, 11, 22),
    }
    return row | more


REGIONS = [
    ("110000", "北京市"),
    ("110105", "朝阳区"),
    ("220000", "吉林省"),
    ("220100", "长春市"),
    ("220104", "朝阳区"),
    ("330000", "浙江省"),
    ("330800", "衢州市"),
    ("330825", "龙游县"),
    ("331100", "丽水市"),
    ("331126", "庆元县"),
    ("331127", "景宁畲族自治县"),
    ("420000", "湖北省"),
    ("429004", "仙桃市"),
]


def small_statements() -> list[dict[str, Any]]:
    """Statements of `PLAN` that take every road of the models; most are of the plan texts."""
    share = "县城人口占县域人口比重"
    year = {"period_type": "in", "start_year": 2023, "end_year": 2023}
    span = {"period_type": "every", "start_year": 2023, "end_year": 2027}
    base = {"kind": "actual", "period_type": "in", "start_year": 2022, "end_year": 2022}
    table = {"is_in_table": True}
    return [
        a_statement(1, share, 0.8, "个百分点", measure="change", **span),
        a_statement(2, share, 65.0, "%", **base, **table),
        a_statement(3, share, 0.8, "个百分点", measure="change", **year, **table),
        a_statement(4, "规上工业总产值", 688.0, "亿", **base),
        a_statement(5, "规上工业总产值", 2.0, "", measure="times", value_text="翻一番"),
        a_statement(6, "农村常住居民人均可支配收入", 3.8, "万元"),
        a_statement(7, "集体经济年经营性收入 50 万元以上行政村占比", 42.0, "%", **table),
        a_statement(8, "集体经济年经营性收入50万元以上行政村占比", 41.0, "%"),
        a_statement(9, "人均地区生产总值", 9.2, "亿元", suspect="单位应为万元"),
        a_statement(10, "地区生产总值", 8.0, "%", measure="growth", **span),
        a_statement(11, "竹木产业产值", 9.0, "%", measure="growth"),
        a_statement(12, "实施绿色能源项目", 9.0, "个", period_type="over", start_year=2023, end_year=2027),
        a_statement(13, "实施绿色能源项目", 168.0, "亿元", period_type="over", start_year=2023, end_year=2027),
        a_statement(14, "人口", 18.0, "万", region_text="龙游县城"),
        a_statement(15, "常住人口", 3.0, "万人", region_text="竹口镇"),
        a_statement(16, "古树名木", 7.0, "棵"),
        a_statement(17, "户籍人口城镇化率", 35.0, "%"),
        a_statement(
            18, "全县常住人口城镇化率", 69.0, "%", measure_id=f"{PLAN}-m0001", departments=["县发改局", "县住建局"]
        ),
        a_statement(
            19, "儿童平均预期受教育年限", 15.37, "年", kind="actual", period_type="in", start_year=None, end_year=None
        ),
        a_statement(20, "空气质量优良天数比率", None, "", **table),
        a_statement(21, "地区生产总值", 100.0, "亿元", **(base | {"start_year": 2024, "end_year": 2024})),
        a_statement(22, "地区生产总值", 95.0, "亿元", period_type="in", start_year=2024, end_year=2024),
    ]


def small_numbers() -> list[dict[str, Any]]:
    """A number for every statement of `small_statements`, a date, one of a use without a name, and an unread one."""
    uses = [("statement", row["statement_id"], row["start_char"]) for row in small_statements()]
    uses += [("date", None, 3), ("novelty", None, 8), ("unread", None, 5)]
    return [
        {
            "number_id": f"{PLAN}-n{number:04d}",
            "document_id": PLAN,
            "ordinal": number,
            "number_text": "1",
            "number_use": use,
            "statement_id": statement_id,
            "start_char": start,
            "end_char": start + 1,
        }
        for number, (use, statement_id, start) in enumerate(uses, 1)
    ]


def plan_text(statements: list[dict[str, Any]]) -> str:
    """A text in which every statement's words stand at their place."""
    characters = ["　"] * 10000
    for row in statements:
        start = row["quote_start_char"]
        characters[start : start + len(row["quote"])] = row["quote"]
    return "".join(characters)


def small_landing() -> dict[str, list[dict[str, Any]]]:
    """One plan, a few figures, a few regions: enough for every rule of the marts."""
    return {
        "inputs": [
            an_input(PLAN, "plans/900_plan.txt", "plan"),
            an_input(FIGURES, "statistics/published_figures.csv", "statistics"),
            an_input(CODES, "statistics/region_codes.txt", "region_codes"),
        ],
        "documents": [
            {
                "document_id": PLAN,
                "sha256": PLAN * 4,
                "doc": "900",
                "title": "庆元县实施方案(2023—2027年)",
                "region_name": "庆元县",
                "region_code": "331126",
                "issue_date": dt.date(2023, 4, 6),
                "start_year": 2023,
                "end_year": 2027,
                "text": plan_text(small_statements()),
                "char_count": 10000,
            },
            {"document_id": GONE, "doc": "901", "region_name": "庆元县", "text": "旧", "char_count": 1},
        ],
        "measures": [
            {
                "measure_id": f"{PLAN}-m0001",
                "document_id": PLAN,
                "number": "1.",
                "title": "做强产业",
                "path": "一、总体要求 / 1. 做强产业",
                "start_char": 10,
                "end_char": 900,
                "lead_departments": ["县发改局"],
                "departments": ["县发改局", "县经商局"],
            }
        ],
        "sections": [],
        "statements": small_statements(),
        "numbers": small_numbers(),
        "findings": [
            {
                "finding_id": f"{PLAN}-e0001",
                "document_id": PLAN,
                "input_path": "plans/900_plan.txt",
                "code": "unread_number",
                "severity": "info",
                "message": "有一处数字未读出",
                "start_char": 5,
                "end_char": 7,
            }
        ],
        "published_figures": [
            a_figure(2, "庆元县", "地区生产总值", 2024, 1000000.0, "万元", status="最终", source_title="年鉴甲"),
            a_figure(3, "庆元县", "地区生产总值", 2024, 99.0, "亿元", source_title="年鉴乙"),
            a_figure(4, "庆元县", "出口总额", 2018, 3.2, "亿美元"),
            a_figure(5, "庆元县", "出口总额", 2019, 22.5, "亿元"),
            a_figure(6, "庆元县", "城镇化率", 2023, 64.6, "%"),
        ],
        "region_codes": [
            {
                "region_code": code,
                "region_name": name,
                "document_id": CODES,
                "input_path": "statistics/region_codes.txt",
                "line": line,
            }
            for line, (code, name) in enumerate(REGIONS, start=1)
        ],
    }
