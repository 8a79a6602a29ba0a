"""Many plan files at once: read in order, on all cores where there are enough of them to pay."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import Any

from pipelines.plans.export import statement_records
from pipelines.plans.gazetteer import load_default
from pipelines.plans.model import Finding
from pipelines.plans.reader import read_plan

WORTH_A_POOL = 24  # files; below that starting workers costs more than they save
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".doc"})


@dataclass(slots=True)
class FileReading:
    """Statements of one file as records; ``problem`` says in Chinese why a file could not be opened at all."""

    path: Path
    records: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    problem: str | None = None


def plan_files(paths: list[Path]) -> list[Path]:
    """The files named, and those of plan formats inside the folders named, in the order of their names."""
    files: list[Path] = []
    for path in paths:
        inside = (
            (p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        )
        files += sorted(inside)
    return files


def read_file(path: Path) -> FileReading:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return FileReading(path, problem=f"找不到文件 {path}。请检查路径")
    except OSError as error:
        return FileReading(path, problem=f"读不了 {path}：{error.strerror}")
    reading = read_plan(data, path.name, load_default())
    return FileReading(path, statement_records(reading), reading.findings)


def read_files(files: list[Path], workers: int | None = None) -> Iterator[FileReading]:
    """Readings in the order of ``files``; memory holds a few files at a time, whatever their number."""
    workers = workers or cpu_count() or 1
    if len(files) < WORTH_A_POOL or workers == 1:
        yield from map(read_file, files)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), load_default) as pool:
        for start in range(0, len(files), 64 * workers):
            yield from pool.map(read_file, files[start : start + 64 * workers], chunksize=8)
