"""部门报送: which department has reported for a month, in time or late, how good; what was held back and why."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout, submission_table
from dashboards import text as words

ROW_LIMIT = 1000
ANY = "all"


def render() -> None:
    st.title(words.PAGE_SUBMISSIONS)
    st.caption(words.SUBMISSIONS_INTRO)
    months = {f"{row['month']:%Y-%m}": row for row in data.rows("submission_months")}
    if not months:
        st.info(words.NO_SUBMISSIONS)
        return
    left, right = st.columns([2, 3])
    with left:
        shown = {key: words.MONTH_OPTION.format(year=key[:4], month=int(key[5:])) for key in months}
        month = months[filters.choice("month", words.FILTER_MONTH, shown, next(iter(months)))]
    regions = {ANY: words.ALL} | {row["region_code"]: row["region_name"] for row in data.rows("submission_regions")}
    with right:
        chosen = filters.choice("region", words.FILTER_REGION, regions, ANY)
    region = None if chosen == ANY else chosen
    rows = data.rows("submission_status", month=month["month"], region=region)
    _metrics(rows, month["due_date"])
    st.subheader(words.SUBMISSION_TABLE)
    _status(rows)
    st.subheader(words.SUBMISSION_FINDINGS)
    _findings(data.rows("submission_findings", month=month["month"], region=region, row_limit=ROW_LIMIT))


def _metrics(rows: list[data.Row], due: date | None) -> None:
    counts = {state: sum(row["status"] == state for row in rows) for state in words.SUBMISSION_STATES}
    with st.container(horizontal=True, gap="small"):
        st.metric(words.METRIC_DUE, _day(due) if due else words.MISSING, border=True, width=190)
        for state, label in words.SUBMISSION_STATES.items():
            st.metric(label, words.UNITS_COUNTED.format(count=counts[state]), border=True, width=142)


def _day(day: date) -> str:
    return str(words.MONTH_DAY.format(month=day.month, day=day.day))


def _status(rows: list[data.Row]) -> None:
    columns = [
        ui.column("department", words.COLUMN_DEPARTMENT, width="20%"),
        ui.column("region", words.COLUMN_REGION),
        *submission_table.columns(),
        ui.column("reminder", words.COLUMN_REMINDER, width="16%"),
    ]
    table = [
        {
            "department": ui.cell(
                row["department_name"],
                href=formatting.page_link("department", region=row["region_code"], department=row["department_name"]),
            ),
            "region": ui.cell(str(row["region_name"] or row["region_code"])),
            **submission_table.cells(row),
            "reminder": ui.cell(_reminders(row)),
        }
        for row in rows
    ]
    ui.table("submissions", columns, table, height="30rem")


def _reminders(row: data.Row) -> str:
    """The steps of reminding with their days, for what has not come."""
    if row["status"] not in ("missing", "withdrawn", "returned"):
        return "—"
    steps = zip(row["reminder_steps"], row["reminder_dates"], strict=True)
    return words.STEP_JOINER.join(f"{name} {_day(day)}" for name, day in steps)


def _findings(rows: list[data.Row]) -> None:
    if not rows:
        st.info(words.NO_SUBMISSION_FINDINGS)
        return
    columns = [
        ui.column("department", words.COLUMN_DEPARTMENT, width="16%"),
        ui.column("severity", words.COLUMN_SEVERITY),
        ui.column("place", words.COLUMN_CELL),
        ui.column("message", words.COLUMN_MESSAGE, width="36%"),
        ui.column("remedy", words.COLUMN_REMEDY, width="24%"),
    ]
    table = [
        {
            "department": ui.cell(
                str(row["department_name"] or words.MISSING),
                sub=words.VERSION_OF.format(version=row["version"], file=row["file_name"]),
            ),
            "severity": ui.cell(
                words.SEVERITIES.get(row["severity"]) or str(row["severity"]),
                style="failed nowrap" if row["severity"] == "error" else "nowrap",
            ),
            "place": ui.cell(f"{row['sheet'] or ''} {row['cell'] or ''}".strip() or words.WHOLE_FILE),
            "message": ui.cell(row["message"], sub=row["code"]),
            "remedy": ui.cell(row["remedy"]),
        }
        for row in rows
    ]
    ui.table("submission_findings", columns, table, height="30rem")


if __name__ == "__main__":
    layout.show(render)
