"""Landing: bytes into the store, rows into Parquet, once for each content and reader.

`land_plans` and `land_statistics` are idempotent: what the present reader has read is not read again. A reader that
breaks on one input leaves a finding and the bytes, and the rest goes on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pipelines.landing import corrections, plans, statistics, store, supervision
from pipelines.landing.origin import RawInput, check_bytes
from pipelines.plans.model import PlanReading
from pipelines.settings import Settings

Reader = Callable[[bytes, str], PlanReading]
Progress = Callable[[str], None]

STATISTICS_TABLES = ("published_figures", "region_codes", "corrections", "supervision_events", "findings")

# Kinds of inputs that are read line by line: the table of their rows, and the reader.
STRICT_READERS = {
    "statistics": ("published_figures", statistics.read_published_figures),
    "region_codes": ("region_codes", statistics.read_region_codes),
    "corrections": ("corrections", corrections.read_corrections),
    "supervision": ("supervision_events", supervision.read_supervision),
}

# Below this, starting worker processes costs more than reading.
POOL_MINIMUM_BYTES = 1_500_000


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of one input: its bytes' SHA-256, whether it was read now, and how many rows it has given."""

    input_path: str
    sha256: str
    is_read_now: bool
    row_count: int | None  # statements, figures or codes; None where it was read before
    finding_count: int | None
    seconds: float


def land_plans(
    settings: Settings, inputs: Iterable[RawInput], progress: Progress | None = None, reader: Reader | None = None
) -> list[Landed]:
    """Keep and read the plan texts among ``inputs``. ``reader`` replaces the real one in tests."""
    folder = settings.landed_plans
    store.ensure_empty_tables(folder, plans.PLAN_TABLES)
    results: list[Landed] = []
    waiting: list[tuple[RawInput, str, bytes]] = []
    for raw in inputs:
        data = raw.path.read_bytes()
        sha256, _ = store.keep_bytes(settings.objects_dir, data)
        queued = any(sha256 == other for _, other, _ in waiting)
        if raw.findings or check_bytes(raw, sha256) or queued or store.is_landed(folder, plans.PLAN_TABLES, sha256):
            results.append(Landed(raw.input_path, sha256, False, None, None, 0.0))
        else:
            waiting.append((raw, sha256, data))
    codes = read_codes(settings.raw_dir) if waiting and reader is None else []
    for raw, sha256, reading, seconds in _readings(waiting, reader, codes):
        tables = plans.plan_tables(reading, sha256, raw.input_path)
        for table in plans.PLAN_TABLES:  # documents last: with it the input is landed
            store.write_table(store.landed_path(folder, table, sha256), table, tables[table])
        if progress is not None:
            progress(f"已读 {raw.input_path}：{len(reading.statements)} 条指标表述，{len(reading.measures)} 项任务")
        results.append(Landed(raw.input_path, sha256, True, len(reading.statements), len(reading.findings), seconds))
    return sorted(results, key=lambda landed: landed.input_path)


def _readings(
    waiting: list[tuple[RawInput, str, bytes]], reader: Reader | None, codes: list[tuple[str, str]]
) -> Iterator[tuple[RawInput, str, PlanReading, float]]:
    workers = min(os.cpu_count() or 1, len(waiting))
    if reader is not None or workers < 2 or sum(len(data) for _, _, data in waiting) < POOL_MINIMUM_BYTES:
        chosen = reader or _plan_reader(codes)
        for raw, sha256, data in waiting:
            reading, seconds = _read_safely(chosen, data, raw.path.name)
            yield raw, sha256, reading, seconds
        return
    # "spawn": a forked child of a process that has threads (Polars, Dagster) may hang.
    with ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (codes,)) as pool:
        futures = [pool.submit(_read_in_worker, data, raw.path.name) for raw, _, data in waiting]
        for (raw, sha256, _), future in zip(waiting, futures, strict=True):
            reading, seconds = future.result()
            yield raw, sha256, reading, seconds


def _plan_reader(codes: list[tuple[str, str]]) -> Reader:
    from pipelines.plans.gazetteer import Gazetteer
    from pipelines.plans.reader import read_plan

    gazetteer = Gazetteer.from_codes(codes)
    return lambda data, file_name: read_plan(data, file_name, gazetteer)


_worker_reader: Reader | None = None


def _start_worker(codes: list[tuple[str, str]]) -> None:
    global _worker_reader
    _worker_reader = _plan_reader(codes)


def _read_in_worker(data: bytes, file_name: str) -> tuple[PlanReading, float]:
    assert _worker_reader is not None
    return _read_safely(_worker_reader, data, file_name)


def _read_safely(reader: Reader, data: bytes, file_name: str) -> tuple[PlanReading, float]:
    started = time.perf_counter()
    try:
        reading = reader(data, file_name)
    except (MemoryError, OSError):
        raise  # the machine's trouble, not the input's: the run fails and the next one reads again
    except Exception as error:  # whatever breaks the reader on one input must not stop the others
        reading = plans.failed_reading(Path(file_name).stem.split("_", 1)[0], error)
    return reading, time.perf_counter() - started


def read_codes(raw_dir: Path) -> list[tuple[str, str]]:
    """(code, name) of every region, from ``raw/statistics``; empty where the file is missing."""
    from pipelines.landing.versions import REGION_CODES_FILE

    path = raw_dir / REGION_CODES_FILE
    if not path.is_file():
        return []
    rows, _ = statistics.read_region_codes(path.read_bytes(), "", "")
    return [(row["region_code"], row["region_name"]) for row in rows]


def land_statistics(settings: Settings, inputs: Iterable[RawInput], kind: str) -> list[Landed]:
    """Keep and read the inputs of one kind of `STRICT_READERS`: ``statistics`` (figures), ``corrections`` and so on.

    Others are only kept.
    """
    folder = settings.landed_statistics
    store.ensure_empty_tables(folder, STATISTICS_TABLES)
    results = []
    for raw in inputs:
        if raw.kind != kind:
            continue
        started = time.perf_counter()
        data = raw.path.read_bytes()
        sha256, _ = store.keep_bytes(settings.objects_dir, data)
        if (
            kind == "reference"
            or raw.findings
            or check_bytes(raw, sha256)
            or store.is_landed(folder, STATISTICS_TABLES, sha256)
        ):
            results.append(Landed(raw.input_path, sha256, False, None, None, 0.0))
            continue
        document_id = store.document_id_of(sha256)
        table_of_kind, read = STRICT_READERS[kind]
        read_rows, findings = read(data, document_id, raw.input_path)
        rows: dict[str, list[statistics.Row]] = {
            table_of_kind: read_rows,
            "findings": plans.finding_rows(document_id, raw.input_path, findings, "n"),
        }
        for table in STATISTICS_TABLES:
            store.write_table(store.landed_path(folder, table, sha256), table, rows.get(table, []))
        seconds = time.perf_counter() - started
        results.append(Landed(raw.input_path, sha256, True, len(read_rows), len(findings), seconds))
    return results
