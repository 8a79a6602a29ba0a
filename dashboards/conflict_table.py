"""Figures of a plan that do not agree with others: both sentences, and which is likelier if the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from dashboards import components as ui
from dashboards import data, formatting
from dashboards import text as words


def show(rows: Sequence[data.Row]) -> None:
    """One row a pair; each sentence leads to its place."""
    columns = [
        ui.column("indicator", words.COLUMN_INDICATOR),
        ui.column("severity", words.COLUMN_SEVERITY),
        ui.column("a", words.COLUMN_SENTENCE_A, width="22%", sort=False),
        ui.column("b", words.COLUMN_SENTENCE_B, width="22%", sort=False),
        ui.column("explanation", words.COLUMN_EXPLANATION, width="28%", sort=False),
        ui.column("likelier", words.COLUMN_LIKELIER, width="14%"),
    ]
    ui.table("conflicts", columns, [_row(row) for row in rows], height="30rem", find=False)


def of_statement(rows: Sequence[data.Row], statement_id: str) -> list[str]:
    """What the figures that a statement does not agree with come to, in words."""
    return [row["explanation"] for row in rows if statement_id in (row["statement_id_a"], row["statement_id_b"])]


def _row(row: data.Row) -> dict[str, object]:
    sides = {"a": words.COLUMN_SENTENCE_A, "b": words.COLUMN_SENTENCE_B}
    return {
        "indicator": ui.cell(row["indicator_name"] or "—", sub=formatting.year(row["year"])),
        "severity": ui.cell(
            words.CONFLICT_SEVERITIES.get(row["severity"], row["severity"]),
            style="failed nowrap" if row["severity"] == "contradiction" else "nowrap",
        ),
        **{side: _side(row, side) for side in sides},
        "explanation": ui.cell(row["explanation"]),
        "likelier": ui.cell(sides.get(row["likelier"] or "", "—"), sub=row["likelier_reason"]),
    }


def _side(row: data.Row, side: str) -> dict[str, object]:
    """A sentence with its value; a side that is no statement leads to its place in the text."""
    if row[f"quote_{side}"] is None:
        return ui.cell(formatting.quantity(row[f"value_{side}"], row["unit_name"]))
    href = formatting.statement_link(row[f"statement_id_{side}"])
    if href is None and row[f"plan_id_{side}"] and row[f"start_char_{side}"] is not None:
        href = formatting.page_link(
            "text",
            plan=row[f"plan_id_{side}"],
            start=row[f"start_char_{side}"],
            end=row[f"end_char_{side}"],
        )
    value = formatting.quantity(row[f"value_{side}"], row["unit_name"])
    return ui.cell(row[f"quote_{side}"], href=href, sub=f"{row[f'doc_{side}'] or ''} · {value}")
