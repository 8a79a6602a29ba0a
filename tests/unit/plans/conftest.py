"""Tests of the reader of plan texts, step by step; see `telling` for how they write what is expected."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
