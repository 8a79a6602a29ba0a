"""Published figures and region codes: every line is read or told of, with its number; none is guessed."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.landing.statistics import FIGURE_COLUMNS, read_published_figures, read_region_codes

HEADER = ",".join(FIGURE_COLUMNS)
GOOD = "庆元县,地区生产总值,2023,100.5,亿元,最终,统计公报,http://example.org"


def read(*lines: str, encoding: str = "utf-8") -> tuple[list[dict], list[tuple[int | None, str]]]:
    rows, findings = read_published_figures("\n".join(lines).encode(encoding), "d", "statistics/x.csv")
    return rows, [(line, finding.code) for line, finding in findings]


def test_a_good_line_becomes_a_row_with_its_place() -> None:
    rows, findings = read(HEADER, GOOD)
    assert findings == []
    assert rows == [
        {
            "figure_id": "d-f0001",
            "document_id": "d",
            "input_path": "statistics/x.csv",
            "line": 2,
            "region_text": "庆元县",
            "indicator_text": "地区生产总值",
            "year": 2023,
            "value": 100.5,
            "value_text": "100.5",
            "unit_text": "亿元",
            "status": "最终",
            "source_title": "统计公报",
            "source": "http://example.org",
            "published_on": None,
        }
    ]


def test_a_stated_day_of_publication_is_read_and_one_that_cannot_be_is_told_of() -> None:
    lines = [f"{GOOD},{day}" for day in ("2024-03-31", "", "2024-02-30", "2024年3月", "2022-12-31", "２０２４-03-31")]
    rows, findings = read_published_figures("\n".join([HEADER + ",published_on", *lines]).encode(), "d", "x.csv")
    assert [(row["line"], row["published_on"]) for row in rows] == [(2, date(2024, 3, 31))]
    assert [(line, finding.code) for line, finding in findings] == [
        (3, "csv_duplicate_row"),
        (4, "csv_bad_date"),
        (5, "csv_bad_date"),
        (6, "csv_published_too_early"),
        (7, "csv_bad_date"),
    ]
    assert "2024年3月" in findings[2][1].message


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (GOOD.replace("100.5", "约100"), "csv_not_a_number"),
        (GOOD.replace("100.5", "nan"), "csv_not_a_number"),
        (GOOD.replace("100.5", "1e5"), "csv_not_a_number"),
        (GOOD.replace("100.5", ""), "csv_blank_field"),
        (GOOD.replace("2023", "23"), "csv_bad_year"),
        (GOOD.replace("2023", "3023"), "csv_bad_year"),
        (GOOD.replace("http://example.org", ""), "csv_blank_field"),
        (GOOD + ",多余", "csv_field_count"),
        (GOOD, "csv_duplicate_row"),
    ],
)
def test_a_bad_line_is_told_of_and_the_others_are_read(line: str, code: str) -> None:
    rows, findings = read(HEADER, GOOD, line, GOOD.replace("2023", "2022"))
    assert [row["line"] for row in rows] == [2, 4]
    assert findings == [(3, code)]


def test_a_line_is_counted_by_the_file_even_after_a_quoted_line_break() -> None:
    rows, _ = read(HEADER, GOOD.replace("统计公报", '"统计\n公报"'), GOOD)
    assert [row["line"] for row in rows] == [2, 4]


def test_a_broken_quotation_is_told_of() -> None:
    rows, findings = read(HEADER, GOOD, GOOD.replace("庆元县", '"庆元"县'))
    assert len(rows) == 1
    assert findings == [(3, "csv_broken")]


def test_an_unknown_column_is_told_of_and_a_missing_one_stops_the_file() -> None:
    rows, findings = read(HEADER + ",备注", GOOD + ",x")
    assert len(rows) == 1
    assert findings == [(1, "csv_unknown_column")]
    assert read(HEADER.replace(",unit", ""), GOOD) == ([], [(1, "csv_bad_header")])
    assert read("") == ([], [(1, "csv_no_header")])


def test_gb18030_is_read_and_other_bytes_are_told_of() -> None:
    assert read(HEADER, GOOD, encoding="gb18030")[0] == read(HEADER, GOOD)[0]
    rows, findings = read_published_figures(b"\xff\xfe\x00", "d", "p")
    assert rows == []
    assert [finding.code for _, finding in findings] == ["undecodable"]


@given(st.lists(st.text(alphabet="庆0129.,\"'- \n\r", max_size=20), max_size=8))
def test_every_line_is_read_or_told_of(cells: list[str]) -> None:
    text = HEADER + "\n" + "\n".join(cells)
    rows, _ = read_published_figures(text.encode(), "d", "p")
    assert all(math.isfinite(row["value"]) for row in rows)


def test_region_codes() -> None:
    text = "330000 浙江省\n\n331126 庆元县\n33112 缺位\n331126 庆元县"
    rows, findings = read_region_codes(text.encode(), "d", "p")
    assert [(row["region_code"], row["region_name"], row["line"]) for row in rows] == [
        ("330000", "浙江省", 1),
        ("331126", "庆元县", 3),
    ]
    assert [(line, finding.code) for line, finding in findings] == [
        (4, "region_line_unread"),
        (5, "region_code_repeated"),
    ]
