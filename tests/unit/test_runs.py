"""What surrounds a run: fingerprint, lock, record, and the text of tables."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipelines.runs.fingerprint import CODE_SUFFIXES, DigestCache, fingerprint, raw_fingerprint
from pipelines.runs.lock import RunInProgress, run_lock
from pipelines.runs.record import is_current, read_record, write_record
from pipelines.runs.tables import show
from pipelines.settings import PROJECT_DIR, Settings


def test_the_fingerprint_follows_bytes_names_and_origins(settings: Settings, put: Callable[..., Path]) -> None:
    path = put("plans/000_a.txt", b"a")
    first = raw_fingerprint(settings)
    assert raw_fingerprint(settings) == first
    path.write_bytes(b"b")
    second = raw_fingerprint(settings)
    assert second != first
    path.rename(path.with_name("001_a.txt"))
    third = raw_fingerprint(settings)
    assert third != second
    origin = path.with_name("000_a.txt.origin.json")
    origin.write_text(origin.read_text().replace("测试", "别处").replace("2026", "2025"), encoding="utf-8")
    assert raw_fingerprint(settings) != third
    assert fingerprint(settings).startswith(raw_fingerprint(settings)[:32])


def test_the_fingerprint_sees_every_kind_of_file_of_the_program() -> None:
    """A changed word list is a changed program: a run must not take it for nothing to do."""
    package = PROJECT_DIR / "pipelines"
    files = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.suffix for path in files} <= CODE_SUFFIXES


def test_a_broken_digest_cache_is_no_failure(tmp_path: Path) -> None:
    cache_file, file = tmp_path / "cache.json", tmp_path / "f"
    cache_file.write_text("{broken")
    file.write_text("x")
    cache = DigestCache(cache_file)
    digest = cache.sha256(file)
    cache.save()
    assert DigestCache(cache_file).sha256(file) == digest


def test_one_run_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "lock"
    script = (
        "import sys; from pathlib import Path\nfrom pipelines.runs.lock import run_lock, RunInProgress\n"
        "try:\n    with run_lock(Path(sys.argv[1])): print('got')\nexcept RunInProgress as e: print('refused', e)"
    )

    def other() -> str:
        done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
        return done.stdout

    with run_lock(path):
        with run_lock(path):
            pass  # the same process may take it again
        assert other().startswith("refused")
    assert other() == "got\n"


def test_the_lock_says_who_holds_it(tmp_path: Path) -> None:
    error = RunInProgress("进程 12")
    assert "12" in str(error)


def test_a_record_is_current_only_while_the_link_points_at_its_file(settings: Settings) -> None:
    assert read_record(settings) is None
    settings.published_dir.mkdir(parents=True)
    published = settings.published_dir / "planledger-1.duckdb"
    published.touch()
    write_record(settings, "mark", published, {"inputs": []})
    record = read_record(settings)
    assert record is not None
    assert not is_current(settings, record, "mark")
    settings.published_link.symlink_to(published.name)
    assert is_current(settings, record, "mark")
    assert not is_current(settings, record, "other")
    published.unlink()
    assert not is_current(settings, record, "mark")
    settings.last_run_file.write_text("{")
    assert read_record(settings) is None


def test_tables_line_up_chinese_and_say_what_is_missing() -> None:
    text = show(["地区", "value"], [["庆元县", 1.5], ["浙江省", None]], "table", 10)
    assert text.splitlines() == ["地区    value", "------  -----", "庆元县    1.5", "浙江省     缺", "（2 行）"]
    assert "只显示前 1 行" in show(["a"], [[1], [2]], "table", 1)
    assert show([], [], "table", 5).endswith("（0 行）\n")


def test_csv_and_json_are_for_programs() -> None:
    rows = [["庆元县", None, ["甲", "乙"], date(2026, 1, 2)]]
    assert show(["a", "b", "c", "d"], rows, "csv", 1) == "a,b,c,d\n庆元县,,甲、乙,2026-01-02\n"
    assert json.loads(show(["a", "b", "c", "d"], rows, "json", 1)) == [
        {"a": "庆元县", "b": None, "c": ["甲", "乙"], "d": "2026-01-02"}
    ]


@pytest.mark.parametrize("module", ["dagster", "dbt", "great_expectations", "polars", "pandas", "duckdb", "streamlit"])
def test_the_command_line_starts_without_heavy_imports(module: str) -> None:
    script = (
        "import sys, pipelines.cli, pipelines.runs.execute, pipelines.runs.fingerprint, pipelines.warehouse.dbt, "
        f"pipelines.plans.version; sys.exit({module!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
