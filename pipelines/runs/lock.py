"""One run at a time: a lock that the system releases when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RunInProgress(RuntimeError):
    """Another process is running the pipeline on the same home; the message names it."""


_held: dict[Path, int] = {}  # how often this process holds each lock


@contextmanager
def run_lock(path: Path) -> Iterator[None]:
    """Hold the lock for the block; within one process it may be taken again. Raises `RunInProgress` at once."""
    if _held.get(path, 0):
        _held[path] += 1
        try:
            yield
        finally:
            _held[path] -= 1
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.seek(0)
            owner = handle.read().strip() or "未知"
            raise RunInProgress(
                f"另一次运行正在进行（进程 {owner}）。请等它结束后再运行。Another run is in progress."
            ) from None
        handle.seek(0)
        handle.truncate()
        handle.write(str(os.getpid()))
        handle.flush()
        _held[path] = 1
        try:
            yield
        finally:
            _held[path] = 0
