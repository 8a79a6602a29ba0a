"""The drawing of one indicator in one region: actuals solid, targets hollow, each target with its comparator in words.

Shapes, line styles and labels carry the meaning, so that the chart reads the same in grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
from altair.utils.schemapi import disable_debug_mode

from dashboards import formatting
from dashboards import text as words
from dashboards.data import Row

# Every part of a drawing would be checked against the schema as it is made, which takes longer than making it; a test
# checks the drawings whole.
disable_debug_mode()

ACTUAL = "#1f4e79"
PROVISIONAL = "#8fa6bd"
TARGET = "#8a4b08"
PATH = "#6b7280"
FONT = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"

CONFIG = {
    "font": FONT,
    "axis": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": "#e6e9ee",
        "labelColor": "#333942",
    },
    "view": {"stroke": "#c9ced6"},
}

TOTAL = "square"  # a value of several years together, which stands on no line with values of single years
_SHAPES = {"ge": "triangle-up", "gt": "triangle-up", "le": "triangle-down", "lt": "triangle-down"}


def drawable(targets: list[Row], actuals: list[Row]) -> bool:
    """Whether there is any number with a year to draw."""
    return any(row["target_value"] is not None for row in targets) or any(row["value"] is not None for row in actuals)


def year_range(targets: list[Row], actuals: list[Row]) -> tuple[int, int]:
    """First and last year of what is drawn."""
    years = [row["year"] for row in targets if row["target_value"] is not None]
    years += [row["year"] for row in actuals if row["value"] is not None]
    return min(years), max(years)


def _points(targets: list[Row], actuals: list[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    preferred: list[Row] = []
    others: list[Row] = []
    for row in actuals:
        if row["value"] is None:
            continue
        point = {
            "year": row["year"],
            "value": row["value"],
            "shown": formatting.quantity(row["value"], row["unit_name"]),
            "short": formatting.number(_rounded(row["value"])),
            "state": formatting.maturity(row["maturity"]),
            "source": row["source_title"] or row["source"] or words.MISSING,
            "fill": ACTUAL if row["maturity"] == "final" else PROVISIONAL,
            "shape": TOTAL if row["is_period_total"] else "circle",
            "total": row["is_period_total"],
        }
        (preferred if row["is_preferred"] else others).append(point)
    planned = [
        {
            "year": row["year"],
            "value": row["target_value"],
            "shown": formatting.target(
                row["target_value"], row["unit_name"], row["comparator"], None, row["value_high"]
            ),
            "short": formatting.target(_rounded(row["target_value"]), "", row["comparator"], None, row["value_high"]),
            "shape": TOTAL if row["is_period_total"] else _SHAPES.get(row["comparator"], "diamond"),
            "total": row["is_period_total"],
            "state": formatting.period(row["period_type"], row["start_year"], row["end_year"]),
            "source": formatting.plan_name(row["doc"], row["plan_title"]),
            "plan": row["plan_id"],
        }
        for row in targets
        if row["target_value"] is not None
    ]
    return preferred, others, planned


def _in_runs(points: list[Row]) -> list[Row]:
    """The points with ``run``: a new one after a missing year, so that no line is drawn over what is unknown."""
    run, previous = 0, None
    for point in points:
        run += previous is not None and point["year"] - previous > 1
        previous = point["year"]
        point["run"] = run
    return points


def _rounded(value: float) -> float:
    """As much of a number as a label beside a point can carry; the tooltip and the table have all of it."""
    return round(value, 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 3)


def _thinned(points: list[Row], most: int) -> list[Row]:
    """Points that get a label: all of a few, else the first, the last and those between at even steps."""
    if len(points) <= most:
        return points
    step = -(-len(points) // most)
    return [point for index, point in enumerate(reversed(points)) if index % step == 0]


def _labels(chart: Any, *, dy: int, color: str, size: int) -> list[Any]:
    """Numbers beside points, on a white edge so that a line or another point behind them does not blur them."""
    weight = "bold" if color == TARGET else "normal"
    text = {"dy": dy, "fontSize": size, "fontWeight": weight}
    halo = chart.mark_text(**text, color="white", stroke="white", strokeWidth=4).encode(text="short:N")
    return [halo, chart.mark_text(**text, color=color).encode(text="short:N")]


def indicator_chart(
    targets: list[Row],
    actuals: list[Row],
    *,
    unit: str,
    path: Sequence[Row] = (),
    years: tuple[int, int] | None = None,
    domain: tuple[float, float] | None = None,
    height: int = 300,
) -> dict[str, Any]:
    """One region's chart as Vega-Lite.

    ``path`` are the values needed year by year on the way to the targets, drawn as a thin dotted line; ``years`` and
    ``domain`` fix the axes where regions share them.
    """
    preferred, others, planned = _points(targets, actuals)
    if years is None:
        years = year_range(targets, actuals)
        if years[1] - years[0] < 4:  # a few years stay a few, and do not fill the width
            years = (years[0] - 2, years[1] + 2)
    span = max(years[1] - years[0], 1)
    step = max(1, -(-span // 9))
    room = max(0.4, span * 0.06)
    x = alt.X(
        "year:Q",
        title=None,
        scale=alt.Scale(domain=[years[0] - room, years[1] + room], nice=False),
        axis=alt.Axis(format="d", values=list(range(years[0], years[1] + 1, step)), grid=False, labelOverlap="parity"),
    )
    low, high = domain or shared_domain([(targets, actuals)]) or (0.0, 1.0)
    scale = alt.Scale(domain=[low, high], nice=False)
    y = alt.Y(
        "value:Q",
        title=unit or None,
        scale=scale,
        axis=alt.Axis(
            grid=True,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleY=-8,
            titleX=0,
            format=",~f",
            tickCount=5,
        ),
    )
    tooltip = [
        alt.Tooltip("year:Q", title=words.COLUMN_YEAR, format="d"),
        alt.Tooltip("shown:N", title=words.COLUMN_VALUE),
        alt.Tooltip("state:N", title=words.COLUMN_STATE),
        alt.Tooltip("source:N", title=words.COLUMN_WHERE),
    ]

    values: dict[str, list[Row]] = {}

    def base(points: list[Row]) -> Any:
        values[name := f"points{len(values)}"] = points
        return alt.Chart(alt.NamedData(name=name)).encode(x=x, y=y)

    layers = []
    if path:
        way = [row for row in path if years[0] <= row["year"] <= years[1]]
        layers.append(base(way).mark_line(color=PATH, strokeDash=[1, 3], strokeWidth=1.6).encode(detail="target_id:N"))
    if others:
        crosses = base(others).mark_text(text="×", fontSize=15, color="#5b6470")
        layers.append(crosses.encode(tooltip=tooltip))
    if preferred:
        yearly = _in_runs([point for point in preferred if not point["total"]])
        if yearly:
            layers.append(base(yearly).mark_line(color=ACTUAL, strokeWidth=1.6).encode(detail="run:N"))
        layers.append(
            base(preferred)
            .mark_point(size=64, filled=True, opacity=1, stroke=ACTUAL, strokeWidth=1.4)
            .encode(fill=alt.Fill("fill:N", scale=None), shape=alt.Shape("shape:N", scale=None), tooltip=tooltip)
        )
        layers += _labels(base(_thinned(preferred, 8)), dy=14, color="#1c1f24", size=11)
    if planned:
        steps = [point for point in planned if not point["total"]]
        if steps:
            line = base(steps).mark_line(color=TARGET, strokeDash=[5, 4], strokeWidth=1.4)
            layers.append(line.encode(detail="plan:N"))
        layers.append(
            base(planned)
            .mark_point(size=110, filled=False, fill="white", stroke=TARGET, strokeWidth=2, opacity=1)
            .encode(shape=alt.Shape("shape:N", scale=None), tooltip=tooltip)
        )
        layers += _labels(base(_thinned(planned, 6)), dy=-15, color=TARGET, size=12)
    specification = with_values(alt.layer(*layers).to_dict(validate=False), values)
    # Set here and not on the chart, which would copy itself whole for each.
    return specification | {
        "height": height,
        "padding": {"left": 6, "right": 22, "top": 18, "bottom": 4},
        "config": CONFIG,
    }


def with_values(specification: dict[str, Any], values: Mapping[str, list[Row]]) -> dict[str, Any]:
    """The drawing with the rows in place of their names: as a chart is put together its data are copied many times."""
    if (name := specification.get("data", {}).get("name")) in values:
        specification["data"] = {"values": values[name]}
    for layer in specification.get("layer", ()):
        with_values(layer, values)
    return specification


def shared_domain(groups: list[tuple[list[Row], list[Row]]]) -> tuple[float, float] | None:
    """One vertical range for several regions, with room above and below; None when there is nothing to draw."""
    values = [row["target_value"] for targets, _ in groups for row in targets if row["target_value"] is not None]
    values += [row["value"] for _, actuals in groups for row in actuals if row["value"] is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    room = max((high - low) * 0.16, abs(high) * 0.02) or 1.0  # a change of a thousandth does not fill the height
    return low - room, high + room
