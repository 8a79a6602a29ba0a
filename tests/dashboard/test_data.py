from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from dashboards import data
from tests.dashboard import fixture_warehouse


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    return tmp_path


def test_nothing_published(own_home: Path) -> None:
    with pytest.raises(data.NoWarehouse, match="make run"):
        data.rows("plans")
    assert data.published_link() == own_home / "published" / "planledger.duckdb"


def test_a_link_that_leads_nowhere_is_no_warehouse(own_home: Path) -> None:
    link = fixture_warehouse.build(own_home)
    link.resolve().unlink()
    with pytest.raises(data.NoWarehouse):
        data.rows("plans")


def test_a_damaged_file_is_told_from_a_missing_one(own_home: Path) -> None:
    link = fixture_warehouse.build(own_home)
    link.resolve().write_bytes(b"not a database" * 1000)
    with pytest.raises(data.UnreadableWarehouse):
        data.rows("plans")


def test_a_publish_during_a_visit_is_seen_at_once(own_home: Path) -> None:
    fixture_warehouse.build(own_home, "one")
    assert data.rows("publication")[0]["version"] == "one"
    fixture_warehouse.build(own_home, "two")
    assert data.rows("publication")[0]["version"] == "two"


def test_no_connection_is_left_open(own_home: Path) -> None:
    link = fixture_warehouse.build(own_home)
    data.rows("plans")
    with duckdb.connect(str(link.resolve())) as writer:  # refused while any reader of this process holds the file
        writer.execute("create table meta.witness (x integer)")


def test_the_file_is_opened_read_only(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fixture_warehouse.build(own_home)
    monkeypatch.setattr(data, "_statement", lambda name: "delete from marts.dim_plan")
    with pytest.raises(data.UnreadableWarehouse, match="read-only"):
        data.rows("delete_everything")


def test_rows_are_the_callers_own(own_home: Path) -> None:
    fixture_warehouse.build(own_home)
    data.rows("plans").clear()
    assert len(data.rows("plans")) == 2


def test_every_query_says_its_grain() -> None:
    queries = sorted(data.QUERIES.glob("*.sql"))
    assert queries
    for path in queries:
        assert path.read_text(encoding="utf-8").startswith(("-- One row", "-- At most one row")), path.name
