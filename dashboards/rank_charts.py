"""Ranks drawn: a table of regions and indicators, and a map of tiles. Each field has its number, so grey will do."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt

from dashboards import formatting
from dashboards import text as words
from dashboards.charts import FONT, with_values
from dashboards.data import Row

# A tile for each county of Zhejiang, near where it lies: a drawing of ours, no boundary file, so nothing to license.
TILES = Path(__file__).resolve().parent / "assets" / "zhejiang_tiles.csv"
_TILE = 46
_POINTS = "points"


def heat(rows: list[Row]) -> dict[str, Any]:
    """Regions down, indicators across, the rank in each field; darker is nearer to the first place."""
    points = [
        {
            "region": row["region_name"],
            "indicator": formatting.indicator(row),
            "rank": row["rank"],
            "shown": "" if row["rank"] is None else str(row["rank"]),
            "place": _place(row),
            "value": formatting.quantity(row["value"], row["unit_name"]),
        }
        for row in rows
    ]
    base = alt.Chart(alt.NamedData(name=_POINTS)).encode(
        x=alt.X(
            "indicator:N", title=None, sort=None,
            axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=150, labelOverlap=False),
        ),
        y=alt.Y("region:N", title=None, sort=None, axis=alt.Axis(labelLimit=110)),
    )  # fmt: skip
    fields = base.mark_rect(stroke="white").encode(color=_colour(), tooltip=_tooltip("indicator"))
    numbers = base.mark_text(fontSize=12).encode(text="shown:N", color=_ink())
    return _drawn(alt.layer(fields, numbers), points, height={"step": 24})


def tile_map(rows: list[Row]) -> dict[str, Any]:
    """One indicator on the map of tiles; a county without a figure stays empty."""
    known = {row["region_code"]: row for row in rows}
    points = []
    for code, name, column, line in _tiles():
        row = known.get(code)
        points.append(
            {
                "region": name,
                "column": column,
                "line": line,
                "label": name.removesuffix("县").removesuffix("市").removesuffix("区")[:2],
                "shown": words.MISSING if row is None or row["rank"] is None else str(row["rank"]),
                "place": None if row is None else _place(row),
                "value": words.MISSING if row is None else formatting.quantity(row["value"], row["unit_name"]),
            }
        )
    base = alt.Chart(alt.NamedData(name=_POINTS)).encode(
        x=alt.X("column:O", title=None, axis=None), y=alt.Y("line:O", title=None, axis=None)
    )
    # Without a figure a tile would not be drawn at all.
    ground = base.mark_rect(fill="white", stroke="#c9ced6")
    tiles = base.mark_rect(stroke="#c9ced6").encode(color=_colour(), tooltip=_tooltip(None))
    names = base.mark_text(fontSize=11, dy=-8).encode(text="label:N", color=_ink())
    ranks = base.mark_text(fontSize=12, dy=8, fontWeight="bold").encode(text="shown:N", color=_ink())
    return _drawn(alt.layer(ground, tiles, names, ranks), points, width={"step": _TILE}, height={"step": _TILE - 8})


def is_on_map(rows: list[Row]) -> bool:
    """Whether the map of tiles has any of these regions."""
    return not {code for code, *_ in _tiles()}.isdisjoint(row["region_code"] for row in rows)


@cache
def _tiles() -> tuple[tuple[str, str, int, int], ...]:
    with TILES.open(encoding="utf-8", newline="") as lines:
        return tuple(
            (row["region_code"], row["region_name"], int(row["column"]), int(row["row"]))
            for row in csv.DictReader(lines)
        )


def _place(row: Row) -> float | None:
    """1 for the first place, 0 for the last; None without a rank."""
    if row["rank"] is None or not row["compared_count"]:
        return None
    return 1 - (row["rank"] - 1) / max(row["compared_count"] - 1, 1)


def _colour() -> alt.Color:
    scale = alt.Scale(domain=[0, 1], range=["#f1f4f8", "#1f4e79"])
    return alt.condition("isValid(datum.place)", alt.Color("place:Q", scale=scale, legend=None), alt.value("white"))


def _ink() -> Any:
    return alt.condition("datum.place > 0.55", alt.value("white"), alt.value("#1c1f24"))


def _tooltip(indicator: str | None) -> list[alt.Tooltip]:
    named = [alt.Tooltip(f"{indicator}:N", title=words.COLUMN_INDICATOR)] if indicator else []
    return [
        alt.Tooltip("region:N", title=words.COLUMN_REGION),
        *named,
        alt.Tooltip("value:N", title=words.COLUMN_VALUE),
        alt.Tooltip("shown:N", title=words.COLUMN_RANK),
    ]


def _drawn(chart: alt.LayerChart, points: list[Row], **size: dict[str, int]) -> dict[str, Any]:
    config = {"font": FONT, "view": {"stroke": None}, "axis": {"domain": False, "ticks": False}}
    return with_values(chart.to_dict(validate=False), {_POINTS: points}) | {**size, "config": config}
