"""The rows a person may see, table by table, and a connection on which the queries see no others.

For somebody who may not see everything a database in memory is put in front of the published file, and a query finds
its tables there alone: views of the published ones, each with the condition of `RULES`. A table without a rule has no
view, so a query on it fails; a test holds `RULES` complete for all marts.

The rule, in words: a row that names a region belongs to that region; a row that names a plan, or a sentence of one,
belongs to the region whose plan it is; a row that names both has to belong to the person by both. Reference lists are
open. A department sees of its region what names the department, and the region's plans, which are what it works by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import duckdb

from dashboards.access_rules import Scope

# In the conditions `t` is the row, `published` the published file, `person` the one row about whom it is for.
_REGIONS = "(select unnest(regions) from scoped.access.person)"
_DEPARTMENTS = "(select departments from scoped.access.person)"
_PLANS = f"(select plan_id from published.marts.dim_plan where region_code in {_REGIONS})"
_NEVER = "false"

# By region. Null is nobody's: a condition that is null lets no row through.
_OF_REGION = f"t.region_code in {_REGIONS}"
_OF_PLAN = f"t.plan_id in {_PLANS}"
_OF_REGION_AND_PLAN = f"{_OF_PLAN} and coalesce(t.region_code in {_REGIONS}, true)"
_OF_DOCUMENT = f"t.document_id in (select document_id from published.marts.plan_texts where plan_id in {_PLANS})"

# By department, beside the region.
_NAMED = f"list_has_any(t.departments, {_DEPARTMENTS})"
_NAMED_BY_WARNING = f"list_has_any(t.department_names, {_DEPARTMENTS})"
_DEPARTMENT = "t.department_name in (select unnest(departments) from scoped.access.person)"
_ITS_TARGETS = f"(select target_id from published.marts.fct_indicator_targets as t where {_NAMED})"
_OF_ITS_TARGET = f"t.target_id in {_ITS_TARGETS}"


class NoRule(LookupError):
    """A query names a table of which nobody has said who may see it."""


class Rule(NamedTuple):
    """Which rows are for a viewer of regions, which of them for a department, and columns that neither is shown."""

    region: str
    department: str = "true"
    hidden: tuple[str, ...] = ()


_OPEN = Rule("true")

RULES: dict[str, Rule] = {
    # Reference: how we read and judge, not what anybody promised or did.
    "marts.dim_region": _OPEN,
    "marts.dim_unit": _OPEN,
    "marts.dim_light_rule": _OPEN,
    "marts.dim_progress_state": _OPEN,
    "meta.publication": _OPEN,
    # The catalogue is open; an indicator that only one plan names goes with its plan.
    "marts.dim_indicator": Rule(f"(t.plan_id is null or {_OF_PLAN})"),
    "marts.dim_department": Rule(_OF_REGION),
    "marts.dim_plan": Rule(_OF_REGION),
    # The text of a plan.
    "marts.plan_texts": Rule(_OF_PLAN),
    "marts.plan_sections": Rule(_OF_DOCUMENT),
    "marts.fct_plan_statements": Rule(_OF_REGION_AND_PLAN, _NAMED),
    "marts.fct_measures": Rule(_OF_PLAN, _NAMED),
    "marts.fct_projects": Rule(_OF_PLAN, _NAMED),
    "marts.fct_deliverables": Rule(_OF_PLAN, _NAMED),
    "marts.mart_measure_items": Rule(_OF_PLAN, _NAMED),
    # Targets, and what was reached.
    "marts.fct_indicator_targets": Rule(_OF_REGION_AND_PLAN, _NAMED),
    "marts.fct_target_versions": Rule(_OF_REGION_AND_PLAN, _OF_ITS_TARGET),
    "marts.fct_indicator_milestones": Rule(_OF_REGION_AND_PLAN, _OF_ITS_TARGET),
    "marts.fct_indicator_progress": Rule(_OF_REGION_AND_PLAN, _OF_ITS_TARGET),
    "marts.fct_indicator_forecasts": Rule(_OF_REGION_AND_PLAN, _OF_ITS_TARGET),
    "marts.fct_indicator_actuals": Rule(
        _OF_REGION,
        "(t.region_code, t.indicator_id) in "
        f"(select (region_code, indicator_id) from published.marts.fct_indicator_targets as t where {_NAMED})",
    ),
    # Warnings and what followed.
    "marts.mart_warnings": Rule(_OF_REGION_AND_PLAN, _NAMED_BY_WARNING),
    "marts.fct_supervision_events": Rule(
        f"t.warning_id in (select warning_id from published.marts.mart_warnings as t where {_OF_REGION_AND_PLAN})",
        f"t.warning_id in (select warning_id from published.marts.mart_warnings as t where {_NAMED_BY_WARNING})",
    ),
    # Scores. Those of a whole region, and its place among others, are not a department's.
    "marts.mart_department_scorecard": Rule(_OF_REGION, _DEPARTMENT),
    "marts.mart_region_scorecard": Rule(_OF_REGION, _NEVER),
    "marts.mart_chapter_scorecard": Rule(_OF_PLAN, _NEVER),
    "marts.fct_ranking_scores": Rule(_OF_REGION, _NEVER),
    "marts.mart_ranking": Rule(_OF_REGION, _NEVER),
    "marts.mart_indicator_ranking": Rule(_OF_REGION, _NEVER),
    # Submissions.
    "marts.fct_submissions": Rule(_OF_REGION, _DEPARTMENT),
    "marts.fct_submission_figures": Rule(_OF_REGION, _DEPARTMENT),
    "marts.fct_submission_texts": Rule(_OF_REGION, _DEPARTMENT),
    "marts.fct_submission_findings": Rule(_OF_REGION, _DEPARTMENT),
    "marts.mart_submission_status": Rule(_OF_REGION, _DEPARTMENT),
    # How well the texts were read: of whole plans, so not a department's.
    "marts.fct_plan_numbers": Rule(_OF_PLAN, _NEVER),
    "marts.mart_number_accounting": Rule(_OF_PLAN, _NEVER),
    "marts.fct_reading_findings": Rule(_OF_PLAN, _NEVER),
    "marts.fct_statement_doubts": Rule(
        f"t.statement_id in "
        f"(select statement_id from published.marts.fct_plan_statements as t where {_OF_REGION_AND_PLAN})",
        _NEVER,
    ),
    "marts.mart_review_list": Rule(_OF_PLAN, _NEVER),
    "marts.mart_indicator_links": Rule(_OF_DOCUMENT, _NEVER),
    "marts.mart_unlinked_names": Rule(_OF_DOCUMENT, _NEVER),
    # Both sentences are quoted, so both plans have to be the person's.
    "marts.plan_conflicts": Rule(
        f"coalesce(t.region_code in {_REGIONS}, true) and t.plan_id_a in {_PLANS} and t.plan_id_b in {_PLANS}", _NEVER
    ),
    # The files of one's own plans. Of the checks all may see how they went; a sample may hold anybody's rows.
    "meta.inputs": Rule(_OF_DOCUMENT),
    "quality.check_results": Rule("true", hidden=("sample",)),
    "quality.check_history": Rule("true", hidden=("sample",)),
}

SCHEMAS = ("marts", "meta", "quality")
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_NAMED_TABLE = re.compile(r"\b(marts|meta|quality)\s*\.\s*\"?(\w+)", re.IGNORECASE)


def tables_of(statement: str) -> list[str]:
    """The tables that a query names, by schema and name."""
    text = _COMMENT.sub(" ", statement)
    return sorted({f"{schema}.{table}".lower() for schema, table in _NAMED_TABLE.findall(text)})


def view_of(table: str, scope: Scope, published: str) -> str:
    """The statement that makes the view of a table of the database ``published``. Raises `NoRule`."""
    rule = RULES.get(table)
    if rule is None:
        raise NoRule(table)
    hidden = ", ".join(f"null::varchar as {column}" for column in rule.hidden)
    columns = f"* replace ({hidden})" if hidden else "*"
    condition = f"({rule.region})" + (f" and ({rule.department})" if scope.departments is not None else "")
    name = '"' + published.replace('"', '""') + '"'
    return f"create view scoped.{table} as select {columns} from published.{table} as t where {condition}".replace(
        " published.", f" {name}."
    )


class Scoped:
    """A connection to a published file on which queries find what a scope allows, and nothing of the file besides.

    Raises duckdb.Error.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, scope: Scope) -> None:
        self._connection = connection
        self._scope = scope
        self._published = str(connection.execute("select current_database()").fetchall()[0][0])
        self._present: set[str] = set()
        connection.execute("attach ':memory:' as scoped (read_write)")
        connection.execute(";".join(f"create schema scoped.{schema}" for schema in (*SCHEMAS, "access")))
        connection.execute(
            "create table scoped.access.person as select $1::varchar[] as regions, $2::varchar[] as departments",
            [list(scope.regions or ()), list(scope.departments or ())],
        )
        # Names without a database are looked for in `scoped` from here on, and in no other; no file can be read beside
        # the published one, and that cannot be taken back.
        connection.execute("use scoped; set enable_external_access = false; set lock_configuration = true")

    def allow(self, tables: list[str]) -> None:
        """Put views of these tables in place, those that are there left as they are. Raises `NoRule`."""
        views = [view_of(table, self._scope, self._published) for table in tables if table not in self._present]
        if views:
            self._connection.execute(";".join(views))
            self._present.update(tables)


@contextmanager
def open_scoped(path: str, scope: Scope, tables: list[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection on which these tables of a published file hold what a scope allows, closed at the end of the block.

    Raises `NoRule` and `duckdb.Error`.
    """
    with duckdb.connect(path, read_only=True) as connection:
        Scoped(connection, scope).allow(tables)
        yield connection
