"""部门: one department: what it owes, how that stands, what it sent and how good it was, and its own words."""

from __future__ import annotations

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout, submission_table, target_table
from dashboards import text as words

_COUNTS = ("target", "red", "yellow", "green", "achieved", "behind", "regressing", "not_reported", "shared")


def render() -> None:
    st.title(words.PAGE_DEPARTMENT)
    st.caption(words.DEPARTMENT_INTRO)
    if layout.is_empty():
        return
    everywhere = data.rows("departments", region=None)
    if not everywhere:
        st.info(words.NO_DEPARTMENTS)
        return
    region, department = _scope(everywhere)
    who = {"region": region, "department": department}
    _score(data.rows("department_score", **who))
    st.subheader(words.DEPARTMENT_TARGETS)
    rows = data.rows(
        "targets", **who, plan=None, period=None, focus=None, status=None, binding=False,
        row_limit=target_table.ROW_LIMIT,
    )  # fmt: skip
    if rows:
        target_table.show("owed", rows, with_source=False)
    else:
        st.info(words.NO_TARGETS)
    st.subheader(words.DEPARTMENT_MONTHS)
    _months(data.rows("department_months", **who))
    st.subheader(words.DEPARTMENT_WORDS)
    _words(data.rows("department_texts", **who))
    with st.container(horizontal=True):
        st.page_link("views/tasks.py", label=words.PAGE_TASKS, query_params={"unit": department}, width="content")
        st.page_link(
            "views/supervision.py", label=words.PAGE_SUPERVISION, width="content",
            query_params={"region": region, "unit": department},
        )  # fmt: skip


def _scope(everywhere: list[data.Row]) -> tuple[str, str]:
    regions = {row["region_code"]: row["region_name"] or row["region_code"] for row in everywhere}
    most = max(regions, key=lambda code: sum(row["region_code"] == code for row in everywhere))
    left, right = st.columns([1, 2])
    with left:
        region = filters.choice("region", words.FILTER_REGION, regions, most, clears=("department",))
    names = {
        row["department_name"]: words.DEPARTMENT_OPTION.format(name=row["department_name"], count=row["target_count"])
        for row in everywhere
        if row["region_code"] == region
    }
    with right:
        department = filters.choice("department", words.FILTER_DEPARTMENT, names, next(iter(names)))
    return region, department


def _score(rows: list[data.Row]) -> None:
    if not rows:
        return
    columns = [
        ui.column("class", words.COLUMN_CLASS, sort=False),
        *(ui.column(name, words.SCORE_COLUMNS[name], align="right", sort=False) for name in _COUNTS),
    ]
    table = [
        {
            "class": ui.cell(words.CLASSES.get(row["attribute_class"], row["attribute_class"]), style="nowrap"),
            **{name: ui.count(row[f"{name}_count"]) for name in _COUNTS},
        }
        for row in rows
    ]
    ui.table("department_score", columns, table, find=False, height="")


def _months(rows: list[data.Row]) -> None:
    if not rows:
        st.info(words.NO_DEPARTMENT_MONTHS)
        return
    columns = [
        ui.column("month", words.FILTER_MONTH),
        *submission_table.columns(),
    ]
    ui.table("department_months", columns, [_month(row) for row in rows], height="24rem", find=False)


def _month(row: data.Row) -> dict[str, object]:
    month = row["month"]
    return {
        "month": ui.cell(
            words.MONTH_OPTION.format(year=month.year, month=month.month),
            sort=str(month),
            style="nowrap",
            href=formatting.page_link("submissions", month=month.strftime("%Y-%m")),
        ),
        **submission_table.cells(row),
    }


def _words(rows: list[data.Row]) -> None:
    if not rows:
        st.info(words.NO_DEPARTMENT_WORDS)
        return
    month = rows[0]["month"]
    st.caption(words.MONTH_OPTION.format(year=month.year, month=month.month))
    columns = [
        ui.column("item", words.COLUMN_ITEM, width="22%"),
        ui.column("progress", words.COLUMN_PROGRESS, width="26%"),
        ui.column("problem", words.COLUMN_PROBLEM, width="26%"),
        ui.column("next", words.COLUMN_NEXT_STEP, width="26%"),
    ]
    table = [
        {
            "item": ui.cell(row["item_name"] or words.MISSING),
            "progress": ui.cell(row["progress_text"] or "—"),
            "problem": ui.cell(row["problem_text"] or "—"),
            "next": ui.cell(row["next_step_text"] or "—"),
        }
        for row in rows
    ]
    ui.table("department_words", columns, table, height="30rem")


if __name__ == "__main__":
    layout.show(render)
