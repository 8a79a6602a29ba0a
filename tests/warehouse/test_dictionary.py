"""The data dictionary is up to date, complete, and the same from the project and from a built file."""

from __future__ import annotations

from pathlib import Path

import duckdb
from dbt_build import Build

from pipelines.warehouse import dictionary

ROOT = Path(__file__).parents[2]


def test_committed_dictionary_is_up_to_date() -> None:
    committed = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary.render(ROOT / "dbt"), "run: python -m pipelines.warehouse.dictionary"


def test_every_table_says_its_grain_and_every_column_its_meaning() -> None:
    for table in dictionary.read_tables(ROOT / "dbt"):
        assert table.description.startswith("One row per "), table.name
        for column in table.columns:
            assert column.description, f"{table.name}.{column.name}"


def test_a_built_file_carries_the_same_texts(built: Build) -> None:
    with duckdb.connect(str(built.file), read_only=True) as connection:
        assert dictionary.render_dictionary(connection) == dictionary.render(ROOT / "dbt")


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "dictionary.md"
    assert dictionary.write(ROOT / "dbt", path) is True
    assert dictionary.write(ROOT / "dbt", path) is False
