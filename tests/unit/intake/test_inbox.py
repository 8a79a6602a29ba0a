"""The drop folder and its sensor: files are received, answered and moved aside, and a run is asked for."""

from __future__ import annotations

import os
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from filled import NOW, background, fill

from pipelines.assets import sensors
from pipelines.intake import commands
from pipelines.intake.background import Background
from pipelines.intake.commands import QUIET_SECONDS, empty_inbox
from pipelines.intake.receive import Told, understand
from pipelines.intake.record import IntakeRecord
from pipelines.intake.register import RECORD, Register
from pipelines.landing.store import sha256_of
from pipelines.settings import Settings

WRONG = {"常住人口城镇化率": {"累计值": "约六成六"}}


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation whose department is that of the example form, on a day after the form's month."""

    def on_the_day(data: bytes, name: str, told: Told, known: Background, now: datetime) -> IntakeRecord:
        return understand(data, name, told, known, NOW)

    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLANLEDGER_RAW", str(tmp_path / "raw"))
    monkeypatch.delenv("PLANLEDGER_INBOX", raising=False)
    monkeypatch.setattr(Background, "load", classmethod(lambda cls, home: background()))
    monkeypatch.setattr(commands, "understand", on_the_day)
    monkeypatch.setattr(sensors, "empty_inbox", partial(empty_inbox, quiet_seconds=-1.0))
    found = Settings.load()
    found.inbox_dir.mkdir(parents=True)
    return found


def look() -> dg.SensorResult:
    """One look of the sensor."""
    result = sensors.inbox(dg.build_sensor_context())
    assert isinstance(result, dg.SensorResult)
    return result


def lying(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.inbox_dir.iterdir() if path.is_file())


def done(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.inbox_dir.glob("done/*/*"))


def received(settings: Settings) -> list[IntakeRecord]:
    return [record for _, record in Register(settings.raw_dir).records()]


def test_a_file_is_received_answered_moved_aside_and_a_run_asked_for(settings: Settings) -> None:
    (settings.inbox_dir / "县发改局.xlsx").write_bytes(fill(WRONG))
    result = look()
    (record,) = received(settings)
    assert (record.verdict, record.received_by) == ("accepted_with_remarks", "收件夹")
    assert [request.run_key for request in result.run_requests or []] == [record.submission_id]
    assert lying(settings) == []
    number = record.submission_id
    assert done(settings) == [f"{number}_县发改局.xlsx", f"回执_{number}.html", f"回执_{number}.xlsx"]
    receipts = settings.receipts_dir / "2026-10"
    assert sorted(path.name for path in receipts.iterdir()) == [f"回执_{number}.html", f"回执_{number}.xlsx"]


def test_an_empty_folder_asks_for_nothing(settings: Settings) -> None:
    settings.inbox_dir.rmdir()
    result = look()
    assert not result.run_requests and result.skip_reason is not None
    assert settings.inbox_dir.is_dir()


def test_nothing_is_received_twice(settings: Settings) -> None:
    data = fill()
    (settings.inbox_dir / "a.xlsx").write_bytes(data)
    assert look().run_requests
    assert not look().run_requests
    (settings.inbox_dir / "b.xlsx").write_bytes(data)
    assert not look().run_requests
    assert len(received(settings)) == 1 and lying(settings) == []


def test_what_is_no_table_is_returned_and_the_next_file_goes_on(settings: Settings) -> None:
    for name, data in {"a.xlsx": b"PK\x03\x04broken", "b.xlsx": b"", "c.xlsx": fill(), "d.pdf": b"%PDF-1.7"}.items():
        (settings.inbox_dir / name).write_bytes(data)
    assert len(look().run_requests or []) == 1
    assert {record.file_name: record.verdict for record in received(settings)} == {
        "a.xlsx": "returned",
        "b.xlsx": "returned",
        "c.xlsx": "accepted",
        "d.pdf": "returned",
    }
    assert lying(settings) == []


