"""A past view from end to end: apart from the present one, and the same however much becomes known later."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.settings import PROJECT_DIR

from .conftest import Installation

pytestmark = pytest.mark.slow

DAY = "2023-12-31"


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation without the plan of 2025, with a past view of the end of 2023; tests change it in their order."""
    folder = tmp_path_factory.mktemp("as_of")
    shutil.copytree(PROJECT_DIR / "raw", folder / "raw")
    for path in (folder / "raw" / "plans").glob("004_*"):
        path.rename(folder / path.name)
    installation = Installation(folder / "home", folder / "raw")
    done = installation.call("run", "--as-of", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return installation


def view(installation: Installation) -> Installation:
    return Installation(installation.home / "as-of" / DAY, installation.raw)


def one(link: Path, sql: str) -> tuple[object, ...]:
    with duckdb.connect(str(link.resolve()), read_only=True) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return row


def test_a_past_view_holds_what_was_known_and_publishes_nothing_else(early: Installation) -> None:
    past = view(early)
    assert one(past.link, "select cast(as_of as varchar) from meta.publication") == (DAY,)
    assert one(past.link, "select count(*) from marts.dim_plan") == (4,)
    assert one(
        past.link, "select max(recorded_at) <= date '2023-12-31', count(*) > 0 from marts.fct_indicator_actuals"
    ) == (
        True,
        True,
    )
    assert not early.link.exists()
    assert not (early.home / "warehouse" / "planledger.duckdb").exists()


def test_what_comes_later_changes_nothing_of_it_nor_it_anything_of_the_present(early: Installation) -> None:
    past = view(early)
    before = past.exports()
    for path in early.raw.parent.glob("004_*"):
        path.rename(early.raw / "plans" / path.name)
    figures = early.raw / "statistics" / "later.csv"
    figures.write_text(
        "region,indicator,year,value,unit,status,source_title,source,published_on\n"
        "庆元县,地区生产总值,2022,91.5,亿元,最终,统计公报,庆元县统计局,2024-01-01\n",
        encoding="utf-8",
    )
    figures.with_name("later.csv.origin.json").write_text(
        json.dumps({"input_kind": "statistics", "received_date": "2024-01-02", "source": "测试"}), encoding="utf-8"
    )
    done = early.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert one(early.link, "select count(*) from marts.dim_plan") == (5,)
    assert one(early.link, "select count(*) from marts.fct_indicator_actuals where publication_rule = 'stated'") == (1,)
    assert one(early.link, "select as_of is null from meta.publication") == (True,)
    present = early.link.resolve()

    # The private warehouse of a view may have been built long ago, when a list had other columns.
    with duckdb.connect(str(past.home / "warehouse" / "planledger.duckdb")) as connection:
        connection.execute("ALTER TABLE seeds.publication_rules ADD COLUMN since_removed VARCHAR")
    again = early.call("run", "--as-of", DAY)
    assert again.returncode == 0, again.stdout + again.stderr
    assert "没有变化" not in again.stdout
    after = past.exports()
    assert {table for table in before if after[table] != before[table]} == set()
    assert early.link.resolve() == present
    assert "没有变化" in early.call("run").stdout
    assert "没有变化" in early.call("run", "--as-of", DAY).stdout


def test_a_past_view_is_queried_and_says_which_day_it_is(early: Installation) -> None:
    query = "select count(*) as n from dim_plan"
    past, present = (
        early.call("sql", "--as-of", DAY, "--format", "csv", query),
        early.call("sql", "--format", "csv", query),
    )
    assert past.stdout.split() == ["n", "4"]
    assert f"截至 {DAY}" in past.stderr
    assert present.stdout.split() == ["n", "5"]
    assert "截至" not in present.stderr
    missing = early.call("sql", "--as-of", "2020-01-01", query)
    assert missing.returncode == 1
    assert "planledger run --as-of 2020-01-01" in missing.stderr


def test_before_everything_it_is_empty_and_says_so(early: Installation) -> None:
    done = early.call("run", "--as-of", "2010-06-30")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "那一天以前没有任何规划、报送或统计数字" in done.stdout
