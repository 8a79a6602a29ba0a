"""Versions of the readers: a changed reader reads again, an unchanged one reads nothing twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

LANDING_DIR = Path(__file__).resolve().parent
REGION_CODES_FILE = Path("statistics") / "gbt2260_china_2024.txt"


def digest_files(files: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of files, in the order given; a file that is not there counts as empty."""
    digest = hashlib.sha256()
    for file in files:
        body = file.read_bytes() if file.is_file() else b""
        digest.update(f"{file.name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()


def plans_version(raw_dir: Path) -> str:
    """Of everything that the landed plan tables depend on beside the text: reader, landing code, names of regions."""
    from pipelines.plans.version import reader_version

    own = digest_files(
        [LANDING_DIR / name for name in ("plans.py", "items.py", "schemas.py")] + [raw_dir / REGION_CODES_FILE]
    )
    return hashlib.sha256(f"{reader_version()} {own}".encode()).hexdigest()[:12]


def statistics_version() -> str:
    """Of everything that the landed tables of the strict readers depend on beside the file."""
    names = ("statistics.py", "entries.py", "corrections.py", "supervision.py", "schemas.py")
    return digest_files([LANDING_DIR / name for name in names])[:12]
