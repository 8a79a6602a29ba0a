from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboards.plan_markup import Heading, Span, line_start, marked_lines

TEXT = "一、目标\n𠮷地达到69%，另有3个。\n| 长度 | 66.5 |"


def _joined(lines: list[dict]) -> str:
    return "\n".join("".join(run["x"] for run in line["r"]) for line in lines)


def test_values_are_cut_by_code_points() -> None:
    start = TEXT.index("69%")
    lines = marked_lines(
        TEXT, [Span(start, start + 3, "q1", "target")], [Heading(0, 1)], (5, start + 3), (start, start + 3)
    )
    assert [line["h"] for line in lines] == [1, 0, 0]
    assert [line["t"] for line in lines] == [False, False, True]
    assert lines[1]["r"] == [
        {"x": "𠮷地达到", "q": True},
        {"x": "69%", "i": ["q1"], "k": "target", "q": True, "v": True},
        {"x": "，另有3个。"},
    ]


def test_two_statements_of_one_value_share_its_run() -> None:
    start = TEXT.index("3个")
    lines = marked_lines(TEXT, [Span(start, start + 2, "q2", "target"), Span(start, start + 2, "q3", "actual")], [])
    assert {"x": "3个", "i": ["q2", "q3"], "k": "target"} in lines[1]["r"]


def test_a_sentence_over_a_line_break_marks_both_lines() -> None:
    lines = marked_lines("甲乙\n丙丁", [], [], (1, 4))
    assert [run.get("q", False) for line in lines for run in line["r"]] == [False, True, True, False]


def test_line_start() -> None:
    assert line_start("ab\ncd", 4) == 3
    assert line_start("ab", 1) == 0


@given(
    st.text(alphabet="甲乙𠮷|\n ", max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 20)), max_size=8),
    st.integers(0, 60),
)
def test_no_character_is_lost_or_doubled(text: str, places: list[tuple[int, int]], sentence: int) -> None:
    spans = [Span(start, start + length, f"q{n}", "target") for n, (start, length) in enumerate(places)]
    lines = marked_lines(text, spans, [Heading(3, 2)], (sentence, sentence + 5))
    assert _joined(lines) == text
    marked = {
        (line["s"] + sum(len(r["x"]) for r in line["r"][:n]) + k, identifier)
        for line in lines
        for n, run in enumerate(line["r"])
        for k in range(len(run["x"]))
        for identifier in run.get("i", [])
    }
    expected = {
        (position, span.statement_id)
        for span in spans
        for position in range(span.start, min(span.end, len(text)))
        if text[position] != "\n"
    }
    assert marked == expected
