"""任务与项目: every measure of a plan with its owners, deadline and checklist; promised results; named projects."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout
from dashboards import text as words

ROW_LIMIT = 1000
ANY = "all"
UNTOLD = "none"


def render() -> None:
    st.title(words.PAGE_TASKS)
    st.caption(words.TASKS_INTRO)
    plans = {row["plan_id"]: row for row in data.rows("plans")}
    if not plans:
        layout.say_empty()
        return
    plan, unit = _scope(plans)
    tasks = data.rows("tasks", plan=plan, unit=unit)
    results = data.rows("deliverables", plan=plan, unit=unit, row_limit=ROW_LIMIT)
    kinds = data.rows("project_kinds", plan=plan, unit=unit)
    _metrics(tasks, results, kinds)
    one_plan = plan is not None
    st.subheader(words.TASK_TABLE)
    _tasks(tasks, plan, one_plan)
    st.subheader(words.RESULT_TABLE)
    _results(results, one_plan)
    st.subheader(words.PROJECT_TABLE)
    _projects(kinds, plan, unit, one_plan)


def _scope(plans: dict[str, data.Row]) -> tuple[str | None, str | None]:
    left, right = st.columns([3, 2])
    titles = {ANY: words.ALL} | {key: formatting.plan_name(row["doc"], row["plan_title"]) for key, row in plans.items()}
    with left:
        plan = filters.choice("plan", words.FILTER_PLAN, titles, ANY, clears=("unit", "kind"))
    wanted = None if plan == ANY else plan
    units = {ANY: words.ALL}
    for row in data.rows("task_units", plan=wanted):
        units[row["unit"]] = words.UNIT_OPTION.format(unit=row["unit"], count=row["measure_count"])
    with right:
        unit = filters.choice("unit", words.FILTER_UNIT, units, ANY)
    return wanted, None if unit == ANY else unit


def _metrics(tasks: list[data.Row], results: list[data.Row], kinds: list[data.Row]) -> None:
    figures = [
        (words.METRIC_TASKS, len(tasks), words.METRIC_TASKS_HELP),
        (words.ITEM_KINDS["quantified"], sum(row["quantified_count"] for row in tasks), words.METRIC_QUANTIFIED_HELP),
        (words.ITEM_KINDS["deliverable"], len(results), words.METRIC_RESULTS_HELP),
        (words.ITEM_KINDS["project"], sum(row["project_count"] for row in kinds), words.METRIC_PROJECTS_HELP),
        (words.METRIC_UNOWNED, sum(not row["departments"] for row in tasks), words.METRIC_UNOWNED_HELP),
        (words.METRIC_NO_ITEMS, sum(not _item_count(row) for row in tasks), words.METRIC_NO_ITEMS_HELP),
    ]
    with st.container(horizontal=True, gap="small"):
        for label, count, help_text in figures:
            st.metric(label, f"{count:,}", help=help_text, border=True, width=142)


def _item_count(task: data.Row) -> int:
    return int(task["quantified_count"] + task["deliverable_count"] + task["project_count"])


def _place_link(row: data.Row) -> str:
    return formatting.page_link("text", plan=row["plan_id"], start=row["start_char"], end=row["end_char"])


def _tasks(tasks: list[data.Row], plan: str | None, one_plan: bool) -> None:
    if not tasks:
        st.info(words.NO_TASKS)
        return
    items: dict[str, list[data.Row]] = defaultdict(list)
    for item in data.rows("task_items", plan=plan):
        items[item["measure_id"]].append(item)
    columns = [ui.column("task", words.COLUMN_TASK, width="20%")]
    if not one_plan:
        columns.append(ui.column("plan", words.COLUMN_PLAN))
    columns += [
        ui.column("units", words.COLUMN_UNITS, width="16%"),
        ui.column("deadline", words.COLUMN_DEADLINE),
        ui.column("quantified", words.ITEM_KINDS["quantified"], sort=False),
        ui.column("deliverable", words.ITEM_KINDS["deliverable"], sort=False),
        ui.column("project", words.ITEM_KINDS["project"], sort=False),
        ui.column("report", words.COLUMN_REPORTED, width="16%", sort=False),
    ]
    reports = _reports(plan, "measure")
    ui.table("tasks", columns, [_task_row(row, items[row["measure_id"]], reports) for row in tasks], height="44rem")


def _reports(plan: str | None, kind: str) -> dict[tuple[str, str], data.Row]:
    """What was reported last of each measure or project, by plan and name."""
    return {
        (row["plan_id"], row["item_name"]): row
        for row in data.rows("item_reports", plan=plan)
        if row["item_kind"] == kind
    }


def _report(row: data.Row | None) -> dict[str, object]:
    if row is None:
        return ui.cell("—")
    told = row["progress_text"] or row["problem_text"] or row["next_step_text"] or words.MISSING
    when = words.MONTH_OPTION.format(year=row["month"].year, month=row["month"].month)
    return ui.cell(told, sub=f"{row['department_name']} · {when}")


def _task_row(row: data.Row, items: list[data.Row], reports: dict[tuple[str, str], data.Row]) -> dict[str, object]:
    others = [unit for unit in row["departments"] or [] if unit not in (row["lead_departments"] or [])]
    lead = words.LEAD.format(units=formatting.names(row["lead_departments"])) if row["lead_departments"] else ""
    shown: dict[str, object] = {
        "task": ui.cell(
            f"{row['number'] or ''}{row['title'] or ''}" or words.NO_TITLE,
            href=formatting.page_link("text", plan=row["plan_id"], start=row["start_char"], end=row["end_char"]),
            sub=" / ".join((row["path"] or "").split(" / ")[:-1]) or None,
            sort=row["start_char"],
        ),
        "plan": ui.cell(f"{row['doc']} {row['region_name'] or ''}"),
        "units": ui.cell(lead or formatting.names(others), sub=formatting.names(others) if lead and others else None),
        "deadline": ui.cell(formatting.year(row["deadline_year"]), sort=row["deadline_year"], style="nowrap"),
        "report": _report(reports.get((row["plan_id"], row["title"]))),
    }
    for kind in words.ITEM_KINDS:
        mine = [item for item in items if item["item_kind"] == kind]
        shown[kind] = ui.links(*((_item_words(item), _item_link(item)) for item in mine)) if mine else ui.cell("—")
    return shown


def _item_words(item: data.Row) -> str:
    if item["deadline_year"] is None:
        return str(item["item_text"])
    return words.ITEM_BY.format(text=item["item_text"], year=item["deadline_year"])


def _item_link(item: data.Row) -> str:
    return formatting.statement_link(item["statement_id"]) or _place_link(item)


def _task_name(row: data.Row) -> str:
    return f"{row['measure_number'] or ''}{row['measure_title'] or ''}" or "—"


def _results(results: list[data.Row], one_plan: bool) -> None:
    if not results:
        st.info(words.NO_RESULTS)
        return
    if len(results) == ROW_LIMIT:
        st.caption(words.FIRST_ROWS.format(limit=ROW_LIMIT))
    columns = [
        ui.column("result", words.COLUMN_RESULT_TEXT, width="34%"),
        ui.column("deadline", words.COLUMN_DEADLINE),
        ui.column("units", words.COLUMN_UNITS, width="26%"),
        ui.column("task", words.COLUMN_TASK, width="20%"),
    ]
    if not one_plan:
        columns.insert(1, ui.column("plan", words.COLUMN_PLAN))
    rows = [
        {
            "result": ui.cell(row["deliverable_text"], href=_place_link(row)),
            "plan": ui.cell(f"{row['doc']} {row['region_name'] or ''}"),
            "deadline": ui.cell(formatting.year(row["end_year"]), sort=row["end_year"], style="nowrap"),
            "units": ui.cell(formatting.names(row["departments"])),
            "task": ui.cell(_task_name(row)),
        }
        for row in results
    ]
    ui.table("results", columns, rows, height="32rem")


def _projects(kinds: list[data.Row], plan: str | None, unit: str | None, one_plan: bool) -> None:
    if not kinds:
        st.info(words.NO_PROJECTS)
        return
    options = {ANY: words.ALL}
    for row in kinds:
        label = row["kind"] or words.KIND_UNTOLD
        options[row["kind"] or UNTOLD] = words.UNIT_OPTION.format(unit=label, count=row["project_count"])
    kind = filters.choice("kind", words.FILTER_SECTOR, options, ANY)
    wanted = None if kind == ANY else "" if kind == UNTOLD else kind
    rows = data.rows("projects", plan=plan, unit=unit, kind=wanted, row_limit=ROW_LIMIT)
    total = sum(row["project_count"] for row in kinds if wanted in (None, row["kind"]))
    if total > ROW_LIMIT:
        st.caption(words.ROW_LIMIT.format(limit=ROW_LIMIT, count=total))
    stated = sum(row["with_investment_count"] for row in kinds if wanted in (None, row["kind"]))
    st.caption(words.PROJECTS_HELP.format(count=total, stated=stated))
    columns = [ui.column("name", words.COLUMN_PROJECT, width="24%")]
    if not one_plan:
        columns.append(ui.column("plan", words.COLUMN_PLAN))
    columns += [
        ui.column("kind", words.COLUMN_SECTOR),
        ui.column("stage", words.COLUMN_STAGE),
        ui.column("investment", words.COLUMN_INVESTMENT, align="right"),
        ui.column("scale", words.COLUMN_SCALE, width="22%"),
        ui.column("years", words.COLUMN_YEARS),
        ui.column("place", words.COLUMN_PROJECT_PLACE),
        ui.column("units", words.COLUMN_UNITS, width="12%"),
        ui.column("report", words.COLUMN_REPORTED, width="14%", sort=False),
    ]
    reports = _reports(plan, "project")
    table = [
        _project_row(row) | {"report": _report(reports.get((row["plan_id"], row["project_name"])))} for row in rows
    ]
    ui.table("projects", columns, table, height="44rem")


def _project_row(row: data.Row) -> dict[str, object]:
    money = row["investment_100m_cny"]
    return {
        "name": ui.cell(row["project_name"], href=_place_link(row), sub=_task_name(row), sort=row["project_name"]),
        "plan": ui.cell(f"{row['doc']} {row['region_name'] or ''}"),
        "kind": ui.cell(row["kind"] or words.MISSING, style="nowrap"),
        "stage": ui.cell(words.STAGES.get(row["stage"] or "", row["stage_text"] or words.MISSING), style="nowrap"),
        "investment": ui.cell(
            formatting.quantity(money, words.UNIT_100M) if money is not None else words.MISSING,
            sort=money,
            sub=row["investment_text"],
        ),
        "scale": ui.cell(row["scale_text"] or words.MISSING),
        "years": ui.cell(_years(row["start_year"], row["end_year"]), sort=row["end_year"], style="nowrap"),
        "place": ui.cell(row["place_text"] or words.MISSING),
        "units": ui.cell(formatting.names(row["departments"])),
    }


def _years(start: int | None, end: int | None) -> str:
    if end is None:
        return words.MISSING
    return words.YEAR_SPAN.format(start=start, end=end) if start not in (None, end) else formatting.year(end)


if __name__ == "__main__":
    layout.show(render)
