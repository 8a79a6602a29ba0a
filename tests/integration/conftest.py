"""Whole runs in processes of their own, as a user starts them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from pipelines.settings import PROJECT_DIR

PLANLEDGER = [sys.executable, "-m", "pipelines.cli"]


@dataclass(frozen=True)
class Installation:
    """A home and inputs of its own."""

    home: Path
    raw: Path

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PLANLEDGER_HOME": str(self.home), "PLANLEDGER_RAW": str(self.raw)}

    @property
    def link(self) -> Path:
        return self.home / "published" / "planledger.duckdb"

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PLANLEDGER, *arguments],
            cwd=PROJECT_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PLANLEDGER, *arguments],
            cwd=PROJECT_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def exports(self) -> dict[str, str]:
        """Every mart as ordered CSV."""
        with duckdb.connect(str(self.link.resolve()), read_only=True) as connection:
            tables = connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts' ORDER BY 1"
            ).fetchall()
            return {
                table: "\n".join(repr(row) for row in connection.execute(f"FROM marts.{table} ORDER BY ALL").fetchall())
                for (table,) in tables
            }


def install(folder: Path) -> Installation:
    shutil.copytree(PROJECT_DIR / "raw", folder / "raw")
    return Installation(folder / "home", folder / "raw")


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation after its first run; tests read it and do not change it."""
    installation = install(tmp_path_factory.mktemp("first"))
    done = installation.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    return installation


@pytest.fixture(scope="module")
def second(first: Installation, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Another installation after its first run, with the same inputs; tests of its module change it in their order."""
    installation = install(tmp_path_factory.mktemp("second"))
    done = installation.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    return installation
