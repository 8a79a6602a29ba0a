"""The store keeps bytes and tables once, atomically, and the same rows give the same bytes."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from pipelines.landing import store
from pipelines.landing.schemas import TABLES

CODE = {"region_code": "331126", "region_name": "庆元县", "document_id": "d", "input_path": "p", "line": 1}


def test_bytes_are_kept_once_and_read_only(tmp_path: Path) -> None:
    sha256, is_new = store.keep_bytes(tmp_path, "规划".encode())
    path = store.object_path(tmp_path, sha256)
    before = path.stat()
    assert is_new
    assert path.read_bytes().decode() == "规划"
    assert not path.stat().st_mode & 0o222
    assert store.keep_bytes(tmp_path, "规划".encode()) == (sha256, False)
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def write(temporary: Path) -> None:
        temporary.write_text("half")
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        store.write_atomically(path, write)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_leftovers_of_killed_runs_are_removed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".x.parquet.123.tmp").touch()
    (tmp_path / "a" / "x.parquet").touch()
    assert store.remove_leftovers(tmp_path) == 1
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["x.parquet"]


def test_old_readers_tables_are_removed_but_never_the_present_ones(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"v{number}").mkdir()
        os.utime(tmp_path / f"v{number}", (number, number))
    store.remove_old_versions(tmp_path, tmp_path / "v0", kept=2)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["v0", "v2", "v3"]


def test_a_table_has_its_whole_schema_even_without_rows(tmp_path: Path) -> None:
    for table, schema in TABLES.items():
        store.write_table(tmp_path / f"{table}.parquet", table, [])
        assert dict(pl.read_parquet_schema(tmp_path / f"{table}.parquet")) == schema


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        store.write_table(tmp_path / name, "region_codes", [CODE])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_row_that_does_not_fit_its_schema_raises() -> None:
    with pytest.raises(ValueError, match="extra"):
        store.table_frame("region_codes", [{**CODE, "extra": 1}])
