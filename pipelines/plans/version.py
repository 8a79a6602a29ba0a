"""Version of the reader: a hash of its source and vocabulary, so that a changed reader reads again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def reader_version() -> str:
    """First 12 hex digits of the SHA-256 over the package's files, in the order of their names."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*here.rglob("*.py"), *here.rglob("*.tsv")]):
        digest.update(path.relative_to(here).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
