"""Reading the published file: always read-only, always briefly, always the file behind the link."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

LINK_NAME = "planledger.duckdb"


class NoWarehouse(RuntimeError):
    """Nothing has been published yet; the message says what to run."""


def published_file(home: Path) -> Path:
    """The versioned file that the link points at. Raises `NoWarehouse`."""
    link = home / "published" / LINK_NAME
    path = Path(link.resolve())
    if not path.is_file():
        raise NoWarehouse("还没有已发布的数据仓库。请先运行：make run")
    return path


@contextmanager
def open_published(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to what is published now, closed at the end of the block. Raises `NoWarehouse`.

    The link is resolved first: DuckDB caches by path, and a process that opened the link again while it still held an
    old handle would be given the old file.
    """
    with open_file(published_file(home)) as connection:
        yield connection


@contextmanager
def open_file(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to one published file, closed at the end of the block."""
    import duckdb

    connection = duckdb.connect(str(path), read_only=True)
    try:
        yield connection
    finally:
        connection.close()


def is_example_data(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether an open published file holds example data. False for a file from before there were any."""
    told = connection.execute(
        "select count(*) from duckdb_columns() where database_name = current_database() "
        "and schema_name = 'meta' and table_name = 'publication' and column_name = 'is_example'"
    ).fetchone()
    if told is None or not told[0]:
        return False
    marked = connection.execute("select bool_or(is_example) from meta.publication").fetchone()
    return bool(marked and marked[0])
