from __future__ import annotations

from datetime import datetime

import pytest

from dashboards import formatting


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (69.0, "69"),
        (0.8, "0.8"),
        (0.0, "0"),
        (-0.00001, "0"),
        (1234.5, "1234.5"),
        (64689.06, "64,689.06"),
        (100.0, "100"),
        (1_200_000.0, "1,200,000"),
        (None, "缺"),
    ],
)
def test_numbers_without_noise_and_missing_is_never_zero(value: float | None, shown: str) -> None:
    assert formatting.number(value) == shown


def test_quantities_carry_their_unit() -> None:
    assert formatting.quantity(69.0, "%") == "69%"
    assert formatting.quantity(7.6, "亿元") == "7.6 亿元"
    assert formatting.quantity(1.8, "") == "1.8"
    assert formatting.quantity(None, "%") == "缺"


def test_targets_show_their_comparator_and_unresolved_ones_their_words() -> None:
    assert formatting.target(66.0, "%", "ge") == "≥ 66%"
    assert formatting.target(25.0, "微克/立方米", "le") == "≤ 25 微克/立方米"
    assert formatting.target(69.0, "%", "eq") == "69%"
    assert formatting.target(3.0, "个", "eq", value_high=5.0) == "3–5 个"
    assert formatting.target(None, "亿元", "eq", "翻一番") == "翻一番"
    assert formatting.target(None, "亿元", "eq") == "缺"


def test_periods() -> None:
    assert formatting.period("by", 2027, 2027) == "到 2027 年末"
    assert formatting.period("in", 2022, 2022) == "2022 年"
    assert formatting.period("every", 2023, 2027) == "2023–2027 每年"
    assert formatting.period("over", 2023, 2027) == "2023–2027 累计"
    assert formatting.period("in", None, None) == "年份未写明"


def test_text_from_inputs_is_inert_in_markdown() -> None:
    assert formatting.escape_markdown("**a** <b>\n[c](d) $x$") == r"\*\*a\*\* \<b\> \[c\]\(d\) \$x\$"


def test_only_web_addresses_become_links() -> None:
    assert formatting.web_address("https://example.org/a") == "https://example.org/a"
    for value in ("javascript:alert(1)", "github:someone/something", "", None, "//example.org"):
        assert formatting.web_address(value) is None


def test_moments_to_the_minute_with_their_zone() -> None:
    assert formatting.moment(datetime(2026, 11, 20, 23, 30, 12)) == "2026-11-21 07:30（北京时间）"
    assert formatting.moment(None) == "缺"


def test_links_between_pages() -> None:
    assert formatting.page_link("text", statement="a-q1", plan=None) == "text?statement=a-q1"
    assert formatting.statement_link(None) is None
