"""A planted warehouse for all tests, which only read it, and what is made of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the planted warehouse lies beside the tests

import planted

from pipelines.publications.build import compose
from pipelines.publications.content import Content
from pipelines.publications.reading import read_content
from pipelines.publications.settings import Look
from pipelines.settings import PROJECT_DIR, Settings


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("bulletin")
    planted.build(home)
    return home


@pytest.fixture
def settings(warehouse: Path, tmp_path: Path) -> Settings:
    return Settings(project_dir=PROJECT_DIR, raw_dir=tmp_path / "raw", home=warehouse)


@pytest.fixture(scope="session")
def connection(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(warehouse / "published" / "planledger-1.duckdb"), read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def content(connection: duckdb.DuckDBPyConnection) -> Content:
    return read_content(connection, "庆元县", planted.MONTH)


@pytest.fixture(scope="session")
def text(content: Content) -> str:
    """The whole bulletin as text, one line a paragraph."""
    from pipelines.publications.figures import text_of

    return "\n".join(map(text_of, compose(content, Look(), "通报").lines()))
