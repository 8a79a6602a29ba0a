"""A small published warehouse with invented rows in the tables that dbt promises, for tests of the dashboard alone.

Two plans, three regions, every state of a target, a target without an actual, an actual without a number, two values
read from one place, and a text that tries to be HTML.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

MODELS = Path(__file__).resolve().parents[2] / "dbt" / "models" / "marts"

QINGYUAN = "a000000000000001"
JIANDE = "b000000000000002"

QINGYUAN_TEXT = """# 庆元县加快提升县城承载能力实施方案（示例）

一、总体要求

（一）发展目标

到2027年，常住人口城镇化率达到69%，其中2022年为62.4%。𠮷地试点不少于3个，地区生产总值翻一番。

城乡居民收入倍差缩小到1.8以内，生活垃圾分类覆盖率、无害化处理率均达100%。粮食产量保持稳定。

| 指标 | 2022年 | 2027年目标 |
|------|--------|------------|
| 县城绿道长度（公里） | 40 | 66.5 |
| 主要污染物减排 | — | 完成上级下达任务 |

二、保障措施

1.加强宣传。<script>window.hacked = true</script><img src=x onerror="window.hacked=true"> **不加粗** $x^2$
"""

JIANDE_TEXT = """建德市县城承载能力提升实施方案（示例）

一、发展目标

到2027年，常住人口城镇化率达到66%以上，新增绿道120公里，PM2.5平均浓度不高于25微克/立方米。
"""

TABLES: dict[str, str] = {
    "meta.publication": """version VARCHAR, published_at TIMESTAMP, run_id VARCHAR, duckdb_version VARCHAR,
        code_version VARCHAR, is_example BOOLEAN, as_of DATE""",
    "meta.inputs": """input_path VARCHAR, input_kind VARCHAR, document_id VARCHAR, sha256 VARCHAR, byte_count BIGINT,
        received_date DATE, source VARCHAR, origin_path VARCHAR, origin_title VARCHAR, origin_document_number VARCHAR,
        origin_issuer VARCHAR, origin_region_name VARCHAR, origin_issue_date DATE, origin_start_year INTEGER,
        origin_end_year INTEGER, origin_amends VARCHAR[], origin_replaces VARCHAR[],
        is_readable BOOLEAN, first_landed_at TIMESTAMP""",
    "quality.check_results": """run_id VARCHAR, checked_at TIMESTAMP, suite VARCHAR, check_name VARCHAR,
        table_name VARCHAR, column_name VARCHAR, kind VARCHAR, severity VARCHAR, passed BOOLEAN,
        evaluated_count BIGINT, unexpected_count BIGINT, sample VARCHAR, description_zh VARCHAR""",
}


@cache
def mart_tables() -> dict[str, str]:
    """Every mart as dbt promises it: the table's name and its columns with their types."""
    tables = {}
    for path in sorted(MODELS.glob("*.yml")):
        for model in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).get("models") or []:
            columns = (f"{column['name']} {column['data_type']}" for column in model["columns"])
            tables[f"marts.{model['name']}"] = ", ".join(columns)
    return tables


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    names = ", ".join(values)
    marks = ", ".join("?" for _ in values)
    connection.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))


def _statement(
    connection: duckdb.DuckDBPyConnection, plan: str, number: int, quote: str, value_text: str, **values: Any
) -> str:
    text = QINGYUAN_TEXT if plan == QINGYUAN else JIANDE_TEXT
    quote_start = text.index(quote)
    start = quote_start + quote.index(value_text)
    identifier = f"{plan}-q{number:04d}"
    row: dict[str, Any] = {
        "kind": "target", "period_type": "by", "start_year": 2027, "end_year": 2027, "comparator": "eq",
        "measure": "level", "departments": ["县建设局", "县发改局"], "section_path": "一、总体要求 / （一）发展目标",
        "rule": "level_reached", "confidence": 1.0, "is_in_table": False, "is_reviewed": False, "is_corrected": False,
        "is_rejected": False, "indicator_link": "name",
        "region_code": "331126" if plan == QINGYUAN else "330182",
        "region_text": "庆元县" if plan == QINGYUAN else "建德市",
    }  # fmt: skip
    row |= values
    _insert(
        connection, "marts.fct_plan_statements", statement_id=identifier, plan_id=plan, document_id=plan, quote=quote,
        quote_start_char=quote_start, value_text=value_text, start_char=start, end_char=start + len(value_text), **row,
    )  # fmt: skip
    return identifier


