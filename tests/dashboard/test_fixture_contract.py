"""The fixture has the columns of the real warehouse: what the dashboard is tested on is what it will read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from pipelines.landing.schemas import INPUTS
from pipelines.warehouse.publish import CHECK_RESULTS_COLUMNS
from tests.dashboard.fixture_warehouse import TABLES

MODELS = Path(__file__).resolve().parents[2] / "dbt" / "models" / "marts"


def _fixture_columns(table: str) -> dict[str, str]:
    flat = re.sub(r"\s+", " ", TABLES[table])
    return dict(column.strip().split(" ", 1) for column in flat.split(","))


def _mart_columns() -> dict[str, dict[str, str]]:
    models = {}
    for path in sorted(MODELS.glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models") or []:
            models[model["name"]] = {column["name"]: column["data_type"].upper() for column in model["columns"]}
    return models


@pytest.mark.parametrize("table", [name for name in TABLES if name.startswith("marts.")])
def test_marts_columns_and_types_are_those_of_the_dbt_contracts(table: str) -> None:
    real = _mart_columns()[table.removeprefix("marts.")]
    assert _fixture_columns(table).items() <= real.items()


def test_quality_and_meta_columns_are_those_that_are_published() -> None:
    assert _fixture_columns("quality.check_results") == CHECK_RESULTS_COLUMNS
    assert set(_fixture_columns("meta.inputs")) - {"first_landed_at"} == set(INPUTS)
