"""The pages of managers on the fixture: figures, owners and sentences, and files that explain themselves."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboards import exports, text_en, text_zh
from dashboards import text as words
from tests.dashboard import fixture_warehouse as fixture
from tests.dashboard.test_pages import PAGES, component, open_page, row_of, spoken


def test_what_is_behind_stands_first_with_its_gap_owner_and_sentence(home: Path) -> None:
    app = open_page("overview")
    (row,) = component(app, "behind")["rows"]
    assert (row["indicator"]["t"], row["target"]["t"], row["now"]["t"]) == ("常住人口城镇化率", "≥ 66%", "64.8%")
    assert row["status"]["sub"] == "◆ 黄灯 · 完成度 98.2%"
    assert row["open"]["parts"][0]["href"].startswith(f"text?statement={fixture.JIANDE}")
    assert "没有灯色转差的目标" in spoken(app)


def test_a_warning_tells_its_owner_age_and_what_was_done(home: Path) -> None:
    app = open_page("supervision")
    (row,) = component(app, "warnings")["rows"]
    assert row["kind"]["t"] == "红灯"
    assert row["owner"]["t"] == "县发改局"
    assert (row["age"]["t"], row["age"]["sub"]) == ("10 天", "2026-11-10 起")
    assert (row["due"]["t"], row["due"]["sub"]) == ("2026-11-17", "已超时限")
    assert (row["state"]["t"], row["state"]["sub"]) == ("已答复", "2026-11-12 张三：<b>已开工</b>，月底前补齐")
    assert len(component(open_page("supervision", closed="1"), "warnings")["rows"]) == 2
    assert len(component(open_page("supervision", unit="县发改局"), "warnings")["rows"]) == 1
    assert "没有预警" in spoken(open_page("supervision", kind="worse"))


def test_ages_and_terms_of_a_past_view_count_to_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with duckdb.connect(str(fixture.build(tmp_path).resolve())) as connection:
        connection.execute("UPDATE meta.publication SET as_of = DATE '2026-11-15'")
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    (row,) = component(open_page("supervision"), "warnings")["rows"]
    assert row["age"]["t"] == "5 天"
    assert "sub" not in row["due"], "not overdue on that day"


def test_regions_are_ranked_and_a_missing_figure_has_no_rank(home: Path) -> None:
    app = open_page("ranking")
    scores = [(row["rank"]["t"], row["region"]["t"], row["score"]["t"]) for row in component(app, "scores")["rows"]]
    assert scores == [("1", "建德市", "100 分"), ("2", "庆元县", "0 分")]
    values = [(row["rank"]["t"], row["region"]["t"], row["value"]["t"]) for row in component(app, "one")["rows"]]
    assert values == [("1", "建德市", "72.2%"), ("2", "庆元县", "62.4%"), ("—", "浙江省", "缺")]
    change = row_of(app, "one", "region", "建德市")["change"]["t"]
    assert change == "↑ 1 位"


def test_a_department_sees_what_it_owes_sent_and_wrote(home: Path) -> None:
    app = open_page("department", region="331126", department="县发改局")
    assert not app.warning
    (row,) = component(app, "department_words")["rows"]
    assert (row["problem"]["t"], row["next"]["t"]) == ("<i>征地未完</i>", "月底前交地")


def test_the_verdict_shows_what_is_needed_by_now(home: Path) -> None:
    app = open_page("indicator", indicator="urbanisation_rate")
    row = next(row for row in component(app, "verdicts")["rows"] if row["region"]["t"] == "庆元县")
    assert (row["target"]["t"], row["status"]["t"]) == ("69%", "◷ 未到期")


def test_a_conflict_stands_beside_its_sentence(home: Path) -> None:
    app = open_page("text", statement=f"{fixture.QINGYUAN}-q0001")
    assert "前后两处对不上" in spoken(app)
    (row,) = component(app, "conflicts")["rows"]
    assert row["a"]["href"] == f"text?statement={fixture.QINGYUAN}-q0001"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_in_english(home: Path, page: str) -> None:
    app = open_page(page, lang="en")
    assert not app.error
    assert app.title[0].value == text_en.PAGES[page]
    assert app.query_params["lang"] == "en"


def test_the_language_stays_when_the_page_changes(home: Path) -> None:
    app = open_page("overview", lang="en")
    app.switch_page("views/ranking.py").run()
    assert app.title[0].value == text_en.PAGE_RANKING
    row = component(app, "scores")["rows"][0]
    assert "lang=en" in row["region"]["href"]


def test_the_other_language_is_one_click_away(home: Path) -> None:
    app = open_page("overview")
    app.button(key="other_language").click().run()
    assert app.title[0].value == text_en.PAGE_OVERVIEW
    app.button(key="other_language").click().run()
    assert app.title[0].value == text_zh.PAGE_OVERVIEW
    assert "lang" not in app.query_params


@pytest.mark.parametrize("dataset", text_zh.DATASETS)
def test_every_table_can_be_downloaded(home: Path, dataset: str) -> None:
    app = open_page("downloads", dataset=dataset)
    assert not app.error
    shown = component(app, "preview")
    assert shown["rows"], "the fixture has rows of each"
    assert {column["key"] for column in shown["columns"]} <= text_zh.EXPORT_FIELDS.keys()


@pytest.fixture
def rows() -> list[dict[str, object]]:
    return [
        {"region_code": "331126", "value": 69.5, "unit_name": "%", "quote": "=1+1", "raised_on": date(2026, 1, 2)},
        {"region_code": "330182", "value": None, "unit_name": "%", "quote": "达到69%", "raised_on": None},
    ]


def test_a_workbook_keeps_numbers_and_never_runs_a_sentence(rows: list[dict[str, object]]) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(exports.to_xlsx(rows, "说明")))
    data, fields = book.worksheets
    assert [cell.value for cell in data[1]] == ["地区代码", "数值", "单位", "原句", "预警日期"]
    assert data["B2"].value == 69.5
    assert (data["D2"].value, data["D2"].data_type) == ("=1+1", "s")
    assert data["B3"].value is None
    assert fields["A1"].value == "说明"
    assert [cell.value for cell in fields[4]] == ["value", *text_zh.EXPORT_FIELDS["value"]]


def test_csv_has_its_fields_beside_it_and_defuses_formulas(rows: list[dict[str, object]]) -> None:
    with zipfile.ZipFile(io.BytesIO(exports.to_csv(rows, "说明"))) as archive:
        data = archive.read("data.csv").decode("utf-8-sig").splitlines()
        fields = archive.read("fields.csv").decode("utf-8-sig")
    assert data[1] == "331126,69.5,%,'=1+1,2026-01-02"
    assert data[2] == "330182,,%,达到69%,"
    assert text_zh.EXPORT_FIELDS["value"][1] in fields


def test_parquet_says_of_each_field_what_it_is(rows: list[dict[str, object]]) -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(io.BytesIO(exports.to_parquet(rows, "说明")))
    assert table.column("value").to_pylist() == [69.5, None]
    assert table.schema.field("value").metadata[b"description"].decode() == text_zh.EXPORT_FIELDS["value"][1]
    assert table.schema.metadata[b"about"].decode() == "说明"


def test_too_many_rows_for_a_workbook_are_told(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(exports, "XLSX_ROWS", 1)
    app = open_page("downloads")
    assert "CSV" in app.warning[0].value
    assert not [button for button in app.button if button.label == words.PREPARE]


def test_a_file_is_made_on_request(home: Path) -> None:
    app: AppTest = open_page("downloads", dataset="actuals", format="parquet", region="331126")
    next(button for button in app.button if button.label == words.PREPARE).click().run()
    assert not app.exception
    assert "planledger-actuals-331126.parquet" in app.get("download_button")[0].proto.label
