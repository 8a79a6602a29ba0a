"""The record of the last successful run: what it depended on, what it published, and its summary."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pipelines.settings import Settings


def read_record(settings: Settings) -> dict[str, Any] | None:
    """The record, or None where there is none that can be read."""
    try:
        record = json.loads(settings.last_run_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) and {"fingerprint", "published", "summary"} <= record.keys() else None


def write_record(settings: Settings, fingerprint: str, published: Path, summary: dict[str, Any]) -> None:
    record = {"fingerprint": fingerprint, "published": published.name, "summary": summary}
    path = settings.last_run_file
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    temporary.replace(path)


def is_current(settings: Settings, record: dict[str, Any], fingerprint: str) -> bool:
    """Whether what is published was made from exactly what lies here now, by this home's last run."""
    link = settings.published_link
    if record["fingerprint"] != fingerprint or not link.is_symlink():
        return False
    return bool(link.readlink().name == record["published"] and link.exists())
