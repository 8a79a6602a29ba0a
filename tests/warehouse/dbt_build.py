"""dbt built in this process from landed rows, for tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import landed_rows

ROOT = Path(__file__).parents[2]
QUIET = ("--quiet", "--no-version-check", "--log-level-file", "none")
Rows = list[dict[str, Any]]


class Build:
    """The outcome of a dbt build: whether it succeeded, what each node came to, and the file."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.statuses: dict[str, str] = {}
        self.file = home / "warehouse" / "planledger.duckdb"

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.file), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def one(self, sql: str) -> dict[str, Any]:
        """The only row as a dict."""
        with duckdb.connect(str(self.file), read_only=True) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
        assert len(rows) == 1, f"{len(rows)} rows: {sql}"
        return dict(zip(names, rows[0], strict=True))


def run_dbt(home: Path, tables: dict[str, Rows], *arguments: str) -> Build:
    """Land the rows under ``home`` and build all of the project there, in this process."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    landed_rows.land(home, tables)
    build = Build(home)
    project = str(ROOT / "dbt")
    before = dict(os.environ)
    os.environ.update(landed_rows.dbt_environment(home))
    try:
        result = dbtRunner().invoke(
            ["build", *arguments, "--project-dir", project, "--profiles-dir", project, *QUIET],
        )
    finally:
        DuckDBConnectionManager.close_all_connections()
        os.environ.clear()
        os.environ.update(before)
    assert result.result is not None, result.exception
    build.statuses = {run.node.name: str(run.status) for run in result.result.results}
    return build
