"""A small example from end to end: made in a home of its own, every table marked, the real home untouched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipelines.example_data import WORDS, is_marked
from pipelines.settings import PROJECT_DIR

from .conftest import Installation, install

pytestmark = pytest.mark.slow

# Few departments and months, in which everything happens often.
SMALL = """
from datetime import date
from pipelines.demo.command import make_demo
from pipelines.demo.scenario import Scenario, months_from
from pipelines.settings import Settings

if __name__ == "__main__":
    scenario = Scenario(
        months=months_from(date(2025, 1, 1), 4), most_departments=5, missing=0.15, late=0.3, faulty=0.5, mended=0.4,
        withdrawn=0.4, revised=0.4, spread=1.0,
    )
    lines, failures = make_demo(Settings.load(), None, 11, scenario)
    print("\\n".join(lines + failures))
    raise SystemExit(bool(failures))
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation that has never run, with an example beside it."""
    installation = install(tmp_path_factory.mktemp("real"))
    script = installation.raw.parent / "small.py"
    script.write_text(SMALL, encoding="utf-8")
    environment = {**installation.environment, "PYTHONPATH": str(PROJECT_DIR)}
    done = subprocess.run(
        [sys.executable, str(script)], cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert WORDS in done.stdout and "退回" in done.stdout
    return installation


@pytest.fixture(scope="module")
def example(real: Installation) -> Installation:
    return Installation(real.home / "demo", real.home / "demo" / "raw")


def test_a_bulletin_of_the_example_says_so_and_is_borne_out(example: Installation, tmp_path: Path) -> None:
    """Made from the marts of a real build; a figure that they do not bear out would stop it."""
    ends = ask(
        example,
        "SELECT region_code, max(period_end) FROM marts.mart_region_scorecard WHERE period_kind = 'month' "
        "GROUP BY 1 ORDER BY 1 DESC LIMIT 1",
    )
    region, end = ends[0]
    for kind in ("通报", "会商", "推进会"):
        month = "2025-03" if kind == "推进会" else f"{end:%Y-%m}"
        done = example.call("bulletin", "--region", region, "--month", month, "--kind", kind, "-o", str(tmp_path))
        assert done.returncode == 0, done.stdout + done.stderr
        assert WORDS in done.stderr
    assert len(list(tmp_path.glob(f"*_{WORDS}.*"))) == 11


def ask(installation: Installation, sql: str) -> list[tuple]:
    with duckdb.connect(str(installation.link.resolve()), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_every_status_occurs(example: Installation) -> None:
    statuses = dict(ask(example, "select status, count(*) from marts.mart_submission_status group by 1"))
    assert {"in_time", "late", "returned", "withdrawn", "missing"} <= statuses.keys()
    assert ask(example, "select count(distinct month) from marts.mart_submission_status") == [(4,)]
    late = ask(example, "select min(late_days), max(late_days) from marts.mart_submission_status where status = 'late'")
    assert 1 <= late[0][0] <= late[0][1] <= 12
    assert ask(example, "select count(*) from marts.fct_submissions where version > 1 and reason is not null")[0][0]
    assert ask(example, "select count(distinct code) from marts.fct_submission_findings")[0][0] > 8
    assert ask(example, "select count(*) from marts.fct_submission_texts where progress_text is not null")[0][0] > 20


def test_every_published_table_is_marked(example: Installation) -> None:
    tables = ask(example, "select schema_name, table_name, comment from duckdb_tables()")
    assert {schema for schema, _, _ in tables} == {"marts", "quality", "meta"}
    for schema, table, comment in tables:
        assert comment.startswith(f"【{WORDS}】"), table
        assert ask(example, f"select count(*) from {schema}.{table} where data_origin is distinct from '{WORDS}'") == [
            (0,)
        ]
    assert ask(example, "select is_example from meta.publication") == [(True,)]


def test_whatever_reads_it_says_so(example: Installation, tmp_path: Path) -> None:
    asked = example.call("sql", "select count(*) as n from fct_submissions")
    assert asked.returncode == 0 and WORDS in asked.stderr and WORDS not in asked.stdout
    assert WORDS in example.call("sql", "--format", "csv", "select * from dim_plan").stdout
    forms = example.call("template", "--all", "--month", "2025-05", "-o", str(tmp_path))
    assert forms.returncode == 0
    assert WORDS in example.call("run").stdout


def test_the_real_home_is_untouched_and_takes_nothing_of_it(real: Installation, example: Installation) -> None:
    assert sorted(path.name for path in real.home.iterdir()) == ["demo"]
    assert not is_marked(real.raw) and not (real.raw / "submissions").exists()
    mixed = subprocess.run(
        [sys.executable, "-m", "pipelines.cli", "run"],
        cwd=PROJECT_DIR,
        env={**os.environ, "PLANLEDGER_HOME": str(real.home), "PLANLEDGER_RAW": str(example.raw)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert mixed.returncode == 1
    assert "示例数据不能进入正式库" in mixed.stderr
    workbook = next(path for path in sorted(example.raw.glob("submissions/2025-02/*.xlsx")))
    sent = real.call("submit", str(workbook), "--who", "某人")
    assert sent.returncode == 1
    assert "example_data" in sent.stdout and "已退回" in sent.stdout
    refused = example.call("demo")
    assert refused.returncode == 1 and "示例库" in refused.stderr
