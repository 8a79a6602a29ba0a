"""``planledger supervise``: the list, and events that are entered or refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from pipelines.cli import main
from pipelines.landing.origin import scan
from pipelines.landing.supervision import read_supervision
from pipelines.runs import supervise
from pipelines.settings import Settings

RED, WORSE, GONE = "aaaaaa11" * 4, "aaaaaa22" * 4, "bbbbbb33" * 4
NOW = "2025-11-28 09:30"


@pytest.fixture
def home(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """Three warnings as published: one open, one extended, one that has gone."""
    settings.published_dir.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(settings.published_link)) as connection:
        connection.execute(f"""
            create schema marts;
            create table marts.dim_region as select '331126' as region_code, '庆元县' as region_name,
                '浙江省丽水市庆元县' as path_name;
            create table marts.fct_supervision_events (event_id varchar);
            create table marts.mart_warnings as select * from (values
                ('{RED}', 'red', '331126', '常住人口城镇化率', ['县发改局', '县住建局'],
                    date '2025-11-03', true, true, 'raised', date '2025-11-17'),
                ('{WORSE}', 'worse', '331126', '研发投入强度', [], date '2025-11-03', true, true, 'extended',
                    date '2025-11-10'),
                ('{GONE}', 'not_reported', '331126', '出口总额', [], date '2025-09-30', false, false, 'raised',
                    date '2025-10-14')
            ) as t (warning_id, warning_kind, region_code, indicator_name, department_names, raised_on, is_standing,
                is_open, state, due_date)
        """)
    monkeypatch.setenv("PLANLEDGER_HOME", str(settings.home))
    monkeypatch.setenv("PLANLEDGER_RAW", str(settings.raw_dir))
    monkeypatch.setattr(supervise, "now_in_china", lambda: supervise.datetime.fromisoformat(NOW))
    yield settings


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["supervise", *arguments])


def do(action: str, warning: str, *more: str, on: str = "2025-11-28") -> Result:
    return run(action, warning, "--who", "张三", "--reason", "已核实", "--on", on, *more)


def events(settings: Settings) -> list[tuple[str, str]]:
    data = (settings.raw_dir / supervise.FILE).read_bytes()
    rows, findings = read_supervision(data, "0" * 16, "x")
    assert findings == []
    return [(row["warning_id"][:8], row["event_kind"]) for row in rows]


def test_the_list_has_what_is_open_with_those_due_first(home: Settings) -> None:
    lines = run().output.splitlines()
    assert [line.split()[0] for line in lines[2:4]] == ["aaaaaa22", "aaaaaa11"]
    assert lines[3].split() == [
        "aaaaaa11", "红灯", "浙江省丽水市庆元县", "常住人口城镇化率", "县发改局、县住建局", "2025-11-03", "25",
        "已预警", "2025-11-17",
    ]  # fmt: skip
    everything = run("--all", "--format", "json").output
    assert {row["编号"]: row["状态"] for row in json.loads(everything)} == {
        WORSE: "已延期",
        RED: "已预警",
        GONE: "已消除",
    }
    assert "没有待督办" in run("--region", "龙游县").output
    assert len(json.loads(run("--kind", "red", "--format", "json").output)) == 1


def test_a_life_is_written_event_by_event(home: Settings) -> None:
    assert run("answer", "aaaaaa11", "--who", "张三", "--reason", "整改答复：已开工").exit_code == 0
    first = (home.raw_dir / supervise.FILE).read_text(encoding="utf-8")
    assert f"date: {NOW}" in first
    for result in (
        do("extend", "AAAAAA11", "--until", "2025-11-30"),
        do("close", RED, "--submission", "17ad0b2908587af0"),
    ):
        assert result.exit_code == 0, result.output
    assert (home.raw_dir / supervise.FILE).read_text(encoding="utf-8").startswith(first)
    assert [kind for _, kind in events(home)] == ["answered", "extended", "closed"]
    refused = do("answer", "aaaaaa11")
    assert refused.exit_code == 1
    assert "已于 2025-11-28 销号" in refused.output
    assert "supervise reopen" in refused.output
    assert do("reopen", "aaaaaa11").exit_code == 0
    assert do("answer", "aaaaaa11", "--submission", "17ad0b2908587af0").exit_code == 0
    assert "另有 5 条登记" in run().output
    [raw] = scan(home.raw_dir)
    assert (raw.kind, raw.findings) == ("supervision", ())
    assert raw.origin is not None
    assert raw.origin.received_date == date(2025, 11, 28)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("answer", "aaaaa"), "太短"),
        (("answer", "aaaaaa"), "不止一条"),
        (("answer", "cccccc"), "没有编号为"),
        (("reopen", "aaaaaa11"), "没有销号"),
        (("extend", "aaaaaa11", "--until", "2025-11-01"), "早于"),
        (("extend", "aaaaaa11", "--until", "月底"), "until 应写成"),
        (("answer", "aaaaaa11", "--submission", "x"), "报送的编号"),
        (("answer", "aaaaaa11", "--on", "2025-11-29"), "还没有到"),
        (("answer", "aaaaaa11", "--on", "2025-11-02"), "早于这条预警"),
        (("answer", "aaaaaa11", "--on", "昨天"), "date 应写成"),
        (("answer", "aaaaaa11", "--reason", " "), "缺少 reason"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    home: Settings, arguments: tuple[str, ...], message: str
) -> None:
    result = do(*arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert not (home.raw_dir / supervise.FILE).exists()


def test_an_event_of_an_earlier_day_must_leave_the_later_ones_standing(home: Settings) -> None:
    assert do("close", "aaaaaa11", on="2025-11-20").exit_code == 0
    assert do("answer", "aaaaaa11", on="2025-11-10").exit_code == 0
    assert do("answer", "aaaaaa11", on="2025-11-21").exit_code == 1
    assert do("reopen", "aaaaaa11", on="2025-11-26").exit_code == 0
    assert do("extend", "aaaaaa11", "--until", "2025-12-31", on="2025-11-27").exit_code == 0
    conflict = do("close", "aaaaaa11", on="2025-11-19")
    assert "2025-11-20 已登记的一条（销号）先后矛盾" in conflict.output
    assert do("answer", "aaaaaa11", on="2025-11-10").output.endswith("同样的一条已经登记过\n")
    assert len(events(home)) == 4


def test_a_broken_file_is_left_alone(home: Settings) -> None:
    path: Path = home.raw_dir / supervise.FILE
    path.parent.mkdir(parents=True)
    path.write_text("- a: [\n", encoding="utf-8")
    assert "请先改正" in do("answer", "aaaaaa11").output
    assert path.read_text(encoding="utf-8") == "- a: [\n"


def test_without_warnings_it_says_what_to_run(home: Settings) -> None:
    with duckdb.connect(str(home.published_link)) as connection:
        connection.execute("drop table marts.mart_warnings")
    for result in (run(), do("answer", "aaaaaa11")):
        assert result.exit_code == 1
        assert "make run" in result.output
    home.published_link.unlink()
    assert "还没有已发布" in run().output