def test_a_fault_of_our_own_costs_one_file_alone(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    on_the_day = commands.understand

    def failing(data: bytes, name: str, *rest: Any) -> IntakeRecord:
        if name == "a.xlsx":
            raise RuntimeError("a fault")
        return on_the_day(data, name, *rest)

    for name, data in {"a.xlsx": fill(WRONG), "b.xlsx": fill()}.items():
        (settings.inbox_dir / name).write_bytes(data)
    monkeypatch.setattr(commands, "understand", failing)
    answers = {answer.path.name: answer for answer in empty_inbox(settings, -1.0)}
    assert "程序出错（RuntimeError" in (answers["a.xlsx"].problem or "")
    assert answers["b.xlsx"].problem is None
    assert lying(settings) == ["a.xlsx"] and [record.file_name for record in received(settings)] == ["b.xlsx"]


def test_a_damaged_record_holds_up_its_own_file_alone(settings: Settings) -> None:
    data = fill(WRONG)
    number = sha256_of(data)[:16]
    folder = settings.raw_dir / "submissions" / "2026-10"
    folder.mkdir(parents=True)
    (folder / f"{number}{RECORD}").write_text("{", encoding="utf-8")
    (settings.inbox_dir / "a.xlsx").write_bytes(data)
    (settings.inbox_dir / "b.xlsx").write_bytes(fill())
    answers = {answer.path.name: answer for answer in empty_inbox(settings, -1.0)}
    assert "已损坏" in (answers["a.xlsx"].problem or "") and answers["b.xlsx"].received is not None
    assert lying(settings) == ["a.xlsx"]


def test_a_receipt_that_cannot_be_written_is_made_up_for_at_the_next_look(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    (settings.inbox_dir / "a.xlsx").write_bytes(fill())
    with monkeypatch.context() as patch:
        patch.setattr(commands, "write_receipt", full)
        assert look().run_requests
    assert lying(settings) == ["a.xlsx"] and len(received(settings)) == 1
    assert not look().run_requests
    assert lying(settings) == [] and len(list(settings.receipts_dir.glob("*/*.html"))) == 1


def test_a_file_that_may_still_be_written_is_left_alone_whatever_its_date(settings: Settings) -> None:
    for name, modified in {"old.xlsx": 1_000_000_000, "future.xlsx": 4_000_000_000}.items():
        (settings.inbox_dir / name).write_bytes(fill())
        os.utime(settings.inbox_dir / name, (modified, modified))
    assert empty_inbox(settings, QUIET_SECONDS) == []
    assert lying(settings) == ["future.xlsx", "old.xlsx"]
    assert len(empty_inbox(settings, -1.0)) == 2
    assert lying(settings) == []


def test_a_file_that_changed_while_it_was_read_is_taken_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day = commands.understand
    path = settings.inbox_dir / "a.xlsx"
    path.write_bytes(fill(WRONG))

    def meanwhile(data: bytes, name: str, *rest: Any) -> IntakeRecord:
        if name:  # the record of no file is made too
            path.write_bytes(fill())
        return on_the_day(data, name, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(commands, "understand", meanwhile)
        assert look().run_requests
    assert lying(settings) == ["a.xlsx"]
    assert look().run_requests
    assert sorted(record.verdict for record in received(settings)) == ["accepted", "accepted_with_remarks"]
    assert lying(settings) == []


def test_hidden_files_lock_files_and_folders_are_passed_over(settings: Settings) -> None:
    for name in (".a.xlsx.part", "~$a.xlsx"):
        (settings.inbox_dir / name).write_bytes(fill())
    (settings.inbox_dir / "folder").mkdir()
    (settings.inbox_dir / "folder" / "a.xlsx").write_bytes(fill())
    assert not look().run_requests
    assert received(settings) == []


def test_a_name_as_long_as_a_system_allows_is_received(settings: Settings) -> None:
    name = "报" * 83 + ".xlsx"
    (settings.inbox_dir / name).write_bytes(fill())
    assert look().run_requests
    assert [record.file_name for record in received(settings)] == [name]
    assert lying(settings) == []
