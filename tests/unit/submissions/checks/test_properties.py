"""What holds for any filled form: checking never fails, says the same twice, and form is not explained away."""

from __future__ import annotations

import copy
import math
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.submissions.checks import CheckSettings, check
from pipelines.submissions.checks.rules import rules
from pipelines.submissions.findings import finding
from pipelines.submissions.model import Checked, FilledForm, Form, FormRow, Head, Point, ReportedRow

EXPLANATION = "本月统计口径按省局通知作了调整"
IDS = [f"{kind}-{number:016x}" for kind in "imp" for number in range(3)]
DAYS = st.dates()
NUMBERS = st.one_of(
    st.none(), st.floats(), st.integers(-10, 10_000).map(float), st.sampled_from([0.0, 0.69, 100.0, 1e4, 1e8, 1e300])
)
TEXTS = st.one_of(
    st.sampled_from(["", "情况属实", EXPLANATION, "{name}", "其中：公办", "一般公共预算收入", "=1+1"]),
    st.text(max_size=12),
)
UNITS = st.sampled_from(["", "亿元", "万元", "%", "个", "倍", "千米", "亿圆整", "个百分点"])
CELLS = st.dictionaries(
    st.sampled_from(["item_name", "unit", "current_value", "cumulative_value", "explanation", "led_by"]),
    st.sampled_from(["", "A1", "F7", "$G$8", "XFD1048576", "没有", "R1C1"]),
)
FOUND = st.sampled_from(
    [
        finding("text_in_number", "指标", "F6", text="约12"),
        finding("number_stored_as_text", "指标", "G6"),
        finding("encrypted_file", file="a.xlsx"),
    ]
)
KINDS = st.sampled_from(["indicator", "measure", "project"])
ROW_IDS = st.one_of(st.none(), st.sampled_from([*IDS, "", "合计"]))


@st.composite
def points(draw: st.DrawFn) -> Point:
    return Point(draw(DAYS), draw(DAYS), draw(st.floats()), "final", "submission")


@st.composite
def monthly_points(draw: st.DrawFn) -> Point:
    year, month = draw(st.integers(2024, 2026)), draw(st.integers(1, 12))
    start = date(year, draw(st.sampled_from([1, month])), 1)
    return Point(start, date(year, month, 28), draw(st.floats(0.1, 1e6)), "final", "submission")


def form_rows(row_id: str) -> st.SearchStrategy[FormRow]:
    kind = {"i": "indicator", "m": "measure", "p": "project"}[row_id[0]]
    return st.builds(
        FormRow,
        row_id=st.just(row_id),
        item_kind=st.just(kind),
        item_name=TEXTS,
        plan_id=st.just("plan"),
        plan_title=st.just("规划"),
        region_code=st.sampled_from(["331126", "331127"]),
        region_name=st.just("庆元县"),
        indicator_id=st.sampled_from([None, "gdp", "exports", "foreign_trade"]),
        unit=UNITS,
        indicator_kind=st.sampled_from([None, "stock", "flow", "cumulative", "rate", "growth"]),
        direction=st.sampled_from([None, "higher", "lower"]),
        target_year=st.one_of(st.none(), st.integers(2020, 2030)),
        target_value=NUMBERS,
        target_comparator=st.sampled_from([None, "ge", "le", "lt", "eq"]),
        last_period_end=st.one_of(st.none(), DAYS),
        last_value=NUMBERS,
    )


MONTHS = st.one_of(DAYS.map(lambda day: day.replace(day=1)), st.just(date(2026, 10, 1)))
FORMS = st.builds(
    Form,
    department=TEXTS,
    region_code=st.sampled_from(["", "331126"]),
    region_name=st.sampled_from(["", "庆元县"]),
    month=MONTHS,
    rows=st.tuples(*(form_rows(row_id) for row_id in IDS)),
)
HEADS = st.builds(
    Head,
    form_version=st.sampled_from(["", "0", "1"]),
    department=TEXTS,
    region_code=st.sampled_from(["", "331126", "x"]),
    month=st.one_of(st.none(), DAYS, st.just(date(2026, 10, 1))),
    filled_by=TEXTS,
    checked_by=TEXTS,
    led_by=TEXTS,
    cells=CELLS,
    sheet=st.sampled_from(["", "封面"]),
)
ROWS = st.builds(
    ReportedRow,
    row_id=ROW_IDS,
    item_kind=KINDS,
    item_name=TEXTS,
    sheet=st.sampled_from(["", "指标", "项目"]),
    row=st.integers(-1, 2_000_000),
    unit=UNITS,
    current_value=NUMBERS,
    cumulative_value=NUMBERS,
    maturity=st.sampled_from([None, "preliminary", "final"]),
    progress_text=TEXTS,
    explanation=TEXTS,
    cells=CELLS,
    findings=st.lists(FOUND, max_size=2),
)
FILLED = st.builds(
    FilledForm, file=TEXTS, head=HEADS, rows=st.lists(ROWS, max_size=8), findings=st.lists(FOUND, max_size=2)
)
HISTORIES = st.dictionaries(st.sampled_from(IDS), st.lists(st.one_of(points(), monthly_points()), max_size=6))
ARGUMENTS = {"filled": FILLED, "form": st.one_of(st.none(), FORMS), "history": HISTORIES, "today": DAYS}


