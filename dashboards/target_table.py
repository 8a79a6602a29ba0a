"""Targets as rows of a table: what was promised, where it stands, how far from it, who owns it, and both sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboards import components as ui
from dashboards import data, formatting
from dashboards import text as words

ROW_LIMIT = 1000


def show(key: str, rows: Sequence[data.Row], *, with_source: bool = True, height: str = "44rem") -> None:
    """The table. ``with_source`` adds where the actual stands; without it the owner and since when stand there."""
    columns = [
        ui.column("indicator", words.COLUMN_INDICATOR, width="24%"),
        ui.column("region", words.COLUMN_REGION),
        ui.column("target", words.COLUMN_TARGET, align="right"),
        ui.column("period", words.COLUMN_TARGET_PERIOD),
        ui.column("now", words.COLUMN_NOW, align="right"),
        ui.column("year", words.COLUMN_NOW_YEAR),
        ui.column("status", words.COLUMN_STATUS),
    ]
    if with_source:
        columns.append(ui.column("source", words.COLUMN_SOURCE, width="18%"))
    else:
        columns.append(ui.column("owner", words.COLUMN_OWNER, width="16%"))
        columns.append(ui.column("since", words.COLUMN_SINCE))
    columns.append(ui.column("open", words.COLUMN_OPEN, sort=False))
    ui.table(key, columns, [_row(row) for row in rows], height=height, find=with_source)


def _row(row: data.Row) -> dict[str, object]:
    unit = row["unit_name"]
    notes = [formatting.attribute(row["attribute"]), words.DISPUTED if row["is_disputed"] else ""]
    actual = row["shown_actual_value"]
    now = formatting.quantity(actual, unit) if actual is not None else (row["actual_value_text"] or words.MISSING)
    known = now != words.MISSING
    return {
        "indicator": ui.cell(
            formatting.indicator(row),
            href=formatting.page_link("indicator", indicator=row["indicator_id"]),
            sub=" · ".join(note for note in notes if note),
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
        "status": ui.cell(formatting.status(row["status"]), style=row["status"], sub=verdict(row)),
        "source": _source(row) if known else ui.cell(words.MISSING),
        "owner": ui.cell(formatting.names(row["departments"])),
        "since": _since(row["not_green_since"]),
        "open": ui.links(
            (words.TARGET_SENTENCE, formatting.statement_link(row["target_statement_id"])),
            (words.ACTUAL_SENTENCE, formatting.statement_link(row["actual_statement_id"])),
        ),
    }


def verdict(row: data.Row) -> str:
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


def _since(day: date | None) -> dict[str, object]:
    return ui.cell("—" if day is None else formatting.day(day), sort=formatting.day(day), style="nowrap")


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