def _target(
    connection: duckdb.DuckDBPyConnection, statement_id: str, unit_code: str, status: str, **values: Any
) -> None:
    """A target of a statement, with its line of progress; ``values`` are progress columns or the target's."""
    cursor = connection.execute("select * from marts.fct_plan_statements where statement_id = ?", [statement_id])
    names = [column[0] for column in cursor.description]
    statement = dict(zip(names, cursor.fetchone(), strict=True))
    target: dict[str, Any] = {
        "target_value": statement["value"], "resolution": "stated", "is_disputed": False,
        "attribute": statement["attribute"],
    }  # fmt: skip
    target |= {name: values.pop(name) for name in list(values) if name in (*target, "base_value", "base_year")}
    copied = (
        "plan_id", "region_code", "indicator_id", "comparator", "value_high", "period_type", "start_year", "end_year",
        "measure", "departments", "statement_id", "document_id", "start_char", "end_char", "quote", "section_path",
        "is_corrected",
    )  # fmt: skip
    key = statement_id.replace("-q", "-t")
    is_total = statement["period_type"] == "over"
    _insert(
        connection, "marts.fct_indicator_targets", target_id=key, year=statement["end_year"], unit_code=unit_code,
        is_period_total=is_total, target_value_text=statement["value_text"], other_statement_ids=[],
        **{name: statement[name] for name in copied}, **target,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_indicator_progress", progress_id=key.replace("-t", "-p"), target_id=key, status=status,
        plan_id=statement["plan_id"], region_code=statement["region_code"], indicator_id=statement["indicator_id"],
        year=statement["end_year"], target_year=statement["end_year"], is_period_total=is_total,
        target_value=target["target_value"], comparator=statement["comparator"], unit_code=unit_code,
        attribute=target["attribute"], is_target_period=True, is_current=True, is_earlier_plan=False,
        is_due=status in ("achieved", "behind", "not_reported"), **{"is_provisional": False} | values,
    )  # fmt: skip


def _dimensions(connection: duckdb.DuckDBPyConnection) -> None:
    for code, name, level, parent, parent_name, path in (
        ("330000", "浙江省", "province", None, None, "浙江省"),
        ("330182", "建德市", "county", "330100", "杭州市", "浙江省 / 杭州市 / 建德市"),
        ("331126", "庆元县", "county", "331100", "丽水市", "浙江省 / 丽水市 / 庆元县"),
    ):
        _insert(
            connection, "marts.dim_region", region_code=code, region_name=name, level=level, parent_region_code=parent,
            parent_region_name=parent_name, path_name=path,
        )  # fmt: skip
    for code, name in (("percent", "%"), ("ratio", ""), ("km", "公里"), ("yi_yuan", "亿元"), ("count", "个"),
                       ("ug_m3", "微克/立方米")):  # fmt: skip
        _insert(connection, "marts.dim_unit", unit_code=code, unit_name=name, base_unit_code=code, scale=1.0)
    for identifier, name, unit, direction, kind, plan in (
        ("urbanisation_rate", "常住人口城镇化率", "percent", "higher", "rate", None),
        ("gdp", "地区生产总值", "yi_yuan", "higher", "flow", None),
        ("income_ratio", "城乡居民收入倍差", "ratio", "lower", "rate", None),
        ("pm25", "PM2.5平均浓度", "ug_m3", "lower", "stock", None),
        (f"{QINGYUAN}-greenway", "县城绿道长度", "km", "higher", "stock", QINGYUAN),
        (f"{QINGYUAN}-pilot", "𠮷地试点", "count", "higher", "cumulative", QINGYUAN),
        (f"{QINGYUAN}-sorting", "生活垃圾分类覆盖率", "percent", "higher", "rate", QINGYUAN),
        (f"{QINGYUAN}-harmless", "无害化处理率", "percent", "higher", "rate", QINGYUAN),
        (f"{QINGYUAN}-emissions", "主要污染物减排", None, None, None, QINGYUAN),
        (f"{JIANDE}-greenway", "新增绿道", "km", "higher", "cumulative", JIANDE),
    ):
        _insert(
            connection, "marts.dim_indicator", indicator_id=identifier, indicator_name=name, unit_code=unit,
            direction=direction, kind=kind, is_comparable=plan is None, is_catalogued=plan is None, plan_id=plan,
            definition="常住在城镇的人口占全部常住人口的比重。" if identifier == "urbanisation_rate" else None,
        )  # fmt: skip


