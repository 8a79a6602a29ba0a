"""Decisions about doubtful statements: the list of what to look at, and entries for the corrections file.

Entries are written to ``raw/corrections``, where people may edit them too; nothing else is changed, and what was
decided counts from the next run on. How an entry is read stands in `pipelines.landing.corrections`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.landing.corrections import read_corrections
from pipelines.runs.entry_file import CannotAppend, append, keep_origin, writing
from pipelines.settings import Settings

if TYPE_CHECKING:
    import duckdb

FILE = Path("corrections") / "plan_statements.yml"
HEADER = "# 更正与复核：人对单条表述的决定。写法见 docs/corrections.md；后写的决定代替先写的。\n"

Row = dict[str, Any]


class ReviewError(ValueError):
    """A decision cannot be written; the message says why, in Chinese."""


def pending(connection: duckdb.DuckDBPyConnection, plan: str | None, limit: int) -> tuple[int, list[Row]]:
    """How many statements wait for a look, and the most doubtful of them. ``plan`` is a plan's short name or id."""
    condition = "plans.doc = coalesce($plan, plans.doc) OR list.plan_id = $plan"
    source = f"FROM marts.mart_review_list list JOIN marts.dim_plan plans USING (plan_id) WHERE {condition}"
    total = connection.execute(f"SELECT count(*) {source}", {"plan": plan}).fetchone()
    rows = _rows(
        connection,
        "SELECT list.statement_id, plans.doc, plans.plan_title, list.quote, list.reading, list.why, list.confidence, "
        f"list.rule {source} ORDER BY list.review_rank LIMIT $limit",
        {"plan": plan, "limit": limit},
    )
    return (total[0] if total else 0), rows


def plan_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [row["doc"] for row in _rows(connection, "SELECT doc FROM marts.dim_plan ORDER BY doc", {})]


def find_statement(connection: duckdb.DuckDBPyConnection, name: str) -> Row:
    """The statement of an id, in full or with the plan's short name (000-q0012). Raises `ReviewError`."""
    rows = _rows(
        connection,
        "SELECT s.statement_id, s.document_id, s.start_char, s.value_text, s.quote, s.reading, plans.doc "
        "FROM marts.fct_plan_statements s JOIN marts.dim_plan plans USING (plan_id) "
        "WHERE s.statement_id = $name OR plans.doc || '-' || split_part(s.statement_id, '-', -1) = $name",
        {"name": name},
    )
    if len(rows) != 1:
        many = "不止一条" if rows else "没有"
        raise ReviewError(f"{many}编号为 {name} 的表述；编号见 planledger review，或看板“计划原文”页的语句卡")
    return rows[0]


def entry_of(statement: Row, action: str, changes: Mapping[str, str], reason: str, who: str, day: date) -> str:
    """A decision as text for the corrections file, tried out with its own reader. Raises `ReviewError`."""
    import yaml

    entry: Row = {
        "document": statement["document_id"],
        "place": {"start": statement["start_char"], "value": statement["value_text"]},
        "expect": {"quote": " ".join(statement["quote"].split()), "read": statement["reading"]},
        "action": action,
    }
    if changes:
        entry["amend"] = {name: _scalar(text) for name, text in changes.items()}
    entry |= {"reason": reason, "who": who, "date": day}
    text: str = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)
    _, findings = read_corrections(text.encode(), "0" * 16, str(FILE))
    if findings:
        raise ReviewError(findings[0][1].message)
    return text


def append_entry(settings: Settings, text: str) -> Path:
    """Add an entry at the end of the corrections file, which is made where it is missing. Raises `ReviewError`.

    What stands in the file is kept to the letter; a file that cannot be read is left alone.
    """
    path = settings.raw_dir / FILE
    try:
        with writing(path):
            append(path, text, HEADER, read_corrections)
            keep_origin(path, "corrections", "本地复核记录")
    except CannotAppend as error:
        raise ReviewError(str(error)) from error
    return path


def _scalar(text: str) -> Any:
    """A number as a number, where it would be written the same, so that the file reads well."""
    try:
        number = int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text
    return number if str(number) == text else text


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]) -> list[Row]:
    cursor = connection.execute(sql, dict(values))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
