"""晾晒: regions of one level ranked on indicators that may be compared: scores, a table of ranks, a map of tiles."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import streamlit as st

from dashboards import components as ui
from dashboards import data, filters, formatting, layout, rank_charts
from dashboards import text as words

MOST_INDICATORS = 14  # in the table of ranks; more is no longer a page


def render() -> None:
    st.title(words.PAGE_RANKING)
    st.caption(words.RANKING_INTRO)
    if layout.is_empty():
        return
    groups = data.rows("ranking_groups")
    if not groups:
        st.info(words.NO_RANKING)
        return
    where = _scope(groups)
    _scores(data.rows("ranking", **where))
    ranks = [row for row in data.rows("indicator_ranks", **where) if row["rank"] is not None or row["no_rank_reason"]]
    _heat(ranks)
    _one_indicator(ranks)


def _scope(groups: list[data.Row]) -> dict[str, Any]:
    """Which regions are compared, and when: the parameters of the queries."""
    left, right = st.columns(2)
    among: dict[str, tuple[str, str, str | None]] = {}
    labels: dict[str, str] = {}
    for row in sorted(groups, key=lambda row: (-row["region_count"], row["level"], row["group_region_code"] or "")):
        key = row["group_region_code"] or row["level"]
        if key not in among:
            among[key] = (row["compared_within"], row["level"], row["group_region_code"])
            level = words.LEVELS.get(row["level"], row["level"])
            labels[key] = (
                words.RANKED_WITHIN.format(region=row["group_region_name"], level=level)
                if (row["group_region_code"])
                else words.RANKED_LEVEL.format(level=level)
            )
    with left:
        chosen = filters.choice("group", words.FILTER_GROUP, labels, next(iter(labels)), clears=("period",))
    within, level, group = among[chosen]
    mine = [row for row in groups if (row["compared_within"], row["level"], row["group_region_code"]) == among[chosen]]
    periods = {f"{row['period_kind']}-{row['period_end']:%Y-%m}": row for row in mine}
    names = {key: formatting.year_month(row["year"], row["month"]) for key, row in periods.items()}
    with right:
        period = filters.choice("period", words.FILTER_PERIOD, names, next(iter(names)))
    return {
        "within": within, "level": level, "group": group,
        "kind": periods[period]["period_kind"], "end": periods[period]["period_end"],
    }  # fmt: skip


def _scores(rows: list[data.Row]) -> None:
    st.subheader(words.RANKING_SCORES)
    if not rows:
        st.info(words.NO_SCORES)
        return
    left, right = st.columns(2)
    default = next((row["method"] for row in rows if row["is_default_method"]), rows[0]["method"])
    methods = {row["method"]: row["method_name"] for row in rows}
    classes = {
        row["attribute_class"]: words.CLASSES.get(row["attribute_class"], row["attribute_class"]) for row in rows
    }
    with left:
        method = filters.choice("method", words.FILTER_METHOD, methods, default)
    with right:
        chosen = filters.choice("class", words.COLUMN_CLASS, classes, next(iter(classes)))
    shown = [row for row in rows if row["method"] == method and row["attribute_class"] == chosen]
    if not shown:
        st.info(words.NO_SCORES)
        return
    columns = [
        ui.column("rank", words.COLUMN_RANK, align="right"),
        ui.column("region", words.COLUMN_REGION),
        ui.column("score", words.COLUMN_RANK_SCORE, align="right"),
        ui.column("change", words.COLUMN_RANK_CHANGE, align="right"),
        ui.column("covered", words.COLUMN_COVERED, align="right"),
        ui.column("note", words.COLUMN_NOTE, width="34%"),
    ]
    table = [
        {
            "rank": ui.cell(rank_words(row), sort=row["rank"], style="nowrap"),
            "region": ui.cell(row["region_name"], href=formatting.page_link("overview", region=row["region_code"])),
            "score": ui.cell(formatting.quantity(_rounded(row["score"]), words.UNIT_POINTS), sort=row["score"]),
            "change": ui.cell(change_words(row), sort=row["rank_change"]),
            "covered": ui.cell(
                f"{row['indicator_count']} / {row['group_indicator_count']}", sort=row["indicator_count"]
            ),
            "note": ui.cell(row["no_rank_reason"] or (words.PROVISIONAL if row["is_provisional"] else "—")),
        }
        for row in shown
    ]
    ui.table("scores", columns, table)
    st.caption(words.RANKING_HELP)


def rank_words(row: data.Row) -> str:
    """3, or 3 并列; a dash where there is no rank."""
    if row["rank"] is None:
        return "—"
    return words.TIED.format(rank=row["rank"]) if row["is_tied"] else str(row["rank"])


def change_words(row: data.Row) -> str:
    """How many places up or down; a dash where it cannot be told."""
    change = row["rank_change"]
    if change is None:
        return "—"
    if change == 0:
        return words.RANK_SAME
    return (words.RANK_UP if change > 0 else words.RANK_DOWN).format(places=abs(change))


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)


def _heat(rows: list[data.Row]) -> None:
    st.subheader(words.RANKING_HEAT)
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["indicator_id"]] += row["rank"] is not None
    kept = [key for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count > 1]
    if not kept:
        st.info(words.NO_RANKING)
        return
    st.caption(words.RANKING_HEAT_HELP.format(shown=min(len(kept), MOST_INDICATORS), count=len(kept)))
    drawn = [row for row in rows if row["indicator_id"] in kept[:MOST_INDICATORS]]
    st.vega_lite_chart(_chart("heat", drawn, words.language()), width="stretch", theme=None)


@st.cache_data(max_entries=100, show_spinner=False)
def _chart(name: str, rows: list[data.Row], language: str) -> dict[str, Any]:
    """A drawing of `rank_charts`, kept by what is drawn and the language of its words."""
    drawing: dict[str, Any] = getattr(rank_charts, name)(rows)
    return drawing


def _one_indicator(rows: list[data.Row]) -> None:
    st.subheader(words.RANKING_ONE)
    ranked: dict[str, int] = defaultdict(int)
    for row in rows:
        ranked[row["indicator_id"]] += row["rank"] is not None
    best_first = sorted(rows, key=lambda row: -ranked[row["indicator_id"]])
    names = {
        row["indicator_id"]: words.NAME_AND_UNIT.format(
            name=formatting.indicator(row), unit=row["unit_name"] or words.NO_UNIT
        )
        for row in best_first
    }
    if not names:
        st.info(words.NO_RANKING)
        return
    chosen = filters.choice("indicator", words.FILTER_INDICATOR, names, next(iter(names)))
    mine = [row for row in rows if row["indicator_id"] == chosen]
    left, right = st.columns([4, 5]) if rank_charts.is_on_map(mine) else (st.container(), None)
    columns = [
        ui.column("rank", words.COLUMN_RANK, align="right"),
        ui.column("region", words.COLUMN_REGION),
        ui.column("value", words.COLUMN_VALUE, align="right"),
        ui.column("change", words.COLUMN_RANK_CHANGE, align="right"),
        ui.column("note", words.COLUMN_NOTE),
    ]
    table = [
        {
            "rank": ui.cell(rank_words(row), sort=row["rank"], style="nowrap"),
            "region": ui.cell(row["region_name"]),
            "value": ui.cell(formatting.quantity(row["value"], row["unit_name"]), sort=row["value"]),
            "change": ui.cell(change_words(row), sort=row["rank_change"]),
            "note": ui.cell(row["no_rank_reason"] or (words.PROVISIONAL if row["is_provisional"] else "—")),
        }
        for row in mine
    ]
    with left:
        ui.table("one", columns, table)
        link = formatting.page_link("indicator", indicator=chosen)
        ui.table("one_link", [ui.column("link", "")], [{"link": ui.cell(words.TO_INDICATOR, href=link)}], head=False)
    if right is not None:
        with right:
            st.vega_lite_chart(_chart("tile_map", mine, words.language()), width="content", theme=None)
            st.caption(words.TILE_HELP)


if __name__ == "__main__":
    layout.show(render)
