"""The main job from end to end. The tests of this module walk one installation through its days, in this order."""

from __future__ import annotations

import hashlib
import json
import re
import signal
import threading
import time
from pathlib import Path

import duckdb
import pytest

from .conftest import Installation

pytestmark = pytest.mark.slow


def change(path: Path, addition: str) -> None:
    """Another version of an input, and its origin with it."""
    data = path.read_bytes() + addition.encode()
    path.write_bytes(data)
    origin = path.with_name(path.name + ".origin.json")
    record = json.loads(origin.read_text(encoding="utf-8"))
    record["sha256"] = hashlib.sha256(data).hexdigest()
    origin.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def plan(installation: Installation, doc: str) -> Path:
    return next(path for path in (installation.raw / "plans").glob(f"{doc}_*.txt"))


def published_digest(installation: Installation) -> tuple[str, str]:
    target = installation.link.resolve()
    return target.name, hashlib.sha256(target.read_bytes()).hexdigest()


def test_two_runs_from_the_same_inputs_are_equal(first: Installation, second: Installation) -> None:
    ours, theirs = first.exports(), second.exports()
    assert ours.keys() == theirs.keys()
    assert {"dim_region", "fct_indicator_targets", "fct_indicator_actuals", "fct_plan_statements"} <= ours.keys()
    for table in ours:
        assert ours[table] == theirs[table], table
    assert all(ours[table] for table in ("dim_plan", "fct_indicator_targets", "fct_indicator_progress"))


def test_a_second_run_says_that_nothing_changed_and_ends_at_once(second: Installation) -> None:
    before = published_digest(second)
    started = time.perf_counter()
    done = second.call("run")
    seconds = time.perf_counter() - started
    assert done.returncode == 0
    assert "没有变化" in done.stdout
    assert "5 个" in done.stdout
    assert published_digest(second) == before
    assert seconds < 1.5


def test_one_changed_input_is_the_only_one_read_and_bad_ones_stop_no_other(second: Installation) -> None:
    change(plan(second, "000"), "\n到2027年，测试覆盖率达到99%。\n")
    (second.raw / "plans" / "900_没有来源.txt").write_text("到2027年，某率达到1%。", encoding="utf-8")
    figures = second.raw / "statistics" / "published_figures.csv"
    change(figures, "庆元县,测试指标,2023,约一百,个,unknown,测试,测试\n庆元县,无此指标,2023,5,个,unknown,测试,测试\n")
    done = second.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    read = [line for line in done.stderr.splitlines() if "已读" in line]
    assert len(read) == 1
    assert "000_" in read[0]
    assert "origin_missing" in done.stdout
    assert "csv_not_a_number" in done.stdout
    assert f"第 {len(figures.read_text(encoding='utf-8').splitlines()) - 1} 行" in done.stdout
    with duckdb.connect(str(second.link.resolve()), read_only=True) as connection:
        quotes = connection.execute("SELECT quote FROM marts.fct_indicator_targets WHERE quote LIKE '%测试覆盖率%'")
        assert quotes.fetchall()
        warned = connection.execute(
            "SELECT description_zh, sample FROM quality.check_results WHERE check_name = 'figures_are_catalogued'"
        ).fetchone()
    assert warned is not None
    assert "指标目录" in warned[0]
    assert [row["indicator_name"] for row in json.loads(warned[1])] == ["无此指标"]


MOMENTS = [
    ("准备工具", 1.0),
    ("读入 raw/", 0.0),
    ("建库", 0.3),
    ("建库", 2.5),
    ("发布", 0.0),
]


@pytest.mark.parametrize(("line", "seconds"), MOMENTS, ids=[f"{line}+{seconds}" for line, seconds in MOMENTS])
def test_a_killed_run_leaves_yesterdays_file(second: Installation, line: str, seconds: float) -> None:
    """Each run passes the moment at which the one before it was killed, so it heals what that one left."""
    before = published_digest(second)
    change(plan(second, "001"), f"\n到2027年，第{len(line) + seconds}项测试率达到50%。\n")
    process = second.start("run")
    assert process.stdout is not None
    seen = []
    for output in process.stdout:
        seen.append(output)
        if line in output:
            break
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    threading.Thread(target=process.stdout.read, daemon=True).start()  # a child may still hold the pipe
    assert process.wait(timeout=10) == -signal.SIGKILL, "".join(seen)
    assert published_digest(second) == before
    with duckdb.connect(str(second.link.resolve()), read_only=True) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM marts.fct_indicator_targets").fetchone() == (True,)


def test_the_run_after_the_killed_ones_is_clean(second: Installation) -> None:
    (second.home / "warehouse" / "planledger.duckdb").write_bytes(b"broken by a power cut" * 1000)
    before = published_digest(second)
    done = second.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert published_digest(second) != before
    assert not [path for path in second.home.rglob("*.tmp*") if "dagster" not in path.parts]
    with duckdb.connect(str(second.link.resolve()), read_only=True) as connection:
        quotes = connection.execute("SELECT count(*) FROM marts.fct_plan_statements WHERE quote LIKE '%项测试率%'")
        assert quotes.fetchone() == (len(MOMENTS),)


def test_a_failed_critical_check_publishes_nothing(second: Installation) -> None:
    before = published_digest(second)
    figures = second.raw / "statistics" / "published_figures.csv"
    kept = figures.read_bytes()
    header = kept.decode().splitlines()[0]
    figures.write_bytes(b"")
    change(figures, header + "\n")
    done = second.call("run")
    assert done.returncode == 1
    assert "已发布的数据没有变动" in done.stderr
    assert "published_figures__rows" in done.stderr
    assert "Traceback" not in done.stderr
    assert published_digest(second) == before
    figures.write_bytes(b"")
    change(figures, kept.decode())


def test_a_second_process_is_told_to_wait(second: Installation) -> None:
    process = second.start("run", "--force")
    assert process.stdout is not None
    for output in process.stdout:
        if "准备工具" in output:
            break
    done = second.call("run", "--force")
    process.kill()
    process.communicate()
    assert done.returncode == 1
    assert "另一次运行正在进行" in done.stderr


def test_a_decision_counts_from_the_next_run_on_and_a_broken_one_publishes_nothing(second: Installation) -> None:
    listed = second.call("review", "--plan", "000", "--limit", "1")
    assert listed.returncode == 0, listed.stderr
    assert "人均地区生产总值" in listed.stdout
    statement = re.findall(r"^1\. (\S+)", listed.stdout, re.MULTILINE)[0]
    decided = second.call("review", "amend", statement, "--unit", "万元", "--who", "张三", "--reason", "人均数")
    assert decided.returncode == 0, decided.stderr
    done = second.call("run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "更正 1" in done.stdout
    with duckdb.connect(str(second.link.resolve()), read_only=True) as connection:
        target = connection.execute(
            "SELECT target_value, correction_note FROM marts.fct_indicator_targets WHERE statement_id = ?", [statement]
        ).fetchone()
    assert target == (92000.0, "单位 亿元 → 万元")
    assert statement not in second.call("review").stdout

    before = published_digest(second)
    corrections = second.raw / "corrections" / "plan_statements.yml"
    kept = corrections.read_text(encoding="utf-8")
    corrections.write_text(kept.replace("who: 张三", "by: 张三"), encoding="utf-8")
    broken = second.call("run")
    assert broken.returncode == 1
    assert "更正条目有误" in broken.stderr
    assert "Traceback" not in broken.stderr
    assert published_digest(second) == before
    corrections.write_text(kept, encoding="utf-8")
