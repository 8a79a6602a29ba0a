"""The months that departments are held to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
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


def test_a_month_is_there_since_what_had_come_in_made_it_one(tmp_path: Path) -> None:
    register, data = Register(tmp_path / "raw"), fill()
    record = understand(data, "a.xlsx", TOLD, background(), NOW)
    # (month, day received): the month in between is missed since the later of the two came; one received late was
    # already there.
    sent = [((2024, 1), 5), ((2024, 3), 20), ((2024, 2), 25), ((2024, 3), 10), ((2026, 9), 26)]
    for number, ((year, month), day) in enumerate(sent):
        moment = datetime(2024, 6, day, 16, 30, tzinfo=UTC)  # after midnight in China
        register.add(
            data, replace(record, submission_id=f"{number:016x}", month=date(year, month, 1), received_at=moment)
        )
    land_submissions(tmp_path / "raw", tmp_path / "landed")
    landed = pl.read_parquet(tmp_path / "landed" / "reporting_months" / "*.parquet").sort("month")
    assert list(zip(landed["month"].to_list(), landed["opened_on"].to_list(), strict=True)) == [
        (date(2024, 1, 1), date(2024, 6, 6)),
        (date(2024, 2, 1), date(2024, 6, 11)),
        (date(2024, 3, 1), date(2024, 6, 11)),
        (date(2026, 9, 1), date(2024, 6, 27)),
    ]
