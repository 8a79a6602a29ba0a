"""The generator: the same seed gives the same bytes, figures behave as their kind, every fault meets its finding."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipelines.demo.chance import chance
from pipelines.demo.faults import FAULTS, Fault, Situation
from pipelines.demo.figures import Course
from pipelines.demo.filling import Filling, filled
from pipelines.demo.scenario import Scenario, months_from
from pipelines.demo.schedule import schedule
from pipelines.demo.sending import Sent, send_all, tasks
from pipelines.demo.workbook import workbook_of
from pipelines.intake.register import Register
from pipelines.submissions.calendar import days_late, work_calendar
from pipelines.submissions.forms.read import read_form
from pipelines.submissions.model import Form

from .conftest import DEPARTMENT, MONTHS, ROWS

KINDS = {row.item_name: Course(row, 7) for row in ROWS}


def send(scenario: Scenario, forms: dict[date, Form], raw: Path) -> Sent:
    by_month = {month: {DEPARTMENT: form} for month, form in forms.items()}
    (task,) = tasks(scenario, [DEPARTMENT], by_month, {}, raw)
    return send_all(task)


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# -- determinism -------------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_bytes(scenario: Scenario, forms: dict[date, Form], tmp_path: Path) -> None:
    send(scenario, forms, tmp_path / "one")
    send(scenario, forms, tmp_path / "two")
    send(replace(scenario, seed=8), forms, tmp_path / "three")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert digests(tmp_path / "one").keys() != digests(tmp_path / "three").keys()


def test_departments_report_one_figure_for_one_indicator(forms: dict[date, Form]) -> None:
    form = forms[date(2025, 5, 1)]
    courses = {row.row_id: Course(row, 7) for row in ROWS}
    ours = filled(form, courses, 7, blank=0)
    theirs = filled(replace(form, department="县别局"), courses, 7, blank=0)
    assert [e.cumulative for e in ours.entries] == [e.cumulative for e in theirs.entries]
    assert [e.progress for e in ours.entries] != [e.progress for e in theirs.entries]


# -- figures by kind ---------------------------------------------------------------------------------------------------


def yearly(name: str, year: int) -> list[tuple[float | None, float | None]]:
    reported = [KINDS[name].reported(date(year, month, 1)) for month in range(1, 13)]
    return [(one.current, one.cumulative) for one in reported]


@pytest.mark.parametrize("name", ["工业总产值", "新增农创客", "新改建公路"])
def test_cumulative_figures_grow_within_a_year_and_are_the_sum_of_the_months(name: str) -> None:
    for year in (2025, 2026):
        rows = yearly(name, year)
        to_date = [cumulative or 0.0 for _, cumulative in rows]
        assert to_date == sorted(to_date)
        assert sum(current or 0.0 for current, _ in rows) == pytest.approx(to_date[-1], abs=0.01)


def test_rates_stay_between_0_and_100_and_go_towards_the_target() -> None:
    for name in ("县域就诊率", "城镇化率"):
        levels = [KINDS[name].reported(month).cumulative or 0.0 for month in MONTHS]
        assert all(0 <= level <= 100 for level in levels)
        assert levels[-1] > levels[0]
    assert 61 < (KINDS["城镇化率"].reported(MONTHS[0]).cumulative or 0) < 66.5


def test_what_is_counted_comes_in_whole_numbers() -> None:
    assert all(float(value).is_integer() for pair in yearly("新增农创客", 2025) for value in pair if value is not None)


def test_a_total_over_years_is_shared_out_among_them() -> None:
    total = yearly("新增农创客", 2025)[-1][1]
    assert total is not None and 500 / 5 * 0.6 < total < 500 / 5 * 1.25


def test_amounts_start_from_the_last_value_known() -> None:
    total = yearly("工业总产值", 2025)[-1][1]
    assert total is not None and 688 < total < 1050


def test_growth_is_near_its_target_and_not_added_up() -> None:
    assert all(3 < (KINDS["经济增速"].reported(month).cumulative or 0) < 10 for month in MONTHS)


def test_yearly_indicators_wait_for_december() -> None:
    rows = yearly("粮食产量", 2025)
    assert rows[:11] == [(None, None)] * 11
    assert rows[11][0] is None and 6 < (rows[11][1] or 0) < 8


def test_investment_does_not_begin_again_in_january() -> None:
    done = [KINDS["城北水厂"].reported(month).cumulative or 0.0 for month in MONTHS]
    assert done == sorted(done)
    assert done[-1] <= 3.6


# -- marks -------------------------------------------------------------------------------------------------------------


def test_every_workbook_and_record_is_marked(scenario: Scenario, forms: dict[date, Form], tmp_path: Path) -> None:
    sent = send(replace(scenario, faulty=0), forms, tmp_path)
    register = Register(tmp_path)
    records = [record for _, record in register.records()]
    assert len(records) == sum(sent.verdicts.values()) > 10
    for record in records:
        assert record.is_example
        path = register.kept_file(record.submission_id)
        assert path is not None
        filled_form = read_form(path.read_bytes(), path.name)
        assert filled_form.rows
        assert "示例" in filled_form.head.filled_by


def test_no_text_is_left_with_places_to_fill_in(forms: dict[date, Form]) -> None:
    courses = {row.row_id: Course(row, 7) for row in ROWS}
    for form in forms.values():
        for entry in filled(form, courses, 7, blank=0).entries:
            for text in (entry.progress, entry.problem, entry.next_step):
                assert not re.search(r"[{}]", text)
                assert len(text) < 200


# -- times -------------------------------------------------------------------------------------------------------------


def test_times_are_as_the_scenario_says(scenario: Scenario) -> None:
    work = work_calendar()
    late = [days_late(one.received_at.date(), one.month, work) for one in schedule(scenario, DEPARTMENT)]
    assert all(0 <= days <= scenario.most_late_days + 20 for days in late)
    never = replace(scenario, late=0, revised=0, withdrawn=0, missing=0)
    punctual = schedule(never, DEPARTMENT)
    assert [one.month for one in punctual] == list(MONTHS)
    assert all(days_late(one.received_at.date(), one.month, work) == 0 for one in punctual)
    assert not schedule(replace(scenario, missing=1, spread=1), DEPARTMENT)


def test_a_scenario_says_what_it_cannot_be() -> None:
    with pytest.raises(ValueError):
        Scenario(late=1.5)
    with pytest.raises(ValueError):
        Scenario(months=())
    assert months_from(date(2025, 11, 1), 3) == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))


# -- faults ------------------------------------------------------------------------------------------------------------

# The finding that a fault is made for, where it has another name.
EXPECTED = {
    "unit_slip_excused": "explanation_too_short",
    "cumulative_falls_explained": "cumulative_falls",
    "tenfold": "tenfold_off_history",
    "far_off": "far_off_history",
    "unknown_row": "row_unmatched",
    "name_changed": "row_name_differs",
}
FREE = {"far_off_explained"}  # true figures: nothing need be found


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.name not in FREE], ids=lambda fault: fault.name)
def test_every_fault_meets_its_finding(
    fault: Fault, scenario: Scenario, forms: dict[date, Form], tmp_path: Path
) -> None:
    """Months without faults first, so that there is something to compare with; then the fault, once it fits."""
    calm = replace(scenario, faulty=0, missing=0, revised=0, withdrawn=0, blank=0, late=0)
    by_month = {month: {DEPARTMENT: form} for month, form in forms.items()}
    (task,) = tasks(calm, [DEPARTMENT], by_month, {}, tmp_path)
    months = [date(2025, 10, 1), date(2026, 1, 1), date(2026, 2, 1)]
    task.sendings = [replace(one, faults=(fault.name,)) if one.month in months else one for one in task.sendings]
    sent = send_all(task)
    assert sent.deeds[fault.name], "the fault was never made"
    assert sent.codes[EXPECTED.get(fault.name, fault.name)], dict(sent.codes)
    assert bool(sent.verdicts["returned"]) == fault.is_fatal


def test_a_fault_that_does_not_fit_leaves_the_form_as_it_was(forms: dict[date, Form]) -> None:
    form = replace(forms[date(2025, 3, 1)], rows=(ROWS[9],))
    filling: Filling = filled(form, {ROWS[9].row_id: Course(ROWS[9], 7)}, 7, blank=0)
    before = workbook_of(filling)
    for fault in FAULTS:
        if fault.name in ("unit_slip", "percent_slip", "cumulative_falls", "equal_rows", "unchanged_many"):
            assert not fault.change(filling, chance(7, fault.name), Situation({}, MONTHS))
    assert workbook_of(filling) == before
