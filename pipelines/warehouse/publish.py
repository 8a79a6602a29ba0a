"""Publishing: marts, results of checks and facts about the run go into a fresh versioned file, then the link moves.

The file is written beside the link under a name ending in ``.tmp``, closed, flushed and renamed; the link is swapped
with one atomic rename. Whoever reads sees the whole old file or the whole new one, and a run that is killed anywhere
leaves a ``.tmp`` that the next run removes.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from pipelines.example_data import WORDS, is_example
from pipelines.settings import Settings

# Written so that every DuckDB 1.x client reads it.
STORAGE_VERSION = "v1.0.0"
KEPT_VERSIONS = 5
ORIGIN_COLUMN = "data_origin"  # in every table of a file of example data, and in none of real data

CHECK_RESULTS_COLUMNS = {
    "run_id": "VARCHAR",
    "checked_at": "TIMESTAMP",
    "suite": "VARCHAR",
    "check_name": "VARCHAR",
    "table_name": "VARCHAR",
    "column_name": "VARCHAR",
    "kind": "VARCHAR",
    "severity": "VARCHAR",
    "passed": "BOOLEAN",
    "evaluated_count": "BIGINT",
    "unexpected_count": "BIGINT",
    "sample": "VARCHAR",
    "description_zh": "VARCHAR",
}
CHECK_RESULTS_COMMENTS = {
    "run_id": "运行编号",
    "checked_at": "检查时间（UTC）",
    "suite": "检查组：expectations/ 中的文件名，或 dbt",
    "check_name": "检查名称",
    "table_name": "被检查的表",
    "column_name": "被检查的列；整表检查为空",
    "kind": "gx（对收到的数据）或 dbt（对建成的表）",
    "severity": "critical：不通过则停止发布；warning：只提醒",
    "passed": "是否通过",
    "evaluated_count": "检查的行数",
    "unexpected_count": "不符合的行数",
    "sample": "不符合的样例（JSON）",
    "description_zh": "这项检查的含义",
}


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: version, path, and the number of rows of every mart."""

    version: str
    path: Path
    row_counts: dict[str, int]
    byte_count: int


