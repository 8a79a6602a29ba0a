"""The life of warnings in the marts: raised, answered, extended, closed; what does not fit is told of and kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import landed_rows
import pytest
from dbt_build import Build, run_dbt, up_to
from landed_rows import a_figure, an_input

from pipelines.submissions.calendar import work_calendar

pytestmark = pytest.mark.filterwarnings("ignore")

EVENTS = "eeeeeeeeeeeeeeee"
WARNINGS = up_to("mart_warnings", "fct_supervision_events", "fct_reading_findings")
URBAN = "常住人口城镇化率"


def landing() -> dict[str, list[dict[str, Any]]]:
    """The small landing with a level that falls behind, so that there are warnings."""
    tables = landed_rows.small_landing()
    tables["published_figures"] += [
        a_figure(11, "庆元县", URBAN, 2022, 64.0, "%"),
        a_figure(12, "庆元县", URBAN, 2024, 63.0, "%"),
    ]
    return tables


def an_event(number: int, warning: str, kind: str, day: dt.date, **more: Any) -> dict[str, Any]:
    row = {
        "event_id": f"{number:016x}",
        "document_id": EVENTS,
        "input_path": "supervision/events.yml",
        "line": number,
        "warning_id": warning,
        "event_kind": kind,
        "occurred_on": day,
        "reason": "已核实",
        "recorded_by": "张三",
    }
    return row | more


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return run_dbt(tmp_path_factory.mktemp("raised"), landing(), *WARNINGS)


@pytest.fixture(scope="module")
def warnings(raised: Build) -> dict[str, tuple[str, dt.date]]:
    """Id and first day of the warnings of the level, by kind."""
    rows = raised.query(
        "select warning_kind, warning_id, raised_on from marts.mart_warnings "
        "where indicator_id = 'urbanization_rate_resident' and is_standing"
    )
    return {kind: (warning, day) for kind, warning, day in rows}


@pytest.fixture(scope="module")
def supervised(warnings: dict[str, tuple[str, dt.date]], tmp_path_factory: pytest.TempPathFactory) -> Build:
    (worse, first), (miss, other) = warnings["worse"], warnings["forecast_miss"]
    tables = landing()
    tables["inputs"].append(an_input(EVENTS, "supervision/events.yml", "supervision"))
    tables["supervision_events"] = [
        an_event(1, worse, "closed", first - dt.timedelta(9)),  # of a run before
        an_event(2, worse, "answered", first + dt.timedelta(7), submission_id="0" * 16),
        an_event(3, worse, "extended", first + dt.timedelta(9), until_date=first + dt.timedelta(27)),
        an_event(4, worse, "closed", first + dt.timedelta(25)),
        an_event(5, worse, "answered", first + dt.timedelta(26)),  # closed already
        an_event(6, miss, "answered", other),
        an_event(7, "0" * 32, "answered", first),
    ]
    return run_dbt(tmp_path_factory.mktemp("supervised"), tables, *WARNINGS)


def test_without_events_a_warning_is_raised_and_due_after_its_term(
    raised: Build, warnings: dict[str, tuple[str, dt.date]]
) -> None:
    assert {"worse", "forecast_miss"} <= warnings.keys()
    assert raised.query("select distinct state, event_count, is_extended from marts.mart_warnings") == [
        ("raised", 0, False)
    ]
    assert not raised.query("select 1 from marts.mart_warnings where is_open <> is_standing or term_from < raised_on")
    terms = dict(raised.query("select warning_kind, answer_within_workdays from seeds.supervision_terms"))
    for kind, first, due in raised.query("select warning_kind, term_from, due_date from marts.mart_warnings"):
        assert due == work_calendar().add(first, terms[kind])  # the same rule as for submissions


def test_a_warning_is_answered_extended_and_closed(supervised: Build, warnings: dict[str, tuple[str, dt.date]]) -> None:
    worse, first = warnings["worse"]
    row = supervised.one(f"select * from marts.mart_warnings where warning_id = '{worse}'")
    assert (row["state"], row["is_open"], row["is_standing"]) == ("closed", False, True)
    assert (row["answered_on"] - first, row["due_date"] - first) == (dt.timedelta(7), dt.timedelta(27))
    assert (row["closed_on"] - first, row["is_extended"], row["event_count"]) == (dt.timedelta(25), True, 4)
    answered = supervised.one("select * from marts.mart_warnings where state = 'answered'")
    assert (answered["warning_id"], answered["is_open"]) == (warnings["forecast_miss"][0], True)


def test_every_event_stays_and_what_does_not_fit_is_told(supervised: Build) -> None:
    assert supervised.query(
        "select line, event_number, is_warning_known, is_of_present_run, is_in_order "
        "from marts.fct_supervision_events order by line"
    ) == [
        (1, 1, True, False, None),
        (2, 2, True, True, True),
        (3, 3, True, True, True),
        (4, 4, True, True, True),
        (5, 5, True, True, False),
        (6, 1, True, True, True),
        (7, 1, False, False, None),
    ]
    assert supervised.query(
        "select line, code, severity from marts.fct_reading_findings where code like 'supervision%' order by line"
    ) == [(5, "supervision_event_misplaced", "warning"), (7, "supervision_warning_unknown", "warning")]
    assert supervised.statuses["supervision_counts"] == "warn"
    assert supervised.statuses["supervision_is_readable"] == "pass"
    assert not {name for name, status in supervised.statuses.items() if status in ("fail", "error", "skipped")}


def test_an_event_that_cannot_be_read_stops_the_build(tmp_path_factory: pytest.TempPathFactory) -> None:
    tables = landing()
    tables["inputs"].append(an_input(EVENTS, "supervision/events.yml", "supervision"))
    tables["findings"] = [
        *tables.get("findings", []),
        {
            "finding_id": f"{EVENTS}-n0001",
            "document_id": EVENTS,
            "input_path": "supervision/events.yml",
            "code": "supervision_event_invalid",
            "severity": "error",
            "message": "督办记录有误：缺少 who",
            "remedy": "改正后再运行",
            "line": 3,
        },
    ]
    build = run_dbt(tmp_path_factory.mktemp("broken"), tables, *up_to("supervision_is_readable"))
    assert build.statuses["supervision_is_readable"] == "fail"
