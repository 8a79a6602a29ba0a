"""The reader keeps what it has reached on labelled plans: its scores may rise, they may not fall.

Two plans are labelled outside the project and scored with the program that stands beside those labels; where it is not
at hand these tests say so and skip. The project's own labels (tests/gold) are of many kinds, regions and years.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest
from scoring import Record, Score, score, wrong_fields

from pipelines.plans.export import statement_records
from pipelines.plans.reader import read_plan

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared" / "gold"
PLACES = (GOLD / "texts", ROOT / "raw" / "plans")

SHARED_STRICT = 0.97
STRICT_EACH, STRICT_MEAN, FOUND_MEAN = 0.80, 0.92, 0.96
DEPARTMENTS = 0.97
UNITS_READ = (
    "104",
    "105",
    "106",
    "115",
    "118",
    "125",
)  # plans whose way of naming units is read; see docs/reading-plans.md


def _labels(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _plan(doc: str) -> Path | None:
    """The plain text of a labelled plan; labels of other formats are scored where those formats are read."""
    return next((path for place in PLACES for path in sorted(place.glob(f"{doc}_*.txt"))), None)


OWN = [path.stem for path in sorted(GOLD.glob("*.jsonl")) if _plan(path.stem) is not None]


@cache
def read_records(doc: str) -> list[Record]:
    path = _plan(doc)
    assert path is not None
    return statement_records(read_plan(path.read_bytes(), path.name))


@cache
def own_score(doc: str) -> Score:
    """Score of one plan, in the stretches of its text that are labelled."""
    labels, reads = _labels(GOLD / f"{doc}.jsonl"), read_records(doc)
    ranges = GOLD / f"{doc}.ranges.json"
    if ranges.exists():
        spans = json.loads(ranges.read_text(encoding="utf-8"))["ranges"]
        labels = [r for r in labels if any(start <= r["start"] < end for start, end in spans)]
        reads = [r for r in reads if any(start <= r["start"] < end for start, end in spans)]
    return score(labels, reads)


@pytest.mark.parametrize("doc", OWN)
def test_each_labelled_plan(doc: str) -> None:
    assert own_score(doc).strict_f1 >= STRICT_EACH


def test_mean_of_the_labelled_plans() -> None:
    assert mean(own_score(doc).strict_f1 for doc in OWN) >= STRICT_MEAN
    assert mean(own_score(doc).found_f1 for doc in OWN) >= FOUND_MEAN


@pytest.mark.parametrize("doc", UNITS_READ)
def test_responsible_units(doc: str) -> None:
    assert own_score(doc).departments_f1 >= DEPARTMENTS


@cache
def _shared_scorer() -> ModuleType:
    path = SHARED / "score_extraction.py"
    if not path.exists():
        pytest.skip(f"no labelled plans at {SHARED}: these two are scored where the shared material is at hand")
    spec = importlib.util.spec_from_file_location("score_extraction", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("doc", ["000", "003"])
def test_plans_labelled_outside_the_project(doc: str) -> None:
    scorer = _shared_scorer()
    labels, reads = scorer.load(SHARED / f"{doc}.jsonl"), read_records(doc)
    pairs, missed, extra = scorer.pair(labels, reads)
    right = sum(all(test(label, read) for test in scorer.FIELDS.values()) for label, read in pairs)
    strict = scorer.f1(right, len(pairs) + len(extra), len(pairs) + len(missed))[2]
    assert strict >= SHARED_STRICT
    own = score(labels, reads)
    assert abs(own.strict_f1 - strict) < 1e-9, "the project's own scorer must agree with the one beside the labels"


LABEL = {
    "start": 10,
    "value_text": "1.8亿元",
    "indicator": "茶产业产值",
    "region": "云和县",
    "kind": "target",
    "period": {"type": "by", "year": 2025},
    "comparator": "gt",
    "value": 1.8,
    "unit": "亿元",
    "measure": "level",
    "departments": ["县农业农村局"],
}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, []),
        ({"value": 18000, "unit": "万元"}, []),
        ({"period": {"type": "in", "year": 2025}}, []),
        ({"indicator": "茶产业总产值"}, []),
        ({"value": 1.9}, ["value"]),
        ({"kind": "actual"}, ["kind"]),
        ({"period": {"type": "over", "start": 2021, "end": 2025}}, ["period"]),
        ({"comparator": "eq"}, ["comparator"]),
        ({"region": "庆元县"}, ["region"]),
        ({"indicator": "森林覆盖率"}, ["indicator"]),
        ({"measure": "growth"}, ["measure"]),
        ({"unit": "亿斤"}, ["unit"]),
    ],
)
def test_the_scorer_sees_what_is_wrong(change: Record, wrong: list[str]) -> None:
    assert wrong_fields(LABEL, {**LABEL, **change}) == wrong
    found = score([LABEL], [{**LABEL, **change}])
    assert (found.found, found.strict) == (1, 0 if wrong else 1)


def test_what_is_missed_and_what_is_too_much_both_cost() -> None:
    elsewhere = {**LABEL, "start": 90}
    assert score([LABEL], []).found_f1 == 0
    assert score([LABEL], [LABEL, elsewhere]).strict_f1 == pytest.approx(2 / 3)
    assert score([LABEL, {**elsewhere, "borderline": True}], [LABEL, elsewhere]).strict_f1 == 1
