"""Tests of the checks of a filled form; see `cases` for how fixtures are written."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
