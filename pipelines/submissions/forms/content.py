"""What a department is asked: the published plans -> forms. Only reads, and only for as long as its queries take."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pipelines.submissions.forms.keys import item_key
from pipelines.submissions.forms.shown import deadline_text, investment_text, target_text
from pipelines.submissions.model import Form, FormRow
from pipelines.warehouse.query import is_example_data

if TYPE_CHECKING:
    import duckdb

# One row for each department and indicator: the target that is due next, else the latest. A total over years stands
# behind a target of the year itself. What a plan reckons up of the plan before it is nobody's task any more.
_INDICATORS = """
with named as (
    select unnest(list_distinct(departments)) as department, targets.*
    from marts.fct_indicator_targets as targets
    where not is_earlier_plan
),
due as (
    select * from named
    qualify row_number() over (
        partition by region_code, department, indicator_id
        order by year < $year, abs(year - $year), is_period_total, target_value is null, document_id, start_char
    ) = 1
),
known as (
    select region_code, indicator_id, is_period_total, unit_code, value, period_start, period_end
    from marts.fct_indicator_actuals
    where is_preferred and value is not null and period_end < $month and period_kind in ('year', 'span')
    qualify row_number() over (
        partition by region_code, indicator_id, is_period_total order by period_end desc, period_start desc
    ) = 1
)
select
    due.*, plans.plan_title, plans.doc, regions.region_name, indicators.indicator_name, indicators.kind,
    indicators.direction, units.unit_name, known.value as last_value, known.period_end as last_period_end,
    known.period_start as last_period_start
from due
join marts.dim_plan as plans on due.plan_id = plans.plan_id
join marts.dim_region as regions on due.region_code = regions.region_code
join marts.dim_indicator as indicators on due.indicator_id = indicators.indicator_id
left join marts.dim_unit as units on due.unit_code = units.unit_code
left join known
    on due.region_code = known.region_code and due.indicator_id = known.indicator_id
    and due.is_period_total = known.is_period_total
    and due.unit_code is not distinct from known.unit_code
"""
_MEASURES = """
select unnest(list_distinct(measures.departments || measures.lead_departments)) as department, measures.measure_id,
    measures.plan_id, measures.region_code, measures.title, measures.path, measures.deadline_year,
    measures.document_id, measures.start_char, plans.plan_title, plans.doc, regions.region_name
from marts.fct_measures as measures
join marts.dim_plan as plans on measures.plan_id = plans.plan_id
join marts.dim_region as regions on measures.region_code = regions.region_code
"""
_PROJECTS = """
select unnest(list_distinct(projects.departments)) as department, projects.*, plans.plan_title, plans.doc,
    coalesce(projects.region_code, plans.region_code) as asked_region_code, regions.region_name
from marts.fct_projects as projects
join marts.dim_plan as plans on projects.plan_id = plans.plan_id
join marts.dim_region as regions on coalesce(projects.region_code, plans.region_code) = regions.region_code
"""


@dataclass(frozen=True, slots=True, order=True)
class Department:
    """A responsible unit as the plans of a region write it."""

    region_code: str
    name: str
    region_name: str


def departments(connection: duckdb.DuckDBPyConnection) -> list[Department]:
    """Every department of the published plans, by region code and name."""
    rows = connection.execute("select region_code, department_name, region_name from marts.dim_department").fetchall()
    return sorted(Department(code, name, region or code) for code, name, region in rows)


def read_forms(
    connection: duckdb.DuckDBPyConnection, month: date, of: Department | None = None
) -> dict[Department, Form]:
    """The forms of a month, of one department or of every one.

    Args:
        connection: to the published file; three queries whatever the number of departments.
        month: first day of the month reported on.
        of: only this department.

    Returns:
        Forms with at least one row, by department in order of region code and name. Rows are in the order of the
        plans; indicators, measures and projects keep apart by ``item_kind``.
    """
    asked: dict[tuple[str, str], dict[str, tuple[tuple[Any, ...], FormRow]]] = {}
    for query, make in ((_INDICATORS, _indicator), (_MEASURES, _measure), (_PROJECTS, _project)):
        for row in _rows(connection, query, month, of):
            made = make(row)
            rows = asked.setdefault((made.region_code, row["department"]), {})
            place = (row["doc"], row["document_id"], row["start_char"] or 0)
            kept = rows.get(made.row_id)
            # Two plans may name one project: the mention with more to say stays.
            if kept is None or (kept[1].target_value is None and made.target_value is not None):
                rows[made.row_id] = (place, made)
    forms: dict[Department, Form] = {}
    is_example = is_example_data(connection)
    for department in departments(connection) if of is None else [of]:
        found = asked.get((department.region_code, department.name))
        if found:
            ordered = tuple(row for _, row in sorted(found.values(), key=lambda item: item[0]))
            forms[department] = Form(
                department.name, department.region_code, department.region_name, month, ordered, is_example
            )
    return forms


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, month: date, of: Department | None
) -> list[dict[str, Any]]:
    parameters: dict[str, Any] = {}
    if "$year" in query:
        parameters = {"year": month.year, "month": month}
    if of is not None:
        query = f"select * from ({query}) where department = $department"
        parameters["department"] = of.name
    cursor = connection.execute(query, parameters)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def row_id(prefix: str, *parts: str) -> str:
    """A row's id: the same in every month, in every file."""
    return f"{prefix}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"


def _indicator(row: dict[str, Any]) -> FormRow:
    return FormRow(
        row_id=row_id("i", row["region_code"], row["indicator_id"]),
        item_kind="indicator",
        item_name=row["indicator_name"],
        plan_id=row["plan_id"],
        plan_title=row["plan_title"],
        region_code=row["region_code"],
        region_name=row["region_name"],
        indicator_id=row["indicator_id"],
        unit=row["unit_name"] or "",
        unit_code=row["unit_code"],
        indicator_kind=row["kind"],
        direction=row["direction"],
        attribute=row["attribute"],
        target_year=row["year"],
        target_value=row["target_value"],
        target_comparator=row["comparator"],
        target_text=target_text(row),
        last_period_end=row["last_period_end"],
        last_value=row["last_value"],
        quote=row["quote"] or "",
        document_id=row["document_id"],
        start_char=row["start_char"],
    )


def _measure(row: dict[str, Any]) -> FormRow:
    return FormRow(
        row_id=row_id("m", row["measure_id"]),
        item_kind="measure",
        item_name=row["title"] or row["path"] or row["measure_id"],
        plan_id=row["plan_id"],
        plan_title=row["plan_title"],
        region_code=row["region_code"],
        region_name=row["region_name"],
        target_year=row["deadline_year"],
        target_text=deadline_text(row["deadline_year"]),
        quote=row["path"] or "",
        document_id=row["document_id"],
        start_char=row["start_char"],
    )


def _project(row: dict[str, Any]) -> FormRow:
    return FormRow(
        row_id=row_id("p", row["asked_region_code"], item_key(row["project_name"])),
        item_kind="project",
        item_name=row["project_name"],
        plan_id=row["plan_id"],
        plan_title=row["plan_title"],
        region_code=row["asked_region_code"],
        region_name=row["region_name"],
        unit="亿元",  # what is reported of a project is the investment done
        unit_code="cny_100m",
        target_year=row["end_year"],
        target_value=row["investment_100m_cny"],
        target_text=investment_text(row),
        quote=row["quote"] or "",
        document_id=row["document_id"],
        start_char=row["start_char"],
    )
