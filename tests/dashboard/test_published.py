"""The dashboard on the warehouse that this machine has published: its figures are those that SQL finds in the marts."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.dashboard.test_pages import PAGES, classes_of, component, open_page

LINK = Path(__file__).resolve().parents[2] / "var" / "published" / "planledger.duckdb"

pytestmark = pytest.mark.skipif(not LINK.exists(), reason="nothing published in var/ yet: make run")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(LINK.parents[1]))


def ask(sql: str) -> list[tuple]:
    with duckdb.connect(str(LINK.resolve()), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(page: str) -> None:
    app = open_page(page)
    assert not app.error
    assert not app.warning


def test_overview_counts_are_those_of_the_marts() -> None:
    app = open_page("overview")
    counts = ask(
        "select coalesce(attribute, '未注明'), status, count(*) from marts.fct_indicator_progress "
        "where is_current group by all"
    )
    shown = classes_of(app)
    for attribute, status, count in counts:
        assert shown[attribute][status] == count
    assert sum(row["targets"] for row in shown.values()) == sum(count for _, _, count in counts)


def test_each_target_stands_once_in_the_overview() -> None:
    for (plan,) in ask("select plan_id from marts.dim_plan order by plan_id"):
        expected = ask(f"select count(*) from marts.fct_indicator_progress where is_current and plan_id = '{plan}'")[0][
            0
        ]
        if expected:
            assert len(component(open_page("overview", plan=plan), "targets")["rows"]) == expected


def test_sentences_of_targets_are_found_in_their_texts() -> None:
    """One statement of each plan: its marked value is the value as written."""
    for statement, value in ask(
        "select min_by(statement_id, start_char), min_by(value_text, start_char) "
        "from marts.fct_plan_statements group by plan_id order by plan_id"
    ):
        shown = component(open_page("text", statement=statement), "text_plan")
        runs = [run for line in shown["lines"] for run in line["r"]]
        assert "".join(run["x"] for run in runs if run.get("v")) == value.replace("\n", "")
