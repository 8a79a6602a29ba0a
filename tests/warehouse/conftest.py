"""A warehouse built by dbt from small landed rows, once for the tests of this folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import landed_rows
from dbt_build import Build, run_dbt


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """The small landing, built whole with dbt's own unit tests."""
    yield run_dbt(tmp_path_factory.mktemp("warehouse"), landed_rows.small_landing(), with_unit_tests=True)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Build]:
    """A build of other rows."""
    return lambda tables, *arguments: run_dbt(tmp_path, tables, *arguments)
