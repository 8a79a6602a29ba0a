"""总览: what is behind, by how much, whose it is and since when; then how many targets stand where, and all of them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout, target_table
from dashboards import text as words

FOCUS_LIMIT = 10
ANY = "all"
CLASSES = ("约束性", "预期性", None)  # always in this order, and never added up
LIGHTS = ("red", "yellow", "green")


def render() -> None:
    st.title(words.PAGE_OVERVIEW)
    st.caption(words.OVERVIEW_INTRO)
    plans = {row["plan_id"]: row for row in data.rows("plans")}
    if not plans:
        layout.say_empty()
        return
    region, plan, period = _scope(plans)
    counts = data.rows("status_counts", region=region, plan=plan, period=period)
    _classes(counts)
    _attention(region, plan, period)
    _freshness(region)
    if len({(row["plan_id"], row["region_code"]) for row in counts}) > 1:
        st.subheader(words.BY_PLAN)
        _by_plan(counts, plans)
    st.subheader(words.TARGET_TABLE)
    _targets(counts, region, plan, period)


def _scope(plans: dict[str, data.Row]) -> tuple[str | None, str | None, date | None]:
    left, middle, right = st.columns([2, 4, 2])
    regions = {ANY: words.ALL} | {row["region_code"]: row["path_name"] for row in data.rows("regions")}
    titles = {ANY: words.ALL} | {key: formatting.plan_name(row["doc"], row["plan_title"]) for key, row in plans.items()}
    with left:
        region = filters.choice("region", words.FILTER_REGION, regions, ANY)
    with middle:
        plan = filters.choice("plan", words.FILTER_PLAN, titles, ANY)
    chosen_region = None if region == ANY else region
    ends = {
        row["period_end"].strftime("%Y-%m"): row["period_end"] for row in data.rows("periods", region=chosen_region)
    }
    months = {ANY: words.PERIOD_NOW} | {key: formatting.year_month(end.year, end.month) for key, end in ends.items()}
    with right:
        month = filters.choice("month", words.FILTER_PERIOD, months, ANY)
    return chosen_region, None if plan == ANY else plan, ends.get(month)


def _classes(counts: list[data.Row]) -> None:
    """One row a class: how many have which light and which state."""
    lights: dict[str | None, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in counts:
        kind = row["attribute"] if row["attribute"] in CLASSES else None
        group = lights[kind]
        group["targets"] += row["target_count"]
        group["known"] += row["with_actual_count"]
        group[row["light"] or "none"] += row["target_count"]
        group[row["status"]] += row["target_count"]
    columns = [
        ui.column("class", words.COLUMN_CLASS, sort=False),
        ui.column("targets", words.COLUMN_TARGETS, align="right", sort=False),
        *(ui.column(code, words.LIGHTS[code], align="right", sort=False) for code in LIGHTS),
        *(ui.column(code, label, align="right", sort=False) for code, label in words.STATUSES.items()),
        ui.column("known", words.COLUMN_KNOWN, align="right", sort=False),
    ]
    rows = [
        {
            "class": ui.cell(words.CLASSES[kind or ""], style="nowrap"),
            "known": _share(lights[kind]["known"], lights[kind]["targets"]),
            **{name: ui.count(lights[kind][name]) for name in ("targets", *LIGHTS, *words.STATUSES)},
        }
        for kind in CLASSES
        if kind in lights
    ]
    if not rows:
        st.info(words.NO_TARGETS)
        return
    ui.table("classes", columns, rows, find=False, height="")
    st.caption(words.CLASSES_HELP)


def _share(count: int, whole: int) -> dict[str, object]:
    share = formatting.number(round(100 * count / whole, 1)) if whole else words.MISSING
    return ui.cell(f"{count:,}", sub=words.SHARE.format(pct=share), sort=count)


def _attention(region: str | None, plan: str | None, period: date | None) -> None:
    """What a leader asks first: what is behind, what got worse, what is due this year."""
    for focus, heading, nothing in (
        ("behind", words.FOCUS_BEHIND, words.FOCUS_BEHIND_NONE),
        ("worse", words.FOCUS_WORSE, words.FOCUS_WORSE_NONE),
        ("due", words.FOCUS_DUE, words.FOCUS_DUE_NONE),
    ):
        rows = data.rows(
            "targets", region=region, plan=plan, period=period, department=None, focus=focus, status=None,
            binding=False, row_limit=FOCUS_LIMIT + 1,
        )  # fmt: skip
        st.subheader(heading)
        if focus == "behind":
            st.caption(words.FOCUS_HELP)
        if not rows:
            st.caption(nothing)
            continue
        target_table.show(focus, rows[:FOCUS_LIMIT], with_source=False, height="")
        if len(rows) > FOCUS_LIMIT:
            st.caption(words.FOCUS_MORE.format(limit=FOCUS_LIMIT))


def _freshness(region: str | None) -> None:
    st.subheader(words.FRESH_AND_COMPLETE)
    found = data.rows("freshness", region=region)
    if not found:
        st.caption(words.NO_REPORTS_YET)
        return
    row = found[0]
    st.caption(
        words.FRESHNESS_LINE.format(
            month=words.MONTH_OPTION.format(year=row["month"].year, month=row["month"].month),
            asked=row["asked_count"],
            received=row["received_count"],
            share=formatting.number(round(100 * row["received_count"] / row["asked_count"], 1)),
            figures=row["figure_count"] or 0,
            held=row["held_count"] or 0,
            due=formatting.day(row["due_date"]),
        )
    )


def _by_plan(counts: list[data.Row], plans: dict[str, data.Row]) -> None:
    groups: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    names: dict[str, str] = {}
    for row in counts:
        group = groups[row["plan_id"], row["region_code"]]
        names[row["region_code"]] = row["region_name"] or row["region_code"]
        group["targets"] += row["target_count"]
        group["known"] += row["with_actual_count"]
        group[row["status"]] += row["target_count"]
    columns = [
        ui.column("region", words.COLUMN_REGION),
        ui.column("plan", words.COLUMN_PLAN, width="34%"),
        ui.column("period", words.COLUMN_PLAN_PERIOD),
        ui.column("targets", words.COLUMN_TARGETS, align="right"),
        ui.column("known", words.COLUMN_KNOWN, align="right"),
        *(ui.column(code, label, align="right") for code, label in words.STATUSES.items()),
    ]
    rows = []
    for (plan_id, region_code), group in sorted(groups.items(), key=lambda item: (plans[item[0][0]]["doc"], item[0])):
        plan = plans[plan_id]
        rows.append(
            {
                "region": ui.cell(
                    names[region_code], href=formatting.page_link("overview", region=region_code, plan=plan_id)
                ),
                "plan": ui.cell(
                    formatting.plan_name(plan["doc"], plan["plan_title"]),
                    href=formatting.page_link("text", plan=plan_id),
                ),
                "period": ui.cell(_span(plan), style="nowrap"),
                "targets": ui.count(group["targets"]),
                "known": ui.count(group["known"]),
                **{code: ui.count(group[code]) for code in words.STATUSES},
            }
        )
    ui.table("by_plan", columns, rows, find=False)


def _span(plan: data.Row) -> str:
    if plan["start_year"] is None or plan["end_year"] is None:
        return words.MISSING
    return words.PLAN_PERIOD.format(start=plan["start_year"], end=plan["end_year"])


def _targets(counts: list[data.Row], region: str | None, plan: str | None, period: date | None) -> None:
    states = {ANY: words.ALL} | words.STATUSES
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    with left:
        status = filters.choice("status", words.FILTER_STATUS, states, ANY)
    with right:
        binding = filters.switch("binding", words.FILTER_BINDING)
    wanted = None if status == ANY else status
    rows = data.rows(
        "targets", region=region, plan=plan, period=period, department=None, focus=None, status=wanted,
        binding=binding, row_limit=target_table.ROW_LIMIT,
    )  # fmt: skip
    if not rows:
        st.info(words.NO_TARGETS)
        return
    total = sum(
        row["target_count"]
        for row in counts
        if wanted in (None, row["status"]) and (not binding or row["attribute"] == "约束性")
    )
    if total > target_table.ROW_LIMIT:
        st.caption(words.ROW_LIMIT.format(limit=target_table.ROW_LIMIT, count=total))
    target_table.show("targets", rows)
    with st.expander(words.STATUS_LEGEND):
        for code, label in words.STATUSES.items():
            st.markdown(f"**{label}**　{words.STATUS_HELP[code]}")


if __name__ == "__main__":
    layout.show(render)
