"""The data dictionary: what every mart and column means, made from the descriptions in the dbt project.

The text stands once, in dbt (`models/marts/*.yml` and the doc blocks of `*.md`). dbt writes it into the warehouse as
comments; `render_dictionary` reads those, `render` reads the project's files, and both give the same Markdown
(`docs/data-dictionary.md`). dbt itself is not loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

DOC_BLOCK = re.compile(r"{%\s*docs\s+(\w+)\s*%}(.*?){%\s*enddocs\s*%}", re.DOTALL)
DOC_CALL = re.compile(r"{{\s*doc\(\s*['\"](\w+)['\"]\s*\)\s*}}")

HEADER = """# Data dictionary

Every table of the schema `marts` in the published file, and every column of it. This file is generated from the
descriptions in `dbt/models/marts` by `python -m pipelines.warehouse.dictionary`; do not edit it by hand. The same texts
are comments in the published file itself:
`select table_name, column_name, comment from duckdb_columns() where schema_name = 'marts'`, or `planledger dictionary`.

Conventions: `_code` is looked up and `_name` is shown; percent is 0-100; a unit that varies stands in `unit_code`
beside the value; null is never zero but means missing; offsets count Unicode code points from 0 and end before
`end_char`.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its DuckDB type, what it means, and what is enforced on it (``key``, ``never null`` or nothing)."""

    name: str
    data_type: str
    description: str
    rule: str


@dataclass(frozen=True, slots=True)
class Table:
    """A mart; its description opens with its grain."""

    name: str
    description: str
    columns: tuple[Column, ...]


def read_tables(dbt_dir: Path) -> list[Table]:
    """The marts as the dbt project describes them, dimensions first, then facts, summaries, texts, each by name.

    Raises KeyError for a reference to a doc block that does not exist.
    """
    import yaml  # loaded here so that the command line starts without it

    blocks: dict[str, str] = {}
    for path in sorted((dbt_dir / "models").rglob("*.md")):
        for name, text in DOC_BLOCK.findall(path.read_text(encoding="utf-8")):
            blocks[name] = _one_line(text)

    tables = []
    for path in sorted((dbt_dir / "models" / "marts").glob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models") or []:
            keys = {
                name
                for constraint in model.get("constraints") or []
                if constraint["type"] == "primary_key"
                for name in constraint["columns"]
            }
            columns = tuple(_column(entry, blocks, keys) for entry in model.get("columns") or [])
            tables.append(Table(model["name"], _resolve(model["description"], blocks), columns))
    return sorted(tables, key=lambda table: (_group(table.name), table.name))


def read_published_tables(connection: duckdb.DuckDBPyConnection, schema: str = "marts") -> list[Table]:
    """The same from the comments and constraints of an open warehouse."""
    keys = {
        (table, column)
        for table, columns in connection.execute(
            "select table_name, constraint_column_names from duckdb_constraints() "
            "where database_name = current_database() and schema_name = ? and constraint_type = 'PRIMARY KEY'",
            [schema],
        ).fetchall()
        for column in columns
    }
    columns: dict[str, list[Column]] = {}
    for table, name, data_type, nullable, comment in connection.execute(
        "select table_name, column_name, data_type, is_nullable, comment from duckdb_columns() "
        "where database_name = current_database() and schema_name = ? order by table_name, column_index",
        [schema],
    ).fetchall():
        rule = "key" if (table, name) in keys else "" if nullable else "never null"
        columns.setdefault(table, []).append(Column(name, data_type.lower(), _one_line(comment or ""), rule))
    comments = dict(
        connection.execute(
            "select table_name, comment from duckdb_tables() "
            "where database_name = current_database() and schema_name = ?",
            [schema],
        ).fetchall()
    )
    tables = [Table(name, _one_line(comments.get(name) or ""), tuple(found)) for name, found in columns.items()]
    return sorted(tables, key=lambda table: (_group(table.name), table.name))


def render(dbt_dir: Path) -> str:
    """The whole dictionary as Markdown, from the dbt project."""
    return _markdown(read_tables(dbt_dir))


def render_dictionary(connection: duckdb.DuckDBPyConnection) -> str:
    """The whole dictionary as Markdown, from a published file."""
    return _markdown(read_published_tables(connection))


def _markdown(tables: list[Table]) -> str:
    lines = [HEADER, "| Table | One row is |", "| --- | --- |"]
    lines += [f"| [{table.name}](#{table.name}) | {_cell(_grain(table.description))} |" for table in tables]
    for table in tables:
        lines += ["", f"## {table.name}", "", table.description, ""]
        lines += ["| Column | Type | Rule | Meaning |", "| --- | --- | --- | --- |"]
        for column in table.columns:
            lines.append(f"| `{column.name}` | {column.data_type} | {column.rule} | {_cell(column.description)} |")
    return "\n".join(lines) + "\n"


def write(dbt_dir: Path, path: Path) -> bool:
    """Write the dictionary where it differs from what lies there; True where it was written."""
    text = render(dbt_dir)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def _column(entry: dict[str, Any], blocks: dict[str, str], keys: set[str]) -> Column:
    kinds = {constraint["type"] for constraint in entry.get("constraints") or []}
    is_key = "primary_key" in kinds or entry["name"] in keys
    rule = "key" if is_key else "never null" if "not_null" in kinds else ""
    return Column(entry["name"], entry["data_type"], _resolve(entry["description"], blocks), rule)


def _resolve(text: str, blocks: dict[str, str]) -> str:
    return _one_line(DOC_CALL.sub(lambda call: blocks[call.group(1)], text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _grain(description: str) -> str:
    """What one row is: the opening of the description, up to the first full stop or colon that ends a phrase."""
    return re.split(r"(?<=[a-z)])[.:](?:\s|$)", description, maxsplit=1)[0].removeprefix("One row per ")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _group(name: str) -> int:
    return {"dim": 0, "fct": 1, "mart": 2}.get(name.split("_")[0], 3)


def main() -> None:
    """Write docs/data-dictionary.md beside this project's dbt folder."""
    root = Path(__file__).resolve().parents[2]
    path = root / "docs" / "data-dictionary.md"
    print(f"{path}: {'written' if write(root / 'dbt', path) else 'up to date'}")


if __name__ == "__main__":
    main()