def _plan(connection: duckdb.DuckDBPyConnection, plan: str, doc: str, text: str, region: str, name: str) -> None:
    title = next(line for line in text.splitlines() if line).lstrip("# ")
    path = f"plans/{doc}_{name}.txt"
    _insert(
        connection, "marts.dim_plan", plan_id=plan, doc=doc, plan_title=title, document_number=f"{name}办发〔2023〕1号",
        issuer=f"{name}人民政府", region_code=region, region_name=name, issue_date=date(2023, 4, 6), start_year=2023,
        end_year=2027, input_path=path, sha256=plan * 4, source="https://example.org/plan", char_count=len(text),
        statement_count=9 if plan == QINGYUAN else 3, measure_count=1,
    )  # fmt: skip
    _insert(connection, "marts.plan_texts", document_id=plan, plan_id=plan, text=text)
    headings = (line for line in text.splitlines() if line.startswith(("一、", "二、", "（一）", "1.")))
    for number, line in enumerate(headings):
        level = {"一": 1, "二": 1, "（": 2}.get(line[0], 3)
        start = text.index(line)
        _insert(
            connection, "marts.plan_sections", section_id=f"{plan}-s{number:04d}", document_id=plan, level=level,
            number="", title=line[:12], path=line[:12], start_char=start, heading_end_char=start + len(line),
            end_char=start + len(line),
        )  # fmt: skip
    _insert(
        connection, "meta.inputs", input_path=path, input_kind="plan", document_id=plan, sha256=plan * 4,
        byte_count=len(text.encode()), received_date=date(2026, 1, 2), source="https://example.org/plan",
        is_readable=True,
    )  # fmt: skip