@settings(max_examples=150, deadline=None)
@given(**ARGUMENTS)
def test_never_fails_says_the_same_twice_and_leaves_its_arguments_alone(
    filled: FilledForm, form: Form | None, history: dict[str, list[Point]], today: date
) -> None:
    kept = copy.deepcopy((filled, history))
    checked = check(filled, form, history, today)
    assert repr((filled, history)) == repr(kept)
    assert check(copy.deepcopy(filled), form, dict(reversed(history.items())), today) == checked
    hold_together(filled, checked)


def hold_together(filled: FilledForm, checked: Checked) -> None:
    """Verdict, findings and quarantine tell one story."""
    severities = {found.severity for found in checked.findings}
    if checked.verdict == "accepted":
        assert severities <= {"info"} and not checked.quarantined
    if checked.verdict == "accepted_with_remarks":
        assert severities & {"warning", "error"}
        stops = [rules()[found.code].stops for found in checked.findings if found.code in rules()]
        assert "file" not in stops
    if checked.verdict == "returned":
        assert "error" in severities
        assert {row.row_id for row in filled.rows if row.row_id and not row.is_blank} <= checked.quarantined
    assert len(set(checked.findings)) == len(checked.findings)
    for row in filled.rows:
        for value in (row.current_value, row.cumulative_value):
            if row.row_id and value is not None and not math.isfinite(value):
                assert row.row_id in checked.quarantined


@settings(max_examples=100, deadline=None)
@given(**ARGUMENTS)
def test_an_explanation_never_overrules_form_nor_completeness(
    filled: FilledForm, form: Form | None, history: dict[str, list[Point]], today: date
) -> None:
    def told(text: str) -> list[tuple]:
        rows = [replace(row, explanation=text) for row in filled.rows]
        found = check(replace(filled, rows=rows), form, history, today).findings
        return [
            (one.code, one.severity, one.sheet, one.cell)
            for one in found
            if one.code not in rules() or rules()[one.code].group != "plausibility"
        ]

    assert told("") == told(EXPLANATION)


@settings(max_examples=100, deadline=None)
@given(**ARGUMENTS)
def test_with_every_row_explained_plausibility_stops_nothing(
    filled: FilledForm, form: Form | None, history: dict[str, list[Point]], today: date
) -> None:
    rows = [replace(row, explanation=EXPLANATION) for row in filled.rows]
    for found in check(replace(filled, rows=rows), form, history, today).findings:
        assert found.severity == "info" or found.code not in rules() or not rules()[found.code].may_be_explained


@settings(max_examples=60, deadline=None)
@given(value=st.floats(1.0, 1e5), power=st.sampled_from([1e4, 1e8, 1e-4, 1e-8]), change=st.floats(0.8, 1.25))
def test_a_slip_of_wan_or_yi_is_always_told(value: float, power: float, change: float) -> None:
    row_id = IDS[0]
    asked = FormRow(row_id, "indicator", "托位数", "p", "规划", "331126", "庆元县", unit="个", indicator_kind="stock")
    form = Form("县教育局", "331126", "庆元县", date(2026, 10, 1), (asked,))
    head = Head("1", "县教育局", "331126", form.month, "甲", "乙", "丙")
    row = ReportedRow(row_id, "indicator", "托位数", "指标", 6, "个", value * power * change, None, "final")
    past = {row_id: [Point(date(2026, 9, 1), date(2026, 9, 30), value, "final", "submission")]}
    checked = check(FilledForm("a.xlsx", head, [row]), form, past, date(2026, 11, 3), CheckSettings())
    assert [found.code for found in checked.findings] == ["unit_slip"]
    assert row_id in checked.quarantined
