"""``planledger template``: one form or every one, and what is said when it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from form_examples import codes

from pipelines.cli import main
from pipelines.submissions.forms.read import read_form

MONTH = ("--month", "2026-10")


@pytest.fixture(autouse=True)
def installation(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(home))


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["template", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_one_form_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "new" / "表.xlsx"
    result = call("--department", "县教育局", *MONTH, "-o", str(file))
    assert result.exit_code == 0, result.output
    assert "共 3 项" in result.output
    filled = read_form(file.read_bytes(), file.name)
    assert (filled.head.department, len(filled.rows), codes(filled)) == ("县教育局", 3, [])


def test_a_folder_takes_a_form_under_its_usual_name(tmp_path: Path) -> None:
    assert call("--department", "水利局", "--region", "庆元", *MONTH, "-o", str(tmp_path)).exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["庆元县_水利局_2026-10.xlsx"]


def test_all_writes_one_file_for_each_department(tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    result = call("--all", *MONTH, "-o", str(folder))
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in folder.iterdir()) == [
        "庆元县_县发改局_2026-10.xlsx",
        "庆元县_县教育局_2026-10.xlsx",
        "庆元县_水利局_2026-10.xlsx",
        "建德市_水利局_2026-10.xlsx",
    ]


def test_all_of_one_region(tmp_path: Path) -> None:
    assert call("--all", "--region", "建德市", *MONTH, "-o", str(tmp_path)).exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["建德市_水利局_2026-10.xlsx"]


@pytest.mark.parametrize(("arguments", "said"), [
    (("--department", "水利局", *MONTH), "--region"),
    (("--department", "某局", *MONTH), "没有写到"),
    (("--department", "县只有旧目标局", *MONTH), "没有要求"),
    (("--department", "水利局", "--region", "火星", *MONTH), "可选的地区"),
    (("--department", "县教育局", "--month", "2026-13"), "2026-10"),
    (MONTH, "--all"),
    (("--all", "--department", "县教育局", *MONTH), "--all"),
])  # fmt: skip
def test_what_goes_wrong_is_said_with_a_remedy(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    result = call(*arguments, "-o", str(tmp_path / "x.xlsx"))
    assert result.exit_code == 1
    assert result.output.startswith("错误：")
    assert said in result.output
    assert not list(tmp_path.iterdir())


def test_a_file_where_a_folder_is_wanted_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    result = call("--all", *MONTH, "-o", str(tmp_path / "x"))
    assert result.exit_code == 1
    assert "写不了" in result.output


def test_without_a_warehouse_it_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    result = call("--department", "县教育局", *MONTH, "-o", str(tmp_path / "x.xlsx"))
    assert result.exit_code == 1
    assert "make run" in result.output
