"""预警督办: what was warned of, whose it is, for how long, and what was done about it."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout
from dashboards import text as words

ROW_LIMIT = 1000
ANY = "all"


def render() -> None:
    st.title(words.PAGE_SUPERVISION)
    st.caption(words.SUPERVISION_INTRO)
    if layout.is_empty():
        return
    regions = {ANY: words.ALL} | {row["region_code"]: row["path_name"] for row in data.rows("regions")}
    left, middle, right, last = st.columns([2, 2, 2, 1], vertical_alignment="bottom")
    with left:
        region = filters.choice("region", words.FILTER_REGION, regions, ANY, clears=("unit",))
    counts = data.rows("warning_counts", region=None if region == ANY else region)
    if not counts:
        st.info(words.NO_WARNINGS)
        return
    by_unit: dict[str, int] = defaultdict(int)
    for row in counts:
        by_unit[row["unit"]] += row["open_count"]
    units = {ANY: words.ALL} | {
        unit: words.UNIT_OPTION.format(unit=unit, count=count)
        for unit, count in sorted(by_unit.items(), key=lambda item: (-item[1], item[0]))
        if unit
    }
    with middle:
        unit = filters.choice("unit", words.FILTER_UNIT, units, ANY)
    with right:
        kind = filters.choice("kind", words.FILTER_WARNING, {ANY: words.ALL} | words.WARNING_KINDS, ANY)
    with last:
        everything = filters.switch("closed", words.WITH_CLOSED)
    rows = data.rows(
        "warnings",
        region=None if region == ANY else region,
        unit=None if unit == ANY else unit,
        kind=None if kind == ANY else kind,
        open=not everything,
        row_limit=ROW_LIMIT,
    )
    if not rows:
        st.info(words.NO_WARNINGS)
        return
    _counts(rows)
    _list(rows)
    with st.expander(words.HOW_TO_ANSWER):
        st.markdown(words.ANSWER_COMMANDS)


def _counts(rows: list[data.Row]) -> None:
    still = [row for row in rows if row["is_open"]]
    figures = [
        (words.METRIC_OPEN, len(still)),
        (words.METRIC_OVERDUE, sum(bool(row["is_overdue"]) for row in still)),
        *((name, sum(row["warning_kind"] == code for row in still)) for code, name in words.WARNING_KINDS.items()),
    ]
    with st.container(horizontal=True, gap="small"):
        for label, count in figures:
            st.metric(label, f"{count:,}", border=True, width=142)


def _list(rows: list[data.Row]) -> None:
    if len(rows) == ROW_LIMIT:
        st.caption(words.FIRST_ROWS.format(limit=ROW_LIMIT))
    columns = [
        ui.column("kind", words.COLUMN_WARNING),
        ui.column("indicator", words.COLUMN_INDICATOR, width="20%"),
        ui.column("region", words.COLUMN_REGION),
        ui.column("message", words.COLUMN_MESSAGE, width="24%"),
        ui.column("owner", words.COLUMN_OWNER, width="14%"),
        ui.column("age", words.COLUMN_AGE, align="right"),
        ui.column("due", words.COLUMN_ANSWER_DUE),
        ui.column("state", words.COLUMN_HANDLING, width="14%"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table("warnings", columns, [_row(row) for row in rows], height="44rem")


def _row(row: data.Row) -> dict[str, object]:
    kind = words.WARNING_KINDS.get(row["warning_kind"], row["warning_kind"])
    overdue = row["is_open"] and row["is_overdue"]
    done = ""
    if row["event_kind"]:
        done = words.LAST_EVENT.format(
            day=formatting.day(row["occurred_on"]), who=row["recorded_by"], reason=row["reason"]
        )
    return {
        "kind": ui.cell(kind, style="nowrap" if row["warning_kind"] != "red" else "failed nowrap"),
        "indicator": ui.cell(
            formatting.indicator(row),
            href=formatting.page_link("indicator", indicator=row["indicator_id"]),
            sub=" · ".join(filter(None, (formatting.attribute(row["attribute"]), formatting.year(row["target_year"])))),
        ),
        "region": ui.cell(row["region_name"] or row["region_code"]),
        "message": ui.cell(row["message"]),
        "owner": ui.cell(formatting.names(row["department_names"])),
        "age": ui.cell(
            words.DAYS.format(days=row["age_days"]), sort=row["age_days"],
            sub=words.SINCE.format(day=formatting.day(row["raised_on"])),
            style="nowrap",
        ),
        "due": ui.cell(
            formatting.day(row["due_date"]),
            sort=str(row["due_date"]),
            sub=words.OVERDUE if overdue else None,
            style="failed nowrap" if overdue else "nowrap",
        ),
        "state": ui.cell(words.WARNING_STATES.get(row["state"], row["state"]), sub=done or row["warning_id"][:8]),
        "open": ui.links((words.TARGET_SENTENCE, formatting.statement_link(row["statement_id"]))),
    }  # fmt: skip


if __name__ == "__main__":
    layout.show(render)
