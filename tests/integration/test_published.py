"""What analysts get: the example queries, read-only SQL, the dictionary, and checks with their history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.settings import PROJECT_DIR

from .conftest import Installation

pytestmark = pytest.mark.slow
EXAMPLES = sorted((PROJECT_DIR / "examples").glob("*.sql"))


def test_there_are_ten_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_answers(first: Installation, path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("-- ")
    done = first.call("sql", "-f", str(path), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_a_finished_plan_is_assessed_as_its_successor_reckons_it_up(first: Installation) -> None:
    """表1 of the fourteenth plan: what fell short of the thirteenth, what on an estimate, and what cannot be judged."""
    path = PROJECT_DIR / "examples" / "07_assessment_of_a_finished_plan.sql"
    rows = json.loads(first.call("sql", "-f", str(path), "--format", "json", "--limit", "1000").stdout)
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["verdict"], set()).add(row["indicator_name"])
    assert found["未达到"] == {
        "地区生产总值",
        "规模以上工业增加值",
        "固定资产投资",
        "一般公共预算收入",
        "旅游总收入",
        "战略性新兴产业增加值占地区生产总值比重",
        "高新技术产业增加值",
    }
    assert found["预计未达到"] == {"研究与试验发展经费支出占地区生产总值比重"}
    # 4月公布, 3月公布, 完成上级下达任务: no number on one side or the other.
    assert found["不评"] == {"人均地区生产总值", "常住人口城镇化率", "耕地保有量", "单位GDP能耗"}
    assert all(row["status_reason"] for row in rows if row["verdict"] == "不评")
    assert len(found["达到"]) == 16
    assert len(rows) == 28


@pytest.mark.parametrize(
    "query",
    [
        "CREATE TABLE x (a INT)",
        "DELETE FROM marts.dim_plan",
        "COPY marts.dim_plan TO 'x.csv'",
        "FROM read_text('/etc/hosts')",
    ],
)
def test_sql_writes_nothing_and_reads_nothing_else(first: Installation, query: str) -> None:
    done = first.call("sql", query)
    assert done.returncode == 1
    assert "查询有误" in done.stderr


def test_every_fact_leads_back_to_its_place(first: Installation) -> None:
    query = """
        SELECT count(*) AS n FROM fct_indicator_targets t JOIN plan_texts p USING (document_id)
        WHERE substr(p.text, t.start_char + 1, t.end_char - t.start_char) <> t.target_value_text
    """
    done = first.call("sql", query, "--format", "json")
    assert json.loads(done.stdout) == [{"n": 0}]


def test_results_of_checks_are_published(first: Installation) -> None:
    query = "SELECT kind, count(*) AS n, sum(passed::INT) AS passed FROM quality.check_results GROUP BY 1 ORDER BY 1"
    found = {row["kind"]: row for row in json.loads(first.call("sql", query, "--format", "json").stdout)}
    assert found["gx"]["n"] > 30
    assert found["dbt"]["n"] > 15


def test_inputs_are_published_with_when_they_first_came(first: Installation) -> None:
    query = "SELECT count(*) AS n, count(first_landed_at) AS landed, count(source) AS sourced FROM meta.inputs"
    found = json.loads(first.call("sql", query, "--format", "json").stdout)[0]
    assert found["n"] == found["landed"] == found["sourced"] == 10


def test_the_dictionary_describes_every_column(first: Installation) -> None:
    done = first.call("dictionary")
    assert done.returncode == 0, done.stderr
    assert "fct_indicator_targets" in done.stdout
    missing = first.call(
        "sql",
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'marts' AND comment IS NULL",
        "--format",
        "json",
    )
    assert json.loads(missing.stdout) == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_answers_its_own_question(first: Installation, readme: str) -> None:
    """The query and the answer in the README are those of the inputs that ship."""
    text = (PROJECT_DIR / readme).read_text(encoding="utf-8")
    query = text.split('planledger sql "', 1)[1].split('"\n```', 1)[0]
    answer = text.split('"\n```\n\n```\n', 1)[1].split("\n```", 1)[0]
    done = first.call("sql", query)
    assert done.returncode == 0, done.stderr
    assert [line.rstrip() for line in done.stdout.rstrip().splitlines()] == answer.splitlines()


def test_a_bulletin_needs_a_month_that_was_reported_on(first: Installation) -> None:
    """Nobody has reported to the installation that ships: said in words, with what to do."""
    done = first.call("bulletin", "--region", "庆元县", "--month", "2026-10")
    assert done.returncode == 1
    assert "庆元县没有 2026-10 的月度评判：还没有任何部门报送" in done.stderr
    assert "Traceback" not in done.stderr
    unknown = first.call("bulletin", "--region", "不存在县", "--month", "2026-10")
    assert "庆元县（331126）" in unknown.stderr
