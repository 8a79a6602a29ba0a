"""总览: how many targets each plan and region has, what is known of them and what is not; then target by target."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout
from dashboards import text as words

ROW_LIMIT = 1000
ANY = "all"


def render() -> None:
    st.title(words.PAGE_OVERVIEW)
    st.caption(words.OVERVIEW_INTRO)
    plans = {row["plan_id"]: row for row in data.rows("plans")}
    if not plans:
        layout.say_empty()
        return
    region, plan = _scope(plans)
    counts = data.rows("status_counts", region=region, plan=plan)
    _metrics(counts)
    if len({(row["plan_id"], row["region_code"]) for row in counts}) > 1:
        st.subheader(words.BY_PLAN)
        _by_plan(counts, plans)
    st.subheader(words.TARGET_TABLE)
    _targets(counts, region, plan)


def _scope(plans: dict[str, data.Row]) -> tuple[str | None, str | None]:
    left, right = st.columns([1, 3])
    regions = {ANY: words.ALL} | {row["region_code"]: row["path_name"] for row in data.rows("regions")}
    titles = {ANY: words.ALL} | {key: formatting.plan_name(row["doc"], row["plan_title"]) for key, row in plans.items()}
    with left:
        region = filters.choice("region", words.FILTER_REGION, regions, ANY)
    with right:
        plan = filters.choice("plan", words.FILTER_PLAN, titles, ANY)
    return (None if region == ANY else region, None if plan == ANY else plan)


def _metrics(counts: list[data.Row]) -> None:
    total = sum(row["target_count"] for row in counts)
    known = sum(row["with_actual_count"] for row in counts)
    by_status: dict[str, int] = defaultdict(int)
    for row in counts:
        by_status[row["status"]] += row["target_count"]
    share = formatting.number(round(100 * known / total, 1)) if total else words.MISSING
    figures = [
        (words.METRIC_TARGETS, total, words.METRIC_TARGETS_HELP),
        (words.METRIC_KNOWN, known, words.METRIC_KNOWN_HELP.format(whole=total, count=known, share=share)),
    ]
    figures += [(words.STATUSES[code], by_status[code], words.STATUS_HELP[code]) for code in words.STATUSES]
    with st.container(horizontal=True, gap="small"):
        for label, count, help_text in figures:
            st.metric(label, f"{count:,}", help=help_text, border=True, width=142)


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
    ui.table("by_plan", columns, rows)


def _span(plan: data.Row) -> str:
    if plan["start_year"] is None or plan["end_year"] is None:
        return words.MISSING
    return words.PLAN_PERIOD.format(start=plan["start_year"], end=plan["end_year"])


def _targets(counts: list[data.Row], region: str | None, plan: str | None) -> None:
    states = {ANY: words.ALL} | words.STATUSES
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    with left:
        status = filters.choice("status", words.FILTER_STATUS, states, ANY)
    with right:
        binding = filters.switch("binding", words.FILTER_BINDING)
    wanted = None if status == ANY else status
    rows = data.rows("targets", region=region, plan=plan, status=wanted, binding=binding, row_limit=ROW_LIMIT)
    if not rows:
        st.info(words.NO_TARGETS)
        return
    total = sum(
        row["target_count"]
        for row in counts
        if wanted in (None, row["status"]) and (not binding or row["attribute"] == "约束性")
    )
    if total > ROW_LIMIT:
        st.caption(words.ROW_LIMIT.format(limit=ROW_LIMIT, count=total))
    columns = [
        ui.column("indicator", words.COLUMN_INDICATOR, width="24%"),
        ui.column("region", words.COLUMN_REGION),
        ui.column("target", words.COLUMN_TARGET, align="right"),
        ui.column("period", words.COLUMN_TARGET_PERIOD),
        ui.column("now", words.COLUMN_NOW, align="right"),
        ui.column("year", words.COLUMN_NOW_YEAR),
        ui.column("status", words.COLUMN_STATUS),
        ui.column("source", words.COLUMN_SOURCE, width="18%"),
        ui.column("open", words.COLUMN_OPEN, sort=False),
    ]
    ui.table("targets", columns, [_target_row(row) for row in rows], height="44rem")
    with st.expander(words.STATUS_LEGEND):
        for code, label in words.STATUSES.items():
            st.markdown(f"**{label}**　{words.STATUS_HELP[code]}")


def _target_row(row: data.Row) -> dict[str, object]:
    unit = row["unit_name"]
    notes = [
        word for word, holds in ((row["attribute"], row["attribute"]), (words.DISPUTED, row["is_disputed"])) if holds
    ]
    actual = row["shown_actual_value"]
    now = formatting.quantity(actual, unit) if actual is not None else (row["actual_value_text"] or words.MISSING)
    known = now != words.MISSING
    return {
        "indicator": ui.cell(
            row["indicator_name"],
            href=formatting.page_link("indicator", indicator=row["indicator_id"]),
            sub=" · ".join(notes),
        ),
        "region": ui.cell(row["region_name"]),
        "target": ui.cell(
            formatting.target(
                row["target_value"], unit, row["comparator"], row["target_value_text"], row["value_high"]
            ),
            sort=row["target_value"],
            sub=formatting.corrected(row["is_corrected"], row["target_value_text"]),
        ),
        "period": _period(row),
        "now": ui.cell(
            now, sort=actual, sub=formatting.corrected(row["actual_is_corrected"], row["actual_value_text"])
        ),
        "year": ui.cell(
            formatting.year_month(row["shown_actual_year"], row["shown_actual_month"]) if known else words.MISSING,
            sort=(row["shown_actual_year"] or 0) * 100 + (row["shown_actual_month"] or 12),
            sub=formatting.maturity(row["maturity"]) if known else None,
        ),
        "status": ui.cell(formatting.status(row["status"]), style=row["status"], sub=_verdict(row)),
        "source": _source(row) if known else ui.cell(words.MISSING),
        "open": ui.links(
            (words.TARGET_SENTENCE, formatting.statement_link(row["target_statement_id"])),
            (words.ACTUAL_SENTENCE, formatting.statement_link(row["actual_statement_id"])),
        ),
    }


def _verdict(row: data.Row) -> str:
    """Under the state: the light, how far from the schedule or how much is done, and whether it may change."""
    if row["status"] == "undetermined":
        return row["status_reason"] or ""
    parts = [words.LIGHTS.get(row["light"] or "", "")]
    gap = row["schedule_gap_points"]
    if row["is_due"] and row["completion_pct"] is not None:
        parts.append(words.COMPLETION.format(pct=formatting.number(round(row["completion_pct"], 1))))
    elif row["is_due"] and row["gap_value"] is not None and row["status"] in ("behind", "regressing"):
        parts.append(words.GAP.format(gap=formatting.quantity(row["gap_value"], row["unit_name"])))
    elif gap is not None and not row["is_due"]:
        wording = words.BEHIND_SCHEDULE if gap < 0 else words.AHEAD_OF_SCHEDULE
        parts.append(wording.format(gap=formatting.number(round(abs(gap), 1)), unit=row["schedule_gap_unit"]))
    if row["is_provisional"] and row["light"]:
        parts.append(words.PROVISIONAL)
    return " · ".join(part for part in parts if part)


def _period(row: data.Row) -> dict[str, object]:
    """When the target holds; one that holds every year has a row a year, so the year itself comes first."""
    period = formatting.period(row["period_type"], row["start_year"], row["end_year"])
    if row["period_type"] == "every":
        return ui.cell(formatting.year(row["year"]), sub=period, sort=row["year"])
    return ui.cell(period, sort=row["year"])


def _source(row: data.Row) -> dict[str, object]:
    place = formatting.file_place(row["actual_input_path"], row["actual_line"])
    title = row["source_title"] or row["actual_note"] or row["source"] or words.MISSING
    return ui.cell(
        title,
        href=formatting.web_address(row["source"]),
        sub=None if row["actual_statement_id"] or place == words.MISSING else place,
    )


if __name__ == "__main__":
    layout.show(render)
