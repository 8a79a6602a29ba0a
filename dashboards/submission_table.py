"""How a department reported for a month, as cells of a table: when, how late, how often, how complete, how good."""

from __future__ import annotations

from typing import Any

from dashboards import components as ui
from dashboards import data, formatting
from dashboards import text as words

_STYLES = {"in_time": "reached nowrap", "late": "nowrap", "returned": "failed nowrap"}


def columns() -> list[dict[str, Any]]:
    return [
        ui.column("status", words.COLUMN_SUBMISSION_STATE),
        ui.column("received", words.COLUMN_LAST_RECEIVED),
        ui.column("late", words.COLUMN_LATE, align="right"),
        ui.column("versions", words.COLUMN_VERSIONS, align="right"),
        ui.column("answered", words.COLUMN_ANSWERED, align="right"),
        ui.column("held", words.COLUMN_HELD, align="right"),
        ui.column("score", words.COLUMN_SCORE, align="right"),
    ]


def cells(row: data.Row) -> dict[str, dict[str, Any]]:
    """The cells of `columns` for one row of mart_submission_status."""
    return {
        "status": ui.cell(
            words.SUBMISSION_STATES.get(row["status"]) or str(row["status"]),
            style=_STYLES.get(row["status"], "missing nowrap"),
        ),
        "received": ui.cell(
            formatting.moment(row["last_received_at"]) if row["last_received_at"] else words.MISSING,
            sort=str(row["last_received_at"] or ""),
        ),
        "late": ui.cell(_days(row["late_days"]), sort=row["late_days"]),
        "versions": ui.cell(_versions(row), sort=row["version_count"]),
        "answered": ui.cell(_part(row["answered_count"], row["asked_count"]), sort=row["answered_count"]),
        "held": ui.cell(_part(row["quarantined_count"], row["figure_count"]), sort=row["quarantined_count"]),
        "score": ui.cell(
            words.MISSING
            if row["quality_score"] is None
            else formatting.quantity(row["quality_score"], words.UNIT_POINTS),
            sort=row["quality_score"],
        ),
    }


def _days(late: int | None) -> str:
    return words.MISSING if late is None else words.IN_TIME if late == 0 else words.LATE_DAYS.format(days=late)


def _versions(row: data.Row) -> str:
    returned = words.RETURNED_TIMES.format(count=row["returned_count"]) if row["returned_count"] else ""
    if not row["version_count"]:
        return str(words.MISSING)
    return str(words.VERSION_COUNT.format(count=row["version_count"], returned=returned))


def _part(part: int | None, whole: int | None) -> str:
    return words.MISSING if part is None or whole is None else f"{part} / {whole}"
