"""The day of a past view: which can be asked for, and where what is built of it lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.as_of import UnclearDay, parse_day
from pipelines.cli import main
from pipelines.settings import AS_OF, Settings

NOW = datetime(2024, 3, 31, 16, 30, tzinfo=UTC)  # half past midnight on the first of April in China


def test_today_in_china_can_be_asked_for_and_tomorrow_cannot() -> None:
    assert parse_day(" 2024-04-01 ", NOW) == date(2024, 4, 1)
    with pytest.raises(UnclearDay, match="2024-04-02 还没有到"):
        parse_day("2024-04-02", NOW)


@pytest.mark.parametrize("text", ["2024-02-30", "2024-3-1", "20240331", "2024-W13-7", "昨天", "", "２０２４-03-31"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(UnclearDay, match="日期应写成 2024-03-31"):
        parse_day(text, NOW)


@pytest.mark.parametrize("arguments", [["run"], ["sql", "select 1"], ["dashboard"]])
@pytest.mark.parametrize("day", ["2024-02-30", "2999-01-01"])
def test_commands_refuse_it_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], day: str
) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    told = CliRunner().invoke(main, [*arguments, "--as-of", day])
    assert told.exit_code == 1
    assert told.output.startswith("错误：")
    assert len(told.output.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_view_that_was_not_built_is_told_with_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    monkeypatch.setenv(AS_OF, "")
    for arguments in (["sql", "select 1"], ["dashboard"]):
        told = CliRunner().invoke(main, [*arguments, "--as-of", "2024-03-31"])
        assert told.exit_code == 1
        assert "planledger run --as-of 2024-03-31" in told.output


def test_a_past_view_shares_what_was_landed_and_nothing_that_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    monkeypatch.setenv(AS_OF, "")
    present = Settings.load()
    past = replace(present, as_of=date(2024, 3, 31))
    for name in ("warehouse_file", "published_link", "quality_dir", "dbt_target", "dbt_logs", "last_run_file"):
        assert getattr(past, name).is_relative_to(tmp_path / "as-of" / "2024-03-31"), name
        assert not getattr(present, name).is_relative_to(tmp_path / "as-of"), name
    for name in ("objects_dir", "landed_plans", "landed_submissions", "inputs_file", "receipts_dir", "lock_file"):
        assert getattr(past, name) == getattr(present, name), name
    monkeypatch.setenv(AS_OF, past.environment()[AS_OF])
    assert Settings.load() == past  # so a step of the run finds the view again
    assert present.environment()[AS_OF] == ""