def _statements(connection: duckdb.DuckDBPyConnection) -> None:
    own = {"indicator_link": "own"}
    rate = _statement(
        connection, QINGYUAN, 1, "常住人口城镇化率达到69%", "69%", indicator_text="常住人口城镇化率", value=69.0,
        indicator_id="urbanisation_rate", unit_text="%", attribute="约束性",
    )  # fmt: skip
    _target(connection, rate, "percent", "not_due", latest_actual_value=62.4, latest_actual_year=2022)
    base = _statement(
        connection, QINGYUAN, 2, "2022年为62.4%", "62.4%", indicator_text="常住人口城镇化率", kind="actual", value=62.4,
        indicator_id="urbanisation_rate", unit_text="%", period_type="in", start_year=2022, end_year=2022,
    )  # fmt: skip
    pilot = _statement(
        connection, QINGYUAN, 3, "𠮷地试点不少于3个", "3个", indicator_text="𠮷地试点", value=3.0, comparator="ge",
        indicator_id=f"{QINGYUAN}-pilot", unit_text="个", period_type="over", start_year=2023, **own,
    )  # fmt: skip
    _target(connection, pilot, "count", "not_reported")
    double = _statement(
        connection, QINGYUAN, 4, "地区生产总值翻一番", "翻一番", indicator_text="地区生产总值", value=2.0,
        indicator_id="gdp", unit_text="", measure="times",
    )  # fmt: skip
    _target(
        connection, double, "yi_yuan", "undetermined", target_value=None, resolution="unresolved",
        latest_actual_value=79.96, latest_actual_year=2020,
    )  # fmt: skip
    ratio = _statement(
        connection, QINGYUAN, 5, "城乡居民收入倍差缩小到1.8以内", "1.8", indicator_text="城乡居民收入倍差", value=1.8,
        indicator_id="income_ratio", unit_text="", comparator="le",
    )  # fmt: skip
    _target(connection, ratio, "ratio", "achieved", actual_value=1.75, light="green", is_provisional=True,
            latest_actual_value=1.75,
            latest_actual_year=2027, actual_id="s3", gap_value=0.05)  # fmt: skip
    for number, name, key in ((6, "生活垃圾分类覆盖率", "sorting"), (7, "无害化处理率", "harmless")):
        both = _statement(
            connection, QINGYUAN, number, "生活垃圾分类覆盖率、无害化处理率均达100%", "100%", indicator_text=name,
            indicator_id=f"{QINGYUAN}-{key}", value=100.0, unit_text="%", **own,
        )  # fmt: skip
        _target(connection, both, "percent", "not_due", is_disputed=number == 7)
    green = _statement(
        connection, QINGYUAN, 8, "县城绿道长度（公里） | 40 | 66.5", "66.5", indicator_text="县城绿道长度", value=66.5,
        indicator_id=f"{QINGYUAN}-greenway", unit_text="公里", period_type="in", is_in_table=True, **own,
    )  # fmt: skip
    _target(connection, green, "km", "not_due")
    words = _statement(
        connection, QINGYUAN, 9, "主要污染物减排 | — | 完成上级下达任务", "完成上级下达任务", value=None, unit_text="",
        indicator_text="主要污染物减排", indicator_id=f"{QINGYUAN}-emissions", is_in_table=True, attribute="约束性",
        suspect="无法用数字比较", **own,
    )  # fmt: skip
    _target(connection, words, "", "no_target")
    jiande = _statement(
        connection, JIANDE, 1, "常住人口城镇化率达到66%以上", "66%", indicator_text="常住人口城镇化率", value=66.0,
        indicator_id="urbanisation_rate", unit_text="%", comparator="ge",
    )  # fmt: skip
    _target(connection, jiande, "percent", "behind", actual_value=64.8, light="yellow", actual_id="s5",
            latest_actual_value=64.8,
            latest_actual_year=2027, completion_pct=98.18, gap_value=-1.2)  # fmt: skip
    green = _statement(
        connection, JIANDE, 2, "新增绿道120公里", "120公里", indicator_text="新增绿道", value=12.0, unit_text="公里",
        indicator_id=f"{JIANDE}-greenway", period_type="over", start_year=2023, is_reviewed=True, is_corrected=True,
        correction_note="数值 120 → 12", correction_reason="与县住建局核对", reviewed_by="张三",
        reviewed_on=date(2026, 11, 1), **own,
    )  # fmt: skip
    _target(connection, green, "km", "not_reported")
    air = _statement(
        connection, JIANDE, 3, "PM2.5平均浓度不高于25微克/立方米", "25微克/立方米", indicator_text="PM2.5平均浓度",
        indicator_id="pm25", value=25.0, unit_text="微克/立方米", comparator="le",
    )  # fmt: skip
    _target(connection, air, "ug_m3", "not_due")
    _insert(
        connection, "marts.fct_indicator_actuals", actual_id="p1", region_code="331126",
        indicator_id="urbanisation_rate", year=2022, period_start=date(2022, 1, 1),
        period_end=date(2022, 12, 31), period_kind="year", is_period_total=False,
        value=62.4, unit_code="percent", value_text="62.4%",
        maturity="stated_in_plan", source_kind="plan", source_title="庆元县加快提升县城承载能力实施方案（示例）",
        statement_id=base, quote="2022年为62.4%", is_preferred=True, input_path="plans/000_庆元县.txt",
        is_corrected=False,
    )  # fmt: skip


