"""A short run of ``python -m benchmarks.workbook_fuzz``."""

from __future__ import annotations

from benchmarks.workbook_fuzz import run


def test_mutated_tables_crash_nothing_and_give_no_wrong_figure() -> None:
    outcome = run(150, seed=7)
    assert (outcome.crashes, outcome.hangs, outcome.wrong) == (0, 0, 0), outcome.failures
    assert outcome.accepted > 300
