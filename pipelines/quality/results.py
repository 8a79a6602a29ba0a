"""Results of checks, kept as Parquet: one file for each run and suite. They are published as schema ``quality``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.landing.store import write_atomically

KEPT_FILES = 600

SCHEMA: dict[str, Any] = {
    "run_id": pl.String,
    "checked_at": pl.Datetime("us"),
    "suite": pl.String,
    "check_name": pl.String,
    "table_name": pl.String,
    "column_name": pl.String,
    "kind": pl.String,
    "severity": pl.String,
    "passed": pl.Boolean,
    "evaluated_count": pl.Int64,
    "unexpected_count": pl.Int64,
    "sample": pl.String,
    "description_zh": pl.String,
}


@dataclass(frozen=True, slots=True)
class CheckResult:
    check_name: str
    table_name: str
    column_name: str | None
    severity: str  # critical or warning
    passed: bool
    evaluated_count: int | None
    unexpected_count: int | None
    sample: list[Any]
    description_zh: str


def write_results(folder: Path, run_id: str, suite: str, kind: str, results: Iterable[CheckResult]) -> Path:
    """Write the results of one suite (``gx``) or of the dbt tests (``dbt``) of one run; the oldest files go."""
    checked_at = datetime.now(UTC).replace(tzinfo=None)
    rows = [
        {
            "run_id": run_id,
            "checked_at": checked_at,
            "suite": suite,
            "check_name": result.check_name,
            "table_name": result.table_name,
            "column_name": result.column_name,
            "kind": kind,
            "severity": result.severity,
            "passed": result.passed,
            "evaluated_count": result.evaluated_count,
            "unexpected_count": result.unexpected_count,
            "sample": json.dumps(result.sample, ensure_ascii=False) if result.sample else None,
            "description_zh": result.description_zh,
        }
        for result in results
    ]
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    path = folder / f"{checked_at:%Y%m%dT%H%M%S%f}-{suite}-{run_id[:8]}.parquet"
    write_atomically(path, frame.write_parquet)
    for old in sorted(folder.glob("*.parquet"))[:-KEPT_FILES]:
        old.unlink(missing_ok=True)
    return path
