"""指标: one indicator across regions and years, its targets and actuals drawn, and where each number comes from."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import streamlit as st

from dashboards import charts, data, filters, formatting, indicator_tables, layout
from dashboards import components as ui
from dashboards import text as words

MOST_REGIONS = 6  # drawn unless the reader chooses: more than this is no longer a page


def render() -> None:
    st.title(words.PAGE_INDICATOR)
    indicators = {row["indicator_id"]: row for row in data.rows("indicators")}
    if not indicators:
        layout.say_empty()
        return
    labels = {key: _label(row) for key, row in indicators.items()}
    chosen = filters.choice("indicator", words.FILTER_INDICATOR, labels, next(iter(labels)))
    indicator = indicators[chosen]
    _facts(indicator)

    targets = data.rows("indicator_targets", indicator=chosen)
    actuals = data.rows("indicator_actuals", indicator=chosen)
    names = {row["region_code"]: row["region_name"] for row in [*targets, *actuals]}
    planned = list(dict.fromkeys(row["region_code"] for row in targets))
    default = planned + [code for code in sorted(names) if code not in planned]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        regions = filters.choices("regions", words.FILTER_REGIONS, names, default[:MOST_REGIONS])
    with right:
        shared = filters.switch("shared", words.SHARED_AXIS)
    if not regions:
        st.info(words.NO_REGIONS)
        return
    targets = [row for row in targets if row["region_code"] in regions]
    actuals = [row for row in actuals if row["region_code"] in regions]
    st.subheader(words.CHART_HEADING)
    st.caption(words.CHART_LEGEND)
    path = [row for row in data.rows("indicator_path", indicator=chosen) if row["region_code"] in regions]
    _draw(regions, names, indicator["unit_name"], targets, actuals, path, shared)
    verdicts = [row for row in data.rows("indicator_verdicts", indicator=chosen) if row["region_code"] in regions]
    if verdicts:
        st.subheader(words.VERDICTS)
        st.caption(words.VERDICTS_HELP)
        indicator_tables.verdicts(verdicts)
    st.subheader(words.SOURCE_LIST)
    _sources(targets, actuals)
    versions = [row for row in data.rows("indicator_versions", indicator=chosen) if row["region_code"] in regions]
    if versions:
        st.subheader(words.VERSIONS)
        st.caption(words.VERSIONS_HELP)
        indicator_tables.versions(versions)


def _label(row: data.Row) -> str:
    template = words.INDICATOR_OPTION if row["is_catalogued"] else words.INDICATOR_OPTION_OWN
    return template.format(
        name=formatting.indicator(row),
        unit=row["unit_name"] or words.NO_UNIT,
        region=row["region_name"] or "",
        doc=row["doc"] or "",
        targets=row["target_count"],
        actuals=row["actual_count"],
    )


def _facts(indicator: data.Row) -> None:
    facts = words.INDICATOR_FACTS.format(
        unit=indicator["unit_name"] or words.NO_UNIT,
        direction=words.DIRECTIONS.get(indicator["direction"] or "", indicator["direction"] or words.NOT_STATED),
        catalogued=words.CATALOGUED if indicator["is_catalogued"] else words.OWN_INDICATOR,
        comparable=words.COMPARABLE if indicator["is_comparable"] else words.NOT_COMPARABLE,
    )
    st.caption(formatting.escape_markdown(facts))
    if indicator["definition"]:
        st.caption(formatting.escape_markdown(words.DEFINITION.format(definition=indicator["definition"])))


def _draw(
    regions: list[str],
    names: dict[str, str],
    unit: str,
    targets: list[data.Row],
    actuals: list[data.Row],
    path: list[data.Row],
    shared: bool,
) -> None:
    groups: dict[str, tuple[list[data.Row], list[data.Row]]] = {code: ([], []) for code in regions}
    for row in targets:
        groups[row["region_code"]][0].append(row)
    for row in actuals:
        groups[row["region_code"]][1].append(row)
    drawn = {code: group for code, group in groups.items() if charts.drawable(*group)}
    if drawn:
        spans = [charts.year_range(*group) for group in drawn.values()]
        years = (min(span[0] for span in spans), max(span[1] for span in spans)) if shared else None
        domain = charts.shared_domain(list(drawn.values())) if shared else None
        width = 1 if len(drawn) == 1 else 2
        codes = list(drawn)
        for start in range(0, len(codes), width):
            for column, code in zip(st.columns(width), codes[start : start + width], strict=False):
                with column:
                    st.markdown(f"**{formatting.escape_markdown(names[code])}**{_gaps(*drawn[code])}")
                    chart = _chart(
                        *drawn[code],
                        unit=unit,
                        path=[row for row in path if row["region_code"] == code],
                        years=years,
                        domain=domain,
                        language=words.language(),
                    )
                    st.vega_lite_chart(chart, width="stretch", theme=None)
    for code in regions:
        if code not in drawn:
            st.info(words.CHART_EMPTY.format(region=formatting.escape_markdown(names[code])))


@st.cache_data(max_entries=200, show_spinner=False)
def _chart(*groups: list[data.Row], language: str, **settings: Any) -> dict[str, Any]:
    """The drawing, kept by what is drawn and the language of its words."""
    return charts.indicator_chart(*groups, **settings)


def _gaps(targets: list[data.Row], actuals: list[data.Row]) -> str:
    missing = []
    if not any(row["value"] is not None for row in actuals):
        missing.append(words.NO_ACTUALS)
    if not any(row["target_value"] is not None for row in targets):
        missing.append(words.NO_TARGET_VALUES)
    return "　" + "　".join(missing) if missing else ""


def _sources(targets: list[data.Row], actuals: list[data.Row]) -> None:
    columns = [
        ui.column("region", words.COLUMN_REGION),
        ui.column("year", words.COLUMN_YEAR),
        ui.column("kind", words.COLUMN_KIND),
        ui.column("value", words.COLUMN_VALUE, align="right"),
        ui.column("state", words.COLUMN_STATE),
        ui.column("source", words.COLUMN_WHERE, width="34%"),
        ui.column("place", words.COLUMN_PLACE, width="20%", sort=False),
    ]
    rows: dict[tuple[str, int], list[dict[str, object]]] = defaultdict(list)
    for row in actuals:
        rows[row["region_code"], row["year"]].append(_actual_row(row))
    for row in targets:
        rows[row["region_code"], row["year"]].append(_target_row(row))
    ui.table("sources", columns, [line for key in sorted(rows) for line in rows[key]])


def _target_row(row: data.Row) -> dict[str, object]:
    notes = [
        formatting.attribute(row["attribute"]),
        words.RESOLUTIONS.get(row["resolution"]),
        words.DISPUTED if row["is_disputed"] else None,
    ]
    return {
        "region": ui.cell(row["region_name"]),
        "year": ui.cell(str(row["year"]), sort=row["year"]),
        "kind": ui.cell(words.KINDS["target"], style="nowrap"),
        "value": ui.cell(
            formatting.target(
                row["target_value"], row["unit_name"], row["comparator"], row["target_value_text"], row["value_high"]
            ),
            sort=row["target_value"],
            sub=formatting.corrected(row["is_corrected"], row["target_value_text"]),
        ),
        "state": ui.cell(
            formatting.period(row["period_type"], row["start_year"], row["end_year"]),
            sub=" · ".join(note for note in [*notes, formatting.status(row["status"])] if note),
        ),
        "source": ui.cell(
            formatting.plan_name(row["doc"], row["plan_title"]),
            href=formatting.page_link("text", plan=row["plan_id"]),
        ),
        "place": ui.cell(words.TO_TEXT, href=formatting.statement_link(row["statement_id"]), sub=row["quote"]),
    }


def _actual_row(row: data.Row) -> dict[str, object]:
    shown = formatting.quantity(row["value"], row["unit_name"]) if row["value"] is not None else row["value_text"]
    statement = formatting.statement_link(row["statement_id"])
    place = formatting.file_place(row["input_path"], row["line"])
    return {
        "region": ui.cell(row["region_name"]),
        "year": ui.cell(str(row["year"]), sort=row["year"]),
        "kind": ui.cell(words.KINDS["actual"], style="nowrap"),
        "value": ui.cell(
            shown or words.MISSING,
            sort=row["value"],
            sub=formatting.corrected(row["is_corrected"], row["value_text"]),
        ),
        "state": ui.cell(formatting.maturity(row["maturity"]), sub=_note(row)),
        "source": ui.cell(
            row["source_title"] or row["source"] or words.MISSING, href=formatting.web_address(row["source"])
        ),
        "place": ui.cell(words.TO_TEXT, href=statement, sub=row["quote"]) if statement else ui.cell(place),
    }


def _note(row: data.Row) -> str:
    note = words.PREFERRED if row["is_preferred"] else words.NOT_PREFERRED
    if not row["is_period_total"]:
        return note
    return f"{formatting.period('over', row['period_start'].year, row['year'])} · {note}"


if __name__ == "__main__":
    layout.show(render)
