"""The months that departments are held to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from filled import NOW, TOLD, background, fill

from pipelines.intake.receive import understand
from pipelines.intake.register import Register
from pipelines.landing.submissions import land_submissions


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([(2025, 11), (2026, 2)], [(2025, 11), (2025, 12), (2026, 1), (2026, 2)]),
        ([(2026, 10)], [(2026, 10)]),
        ([(2020, 1), (2026, 9), (2026, 10)], [(2020, 1), (2026, 9), (2026, 10)]),
        ([], []),
    ],
)
def test_a_month_that_nobody_reported_on_is_missed_by_all(
    tmp_path: Path, months: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    register, data = Register(tmp_path / "raw"), fill()
    record = understand(data, "a.xlsx", TOLD, background(), NOW)
    for number, (year, month) in enumerate(months):
        register.add(data, replace(record, submission_id=f"{number:016x}", month=date(year, month, 1)))
    land_submissions(tmp_path / "raw", tmp_path / "landed")
    landed = pl.read_parquet(tmp_path / "landed" / "reporting_months" / "*.parquet").sort("month")
    assert [(day.year, day.month) for day in landed["month"].to_list()] == expected
