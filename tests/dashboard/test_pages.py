"""Each page run by Streamlit's own tester on the fixture: right figures, help for wrong links, no traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboards import text_zh
from tests.dashboard import fixture_warehouse as fixture

APP = str(Path(__file__).resolve().parents[2] / "dashboards" / "app.py")
PAGES = tuple(text_zh.PAGES)


def open_page(page: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.run()
    app.switch_page(f"views/{page}.py")
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception
    return app


def component(app: AppTest, key: str) -> dict:
    """What was handed to one of the dashboard's own components."""
    for element in app.get("bidi_component"):
        if f"-{key}" in element.proto.id or element.proto.id.endswith(key):
            return json.loads(element.proto.json or element.proto.mixed.json)
    raise AssertionError(f"{key} not on the page: {[e.proto.id for e in app.get('bidi_component')]}")


def row_of(app: AppTest, table: str, column: str, text: str) -> dict:
    found = [row for row in component(app, table)["rows"] if row[column]["t"] == text]
    assert found, (table, text)
    return found[0]


def spoken(app: AppTest) -> str:
    kinds = (app.warning, app.info, app.error, app.markdown, app.subheader, app.caption)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.mark.parametrize("page", PAGES)
def test_opens_and_says_which_version(home: Path, page: str) -> None:
    app = open_page(page)
    assert not app.error
    assert any("20261120" in caption.value and "run\\-2" in caption.value for caption in app.caption)


@pytest.mark.parametrize("page", PAGES)
def test_without_a_warehouse_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    app = open_page(page)
    assert "make run" in spoken(app)
    assert str(tmp_path) in spoken(app)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_warehouse_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    fixture.build(tmp_path, empty=True)
    app = open_page(page)
    assert not app.error
    if page != "quality":
        assert "make run" in spoken(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_damaged_warehouse_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    fixture.build(tmp_path).resolve().write_bytes(b"broken" * 4000)
    app = open_page(page)
    assert "make run" in spoken(app)
    assert app.error


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("overview", {"region": "999999"}),
        ("overview", {"plan": "<script>"}),
        ("overview", {"status": "done"}),
        ("overview", {"binding": "perhaps"}),
        ("indicator", {"indicator": "no_such"}),
        ("indicator", {"regions": "331126,000000"}),
        ("text", {"plan": "nothing"}),
        ("text", {"statement": "nothing-q0001"}),
        ("text", {"statement": "`'; drop table x; --"}),
        ("text", {"start": "-1", "end": "ten"}),
        ("text", {"start": "5", "end": "99999999"}),
        ("text", {"section": "12345678"}),
        ("text", {"kind": "rumour"}),
        ("quality", {"code": "nothing"}),
        ("quality", {"failed": "2"}),
    ],
)
def test_a_wrong_parameter_gets_help(home: Path, page: str, parameters: dict[str, str]) -> None:
    app = open_page(page, **parameters)
    assert len(app.warning) == 1
    assert "链接" in app.warning[0].value


def classes_of(app: AppTest) -> dict[str, dict[str, int]]:
    """The counts of the overview by class of indicators, the zeros left out."""
    rows = component(app, "classes")["rows"]
    return {
        row["class"]["t"]: {name: cell["s"] for name, cell in row.items() if name != "class" and cell["s"]}
        for row in rows
    }


def test_overview_counts_each_class_by_itself(home: Path) -> None:
    app = open_page("overview")
    counts = classes_of(app)
    assert counts["约束性"] == {"targets": 2, "known": 1, "not_due": 1, "no_target": 1}
    assert {name: sum(row.get(name, 0) for row in counts.values()) for name in ("targets", "known", "not_due")} == {
        "targets": 11,
        "known": 4,
        "not_due": 5,
    }
    assert len(component(app, "targets")["rows"]) == 11


def test_overview_row_carries_unit_period_source_and_sentence(home: Path) -> None:
    row = row_of(open_page("overview", plan=fixture.QINGYUAN), "targets", "indicator", "常住人口城镇化率")
    assert row["target"]["t"] == "69%"
    assert row["period"]["t"] == "到 2027 年末"
    assert (row["now"]["t"], row["year"]["t"], row["year"]["sub"]) == ("62.4%", "2022 年", "规划自述")
    assert row["status"]["t"] == "◷ 未到期"
    assert "约束性" in row["indicator"]["sub"]
    assert [part["href"] for part in row["open"]["parts"]] == [
        f"text?statement={fixture.QINGYUAN}-q0001",
        f"text?statement={fixture.QINGYUAN}-q0002",
    ]


