"""Tests of the intake share the example form of the form's own tests."""

from __future__ import annotations

import sys
from pathlib import Path

FORMS = Path(__file__).parents[1] / "submissions" / "forms"
for folder in (Path(__file__).parent, FORMS):
    sys.path.insert(0, str(folder))
