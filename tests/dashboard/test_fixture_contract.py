"""The fixture has the columns of the real warehouse: what the dashboard is tested on is what it will read."""

from __future__ import annotations

import re

from pipelines.landing.schemas import INPUTS
from pipelines.warehouse.publish import CHECK_RESULTS_COLUMNS
from tests.dashboard.fixture_warehouse import TABLES


def _fixture_columns(table: str) -> dict[str, str]:
    flat = re.sub(r"\s+", " ", TABLES[table])
    return dict(column.strip().split(" ", 1) for column in flat.split(","))


def test_quality_and_meta_columns_are_those_that_are_published() -> None:
    assert _fixture_columns("quality.check_results") == CHECK_RESULTS_COLUMNS
    assert set(_fixture_columns("meta.inputs")) - {"first_landed_at"} == set(INPUTS)