def test_overview_verdict_has_its_light_in_words_and_says_what_may_change(home: Path) -> None:
    app = open_page("overview")
    behind = row_of(open_page("overview", region="330182"), "targets", "indicator", "常住人口城镇化率")
    assert (behind["status"]["t"], behind["status"]["sub"]) == ("✘ 欠进度", "◆ 黄灯 · 完成度 98.2%")
    done = row_of(app, "targets", "indicator", "城乡居民收入倍差")
    assert (done["status"]["t"], done["status"]["sub"]) == ("★ 已完成", "● 绿灯 · 暂，数据未最终核定")


def test_states_are_those_of_the_warehouse() -> None:
    """Names and meaning are kept in a seed; the page adds a sign and nothing else."""
    import csv

    from dashboards import text_zh as words

    seeds = Path(__file__).resolve().parents[2] / "dbt" / "seeds"
    with (seeds / "progress_states.csv").open(encoding="utf-8") as stream:
        states = {row["status"]: row for row in csv.DictReader(stream)}
    assert {code: label.split(" ", 1)[1] for code, label in words.STATUSES.items()} == {
        code: row["status_name"] for code, row in states.items()
    }
    assert {code: row["definition"] + "。" for code, row in states.items()} == words.STATUS_HELP
    with (seeds / "light_rules.csv").open(encoding="utf-8") as stream:
        lights = {row["light"]: row["light_name"] for row in csv.DictReader(stream)}
    assert {code: label.split(" ", 1)[1] for code, label in words.LIGHTS.items()} == lights


def test_overview_missing_says_missing_and_unresolved_keeps_its_words(home: Path) -> None:
    app = open_page("overview")
    missing = row_of(app, "targets", "indicator", "新增绿道")
    assert {missing[key]["t"] for key in ("now", "year", "source")} == {"缺"}
    unresolved = row_of(app, "targets", "indicator", "地区生产总值")
    assert unresolved["target"]["t"] == "翻一番"
    assert (unresolved["now"]["t"], unresolved["year"]["t"]) == ("79.96 亿元", "2020 年")


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({"region": "330182"}, 3),
        ({"plan": fixture.QINGYUAN}, 8),
        ({"status": "not_reported"}, 2),
        ({"binding": "1"}, 2),
        ({"region": "330182", "status": "behind"}, 1),
    ],
)
def test_overview_filters_stand_in_the_link(home: Path, parameters: dict[str, str], count: int) -> None:
    app = open_page("overview", **parameters)
    assert not app.warning
    assert len(component(app, "targets")["rows"]) == count


def test_a_changed_filter_is_written_to_the_link(home: Path) -> None:
    app = open_page("overview")
    app.selectbox(key="filter_region").set_value("331126").run()
    assert app.query_params["region"] == "331126"
    assert sum(row["targets"] for row in classes_of(app).values()) == 8
    app.selectbox(key="filter_region").set_value("all").run()
    assert "region" not in app.query_params


def test_indicator_shows_targets_and_actuals_with_sources(home: Path) -> None:
    app = open_page("indicator", indicator="urbanisation_rate")
    rows = component(app, "sources")["rows"]
    assert [(row["region"]["t"], row["year"]["t"], row["kind"]["t"], row["value"]["t"]) for row in rows] == [
        ("浙江省", "2020", "实际", "72.2%"),
        ("建德市", "2021", "实际", "61.2%"),
        ("建德市", "2027", "实际", "64.8%"),
        ("建德市", "2027", "目标", "≥ 66%"),
        ("庆元县", "2020", "实际", "60.7%"),
        ("庆元县", "2020", "实际", "60.1%"),
        ("庆元县", "2022", "实际", "62.4%"),
        ("庆元县", "2027", "目标", "69%"),
    ]
    assert "href" not in rows[5]["source"], "an address that is no web address must not become a link"
    assert rows[3]["place"]["href"] == f"text?statement={fixture.JIANDE}-q0001"
    charts = app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    assert len(charts) == 3
    specifications = " ".join(json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in charts)
    assert "≥ 66" in specifications
    assert "triangle-up" in specifications


def test_indicator_of_words_only_has_no_chart_and_says_so(home: Path) -> None:
    app = open_page("indicator", indicator=f"{fixture.QINGYUAN}-emissions")
    assert "没有可画的数值" in spoken(app)
    assert component(app, "sources")["rows"][0]["value"]["t"] == "完成上级下达任务"


def test_indicator_regions_can_be_none(home: Path) -> None:
    app = open_page("indicator", indicator="gdp", regions="-")
    assert "请至少选一个地区" in spoken(app)


def test_text_marks_the_chosen_sentence_and_leaves_the_text_whole(home: Path) -> None:
    app = open_page("text", statement=f"{fixture.JIANDE}-q0003")
    assert app.selectbox(key="filter_plan").value == fixture.JIANDE
    shown = component(app, "text_plan")
    lines = ["".join(run["x"] for run in line["r"]) for line in shown["lines"]]
    assert "\n".join(lines) == fixture.JIANDE_TEXT
    runs = [run for line in shown["lines"] for run in line["r"]]
    assert "".join(run["x"] for run in runs if run.get("q")) == "PM2.5平均浓度不高于25微克/立方米"
    assert [run["x"] for run in runs if run.get("v")] == ["25微克/立方米"]
    card = {row["name"]["t"]: row["value"]["t"] for row in component(app, "table_statement")["rows"]}
    assert card["读作"] == "≤ 25 微克/立方米"