def _actuals(connection: duckdb.DuckDBPyConnection) -> None:
    statistics = (
        ("s1", "331126", "urbanisation_rate", 2020, 60.7, "percent", "final", True),
        ("s2", "331126", "urbanisation_rate", 2020, 60.1, "percent", "flash", False),
        ("s3", "331126", "income_ratio", 2027, 1.75, "ratio", "preliminary", True),
        ("s4", "331126", "gdp", 2020, 79.96, "yi_yuan", "final", True),
        ("s5", "330182", "urbanisation_rate", 2027, 64.8, "percent", "final", True),
        ("s6", "330182", "urbanisation_rate", 2021, 61.2, "percent", "preliminary", True),
        ("s7", "330000", "gdp", 2020, 64689.06, "yi_yuan", "final", True),
        ("s8", "330000", "urbanisation_rate", 2020, 72.2, "percent", "final", True),
    )
    for line, (key, region, indicator, year, value, unit, maturity, preferred) in enumerate(statistics, start=2):
        _insert(
            connection, "marts.fct_indicator_actuals", actual_id=key, region_code=region, indicator_id=indicator,
            year=year, period_start=date(year, 1, 1), period_end=date(year, 12, 31), period_kind="year",
            is_period_total=False, value=value, unit_code=unit, value_text=str(value), maturity=maturity,
            source_kind="statistics",
            source_title=f"统计公报（{year}年）",
            source="https://example.org/stat" if preferred else "javascript:alert(1)",
            input_path="statistics/published_figures.csv", line=line, is_preferred=preferred,
            recorded_at=date(2026, 1, 2), is_corrected=False,
        )  # fmt: skip


def _numbers(connection: duckdb.DuckDBPyConnection) -> None:
    for plan, use, name, count, total in (
        (QINGYUAN, "statement", "指标表述", 12, 16), (QINGYUAN, "date", "日期年份", 3, 16),
        (QINGYUAN, "page", "页码页眉", 0, 16), (QINGYUAN, "unread", "未归类", 1, 16),
        (JIANDE, "statement", "指标表述", 3, 4), (JIANDE, "date", "日期年份", 1, 4),
        (JIANDE, "page", "页码页眉", 0, 4), (JIANDE, "unread", "未归类", 0, 4),
    ):  # fmt: skip
        _insert(
            connection, "marts.mart_number_accounting", plan_id=plan, number_use=use, use_name=name,
            number_count=count, plan_number_count=total, share_pct=100 * count / total,
        )  # fmt: skip
    start = QINGYUAN_TEXT.index("x^2") + 2
    _insert(
        connection, "marts.fct_plan_numbers", number_id=f"{QINGYUAN}-n0016", plan_id=QINGYUAN, document_id=QINGYUAN,
        ordinal=16, number_text="2", number_use="unread", start_char=start, end_char=start + 1,
    )  # fmt: skip


