from __future__ import annotations

from pathlib import Path
from typing import Any

import altair as alt

from dashboards import charts, data


def _rows(region: str) -> tuple[list[data.Row], list[data.Row]]:
    targets = [r for r in data.rows("indicator_targets", indicator="urbanisation_rate") if r["region_code"] == region]
    actuals = [r for r in data.rows("indicator_actuals", indicator="urbanisation_rate") if r["region_code"] == region]
    return targets, actuals


def _marks(specification: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in specification["layer"] if layer["mark"]["type"] == kind]


def _values(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(layer["data"]["values"])


def test_the_drawing_is_valid_vega_lite(home: Path) -> None:
    for region in ("331126", "330182", "330000"):
        alt.LayerChart.from_dict(charts.indicator_chart(*_rows(region), unit="%"))


def test_targets_are_hollow_with_comparators_and_actuals_solid(home: Path) -> None:
    actual, target = _marks(charts.indicator_chart(*_rows("330182"), unit="%"), "point")
    assert actual["mark"]["filled"] is True
    assert target["mark"]["filled"] is False
    assert [(p["short"], p["shape"]) for p in _values(target)] == [("≥ 66", "triangle-up")]
    assert [p["fill"] == charts.ACTUAL for p in _values(actual)] == [False, True], "preliminary is lighter than final"


def test_no_line_is_drawn_over_missing_years(home: Path) -> None:
    line = _marks(charts.indicator_chart(*_rows("330182"), unit="%"), "line")[0]
    assert [(p["year"], p["run"]) for p in _values(line)] == [(2021, 0), (2027, 1)]


def test_other_sources_of_a_year_are_shown_and_not_joined(home: Path) -> None:
    specification = charts.indicator_chart(*_rows("331126"), unit="%")
    crosses = [layer for layer in _marks(specification, "text") if layer["mark"].get("text") == "×"]
    assert [p["value"] for p in _values(crosses[0])] == [60.1]
    assert [p["value"] for p in _values(_marks(specification, "line")[0])] == [60.7, 62.4]


def test_totals_of_several_years_stand_on_no_line(home: Path) -> None:
    targets, actuals = _rows("331126")
    total = targets[0] | {"is_period_total": True}
    specification = charts.indicator_chart([total], [row | {"is_period_total": True} for row in actuals], unit="个")
    assert not _marks(specification, "line")
    shapes = {p["shape"] for layer in _marks(specification, "point") for p in _values(layer)}
    assert shapes == {charts.TOTAL}


def test_regions_share_axes_when_asked(home: Path) -> None:
    groups = [_rows("331126"), _rows("330000")]
    low, high = charts.shared_domain(groups) or (0, 0)
    assert low < 60.7
    assert high > 72.2
    assert charts.shared_domain([([], [])]) is None