def test_text_of_a_statement_that_is_not_of_the_linked_plan_follows_the_statement(home: Path) -> None:
    app = open_page("text", statement=f"{fixture.JIANDE}-q0001", plan=fixture.QINGYUAN)
    assert app.selectbox(key="filter_plan").value == fixture.JIANDE
    assert len(app.warning) == 1


def test_text_names_the_other_statements_of_one_value(home: Path) -> None:
    app = open_page("text", statement=f"{fixture.QINGYUAN}-q0006")
    assert component(app, "table_same")["rows"][0]["value"]["t"] == "无害化处理率"


def test_text_steps_from_statement_to_statement(home: Path) -> None:
    app = open_page("text", statement=f"{fixture.QINGYUAN}-q0001")
    steps = {button.label: button for button in app.button}
    assert steps[text_zh.PREVIOUS].disabled
    steps[text_zh.NEXT].click().run()
    assert app.query_params["statement"] == f"{fixture.QINGYUAN}-q0002"


def test_text_place_of_a_finding(home: Path) -> None:
    start = fixture.QINGYUAN_TEXT.index("粮食产量保持稳定")
    app = open_page("text", plan=fixture.QINGYUAN, start=str(start), end=str(start + 8))
    runs = [run for line in component(app, "text_plan")["lines"] for run in line["r"]]
    assert [run["x"] for run in runs if run.get("q")] == ["粮食产量保持稳定"]


def test_quality_lists_checks_findings_and_unlinked_indicators(home: Path) -> None:
    app = open_page("quality")
    assert "共 2 项，通过 1 项，未通过 1 项（其中严重 0 项）" in spoken(app)
    checks = component(app, "table_checks")["rows"]
    assert [row["result"]["t"] for row in checks] == ["✘ 未通过", "✔ 通过"], "the latest run alone, failed first"
    assert checks[0]["counts"]["t"] == "2 / 12"
    findings = component(app, "table_findings")["rows"]
    assert [row["severity"]["t"] for row in findings] == ["✘ 错误", "· 提示"]
    assert findings[0]["input"]["t"] == "statistics/published_figures.csv 第 7 行"
    assert findings[1]["open"]["href"].startswith(f"text?plan={fixture.QINGYUAN}&start=")
    assert len(component(app, "table_unlinked")["rows"]) == 6


def test_quality_accounts_for_every_number_and_links_the_unread(home: Path) -> None:
    app = open_page("quality")
    rows = component(app, "table_numbers")["rows"]
    assert [(row["total"]["t"], row["statement"]["t"], row["unread"]["t"]) for row in rows] == [
        ("16", "12", "1"),
        ("4", "3", "0"),
    ]
    assert rows[0]["others"]["t"] == "日期年份 3", "classes that a plan does not have are left out"
    assert rows[0]["statement"]["sub"] == "75.0%"
    unread = component(app, "table_unread_numbers")["rows"]
    start = fixture.QINGYUAN_TEXT.index("x^2") + 2
    assert unread[0]["around"]["t"].endswith("$x^【2】$ …")
    assert unread[0]["open"]["href"] == f"text?plan={fixture.QINGYUAN}&start={start}&end={start + 1}"


def test_quality_lists_what_to_review(home: Path) -> None:
    app = open_page("quality")
    assert "待复核 1 条；已采纳 0 条，已更正 1 条，已剔除 0 条" in spoken(app)
    row = component(app, "table_review")["rows"][0]
    assert (row["why"]["t"], row["confidence"]["t"]) == ("读法把握不大（0.6）", "0.6")
    assert row["open"]["href"] == f"text?statement={fixture.QINGYUAN}-q0004"


def test_an_amended_number_says_so_beside_what_the_text_says(home: Path) -> None:
    target = row_of(open_page("overview", plan=fixture.JIANDE), "targets", "indicator", "新增绿道")["target"]
    assert (target["t"], target["sub"]) == ("12 公里", "已更正（原文 120公里）")
    rows = component(open_page("indicator", indicator=f"{fixture.JIANDE}-greenway"), "sources")["rows"]
    assert rows[0]["value"]["sub"] == "已更正（原文 120公里）"
    card = component(open_page("text", statement=f"{fixture.JIANDE}-q0002"), "table_statement")["rows"]
    review = next(row["value"] for row in card if row["name"]["t"] == "复核")
    assert (review["t"], review["sub"]) == ("已更正：数值 120 → 12", "与县住建局核对（张三，2026-11-01）")