def publish(settings: Settings, run_id: str, published_at: datetime, code_version: str) -> Publication:
    """Copy the marts of the private warehouse into a new published file and move the link to it.

    Every table keeps its types, keys, comments and column comments; rows stand in the order of the key. Of example
    data, every table of every schema says so in its comment and in a last column ``data_origin`` (see `mark_tables`).
    Raises duckdb.Error, OSError or `MixedData`, in which case nothing has changed for readers.
    """
    is_example_home = is_example(settings)
    version = f"{published_at:%Y%m%dT%H%M%SZ}-{run_id[:8]}"
    folder = settings.published_dir
    folder.mkdir(parents=True, exist_ok=True)
    remove_unfinished(folder)
    path = folder / f"planledger-{version}.duckdb"
    temporary = path.with_name(path.name + ".tmp")
    connection = duckdb.connect(":memory:")
    try:
        connection.execute(f"ATTACH {_text(settings.warehouse_file)} AS warehouse (READ_ONLY)")
        connection.execute(f"ATTACH {_text(temporary)} AS published (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("BEGIN")  # one write to the disk instead of one for every comment
        row_counts = _copy_schema(connection, "marts")
        _write_quality(connection, settings.quality_dir, run_id)
        _write_meta(
            connection,
            settings,
            {
                "version": version,
                "published_at": published_at.replace(tzinfo=None),
                "run_id": run_id,
                "duckdb_version": duckdb.__version__,
                "code_version": code_version,
                "is_example": is_example_home,
                "as_of": settings.as_of,
            },
        )
        if is_example_home:
            mark_tables(connection, "published")
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT published")
        connection.execute("USE memory; DETACH published; DETACH warehouse")
    finally:
        connection.close()
    with temporary.open("rb+") as handle:
        os.fsync(handle.fileno())
    temporary.rename(path)
    _swap_link(settings.published_link, path)
    remove_old(folder, path)
    return Publication(version, path, row_counts, path.stat().st_size)


def remove_unfinished(folder: Path) -> None:
    """Remove what a killed run has left: unfinished files and links."""
    for pattern in ("*.tmp", "*.tmp.wal"):
        for leftover in folder.glob(pattern):
            leftover.unlink(missing_ok=True)


def remove_old(folder: Path, current: Path) -> None:
    """Keep the newest `KEPT_VERSIONS` files, and the current one whatever its name."""
    versions = sorted(folder.glob("planledger-*.duckdb"), reverse=True)
    for old in versions[KEPT_VERSIONS:]:
        if old != current:
            old.unlink(missing_ok=True)


def _swap_link(link: Path, target: Path) -> None:
    temporary = link.with_name(link.name + ".tmp")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target.name)
    temporary.replace(link)
    with contextlib.suppress(OSError):  # make the rename itself durable, where the system lets us
        handle = os.open(link.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _name(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'


def _copy_schema(connection: duckdb.DuckDBPyConnection, schema: str) -> dict[str, int]:
    """Copy every table of one schema with constraints and comments. Returns rows by table."""
    tables = connection.execute(
        "SELECT table_name, sql, comment FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = ? "
        "ORDER BY table_name",
        [schema],
    ).fetchall()
    if not tables:
        raise RuntimeError(f"数据仓库中没有 {schema} 的表，不能发布")
    constraints = connection.execute(
        "SELECT table_name, constraint_type, constraint_column_names, referenced_table FROM duckdb_constraints() "
        "WHERE database_name = 'warehouse' AND schema_name = ?",
        [schema],
    ).fetchall()
    keys = {table: columns for table, kind, columns, _ in constraints if kind == "PRIMARY KEY"}
    needs: dict[str, set[str]] = {table: set() for table, _, _ in tables}
    for table, kind, _, referenced in constraints:
        if kind == "FOREIGN KEY" and referenced != table:
            needs[table].add(referenced)
    connection.execute(f"CREATE SCHEMA published.{_name(schema)}; USE published")
    definitions = {table: (sql, comment) for table, sql, comment in tables}
    counts: dict[str, int] = {}
    for table in _in_order(needs):
        sql, comment = definitions[table]
        connection.execute(sql)  # names its schema only, so it lands in the database in use
        order = ", ".join(_name(column) for column in keys.get(table, [])) or "ALL"
        place = f"{_name(schema)}.{_name(table)}"
        connection.execute(f"INSERT INTO published.{place} SELECT * FROM warehouse.{place} ORDER BY {order}")
        counts[table] = _one(connection, f"SELECT count(*) FROM published.{place}")
        if comment:
            connection.execute(f"COMMENT ON TABLE published.{place} IS {_text(comment)}")
        for column, column_comment in connection.execute(
            "SELECT column_name, comment FROM duckdb_columns() WHERE database_name = 'warehouse' AND schema_name = ? "
            "AND table_name = ? AND comment IS NOT NULL",
            [schema, table],
        ).fetchall():
            connection.execute(f"COMMENT ON COLUMN published.{place}.{_name(column)} IS {_text(column_comment)}")
    return counts


def _in_order(needs: Mapping[str, set[str]]) -> list[str]:
    """Tables so that those that others refer to come first."""
    from graphlib import TopologicalSorter

    return list(TopologicalSorter({table: sorted(needs[table]) for table in sorted(needs)}).static_order())


def _write_quality(connection: duckdb.DuckDBPyConnection, quality_dir: Path, run_id: str) -> None:
    """``quality.check_results`` of this run, and ``quality.check_history`` of every run whose results are kept."""
    columns = ", ".join(f"{_name(name)} {kind}" for name, kind in CHECK_RESULTS_COLUMNS.items())
    names = ", ".join(_name(name) for name in CHECK_RESULTS_COLUMNS)
    connection.execute("CREATE SCHEMA published.quality")
    for table, comment in (
        ("check_results", "本次运行的检查结果：一行一项检查"),
        ("check_history", "历次运行的检查结果：一行一次运行的一项检查"),
    ):
        connection.execute(f"CREATE TABLE published.quality.{table} ({columns})")
        connection.execute(f"COMMENT ON TABLE published.quality.{table} IS {_text(comment)}")
        for name, text in CHECK_RESULTS_COMMENTS.items():
            connection.execute(f"COMMENT ON COLUMN published.quality.{table}.{_name(name)} IS {_text(text)}")
        if not any(quality_dir.glob("*.parquet")):
            continue
        condition = f"WHERE run_id = {_text(run_id)}" if table == "check_results" else ""
        source = f"read_parquet({_text(quality_dir / '*.parquet')}, union_by_name = true)"
        connection.execute(
            f"INSERT INTO published.quality.{table} SELECT {names} FROM {source} {condition} "
            "ORDER BY checked_at, suite, table_name, check_name"
        )


def _write_meta(connection: duckdb.DuckDBPyConnection, settings: Settings, publication: dict[str, Any]) -> None:
    connection.execute("CREATE SCHEMA published.meta")
    connection.execute(
        "CREATE TABLE published.meta.publication (version VARCHAR PRIMARY KEY, published_at TIMESTAMP NOT NULL, "
        "run_id VARCHAR NOT NULL, duckdb_version VARCHAR NOT NULL, code_version VARCHAR NOT NULL, "
        "is_example BOOLEAN NOT NULL, as_of DATE)"
    )
    connection.execute(
        "COMMENT ON TABLE published.meta.publication IS '本文件的发布信息：一行，时间为 UTC；is_example 为示例数据；"
        "as_of 为历史视图的日期，只含那一天已知的内容，空为现在'"
    )
    marks = ", ".join("?" * len(publication))
    connection.execute(f"INSERT INTO published.meta.publication VALUES ({marks})", list(publication.values()))
    connection.execute("CREATE TEMP TABLE landed (input_path VARCHAR, first_landed_at TIMESTAMP)")
    for sha256, input_path in connection.execute(
        f"SELECT sha256, input_path FROM read_parquet({_text(settings.inputs_file)})"
    ).fetchall():
        landed_at = _first_landed_at(settings, sha256)
        connection.execute("INSERT INTO landed VALUES (?, ?)", [input_path, landed_at])
    connection.execute(
        "CREATE TABLE published.meta.inputs AS SELECT inputs.*, landed.first_landed_at "
        f"FROM read_parquet({_text(settings.inputs_file)}) inputs "
        "LEFT JOIN landed ON landed.input_path = inputs.input_path ORDER BY inputs.input_path"
    )
    connection.execute("COMMENT ON TABLE published.meta.inputs IS '运行时 raw/ 中的文件：一行一个文件'")
    connection.execute("DROP TABLE landed")


def mark_tables(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Say of every table in a database that its rows are example data: in its comment, and in a last column.

    Done to the file and not in the models: there it is one place for every table, whoever made it, and the contracts of
    real data have no column that means nothing to them.
    """
    for schema, table, comment in connection.execute(
        "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE database_name = ? ORDER BY ALL", [database]
    ).fetchall():
        place = f"{_name(database)}.{_name(schema)}.{_name(table)}"
        connection.execute(f"ALTER TABLE {place} ADD COLUMN {_name(ORIGIN_COLUMN)} VARCHAR DEFAULT {_text(WORDS)}")
        connection.execute(
            f"COMMENT ON COLUMN {place}.{_name(ORIGIN_COLUMN)} IS '本表出自示例库，部门报送由程序随机生成'"
        )
        connection.execute(f"COMMENT ON TABLE {place} IS {_text(f'【{WORDS}】{comment or str()}')}")


def _first_landed_at(settings: Settings, sha256: str) -> datetime | None:
    """When the bytes were first kept (UTC): the object is written once, so its time is the store's record of it."""
    from datetime import UTC

    from pipelines.landing.store import object_path

    path = object_path(settings.objects_dir, sha256)
    if not path.exists():
        return None
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None, microsecond=0)


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return int(row[0])