def _items(connection: duckdb.DuckDBPyConnection) -> None:
    """A measure with a lead unit and one item of each kind, one without items, and one without owner or items."""
    owners = ["县发改局", "县交通运输局"]
    for number, title, units in (
        ("1.", "畅通交通", owners),
        ("2.", "加强宣传", ["县委宣传部"]),
        ("3.", "基本原则", []),
    ):
        _insert(
            connection, "marts.fct_measures", measure_id=f"{QINGYUAN}-m000{number[0]}", plan_id=QINGYUAN,
            number=number, title=title, path=f"二、保障措施 / {number}{title}", lead_departments=units[:1],
            departments=units, deadline_year=2027 if units else None, start_char=20, end_char=60,
        )  # fmt: skip
    place = {"plan_id": QINGYUAN, "measure_id": f"{QINGYUAN}-m0001", "departments": owners}
    _insert(
        connection, "marts.fct_projects", project_id="p1", project_name="云岭水库", stage="proposed", stage_text="谋划",
        kind="水利", investment_100m_cny=1.2, investment_text="总投资1.2亿元", end_year=2026, start_char=30,
        end_char=34, **place,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_projects", project_id="p2", project_name="<b>石桥路</b>改造工程", start_char=36,
        end_char=44, plan_id=QINGYUAN, departments=[],
    )  # fmt: skip
    _insert(
        connection, "marts.fct_deliverables", deliverable_id="d1", deliverable_text="创成省级文明县城", end_year=2025,
        start_char=46, end_char=54, **place,
    )  # fmt: skip
    shown = (
        ("quantified", "新改建公路 12公里", 2027, "s1"),
        ("deliverable", "创成省级文明县城", 2025, None),
        ("project", "云岭水库", None, None),
    )
    for ordinal, (kind, text, year, statement) in enumerate(shown, 1):
        _insert(
            connection, "marts.mart_measure_items", item_id=f"i{ordinal}", item_kind=kind, ordinal=ordinal,
            item_text=text, deadline_year=year, statement_id=statement, start_char=30, end_char=34, **place,
        )  # fmt: skip


def _submissions(connection: duckdb.DuckDBPyConnection) -> None:
    steps = ["督查通知", "催办通知", "现场督办"]
    days = [date(2026, 11, 6), date(2026, 11, 10), date(2026, 11, 12)]
    shared = {
        "month": date(2026, 10, 1),
        "due_date": date(2026, 11, 5),
        "reminder_steps": steps,
        "reminder_dates": days,
    }
    _insert(
        connection, "marts.mart_submission_status", status_id="r1", region_code="331126", department_name="县发改局",
        status="late", last_received_at=datetime(2026, 11, 9, 1, 0), late_days=2, version_count=2, returned_count=1,
        submission_id="s1", asked_count=8, answered_count=6, figure_count=10, quarantined_count=1, error_count=1,
        warning_count=0, quality_score=7.1, **shared,
    )  # fmt: skip
    _insert(
        connection, "marts.mart_submission_status", status_id="r2", region_code="331126", department_name="县教育局",
        status="missing", version_count=0, returned_count=0, **shared,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_submissions", submission_id="s1", region_code="331126", department_name="县发改局",
        month=date(2026, 10, 1), version=2, verdict="accepted_with_remarks", file_name="<b>十月</b>.xlsx",
        is_current=True,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_submission_findings", finding_id="s1-n00001", submission_id="s1", region_code="331126",
        department_name="县发改局", month=date(2026, 10, 1), code="unit_slip", severity="error",
        message="累计值为 123000亿元", remedy="请核对计量单位", sheet="指标", cell="H6",
    )  # fmt: skip


def _review(connection: duckdb.DuckDBPyConnection) -> None:
    _insert(
        connection, "marts.mart_review_list", statement_id=f"{QINGYUAN}-q0004", plan_id=QINGYUAN, review_rank=1,
        why="读法把握不大（0.6）", confidence=0.6, rule="times", reading="目标 庆元县 地区生产总值 倍数 = 2 by 2027",
        quote="地区生产总值翻一番",
    )  # fmt: skip


