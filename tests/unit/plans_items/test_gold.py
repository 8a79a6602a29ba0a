"""Projects and results of labelled chapters do not get worse than they are."""

from __future__ import annotations

import pytest

from pipelines.plans.model import PlanReading
from pipelines.plans.reader import read_plan
from tests.unit.plans_items.scoring import ROOT, score


@pytest.fixture(scope="module", params=["001", "002", "003"])
def reading(request: pytest.FixtureRequest) -> PlanReading:
    [path] = (ROOT / "raw" / "plans").glob(f"{request.param}_*.txt")
    return read_plan(path.read_bytes(), path.name)


@pytest.mark.parametrize("item", ["project", "deliverable"])
def test_precision_and_recall(reading: PlanReading, item: str) -> None:
    counts = score(reading, reading.doc, item)
    assert counts["precision"] >= 0.95, counts["wrong"]
    assert counts["recall"] >= 0.83, counts["missed"]
