"""Tables of departments and the models of the warehouse make names alike in the same way."""

from __future__ import annotations

import re

import duckdb
import pytest
import yaml

from pipelines.settings import PROJECT_DIR
from pipelines.submissions.indicators import indicator_key
from pipelines.submissions.seeds import seed


def in_sql(names: list[str]) -> list[str]:
    """The keys as the macro ``indicator_key`` makes them, from its own text and the project's list of rewrites."""
    macro = (PROJECT_DIR / "dbt" / "macros" / "names.sql").read_text(encoding="utf-8")
    match = re.search(r'set key = "(upper\(.*?)" ~ name ~ "(.*)" -%}', macro)
    assert match, "the macro is written another way: compare the two by hand and mend this test"
    key = (match[1] + "name" + match[2]).replace('\\"', '"').replace("\\\\", "\\")
    project = yaml.safe_load((PROJECT_DIR / "dbt" / "dbt_project.yml").read_text(encoding="utf-8"))
    for pattern, replacement in project["vars"]["name_rewrites"]:
        key = f"regexp_replace({key}, '{pattern}', '{replacement}', 'g')"
    rows = duckdb.execute(f"select {key} from (select unnest(?) as name)", [names]).fetchall()
    return [row[0] for row in rows]


@pytest.mark.parametrize("table, column", [("indicators", "indicator_name"), ("indicator_aliases", "alias")])
def test_every_name_of_the_catalogue_has_one_key(table: str, column: str) -> None:
    names = [row[column] for row in seed(table)]
    assert [indicator_key(name) for name in names] == in_sql(names)


def test_names_as_people_write_them_have_one_key() -> None:
    names = [
        "全县规上工业增加值（亿元）",
        "R＆D 经费支出占地区生产总值的比重",
        "PM _{2.5}浓度",
        "“千吨万人”水源地数量",
        "森林覆盖率(%)",
    ]
    assert [indicator_key(name) for name in names] == in_sql(names)
    assert indicator_key(names[0]) == indicator_key("规模以上工业增加值")
