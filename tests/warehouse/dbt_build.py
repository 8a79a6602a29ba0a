"""dbt built in this process from landed rows, for tests."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import landed_rows

ROOT = Path(__file__).parents[2]
PROJECT = ("--project-dir", str(ROOT / "dbt"), "--profiles-dir", str(ROOT / "dbt"))
QUIET = ("--quiet", "--no-version-check", "--log-level-file", "none", "--no-write-json")
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


def up_to(*names: str) -> tuple[str, ...]:
    """Arguments that build these models and tests with all that they read, and the tests that can run then."""
    return ("--select", *(f"+{name}" for name in names), "--indirect-selection", "buildable")


def run_dbt(home: Path, tables: dict[str, Rows], *arguments: str, with_unit_tests: bool = False) -> Build:
    """Land the rows under ``home`` and build there, in this process, all of the project or what ``arguments`` select.

    Every build reads the landing through one link, so that the project, which holds the paths, is parsed once.
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    landed_rows.land(home, tables)
    build = Build(home)
    if not with_unit_tests:
        arguments = (*arguments, "--exclude-resource-type", "unit_test")
    link = _shared() / "landing"
    link.unlink(missing_ok=True)
    link.symlink_to(home / "landing")
    before = dict(os.environ)
    os.environ.update(landed_rows.dbt_environment(home, link))
    try:
        result = dbtRunner(manifest=_parsed_project()).invoke(["build", *arguments, *PROJECT, *QUIET])
    finally:
        DuckDBConnectionManager.close_all_connections()
        os.environ.clear()
        os.environ.update(before)
    assert result.result is not None, result.exception
    build.statuses = {run.node.name: str(run.status) for run in result.result.results}
    return build


@cache
def _shared() -> Path:
    return Path(tempfile.mkdtemp(prefix="landed-"))


@cache
def _parsed_once() -> Any:
    from dbt.cli.main import dbtRunner

    result = dbtRunner().invoke(["parse", *PROJECT, *QUIET])
    assert result.success, result.exception
    return result.result


def _parsed_project() -> Any:
    """The parsed project, a copy for each build: building writes into it."""
    manifest = _parsed_once().deepcopy()
    manifest.build_flat_graph()
    return manifest
