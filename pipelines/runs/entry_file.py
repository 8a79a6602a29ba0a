"""Files of ``raw/`` that commands write on, entry by entry: what stands there is kept to the letter."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.landing.origin import SUFFIX, template
from pipelines.plans.model import Finding

Reader = Callable[[bytes, str, str], tuple[Sequence[Any], Sequence[tuple[int | None, Finding]]]]


class CannotAppend(ValueError):
    """The file cannot be written on; the message says why, in Chinese."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """One writer at a time: another one waits, so that neither's entry is lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def append(path: Path, text: str, header: str, read: Reader) -> None:
    """Add one entry at the end of a file, which is made where it is missing. Raises `CannotAppend`.

    A file that cannot be read, and one that the entry cannot be added to, is left alone.
    """
    before = path.read_text(encoding="utf-8-sig") if path.exists() else header
    after = before.rstrip("\n") + "\n\n" + text
    was, broken = read(before.encode(), "0" * 16, path.name)
    now, findings = read(after.encode(), "0" * 16, path.name)
    if len(findings) > len(broken) or len(now) != len(was) + 1:
        problems = [f"第 {line} 行：{finding.message}" for line, finding in findings] or ["不能在末尾续写"]
        raise CannotAppend(f"{path} 有误，请先改正。{problems[0]}")
    _replace(path, after)


def keep_origin(path: Path, kind: str, source: str, received: date | None = None) -> None:
    """Give a file its origin file where it has none; with ``received`` keep the day it was last written on."""
    origin = path.with_name(path.name + SUFFIX)
    if origin.exists():
        if received is None:
            return
        try:
            record = json.loads(origin.read_text(encoding="utf-8-sig"))
        except ValueError:
            return  # the next run tells of it
        if not isinstance(record, dict) or str(record.get("received_date")) >= received.isoformat():
            return
        record["received_date"] = received.isoformat()
    else:
        record = template(b"", kind, source, received or date.today()) | {"sha256": None}
    _replace(origin, json.dumps(record, ensure_ascii=False, indent=2) + "\n")


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
