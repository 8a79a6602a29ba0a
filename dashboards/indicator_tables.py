"""Two tables of the indicator page: how each verdict comes about, and which values a figure has had."""

from __future__ import annotations

from collections.abc import Sequence

from dashboards import components as ui
from dashboards import data, formatting, target_table
from dashboards import text as words


def verdicts(rows: Sequence[data.Row]) -> None:
    """One row a target: base, what is needed by now, what was reached, and the working that leads to the state."""
    columns = [
        ui.column("region", words.COLUMN_REGION),
        ui.column("target", words.COLUMN_TARGET, align="right"),
        ui.column("base", words.COLUMN_BASE, align="right"),
        ui.column("needed", words.COLUMN_NEEDED, align="right"),
        ui.column("actual", words.KINDS["actual"], align="right"),
        ui.column("status", words.COLUMN_STATUS),
        ui.column("working", words.COLUMN_WORKING, width="30%", sort=False),
        ui.column("forecast", words.COLUMN_FORECAST, width="20%", sort=False),
    ]
    ui.table("verdicts", columns, [_verdict(row) for row in rows], find=False)


def _verdict(row: data.Row) -> dict[str, object]:
    unit = row["unit_name"]
    when = formatting.year_month(row["year"], row["month"])
    return {
        "region": ui.cell(row["region_name"], sub=row["doc"]),
        "target": ui.cell(
            formatting.target(
                row["target_value"], unit, row["comparator"], row["target_value_text"], row["value_high"]
            ),
            sort=row["target_value"],
            sub=formatting.year(row["target_year"]),
        ),
        "base": ui.cell(
            formatting.quantity(row["base_value"], unit),
            sort=row["base_value"],
            sub=None if row["base_value"] is None else formatting.year(row["base_year"]),
        ),
        "needed": ui.cell(
            formatting.quantity(row["milestone_value"], unit), sort=row["milestone_value"], sub=row["milestone_note"]
        ),
        "actual": ui.cell(
            formatting.quantity(row["actual_value"], unit),
            sort=row["actual_value"],
            sub=_known_part(row) if row["actual_value"] is None else when,
        ),
        "status": ui.cell(formatting.status(row["status"]), style=row["status"], sub=target_table.verdict(row)),
        "working": ui.cell(row["working"] or row["status_reason"] or "—", style="pre"),
        "forecast": _forecast(row),
    }


def _known_part(row: data.Row) -> str | None:
    """Of an amount over years: what the known years come to, and how many of them are known."""
    if row["known_value"] is None or not row["needed_count"] or row["known_count"] == row["needed_count"]:
        return None
    return words.KNOWN_PART.format(
        value=formatting.quantity(row["known_value"], row["unit_name"]),
        known=row["known_count"],
        needed=row["needed_count"],
    )


def _forecast(row: data.Row) -> dict[str, object]:
    if row["forecast_value"] is None:
        return ui.cell("—")
    unit = row["unit_name"]
    told = words.FORECAST_MEETS if row["is_expected_to_meet"] else words.FORECAST_MISSES
    text = told.format(value=formatting.quantity(_rounded(row["forecast_value"]), unit))
    if row["forecast_low"] is not None and row["forecast_high"] is not None:
        low, high = formatting.number(_rounded(row["forecast_low"])), _rounded(row["forecast_high"])
        text += words.FORECAST_RANGE.format(low=low, high=formatting.quantity(high, unit))
    return ui.cell(text, sub=row["forecast_working"])


def _rounded(value: float) -> float:
    return round(value, 2)


def versions(rows: Sequence[data.Row]) -> None:
    """One row a value of a month, or one that was replaced: when it was known, and until when it stood."""
    columns = [
        ui.column("region", words.COLUMN_REGION),
        ui.column("when", words.COLUMN_TARGET_PERIOD),
        ui.column("value", words.COLUMN_VALUE, align="right"),
        ui.column("state", words.COLUMN_STATE),
        ui.column("known", words.COLUMN_KNOWN_ON),
        ui.column("until", words.COLUMN_UNTIL),
        ui.column("source", words.COLUMN_WHERE, width="36%"),
    ]
    ui.table("versions", columns, [_version(row) for row in rows])


def _version(row: data.Row) -> dict[str, object]:
    is_month = row["period_kind"] == "month"
    shown = formatting.quantity(row["value"], row["unit_name"]) if row["value"] is not None else row["value_text"]
    return {
        "region": ui.cell(row["region_name"]),
        "when": ui.cell(
            formatting.year_month(row["year"], row["month"] if is_month else None),
            sort=row["year"] * 100 + (row["month"] if is_month else 12),
            style="nowrap",
        ),
        "value": ui.cell(shown or words.MISSING, sort=row["value"]),
        "state": ui.cell(formatting.maturity(row["maturity"])),
        "known": ui.cell(formatting.day(row["recorded_at"]), style="nowrap"),
        "until": ui.cell(
            words.STILL_STANDS if row["superseded_at"] is None else formatting.day(row["superseded_at"]), style="nowrap"
        ),
        "source": ui.cell(row["source_title"] or row["department_name"] or row["source"] or words.MISSING),
    }
