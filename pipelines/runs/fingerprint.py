"""What a publication depends on, as one digest: inputs, code, dbt project, expectations, pinned tools.

Imports nothing heavy, and reads a file again only when its size or time has changed, so that a run with nothing to do
ends at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from pipelines.settings import Settings

CODE_SUFFIXES = {".py", ".json", ".csv", ".tsv", ".txt", ".toml", ".yml", ".yaml", ".sql"}


class DigestCache:
    """SHA-256 of files, remembered by size and modification time (nanoseconds)."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, list[object]] = {}
        self._seen: dict[str, list[object]] = {}
        with contextlib.suppress(OSError, ValueError):
            loaded = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(loaded, dict):
                self._known = loaded

    def sha256(self, path: Path) -> str:
        stat = path.stat()
        key, mark = str(path), [stat.st_size, stat.st_mtime_ns, stat.st_ino]
        known = self._known.get(key)
        if isinstance(known, list) and known[:3] == mark and len(known) == 4:
            self._seen[key] = known
            return str(known[3])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self._seen[key] = [*mark, digest]
        return digest

    def save(self) -> None:
        """Write what was seen, atomically; a cache that cannot be written is no failure."""
        if self._seen == self._known:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}.tmp")
            temporary.write_text(json.dumps(self._seen), encoding="utf-8")
            temporary.replace(self._file)


def _digest(root: Path, files: Iterable[Path], cache: DigestCache) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(root).as_posix()}\0{cache.sha256(file)}\n".encode())
    return digest.hexdigest()


def _raw_files(settings: Settings) -> list[Path]:
    return [path for path in settings.raw_dir.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))]


def _code_files(settings: Settings) -> list[Path]:
    from pipelines.warehouse.dbt import project_files

    package = settings.project_dir / "pipelines"
    return [
        *(path for path in package.rglob("*") if path.suffix in CODE_SUFFIXES and "__pycache__" not in path.parts),
        *project_files(settings.dbt_dir),
        *settings.expectations_dir.glob("*.json"),
        settings.project_dir / "requirements.lock",
    ]


def raw_fingerprint(settings: Settings) -> str:
    """Of names and bytes of everything in ``raw/``, origins included."""
    cache = DigestCache(settings.home / "runs" / "digests-raw.json")
    digest = _digest(settings.raw_dir, _raw_files(settings), cache)
    cache.save()
    return digest


def code_version(settings: Settings) -> str:
    """Short digest of the code, the dbt project and the expectations; written into what is published."""
    cache = DigestCache(settings.home / "runs" / "digests-code.json")
    digest = _digest(settings.project_dir, _code_files(settings), cache)
    cache.save()
    return digest[:12]


def fingerprint(settings: Settings) -> str:
    """Of everything: the same fingerprint gives the same marts."""
    return f"{raw_fingerprint(settings)[:32]}-{code_version(settings)}"
