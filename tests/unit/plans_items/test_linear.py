"""Hostile texts take time in proportion to their length."""

from __future__ import annotations

import time

import pytest

from pipelines.plans.periods import Calendar
from pipelines.plans.projects import Place, read_paragraph
from tests.unit.plans_items.telling import read

HOSTILE = [
    "推进松阴溪大桥建设，",  # one sentence of many projects
    "推进",
    "建设“",
    "建设甲桥和",
    "推进甲村大桥、",
    "完成的",
    "（",
    "创成、",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "1.任务。" + piece * count
        best = 9.0
        for _ in range(2):
            started = time.perf_counter()
            list(read_paragraph(text, Calendar(2024, 2026, 2024), Place(), lambda span: False))
            best = min(best, time.perf_counter() - started)
        return best

    small, large = seconds(2_000), seconds(20_000)
    assert large < 25 * small + 0.05


def test_a_whole_hostile_plan_is_read() -> None:
    assert read("1.任务。" + "推进松阴溪大桥建设，" * 2_000).projects
