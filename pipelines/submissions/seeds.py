"""The catalogues that the warehouse is built from, read as plain rows."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "dbt" / "seeds"


@cache
def seed(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a seed file by column name."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))
