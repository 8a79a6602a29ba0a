"""The cost of reading is linear in the length of a text, whatever the text."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest

from pipelines.plans.gazetteer import load_default
from pipelines.plans.reader import read_text

PARAGRAPH = (
    "{n}.完善供水设施。到2024年，新建改造水厂{m}座，铺设管网{m}.5公里，农村自来水普及率达到9{d}%以上，"
    "水质达标率由8{d}%提高到9{d}%，每年培训管水员{m}人次。（责任单位：县水利局、县财政局）\n"
)
TABLE_HEAD = "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n"
SLACK = 1.6  # of a noisy machine


@pytest.fixture(autouse=True)
def small_heap() -> Iterator[None]:
    """What earlier tests left in memory is not walked by the collector while the reader is timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Best of several runs in the processor time of this thread, which other work disturbs least."""
    best = float("inf")
    for _ in range(runs):
        started = time.thread_time()
        work()
        best = min(best, time.thread_time() - started)
    return best


def plan_text(paragraphs: int) -> str:
    body = "".join(PARAGRAPH.format(n=i % 90 + 1, m=i % 700 + 3, d=i % 10) for i in range(paragraphs))
    return "云和县城乡供水规划（2021—2025年）\n一、任务\n" + body


def table_text(rows: int) -> str:
    body = "".join(f"| 第{i}项指标率 | % | {i % 90}.5 | {i % 90 + 3} |\n" for i in range(rows))
    return "云和县城乡供水规划（2021—2025年）\n一、指标\n" + TABLE_HEAD + body


def one_line(paragraphs: int) -> str:
    return plan_text(paragraphs).replace("\n", "")


@pytest.mark.parametrize(
    ("make", "size"),
    [
        pytest.param(plan_text, 60, id="measures"),
        pytest.param(table_text, 150, id="table"),
        pytest.param(one_line, 60, id="one_line"),
    ],
)
def test_ten_times_the_text_takes_ten_times_as_long(make: Callable[[int], str], size: int) -> None:
    gazetteer = load_default()
    small, large = make(size), make(size * 10)
    read_text(small, "900", gazetteer)  # patterns and vocabulary are made at the first reading
    short = seconds(lambda: read_text(small, "900", gazetteer))
    long = seconds(lambda: read_text(large, "900", gazetteer))
    assert long <= 11 * SLACK * short * len(large) / (10 * len(small))


def test_ten_thousand_characters_are_read_in_a_blink() -> None:
    gazetteer, text = load_default(), plan_text(100)[:10_000]
    read_text(text, "900", gazetteer)
    assert seconds(lambda: read_text(text, "900", gazetteer)) <= 0.3


# What a broken export or a prankster may bring: each makes a text of about so many characters.
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "digits_and_commas": lambda n: "7," * (n // 2),
    "digits_and_points": lambda n: "5." * (n // 2),
    "digits_and_spaces": lambda n: "5 " * (n // 2),
    "digits_and_tabs": lambda n: "5\t" * (n // 2),
    "coverage": lambda n: "全覆盖" * (n // 3),
    "doublings": lambda n: "翻一番" * (n // 3),
    "chinese_digits": lambda n: "一" * n,
    "chinese_numbers": lambda n: "一百万" * (n // 3),
    "unclosed_brackets": lambda n: "（" * n + "5个",
    "deep_brackets": lambda n: "（" * (n // 2) + "新建泵站5个" + "）" * (n // 2),
    "brackets_with_numbers": lambda n: "建站（5个）。" * (n // 7),
    "unclosed_notes": lambda n: "（责任单位：（" * (n // 7),
    "notes": lambda n: "（责任单位：县水利局）" * (n // 11),
    "unclosed_quotes": lambda n: "“" * n + "达到5%",
    "quoted_numbers": lambda n: "“5个”" * (n // 4),
    "unclosed_titles": lambda n: "《" * n + "达到5%",
    "unclosed_lenticular": lambda n: "【" * n + "5",
    "no_numbers": lambda n: "新建泵站" * (n // 4),
    "endless_list": lambda n: "新建泵站5个、" * (n // 7),
    "endless_changes": lambda n: "由5%提高到6%" * (n // 8),
    "endless_group": lambda n: "甲率、" * (n // 6) + "分别达到" + "5%、" * (n // 6),
    "named_growth": lambda n: "甲率达到5%，增长1%和2%，" * (n // 14),
    "years": lambda n: "2021年2022年" * (n // 10),
    "eras": lambda n: "“十四五”" * (n // 5),
    "blank": lambda n: " " * n,
    "pipes": lambda n: "|" * n,
    "rows": lambda n: "|5|6|\n" * (n // 6),
    "list_marks": lambda n: "（一）甲。\n1.乙。\n" * (n // 10),
    "verbs": lambda n: "达到" * (n // 2),
    "places": lambda n: "县" * n,
    "thresholds": lambda n: "5万元以上" * (n // 5),
    "codes": lambda n: "a1" * (n // 2),
    "ratios": lambda n: "1：" * (n // 2),
    "short_lines": lambda n: "规划\n" * (n // 3),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_grows_with_its_length(name: str) -> None:
    gazetteer, head = load_default(), "云和县规划（2021—2025年）\n一、任务\n"
    small, large = (head + HOSTILE[name](size) + "\n" for size in (3_000, 30_000))
    read_text(small, "900", gazetteer)
    # A quadratic cost is nine times over the bound at every try; a busy machine is not.
    for _ in range(3):
        short = seconds(lambda: read_text(small, "900", gazetteer))
        long = seconds(lambda: read_text(large, "900", gazetteer), 2)
        if long <= 11 * SLACK * short + 0.05:
            return
    pytest.fail(f"{long:.3f} s for 30,000 characters, {short:.3f} s for 3,000")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("7" * 1_000_000, id="a_megabyte_of_digits"),
        pytest.param("全覆盖" * 100_000, id="coverage_a_hundred_thousand_times"),
        pytest.param("新建泵站" * 250_000, id="one_line_of_a_megabyte"),
    ],
)
def test_a_huge_text_ends_soon(text: str) -> None:
    gazetteer = load_default()
    assert seconds(lambda: read_text("云和县规划\n一、任务\n" + text + "\n", "900", gazetteer), 1) < 10
