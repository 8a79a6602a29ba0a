"""A small published warehouse of invented verdicts. Tables have the columns of the dbt contracts, so none can drift."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

from pipelines.settings import PROJECT_DIR

CODE, PLAN, OTHER = "331126", "a000000000000001", "b000000000000002"
END, BEFORE, MONTH = date(2026, 6, 30), date(2026, 5, 31), date(2026, 6, 1)
STATES = [
    "achieved",
    "ahead",
    "on_track",
    "behind",
    "regressing",
    "not_due",
    "not_reported",
    "no_target",
    "undetermined",
]
NAMES = ["已完成", "超进度", "达进度", "欠进度", "倒退", "未到期", "未报", "未设目标", "待定"]
Row = dict[str, Any]

# name, class, status, light, severity, target, milestone, actual, gap, state before, severity before
TARGETS: list[tuple[Any, ...]] = [
    ("PM2.5年平均浓度", "约束性", "behind", "yellow", 1, 20.0, 22.5, 23.25, -10.7143, "on_track", 0),
    ("空气质量优良天数比率", "约束性", "on_track", "green", 0, 100.0, 98.0, 98.5, 25.0, "on_track", 0),
    ("粮食产量", "约束性", "not_reported", None, None, 3.3, 1.65, None, None, None, None),
    ("3岁以下婴幼儿托位数", "预期性", "regressing", "red", 2, 200.0, 150.0, 90.0, -83.8333, "behind", 1),
    ("城镇化率", "预期性", "ahead", "green", 0, 69.0, 67.0, 68.2, 17.1429, "behind", 1),
    ("<b>=1+1</b>覆盖率", "未注明", "undetermined", None, None, None, None, None, None, None, None),
]


@cache
def contracts() -> dict[str, dict[str, str]]:
    """Columns and types of the marts by table."""
    found = {}
    for path in sorted((PROJECT_DIR / "dbt" / "models" / "marts").glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models") or []:
            found[model["name"]] = {column["name"]: column["data_type"] for column in model["columns"]}
    return found


def _progress(number: int, row: tuple[Any, ...], end: date) -> Row:
    _, kind, status, light, severity, target, milestone, actual, gap, was, was_severity = row
    if end == BEFORE:
        status, severity, light = was, was_severity, ("green", "yellow", "red")[was_severity]
    return {
        "progress_id": f"p{number}-{end:%m}",
        "target_id": f"t{number}",
        "series_id": f"s{number}",
        "plan_id": PLAN,
        "region_code": CODE,
        "indicator_id": f"i{number}",
        "period_kind": "month",
        "year": 2026,
        "month": end.month,
        "period_end": end,
        "target_year": 2027,
        "is_period_total": False,
        "is_nearest_target": True,
        "attribute": None if kind == "未注明" else kind,
        "path": "straight_line",
        "target_value": target,
        "comparator": "le" if number == 0 else "ge",
        "unit_code": "u" if number in (1, 4) else "n",
        "milestone_value": milestone,
        "actual_value": actual,
        "schedule_gap_points": gap,
        "schedule_gap_unit": None if gap is None else "个百分点",
        "milestone_gap_value": None if actual is None else (milestone - actual if number == 0 else actual - milestone),
        "completion_pct": None if actual is None else actual * 100 / target,
        "is_judged": status in STATES[:5],
        "is_provisional": number == 0,
        "status": status,
        "light": light,
        "light_severity": severity,
        "is_worse": end == END and was is not None and (severity > was_severity or status == "regressing" != was),
        "light_rule_set": "ndrc" if light else None,
        "start_char": number,
        "document_id": PLAN,
        "status_reason": None if status in STATES[:5] else "没有报送，也没有公布的数",
    }


def _scorecard(key: str, name: str, rows: list[tuple[Any, ...]], **more: Any) -> Row:
    counts = {f"{state}_count": sum(row[2] == state for row in rows) for state in STATES}
    return {
        "scorecard_id": key,
        "attribute_class": name,
        "period_kind": "month",
        "year": 2026,
        "month": 6,
        "period_end": END,
        "target_count": len(rows),
        "judged_count": sum(row[2] in STATES[:5] for row in rows),
        "annual_only_count": 2 if name == "约束性" else 0,
        "not_asked_count": 0,
        "provisional_count": int(name == "约束性"),
        **counts,
        **more,
    }


def rows() -> dict[str, list[Row]]:
    """The rows of every table that documents read."""
    classes = {name: [row for row in TARGETS if row[1] == name] for name in ("约束性", "预期性", "未注明")}
    now = [_progress(number, row, END) for number, row in enumerate(TARGETS)]
    before = [_progress(number, row, BEFORE) for number, row in enumerate(TARGETS) if row[9]]
    return {
        "dim_region": [
            {"region_code": CODE, "region_name": "庆元县"},
            {"region_code": "331100", "region_name": "丽水市"},
        ],
        "dim_unit": [
            {"unit_code": "u", "unit_name": "%", "quantity": "percent"},
            {"unit_code": "n", "unit_name": "个", "quantity": "count"},
        ],
        "dim_indicator": [
            {"indicator_id": f"i{n}", "indicator_name": row[0], "kind": "rate"} for n, row in enumerate(TARGETS)
        ],
        "dim_plan": [
            {
                "plan_id": PLAN,
                "plan_title": "庆元县示例方案（2023—2027年）",
                "region_code": CODE,
                "document_number": "庆政办发〔2023〕11号",
                "start_year": 2023,
            }
        ],
        "dim_progress_state": [
            {"status": s, "status_name": n, "ordinal": o, "is_judged": o <= 5}
            for o, (s, n) in enumerate(zip(STATES, NAMES, strict=True), 1)
        ],
        "dim_light_rule": [
            {
                "light_rule_id": f"ndrc-{light}",
                "rule_set": "ndrc",
                "rule_set_name": "晴雨表",
                "is_in_force": True,
                "light": light,
                "light_name": name,
                "severity": severity,
                "basis": "target_pct",
                "source": "发改办环资〔2020〕901号",
            }
            for severity, (light, name) in enumerate((("green", "绿灯"), ("yellow", "黄灯"), ("red", "红灯")))
        ],
        "fct_indicator_targets": [
            {
                "target_id": f"t{n}",
                "attribute": None if row[1] == "未注明" else row[1],
                "departments": ["县发改局", "县教育局"],
                "section_path": "一、总体要求 / （一）目标" if n < 3 else "二、重点任务",
                "target_value_text": "完成上级下达任务",
            }
            for n, row in enumerate(TARGETS)
        ],
        "fct_indicator_progress": [*now, *before],
        "fct_submission_figures": [
            {"submission_id": "x1", "row_key": "r0", "indicator_id": "i0", "region_code": CODE},
        ],
        "fct_submission_texts": [
            {
                "text_id": "x1-1",
                "submission_id": "x1",
                "row_key": "r0",
                "region_code": CODE,
                "month": MONTH,
                "department_name": "县发改局",
                "item_kind": "indicator",
                "plan_id": PLAN,
                "is_current": True,
                "is_quarantined": False,
                "problem_text": "4月扬尘管控不到位",
                "next_step_text": "7月底前完成3处整治。",
            },
        ],
        "mart_region_scorecard": [
            *(_scorecard(f"m-{name}", name, found, region_code=CODE) for name, found in classes.items()),
            {
                "scorecard_id": "now",
                "region_code": CODE,
                "attribute_class": "约束性",
                "period_kind": "current",
                "period_end": date(2026, 7, 20),
            },
        ],
        "mart_chapter_scorecard": [
            _scorecard(
                "c1", "约束性", classes["约束性"], plan_id=PLAN, chapter_name="一、总体要求", chapter_start_char=0
            ),
            _scorecard(
                "c2", "预期性", classes["预期性"], plan_id=PLAN, chapter_name="二、重点任务", chapter_start_char=9
            ),
            _scorecard(
                "c3", "未注明", classes["未注明"], plan_id=PLAN, chapter_name="二、重点任务", chapter_start_char=12
            ),
        ],
        "mart_warnings": [
            {
                "warning_id": f"w{number}",
                "warning_kind": kind,
                "series_id": f"s{number}",
                "region_code": CODE,
                "indicator_name": TARGETS[number][0],
                "department_names": ["县发改局"],
                "raised_on": raised,
                "last_raised_on": END,
                "running_count": 2,
                "is_open": is_open,
                "is_standing": True,
                "state": "raised",
                "due_date": due,
                "attribute": TARGETS[number][1],
            }
            for number, kind, raised, due, is_open in (
                (3, "red", END, date(2026, 7, 24), True),
                (2, "not_reported", BEFORE, date(2026, 6, 12), True),
                (0, "worse", END, date(2026, 7, 24), False),
                (1, "red", date(2026, 7, 31), date(2026, 8, 14), True),
            )
        ],
        "mart_ranking": [
            {
                "ranking_id": "k1",
                "method": "completion",
                "method_name": "完成率",
                "is_default_method": True,
                "attribute_class": "约束性",
                "compared_within": "parent",
                "level": "county",
                "group_region_code": "331100",
                "period_kind": "month",
                "year": 2026,
                "month": 6,
                "period_end": END,
                "region_code": CODE,
                "score": 97.4444,
                "rank": 2,
                "is_tied": True,
                "compared_count": 9,
                "indicator_count": 4,
                "group_indicator_count": 5,
                "is_provisional": False,
                "period_end_before": BEFORE,
                "rank_before": 5,
                "rank_change": 3,
            },
        ],
        "mart_submission_status": [
            {
                "status_id": f"q{number}",
                "region_code": CODE,
                "department_name": name,
                "month": MONTH,
                "due_date": date(2026, 7, 6),
                "status": status,
                "first_received_at": received,
                "late_days": late,
                "asked_count": 12,
                "answered_count": 11,
                "quality_score": score,
            }
            for number, (name, status, received, late, score) in enumerate(
                (
                    ("县发改局", "in_time", datetime(2026, 7, 5, 17, 30), 0, 9.8),
                    ("县教育局", "missing", None, None, None),
                    ("县民政局", "late", datetime(2026, 7, 8, 1, 0), 2, 8.5),
                )
            )
        ],
    }


def build(home: Path, is_example: bool = False, as_of: date | None = None, run: str = "0349ff09-087c") -> Path:
    """Publish the tables below a home as a run does: a file and a link. Returns the file."""
    folder = home / "published"
    folder.mkdir(parents=True)
    file = folder / "planledger-1.duckdb"
    columns = contracts()
    with duckdb.connect(str(file)) as connection:
        connection.execute("create schema marts; create schema meta")
        connection.execute(
            "create table meta.publication (version varchar, published_at timestamp, run_id varchar, "
            "is_example boolean, as_of date)"
        )
        values = [f"20260720T010203Z-{run[:8]}", datetime(2026, 7, 20, 1, 2, 3), run, is_example, as_of]
        connection.execute("insert into meta.publication values (?, ?, ?, ?, ?)", values)
        for table, found in rows().items():
            types = ", ".join(f"{name} {kind}" for name, kind in columns[table].items())
            connection.execute(f"create table marts.{table} ({types})")
            for row in found:
                marks = ", ".join(f"${name}" for name in row)
                connection.execute(f"insert into marts.{table} ({', '.join(row)}) values ({marks})", row)
    (folder / "planledger.duckdb").symlink_to(file.name)
    return file
