"""Many table files at once, in the order given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines.submissions.findings import finding
from pipelines.submissions.reading import read_workbook
from pipelines.submissions.records import WorkbookReading
from pipelines.submissions.workbooks import limits

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv"})


@dataclass(slots=True)
class FileReading:
    """What one file holds; ``problem`` says in Chinese why it could not be opened at all."""

    path: Path
    reading: WorkbookReading
    problem: str | None = None


def table_files(paths: list[Path]) -> list[Path]:
    """The files named, and the tables inside the folders named, in the order of their names.

    Lock files that Excel and WPS leave beside an open workbook (~$…) are none.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(p for p in path.rglob("*") if p.is_file() and _is_table(p))
        else:
            files.append(path)
    return files


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def read_file(path: Path) -> FileReading:
    """Read one file; one above the size limit is refused without being loaded."""
    empty = WorkbookReading(path.name)
    try:
        size = path.stat().st_size
        if size > limits.MAX_FILE_BYTES:
            what, limit = f"大小 {size / limits.MEGABYTE:.0f} MB", f"{limits.MAX_FILE_BYTES // limits.MEGABYTE} MB"
            empty.findings.append(finding("file_too_large", file=path.name, what=what, limit=limit))
            return FileReading(path, empty)
        data = path.read_bytes()
    except FileNotFoundError:
        return FileReading(path, empty, f"找不到文件 {path}。请检查路径")
    except OSError as error:
        return FileReading(path, empty, f"读不了 {path}：{error.strerror}")
    return FileReading(path, read_workbook(data, path.name))


def read_files(files: list[Path]) -> Iterator[FileReading]:
    """Readings one after the other; memory holds one file at a time."""
    yield from map(read_file, files)
