"""Nobody is given a row beyond what that person may see, whatever query and whatever parameters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboards import access, data, scoping
from dashboards.access_rules import EVERYTHING, Scope
from tests.dashboard import contract_warehouse as contract
from tests.dashboard.contract_warehouse import ELSEWHERE, OWN, SAME_REGION

VIEWER = Scope((OWN.region_code,))
DEPARTMENT = Scope((OWN.region_code,), (OWN.department,))
NOBODY = Scope(())
QUERIES = sorted(path.stem for path in data.QUERIES.glob("*.sql"))
MODELS = sorted(path.stem for path in contract.MODELS.glob("*.sql"))
HOSTILE = "' or true; attach '/etc/passwd' as x; select * from scoped.access.person --"
# Each parameter: what asks for everything, for one's own, for another's, and for what is no value at all.
PARAMETERS: dict[str, list[Any]] = {
    "plan": [None, "甲-plan_id", "乙-plan_id", HOSTILE],
    "document": [None, "甲-document_id", "乙-document_id", HOSTILE],
    "statement": [None, "甲一-statement_id", "乙一-statement_id", HOSTILE],
    "indicator": [OWN.indicator, SAME_REGION.indicator, ELSEWHERE.indicator, "乙一-indicator_id", HOSTILE],
    "region": [None, OWN.region_code, ELSEWHERE.region_code, HOSTILE],
    "unit": [None, OWN.department, SAME_REGION.department, HOSTILE],
    "department": [None, OWN.department, SAME_REGION.department, HOSTILE],
    "kind": [None, "target", "year", HOSTILE],
    "code": [None, "乙一-code", HOSTILE],
    "status": [None, "behind", HOSTILE],
    "binding": [False, True],
    "month": [contract.MONTH, None],
    "period": [None, contract.MONTH],
    "focus": [None, "behind", "worse", "due", HOSTILE],
    "open": [False, True],
    "within": ["level", "parent", HOSTILE],
    "level": ["county", HOSTILE],
    "group": [None, OWN.region_code, ELSEWHERE.region_code, HOSTILE],
    "end": [contract.MONTH],
    "row_limit": [10_000],
}
# These say how well whole plans were read or how regions rank, and a department has none of them.
NOT_A_DEPARTMENTS = {
    "conflicts", "export_conflicts", "export_ranks", "finding_counts", "findings", "indicator_ranks",
    "number_accounting", "ranking", "ranking_groups", "review_list", "unread_numbers",
}  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return contract.build(tmp_path_factory.mktemp("contract"))


def every_parameter(statement: str) -> Iterator[dict[str, Any]]:
    names = sorted(set(re.findall(r"\$(\w+)", statement)))
    assert set(names) <= PARAMETERS.keys(), "a new parameter: say in PARAMETERS what may be asked with it"
    usual = {name: PARAMETERS[name][0] for name in names}
    yield usual
    for pair in itertools.combinations(names, min(2, len(names))):
        for values in itertools.product(*(PARAMETERS[name] for name in pair)):
            yield usual | dict(zip(pair, values, strict=True))


def everything_found(file: Path, query: str, scope: Scope) -> list[str]:
    """Every row of a query, as text, for every choice of two parameters beside the usual ones."""
    statement = data._statement(query)
    found = []
    with data._open(str(file), scope) as reader:
        for parameters in every_parameter(statement):
            found += [str(tuple(row.values())) for row in reader.read(statement, parameters)]
    return found


def of(rows: list[str], *tags: str) -> list[str]:
    return [row for row in rows if any(tag in row for tag in tags)]


@pytest.mark.parametrize("query", QUERIES)
def test_a_viewer_gets_nothing_of_another_region(file: Path, query: str) -> None:
    rows = everything_found(file, query, VIEWER)
    assert not of(rows, ELSEWHERE.region_tag, ELSEWHERE.region_code)
    assert rows, "the query finds what is one's own"


@pytest.mark.parametrize("query", QUERIES)
def test_a_department_gets_nothing_of_another_one(file: Path, query: str) -> None:
    rows = everything_found(file, query, DEPARTMENT)
    assert not of(rows, ELSEWHERE.region_tag, ELSEWHERE.region_code)
    if query not in ("inputs", "plan_sections"):  # of the region's plans
        assert not of(rows, SAME_REGION.tag, SAME_REGION.department)
    assert bool(rows) is (query not in NOT_A_DEPARTMENTS)


@pytest.mark.parametrize("query", QUERIES)
def test_whoever_may_see_no_region_gets_none(file: Path, query: str) -> None:
    rows = everything_found(file, query, NOBODY)
    assert not of(rows, "甲", "乙", OWN.region_code, ELSEWHERE.region_code)


def test_an_editor_gets_the_rows_that_others_do_not(file: Path) -> None:
    """The queries would find them: it is the scope that keeps them away."""
    anybodys = {
        "publication", "check_results", "submission_months", "review_counts", "project_kinds", "task_units",
        "freshness", "periods", "warning_counts", "department_months",
    }  # fmt: skip
    for query in set(QUERIES) - anybodys:
        assert of(everything_found(file, query, EVERYTHING), ELSEWHERE.region_tag, ELSEWHERE.region_code), query


def test_counts_count_what_one_may_see(file: Path) -> None:
    def counted(scope: Scope) -> int:
        statement = data._statement("submission_months")
        with data._open(str(file), scope) as reader:
            return reader.read(statement, {})[0]["department_count"]

    assert [counted(scope) for scope in (EVERYTHING, VIEWER, DEPARTMENT)] == [3, 2, 1]


def test_a_sample_of_a_check_may_be_anybodys_row(file: Path) -> None:
    assert of(everything_found(file, "check_results", EVERYTHING), "-sample")
    assert not of(everything_found(file, "check_results", VIEWER), "-sample")


def test_every_mart_has_a_rule() -> None:
    without = [name for name in MODELS if f"marts.{name}" not in scoping.RULES]
    assert not without, f"say in dashboards/scoping.py who may see {', '.join(without)}"
    gone = {name for name in scoping.RULES if name.startswith("marts.")} - {f"marts.{name}" for name in MODELS}
    assert not gone, "a rule for a table that is no longer there"


@pytest.mark.parametrize("scope", [VIEWER, DEPARTMENT, NOBODY])
@pytest.mark.parametrize("table", sorted(scoping.RULES))
def test_every_rule_holds(file: Path, table: str, scope: Scope) -> None:
    """Each table alone, also those that no query names yet."""
    with scoping.open_scoped(str(file), scope, [table]) as connection:
        rows = [str(row) for row in connection.execute(f"select * from {table}").fetchall()]
    if table.removeprefix("marts.") in contract.REFERENCE:
        return
    assert not of(rows, ELSEWHERE.region_tag, ELSEWHERE.region_code)
    if scope == NOBODY:
        assert not of(rows, "甲", OWN.region_code)
    rule = scoping.RULES[table]
    if scope == DEPARTMENT and rule.department != "true":
        assert not of(rows, SAME_REGION.tag, SAME_REGION.department)
    if scope != NOBODY and not (scope == DEPARTMENT and rule.department == "false"):
        assert rows, "one's own is found"


def test_a_row_about_no_known_region_goes_with_its_plan(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(file.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        connection.execute("update marts.fct_plan_statements set region_code = null")
    statement = "select distinct plan_id from marts.fct_plan_statements"
    with scoping.open_scoped(str(copy), VIEWER, scoping.tables_of(statement)) as connection:
        assert connection.execute(statement).fetchall() == [("甲-plan_id",)]


def test_a_table_without_a_rule_is_denied(file: Path) -> None:
    with pytest.raises(scoping.NoRule, match=r"marts\.secret"):
        scoping.view_of("marts.secret", VIEWER, "x")
    with pytest.raises(duckdb.Error), scoping.open_scoped(str(file), VIEWER, ["marts.dim_unit"]) as connection:
        connection.execute("select * from marts.dim_plan")


@pytest.mark.parametrize(
    "statement",
    [
        "attach '/tmp/other.duckdb' as other",
        "select * from read_text('/etc/hostname')",
        "copy (select 1) to '/tmp/out.csv'",
        "set enable_external_access = true",
        "reset lock_configuration",
        'drop view marts.dim_plan; delete from "planledger-20261120-083000".marts.dim_plan',
    ],
)
def test_the_connection_is_locked(file: Path, statement: str) -> None:
    with scoping.open_scoped(str(file), VIEWER, ["marts.dim_plan"]) as connection, pytest.raises(duckdb.Error):
        connection.execute(statement)


@pytest.mark.parametrize("query", QUERIES)
def test_no_query_goes_around_the_views(query: str) -> None:
    text = re.sub(r"--[^\n]*", "", data._statement(query)).lower()
    assert not re.search(r"\b(scoped|published|planledger|duckdb_\w+|information_schema|current_database)\b", text)


def test_names_in_the_rules_are_texts_and_never_statements(file: Path) -> None:
    scope = Scope((OWN.region_code, "x'); drop table scoped.access.person; --"), ("县发改局') or true --",))
    with scoping.open_scoped(str(file), scope, ["marts.fct_submissions"]) as connection:
        assert connection.execute("select count(*) from marts.fct_submissions").fetchall() == [(0,)]


def test_a_path_with_quotes(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / 'it\'s "here".duckdb'
    copy.write_bytes(file.read_bytes())
    with scoping.open_scoped(str(copy), VIEWER, ["marts.dim_plan"]) as connection:
        assert connection.execute("select plan_id from marts.dim_plan").fetchall() == [("甲-plan_id",)]


def test_what_was_read_for_one_is_not_shown_to_another(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(file.parent.parent))
    seen = []
    for scope in (EVERYTHING, VIEWER, NOBODY, VIEWER, EVERYTHING):
        visitor = access.Visitor("x", None, scope)
        monkeypatch.setattr(access, "visitor", lambda *_arguments, visitor=visitor: visitor)
        seen.append([row["plan_id"] for row in data.rows("plans")])
    assert seen == [["乙-plan_id", "甲-plan_id"], ["甲-plan_id"], [], ["甲-plan_id"], ["乙-plan_id", "甲-plan_id"]]


def test_a_query_on_a_table_without_a_rule_tells_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(file.parent.parent))
    monkeypatch.setattr(access, "visitor", lambda *_arguments: access.Visitor("x", None, VIEWER))
    monkeypatch.setattr(data, "_statement", lambda name: "select * from marts.secret")
    with pytest.raises(data.UnreadableWarehouse, match=r"还没有规定谁能看表 .*marts\.secret"):
        data.rows("secret")
