"""A published fixture for every test of the dashboard, and the project's folder on the path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
if str(PROJECT) not in sys.path:
    sys.path.insert(0, str(PROJECT))

from tests.dashboard import fixture_warehouse  # noqa: E402


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a published warehouse; shared, so never changed by a test."""
    home = tmp_path_factory.mktemp("home")
    fixture_warehouse.build(home)
    return home


@pytest.fixture
def home(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared home, set for the dashboard that runs in this process."""
    monkeypatch.setenv("PLANLEDGER_HOME", str(published_home))
    return published_home
