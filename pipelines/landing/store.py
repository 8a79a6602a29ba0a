"""The store of landed bytes and tables: content-addressed, immutable, written atomically.

Every write goes to a temporary file in the same folder, is flushed to the disk and renamed into place, so that a
process killed at any moment leaves either the old file, or the new one, or a leftover ``*.tmp`` that nobody reads.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.landing.schemas import TABLES

EMPTY = "_empty.parquet"


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def document_id_of(sha256: str) -> str:
    """The short id that rows carry: the first 16 hex digits."""
    return sha256[:16]


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Call ``write`` with a temporary path beside ``path``, flush it to the disk and rename it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        write(temporary)
        with temporary.open("rb+") as handle:
            os.fsync(handle.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> int:
    """Delete temporary files of killed runs under ``folder``; the caller holds the run lock. Returns how many."""
    leftovers = list(folder.rglob("*.tmp"))
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)


def remove_old_versions(folder: Path, current: Path, kept: int = 5) -> None:
    """Keep what the newest few readers made under ``folder``; the bytes themselves are never removed."""
    versions = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
    for old in versions[:-kept]:
        if old != current:
            shutil.rmtree(old, ignore_errors=True)


def keep_bytes(objects_dir: Path, data: bytes) -> tuple[str, bool]:
    """Keep bytes under their SHA-256, read-only.

    Returns the SHA-256 and whether they were new. Bytes kept before are never written again.
    """
    sha256 = sha256_of(data)
    path = object_path(objects_dir, sha256)
    if path.exists():
        return sha256, False

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_atomically(path, write)
    with contextlib.suppress(OSError):  # a file system without modes
        path.chmod(0o444)
    return sha256, True


def object_path(objects_dir: Path, sha256: str) -> Path:
    return objects_dir / sha256[:2] / sha256


def table_frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows as a frame with the whole schema of a landed table; a missing or surplus column raises."""
    schema = TABLES[table]
    records = list(rows)
    for record in records:
        if record.keys() != schema.keys():
            odd = sorted(record.keys() ^ schema.keys())
            raise ValueError(f"rows of {table} do not match its schema: {odd}")
    return pl.DataFrame(records, schema=schema, orient="row")


def write_table(path: Path, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one landed Parquet file with its whole schema; the same rows give the same bytes."""
    frame = table_frame(table, rows)
    write_atomically(path, lambda temporary: frame.write_parquet(temporary, compression="zstd", statistics=True))


def ensure_empty_tables(folder: Path, tables: Iterable[str]) -> None:
    """Put a file of no rows into every table's folder, so that a glob over it always matches."""
    for table in tables:
        path = folder / table / EMPTY
        if not path.exists():
            write_table(path, table, [])


def landed_path(folder: Path, table: str, sha256: str) -> Path:
    return folder / table / f"{sha256}.parquet"


def is_landed(folder: Path, tables: Iterable[str], sha256: str) -> bool:
    """Whether every table of this input has been written by the present reader."""
    return all(landed_path(folder, table, sha256).exists() for table in tables)
