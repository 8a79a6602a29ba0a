"""Numbers as texts write them, in Arabic figures and in Chinese."""

from __future__ import annotations

import pytest

from pipelines.plans.numerals import arabic_number, as_written, chinese_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("八", 8),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十六", 46),
        ("一百零五", 105),
        ("三百二十", 320),
        ("两千", 2000),
        ("一千二百三十四", 1234),
        ("三万", 30_000),
        ("五十万", 500_000),
        ("一百二十万", 1_200_000),
        ("两亿", 200_000_000),
        ("百", 100),
        ("千亿", 100_000_000_000),
        ("零", 0),
        ("二〇二五", 2025),
        ("一九九八", 1998),
        ("三点五", 3.5),
        ("十二点二五", 12.25),
        ("〇", 0),
    ],
)
def test_chinese_numerals(text: str, value: float) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "多", "三点", "三点十", "五个", "点五"])
def test_what_is_no_numeral(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("68", 68), ("0.8", 0.8), ("1,234.5", 1234.5), ("12,345,678", 12_345_678), ("007", 7)]
)
def test_arabic_numerals(text: str, value: float) -> None:
    assert arabic_number(text) == value


@pytest.mark.parametrize(("value", "text"), [(69.0, "69"), (0.58, "0.58"), (-3.0, "-3"), (1234.5, "1234.5")])
def test_whole_values_are_written_without_a_point(value: float, text: str) -> None:
    assert str(as_written(value)) == text
