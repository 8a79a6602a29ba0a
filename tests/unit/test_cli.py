"""The command line: what goes wrong is said in Chinese with a remedy, never with a trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import main
from pipelines.settings import PROJECT_DIR

PLAN = next((PROJECT_DIR / "raw" / "plans").glob("000_*.txt"))


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path / "home"))


def test_extract_writes_one_json_a_line(tmp_path: Path) -> None:
    output = tmp_path / "new" / "out.jsonl"
    result = call("extract", str(PLAN), "-o", str(output))
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert records
    text = PLAN.read_bytes().decode()
    for record in records:
        assert record["doc"] == "000"
        assert text[record["start"] : record["start"] + len(record["value_text"])] == record["value_text"]


def test_extract_reads_a_folder_and_goes_on_past_a_bad_file(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "001_空.txt").touch()
    (folder / "002_好.txt").write_text("某县2021年重点工作\n到2025年，常住人口城镇化率达到62%。\n", encoding="utf-8")
    output = tmp_path / "out.jsonl"
    result = call("extract", str(folder), "-o", str(output))
    assert result.exit_code == 1
    assert "001_空.txt" in result.output
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [(r["doc"], r["value_text"]) for r in records] == [("002", "62%")]


def test_outline_is_json() -> None:
    result = call("outline", str(PLAN))
    assert result.exit_code == 0
    assert json.loads(result.output)


@pytest.mark.parametrize("command", ["extract", "outline"])
def test_bad_files_are_named_with_a_remedy(tmp_path: Path, command: str) -> None:
    binary = tmp_path / "表.docx"
    binary.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 8)
    empty = tmp_path / "空.txt"
    empty.touch()
    for path in (tmp_path / "没有.txt", tmp_path, binary, empty):
        result = call(command, str(path))
        assert result.exit_code == 1, path
        assert "错误：" in result.output
        assert path.name in result.output


def test_sql_without_a_warehouse_says_what_to_run() -> None:
    result = call("sql", "SELECT 1")
    assert result.exit_code == 1
    assert "make run" in result.output


def test_sql_wants_one_query() -> None:
    assert "planledger sql" in call("sql").output


def test_origin_writes_a_template_and_keeps_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("规划", encoding="utf-8")
    assert call("origin", str(path), "--source", "县发改局邮件").exit_code == 0
    record = json.loads((tmp_path / "x.txt.origin.json").read_text(encoding="utf-8"))
    assert record["source"] == "县发改局邮件"
    assert call("origin", str(path), "--source", "别处").exit_code == 1


def test_run_without_inputs_says_where_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_RAW", str(tmp_path / "none"))
    result = call("run")
    assert result.exit_code == 1
    assert "raw/plans" in result.output
