"""Odd figures are read as written and flagged, never mended."""

from __future__ import annotations

import pytest
from telling import read


def suspicions(sentence: str) -> list[tuple[float | None, str | None]]:
    reading = read(f"云和县乡村建设规划（2021—2025年）\n一、目标\n{sentence}")
    return [(s.value, s.suspect) for s in reading.statements]


@pytest.mark.parametrize(
    ("sentence", "value", "word"),
    [
        ("到2025年，农村居民人均可支配收入达到3.2亿元。", 3.2, "人均"),
        ("到2025年，森林覆盖率达到162%。", 162, "100%"),
        ("到2025年，优良天数比例达到980%。", 980, "100%"),
    ],
)
def test_what_cannot_be_is_flagged(sentence: str, value: float, word: str) -> None:
    ((read_value, suspect),) = suspicions(sentence)
    assert read_value == value
    assert suspect is not None and word in suspect


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年，小学毛入学率达到102%。",
        "到2025年，农村居民人均可支配收入达到3.2万元。",
        "到2025年，工业产销率达到100.5%。",
        "到2025年，集体经济人均收入5万元以上行政村占比达到60%。",
        "到2025年，固定资产投资增长120%。",
    ],
)
def test_what_may_be_is_not_flagged(sentence: str) -> None:
    assert [suspect for _, suspect in suspicions(sentence)] == [None]


def test_a_suspect_value_is_a_finding_with_its_place() -> None:
    text = "云和县乡村建设规划（2021—2025年）\n一、目标\n到2025年，森林覆盖率达到162%。"
    (finding,) = [f for f in read(text).findings if f.code == "suspect_value"]
    assert finding.start is not None and text[finding.start : finding.end] == "162%"
    assert finding.remedy
