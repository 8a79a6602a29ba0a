"""The measurement of confidence: who is judged right, and how the bands and intervals come about."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import confidence

READ: dict[str, Any] = {
    "doc": "900",
    "quote": "森林覆盖率达到86%",
    "value_text": "86%",
    "start": 10,
    "indicator": "森林覆盖率",
    "region": "庆元县",
    "kind": "target",
    "period": {"type": "by", "year": 2027},
    "comparator": "eq",
    "value": 86,
    "unit": "%",
    "measure": "level",
    "departments": [],
    "rule": "share",
    "confidence": 0.93,
}


def test_a_statement_is_right_wrong_extra_or_borderline() -> None:
    at = [{**READ, "start": start} for start in (10, 40, 70, 90)]
    labels = [at[0], {**at[1], "value": 85}, {**at[2], "borderline": True}]
    judged = confidence.judge("900", labels, at, confidence.scoring())
    assert [one.wrong for one in judged] == [(), ("value",), ("extra",)]


def test_the_interval_holds_the_share_and_narrows_with_the_count() -> None:
    assert confidence.wilson(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
    low, high = confidence.wilson(900, 1000)
    assert 0.87 < low < 0.9 < high < 0.92
    assert confidence.wilson(5, 5)[1] == 1.0


def test_confidence_that_comes_true_has_no_error() -> None:
    judged = [confidence.Judged("900", {**READ, "confidence": 0.75}, ()) for _ in range(3)]
    assert confidence.calibration_error([*judged, confidence.Judged("900", judged[0].read, ("period",))]) == 0
    assert confidence.calibration_error(judged) == pytest.approx(0.25)
    assert confidence.band(judged[0]) == "0.70-0.80"


def test_groups_are_shown_with_what_is_wrong_most_often() -> None:
    judged = [confidence.Judged("900", READ, ()), confidence.Judged("900", READ, ("period", "kind"))]
    _, line = confidence.table(judged, lambda one: [one.read["rule"]], 1)
    assert line.split()[:3] == ["share", "2", "0.500"]
    assert line.endswith("period 1, kind 1")
    assert confidence.table(judged, lambda one: [one.read["rule"]], 3)[1:] == []
    words = {**READ, "value_text": "全覆盖", "period": {"type": "in", "year": None}}
    assert {"in words", "period in without year"} <= set(confidence.context(confidence.Judged("900", words, ())))
