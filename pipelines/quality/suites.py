"""The suites in ``expectations/``: plain JSON that Great Expectations reads. This module does not import it.

``meta`` of a suite says which landed table it is for and which asset its checks belong to; ``meta.id`` names an
expectation within its suite, ``meta.description_zh`` says what it means.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class SuiteError(ValueError):
    """A suite file cannot be used; the message names the file and the field."""


@dataclass(frozen=True, slots=True)
class Expectation:
    id: str
    type: str
    column: str | None
    severity: str  # critical stops the run, warning does not
    description: str


@dataclass(frozen=True, slots=True)
class Suite:
    name: str
    path: Path
    table: str
    landed: str  # plans, statistics or submissions: which folder of landed tables
    asset: tuple[str, ...]
    description: str
    expectations: tuple[Expectation, ...]


def load_suites(folder: Path) -> list[Suite]:
    """Every suite, by name. Raises `SuiteError`."""
    return [load_suite(path) for path in sorted(folder.glob("*.json"))]


def load_suite(path: Path) -> Suite:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        meta = record["meta"]
        expectations = tuple(_expectation(entry) for entry in record["expectations"])
        suite = Suite(
            name=record["name"],
            path=path,
            table=meta["table"],
            landed=meta["landed"],
            asset=tuple(meta["asset"]),
            description=meta["description_zh"],
            expectations=expectations,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise SuiteError(f"{path.name}: {error}") from error
    ids = [expectation.id for expectation in expectations]
    if len(set(ids)) < len(ids):
        raise SuiteError(f"{path.name}: meta.id 重复 {sorted({one for one in ids if ids.count(one) > 1})}")
    return suite


def _expectation(entry: dict[str, Any]) -> Expectation:
    severity = entry["severity"]
    if severity not in ("critical", "warning"):
        raise ValueError(f"severity 应为 critical 或 warning，现为 {severity!r}")
    kwargs = entry["kwargs"]
    columns = [kwargs[key] for key in ("column", "column_A", "column_B") if key in kwargs] + kwargs.get(
        "column_list", []
    )
    return Expectation(
        id=entry["meta"]["id"],
        type=entry["type"],
        column=", ".join(columns) or None,
        severity=severity,
        description=entry["meta"]["description_zh"],
    )