def _quality(connection: duckdb.DuckDBPyConnection) -> None:
    checks = (
        ("value_not_null", True, "critical", 12, 0, "[]", "语句的数值文字不为空"),
        ("year_in_range", False, "warning", 12, 2, '[{"value_text": "<b>2077</b>"}]', "年份在规划期前后二十年之内"),
    )
    for name, passed, severity, evaluated, unexpected, sample, description in checks:
        _insert(
            connection, "quality.check_results", run_id="run-2", checked_at=datetime(2026, 11, 20, 8, 30),
            suite="landed_statements", check_name=name, table_name="statements", column_name="value_text", kind="gx",
            severity=severity, passed=passed, evaluated_count=evaluated, unexpected_count=unexpected, sample=sample,
            description_zh=description,
        )  # fmt: skip
    _insert(
        connection, "quality.check_results", run_id="run-1", checked_at=datetime(2026, 11, 19), suite="old",
        check_name="old_run", passed=False, severity="critical",
    )  # fmt: skip
    start = QINGYUAN_TEXT.index("粮食产量保持稳定")
    _insert(
        connection, "marts.fct_reading_findings", finding_id="f1", document_id=QINGYUAN, plan_id=QINGYUAN,
        input_path="plans/000_庆元县.txt", code="unread_number", severity="info", message="这一处没有读成语句。",
        remedy="核对原文；若是指标，请补充词表。", start_char=start, end_char=start + 8,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_reading_findings", finding_id="f2", document_id="c3",
        input_path="statistics/published_figures.csv", code="unknown_region", severity="error",
        message="地区“某某县”不在行政区划代码表里。", remedy="改正地区名称。", line=7,
    )  # fmt: skip


def _managers(connection: duckdb.DuckDBPyConnection) -> None:
    """What the pages of managers read: warnings, ranks, a month of a department, its words, a conflict, a milestone."""
    target = f"{QINGYUAN}-t0001"
    _insert(
        connection, "marts.mart_warnings", warning_id="58bfc25e6a12c15b80eca2a3d8293d67", warning_kind="red",
        series_id="s1", target_id=target, plan_id=QINGYUAN, region_code="331126", indicator_id="urbanisation_rate",
        indicator_name="常住人口城镇化率", target_year=2027, attribute="约束性", department_names=["县发改局"],
        raised_on=date(2026, 11, 10), running_count=2, is_standing=True, is_open=True, state="answered",
        term_from=date(2026, 11, 10), due_date=date(2026, 11, 17), is_extended=False,
        message="连续两月红灯：落后 12.5 个百分点", quote="常住人口城镇化率达到69%", statement_id=f"{QINGYUAN}-q0001",
    )  # fmt: skip
    _insert(
        connection, "marts.mart_warnings", warning_id="0" * 32, warning_kind="not_reported", series_id="s2",
        plan_id=JIANDE, region_code="330182", indicator_id=f"{JIANDE}-greenway", indicator_name="新增绿道",
        target_year=2027, department_names=[], raised_on=date(2026, 1, 1), is_standing=True, is_open=False,
        state="closed", due_date=date(2026, 1, 8), message="没有报送，也没有公布的数", statement_id=f"{JIANDE}-q0002",
    )  # fmt: skip
    _insert(
        connection, "marts.fct_supervision_events", event_id="e1", warning_id="58bfc25e6a12c15b80eca2a3d8293d67",
        event_number=1, event_kind="answered", occurred_on=date(2026, 11, 12), reason="<b>已开工</b>，月底前补齐",
        recorded_by="张三", is_warning_known=True, is_of_present_run=True, is_in_order=True,
    )  # fmt: skip
    year = {"period_kind": "year", "year": 2024, "period_end": date(2024, 12, 31)}
    for code, value, rank in (("331126", 62.4, 2), ("330182", 72.2, 1)):
        ranked = {"region_code": code, "level": "county", "is_provisional": False, **year}
        _insert(
            connection, "marts.mart_indicator_ranking", ranking_id=f"i{code}", indicator_id="urbanisation_rate",
            value=value, unit_code="percent", direction="higher", rank_in_level=rank, is_tied_in_level=False,
            compared_in_level_count=2, rank_in_level_change=2 - 2 * rank + 1, **ranked,
        )  # fmt: skip
        _insert(
            connection, "marts.mart_ranking", ranking_id=f"r{code}", method="position", method_name="位次",
            is_default_method=True, attribute_class="约束性", compared_within="level", score=100.0 * (2 - rank),
            rank=rank, is_tied=False, compared_count=2, indicator_count=1, group_indicator_count=1, **ranked,
        )  # fmt: skip
    _insert(
        connection, "marts.mart_indicator_ranking", ranking_id="missing", indicator_id="urbanisation_rate",
        region_code="330000", level="county", direction="higher", unit_code="percent", no_rank_reason="未报", **year,
    )  # fmt: skip
    _insert(
        connection, "marts.fct_submission_texts", text_id="t1", submission_id="s", region_code="331126",
        department_name="县发改局", month=date(2026, 10, 1), item_name="县城扩容", progress_text="已开工",
        problem_text="<i>征地未完</i>", next_step_text="月底前交地", is_quarantined=False, is_current=True,
        sheet="任务", row_number=5,
    )  # fmt: skip
    for month, told in ((date(2026, 9, 1), "已立项"), (date(2026, 10, 1), "大坝已开工")):
        _insert(
            connection, "marts.fct_submission_texts", text_id=f"t{month}", submission_id="s", region_code="331126",
            department_name="县水利局", month=month, item_kind="project", item_name="云岭水库", plan_id=QINGYUAN,
            progress_text=told, is_quarantined=False, is_current=True, sheet="项目", row_number=5,
        )  # fmt: skip
    _insert(
        connection, "marts.plan_conflicts", conflict_id="c1", conflict_kind="plan_against_later_plan",
        severity="contradiction", region_code="331126", indicator_id="urbanisation_rate", year=2027,
        plan_id_a=QINGYUAN, statement_id_a=f"{QINGYUAN}-q0001", value_a=69.0, quote_a="常住人口城镇化率达到69%",
        start_char_a=46, end_char_a=49, plan_id_b=QINGYUAN, statement_id_b=f"{QINGYUAN}-q0002", value_b=62.4,
        quote_b="其中2022年为62.4%", start_char_b=58, end_char_b=63, unit_code="percent", size=6.6,
        explanation="前后两处对不上（示例）",
    )  # fmt: skip
    for number, value in ((2026, 67.0), (2027, 69.0)):
        _insert(
            connection, "marts.fct_indicator_milestones", milestone_id=f"m{number}", target_id=target,
            plan_id=QINGYUAN, region_code="331126", indicator_id="urbanisation_rate", period_kind="year", year=number,
            period_end=date(number, 12, 31), milestone_value=value, unit_code="percent", milestone_rule="straight_line",
        )  # fmt: skip


