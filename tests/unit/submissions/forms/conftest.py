"""Tests of the monthly form; see `form_examples` for the form and `form_warehouse` for the plans behind it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import form_warehouse


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a small published warehouse; shared, so never changed by a test."""
    folder = tmp_path_factory.mktemp("home")
    form_warehouse.build(folder)
    return folder
