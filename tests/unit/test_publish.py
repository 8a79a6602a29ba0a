"""Publishing: keys and comments survive, the link moves atomically, killed publications leave yesterday's file."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.landing.manifest import write_manifest
from pipelines.quality.results import CheckResult, write_results
from pipelines.settings import Settings
from pipelines.warehouse.dbt import remove_warehouse
from pipelines.warehouse.publish import KEPT_VERSIONS, publish
from pipelines.warehouse.query import NoWarehouse, open_published, published_file

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def built(settings: Settings) -> Settings:
    """A private warehouse of two related tables, and an empty manifest."""
    settings.warehouse_file.parent.mkdir(parents=True)
    settings.landed_statistics.mkdir(parents=True)
    write_manifest(settings, [])
    build(settings, "庆元县")
    return settings


def build(settings: Settings, name: str) -> None:
    with duckdb.connect(str(settings.warehouse_file)) as connection:
        connection.execute("DROP SCHEMA IF EXISTS marts CASCADE; CREATE SCHEMA marts")
        connection.execute("CREATE TABLE marts.z_region (code VARCHAR PRIMARY KEY, name VARCHAR NOT NULL)")
        connection.execute(
            "CREATE TABLE marts.a_fact (id INTEGER PRIMARY KEY, code VARCHAR REFERENCES marts.z_region (code), "
            "units VARCHAR[])"
        )
        connection.execute(
            "COMMENT ON TABLE marts.z_region IS '地区''s'; COMMENT ON COLUMN marts.z_region.name IS '名称'"
        )
        connection.execute("INSERT INTO marts.z_region VALUES ('331126', ?)", [name])
        connection.execute("INSERT INTO marts.a_fact VALUES (2, '331126', ['乙']), (1, '331126', NULL)")
        connection.execute("CREATE SCHEMA IF NOT EXISTS staging; CREATE OR REPLACE TABLE staging.x AS SELECT 1")


def test_tables_keep_their_keys_comments_and_order(built: Settings) -> None:
    result = CheckResult("c", "z_region", None, "warning", False, 2, 1, ["甲"], "说明")
    write_results(built.quality_dir, "run-1", "s", "gx", [result])
    write_results(built.quality_dir, "run-0", "s", "gx", [result])
    publication = publish(built, "run-1", NOW, "code")
    assert publication.row_counts == {"z_region": 1, "a_fact": 2}
    with open_published(built.home) as connection:
        assert connection.execute("SELECT id FROM marts.a_fact").fetchall() == [(1,), (2,)]
        kinds = connection.execute("SELECT constraint_type FROM duckdb_constraints() ORDER BY 1").fetchall()
        assert {"PRIMARY KEY", "FOREIGN KEY", "NOT NULL"} <= {kind for (kind,) in kinds}
        comments = connection.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'z_region'").fetchall()
        assert comments == [("地区's",)]
        columns = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'z_region' AND column_name = 'name'"
        ).fetchall()
        assert columns == [("名称",)]
        assert connection.execute("SELECT run_id, sample FROM quality.check_results").fetchall() == [
            ("run-1", '["甲"]')
        ]
        assert connection.execute("SELECT count(*) FROM quality.check_history").fetchone() == (2,)
        assert connection.execute("SELECT run_id, code_version FROM meta.publication").fetchall() == [("run-1", "code")]
        schemas = connection.execute("SELECT DISTINCT schema_name FROM duckdb_tables()").fetchall()
        assert {name for (name,) in schemas} == {"marts", "meta", "quality"}


def test_the_file_is_readable_by_every_1x_client(built: Settings) -> None:
    path = publish(built, "run-1", NOW, "code").path
    assert path.read_bytes()[12] == 64  # the storage version of DuckDB 1.0


def test_a_reader_keeps_what_it_has_and_the_next_sees_the_new(built: Settings) -> None:
    publish(built, "run-1", NOW, "code")
    with open_published(built.home) as reader:
        build(built, "龙泉市")
        publish(built, "run-2", NOW + timedelta(seconds=1), "code")
        assert reader.execute("SELECT name FROM marts.z_region").fetchall() == [("庆元县",)]
        with open_published(built.home) as newer:
            assert newer.execute("SELECT name FROM marts.z_region").fetchall() == [("龙泉市",)]


def test_only_a_few_versions_are_kept(built: Settings) -> None:
    for second in range(KEPT_VERSIONS + 3):
        publish(built, f"run-{second}", NOW + timedelta(seconds=second), "code")
    files = sorted(built.published_dir.glob("planledger-*.duckdb"))
    assert len(files) == KEPT_VERSIONS
    assert published_file(built.home) == files[-1]


@pytest.mark.parametrize("moment", ["_write_quality", "_write_meta", "_swap_link", "remove_old"])
def test_a_publication_killed_at_any_moment_leaves_a_whole_file(built: Settings, moment: str) -> None:
    first = publish(built, "run-1", NOW, "code")
    digest = hashlib.sha256(first.path.read_bytes()).hexdigest()
    build(built, "龙泉市")
    script = f"""
        import os, signal
        from datetime import datetime, UTC
        from pathlib import Path
        from pipelines.settings import Settings
        from pipelines.warehouse import publish
        def die(*args):
            os.kill(os.getpid(), signal.SIGKILL)
        publish.{moment} = die
        settings = Settings(Path({str(built.project_dir)!r}), Path({str(built.raw_dir)!r}), Path({str(built.home)!r}))
        publish.publish(settings, "run-2", datetime(2026, 1, 3, tzinfo=UTC), "code")
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert hashlib.sha256(first.path.read_bytes()).hexdigest() == digest
    with open_published(built.home) as connection:
        name = connection.execute("SELECT name FROM marts.z_region").fetchall()
    assert name == [("龙泉市" if moment == "remove_old" else "庆元县",)]
    publish(built, "run-3", NOW + timedelta(days=2), "code")
    assert not list(built.published_dir.glob("*.tmp*"))
    with open_published(built.home) as connection:
        assert connection.execute("SELECT name FROM marts.z_region").fetchall() == [("龙泉市",)]


def test_nothing_to_publish_leaves_the_published_file(built: Settings) -> None:
    first = publish(built, "run-1", NOW, "code")
    with duckdb.connect(str(built.warehouse_file)) as connection:
        connection.execute("DROP SCHEMA marts CASCADE")
    with pytest.raises(RuntimeError, match="marts"):
        publish(built, "run-2", NOW, "code")
    assert published_file(built.home) == first.path


def test_no_warehouse_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NoWarehouse, match="make run"), open_published(tmp_path):
        pass


def test_a_private_warehouse_that_was_left_broken_stops_no_build(built: Settings) -> None:
    data = built.warehouse_file.read_bytes()
    built.warehouse_file.write_bytes(os.urandom(4096) + data[4096:])
    log = built.warehouse_file.with_name(built.warehouse_file.name + ".wal")
    log.write_bytes(b"half a log")
    remove_warehouse(built)
    assert not built.warehouse_file.exists() and not log.exists()
    remove_warehouse(built)