def build(home: Path, version: str = "20261120-083000", *, empty: bool = False) -> Path:
    """Publish the fixture under ``home`` and return the link. ``empty`` makes the tables without any row of marts."""
    folder = home / "published"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"planledger-{version}.duckdb"
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as connection:
        for schema in ("marts", "quality", "meta"):
            connection.execute(f"create schema {schema}")
        for table, columns in (TABLES | mart_tables()).items():
            connection.execute(f"create table {table} ({columns})")
        _insert(
            connection, "meta.publication", version=version, published_at=datetime(2026, 11, 20, 0, 30),
            run_id="run-2", duckdb_version=duckdb.__version__, code_version="abc1234",
        )  # fmt: skip
        if not empty:
            _dimensions(connection)
            _plan(connection, QINGYUAN, "000", QINGYUAN_TEXT, "331126", "庆元县")
            _plan(connection, JIANDE, "003", JIANDE_TEXT, "330182", "建德市")
            _statements(connection)
            _actuals(connection)
            _numbers(connection)
            _review(connection)
            _submissions(connection)
            _managers(connection)
            _items(connection)
            _quality(connection)
    link = folder / "planledger.duckdb"
    temporary = folder / ".planledger.duckdb.new"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(file.name)
    temporary.replace(link)
    return link


if __name__ == "__main__":
    import sys

    print(build(Path(sys.argv[1])))
