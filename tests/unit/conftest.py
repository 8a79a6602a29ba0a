"""A small installation of its own for each test: an empty home, and a raw/ that the test fills."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.landing.store import sha256_of
from pipelines.settings import PROJECT_DIR, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(project_dir=PROJECT_DIR, raw_dir=tmp_path / "raw", home=tmp_path / "home")
    found.raw_dir.mkdir()
    return found


@pytest.fixture
def put(settings: Settings) -> Callable[..., Path]:
    """Put a file into raw/ with an origin; ``origin`` changes fields of it, None leaves it out."""

    def put(name: str, data: bytes, kind: str = "plan", origin: dict[str, Any] | None = {}) -> Path:  # noqa: B006
        path = settings.raw_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if origin is not None:
            record = {
                "input_kind": kind,
                "source": "测试",
                "received_date": "2026-01-02",
                "sha256": sha256_of(data),
                **origin,
            }
            path.with_name(path.name + ".origin.json").write_text(json.dumps(record), encoding="utf-8")
        return path

    return put
