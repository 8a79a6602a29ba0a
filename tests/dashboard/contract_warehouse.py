"""A warehouse with every table of the contracts, in which every text of a row tells whose the row is.

Three owners: two departments of one region, and a department of another region that is written like the first. Keys fit
together within an owner, so the queries find rows, and a row that reaches somebody else gives itself away.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import yaml

from tests.dashboard.fixture_warehouse import TABLES

MODELS = Path(__file__).resolve().parents[2] / "dbt" / "models" / "marts"
# Lists that belong to nobody.
REFERENCE = ("dim_region", "dim_unit", "dim_light_rule", "dim_progress_state")
MONTH = date(2026, 10, 1)


class Owner(NamedTuple):
    """``tag`` begins every text of its rows; ``indicator`` is in the catalogue, which is everybody's."""

    tag: str
    indicator: str
    region_code: str
    region_tag: str
    department: str


OWN = Owner("甲一", "gdp1", "331126", "甲", "县发改局")
SAME_REGION = Owner("甲二", "gdp2", "331126", "甲", "县教育局")
ELSEWHERE = Owner("乙一", "gdp3", "330182", "乙", "县发改局")
OWNERS = (OWN, SAME_REGION, ELSEWHERE)

# What the queries ask of a row, so that they find it.
_FIXED = {
    "period_kind": "year", "number_use": "unread", "attribute": "约束性", "severity": "error", "status": "behind",
    "kind": "target", "item_kind": "project", "unit_code": "percent", "run_id": "run",
    "level": "county", "compared_within": "level",
}  # fmt: skip
# Of the plan, hence the same for both departments of its region.
_OF_PLAN = ("plan_id", "document_id", "plan_id_a", "plan_id_b", "region_name", "doc", "plan_title", "section_id")
_EMPTY = ("superseded_at", "withdrawn_at")


def marts() -> dict[str, dict[str, str]]:
    """The columns and types of every mart, by the contracts."""
    found = {}
    for path in sorted(MODELS.glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models") or []:
            found[model["name"]] = {column["name"]: column["data_type"].lower() for column in model["columns"]}
    return found


def _value(owner: Owner, name: str, kind: str) -> Any:
    if name in _EMPTY:
        return None
    if name == "is_quarantined":
        return False
    if name == "indicator_id":
        return owner.indicator
    if name in ("departments", "department_names", "lead_departments"):
        return [owner.department]
    if name == "department_name":
        return owner.department
    if name.endswith("region_code"):
        return owner.region_code
    if name in _OF_PLAN:
        return f"{owner.region_tag}-{name.removesuffix('_a').removesuffix('_b')}"
    text = _FIXED.get(name, f"{owner.tag}-{name}")
    values = {"varchar": text, "boolean": True, "date": MONTH, "timestamp": datetime(2026, 11, 1)}
    if kind.endswith("[]"):
        return [] if kind != "varchar[]" else [text]
    return values.get(kind, 2026)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    marks = ", ".join("?" for _ in row)
    connection.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))


def build(home: Path) -> Path:
    """Publish it under ``home``; the file."""
    folder = home / "published"
    folder.mkdir(parents=True)
    file = folder / "planledger-20261120-083000.duckdb"
    with duckdb.connect(str(file)) as connection:
        for schema in ("marts", "quality", "meta"):
            connection.execute(f"create schema {schema}")
        tables = {f"marts.{name}": columns for name, columns in marts().items()}
        for name in ("meta.publication", "meta.inputs", "quality.check_results"):
            flat = " ".join(TABLES[name].split())
            tables[name] = dict(column.strip().lower().split(" ", 1) for column in flat.split(","))
        tables["quality.check_history"] = tables["quality.check_results"]
        for name, columns in tables.items():
            described = ", ".join(f"{column} {kind}" for column, kind in columns.items())
            connection.execute(f"create table {name} ({described})")
            if name.removeprefix("marts.") in (*REFERENCE, "dim_plan", "plan_texts") or name == "meta.publication":
                continue
            for owner in OWNERS:
                row = {column: _value(owner, column, kind) for column, kind in columns.items()}
                if name.startswith("quality."):  # what a check says is about everybody, its sample somebody's row
                    row |= {column: "x" for column, kind in columns.items() if kind == "varchar" and column != "sample"}
                _insert(connection, name, row)
                if "period_kind" in columns:  # years, months and the present have queries of their own
                    for period in ("month", "current"):
                        _insert(connection, name, row | {"period_kind": period})
        _fill_shared(connection, tables)
    (folder / "planledger.duckdb").symlink_to(file.name)
    return file


def _fill_shared(connection: duckdb.DuckDBPyConnection, tables: dict[str, dict[str, str]]) -> None:
    """One plan a region, an indicator of the catalogue beside those of the plans, and the lists."""
    for owner in (OWN, ELSEWHERE):
        for name in ("marts.dim_plan", "marts.plan_texts"):
            _insert(connection, name, {column: _value(owner, column, kind) for column, kind in tables[name].items()})
        # Only the text may differ: the plan's other indicators are tagged as the rows of facts are.
        connection.execute(
            "insert into marts.dim_region (region_code, region_name, path_name) values (?, ?, ?)",
            [owner.region_code, f"地区{owner.region_code}", f"省 / 地区{owner.region_code}"],
        )
    # Beside the catalogue, what only a plan names: with a sentence and a target of it.
    connection.execute(
        "update marts.dim_indicator set is_catalogued = false, indicator_id = replace(indicator_name, '_name', '_id')"
    )
    for owner in OWNERS:
        connection.execute(
            "insert into marts.dim_indicator (indicator_id, indicator_name, is_catalogued) values ($1, $1, true)",
            [owner.indicator],
        )
        for name in ("fct_plan_statements", "fct_indicator_targets"):
            connection.execute(
                f"insert into marts.{name} by name select * replace (? as indicator_id) "
                f"from marts.{name} where indicator_id = ?",
                [f"{owner.tag}-indicator_id", owner.indicator],
            )
    # A sentence about one region in the plan of another, both ways round, and one about no region that is known.
    for region, plan in ((OWN, ELSEWHERE), (ELSEWHERE, OWN)):
        for name in ("fct_indicator_targets", "fct_plan_statements", "fct_indicator_progress", "mart_warnings"):
            connection.execute(
                f"insert into marts.{name} by name select * replace (? as region_code, ? as plan_id) "
                f"from marts.{name} where region_code = ? limit 1",
                [region.region_code, _value(plan, "plan_id", "varchar"), ELSEWHERE.region_code],
            )
    # A conflict with a plan of another region quotes that plan.
    connection.execute(
        "insert into marts.plan_conflicts by name select * replace ('乙-plan_id' as plan_id_b, '乙-quote' as quote_b) "
        "from marts.plan_conflicts where region_code = ? limit 1",
        [OWN.region_code],
    )
    connection.execute("insert into marts.dim_unit (unit_code, unit_name) values ('percent', '%')")
    connection.execute("insert into meta.publication (version, published_at) values ('one', '2026-11-20')")
