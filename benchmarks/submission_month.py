"""``python -m benchmarks.submission_month [--count 1000]``: a month of departments' workbooks, and one more afterwards.

Builds a home of its own from the plans of ``raw/`` and the labelled texts of ``tests/gold``, makes every department's
form, fills them by script (some departments report again until there are enough), and times ``planledger submit`` on
the folder, the run that follows, and both once more with one workbook added. Nothing in ``raw/`` or ``var/`` is
touched.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from pipelines.settings import PROJECT_DIR

MONTH = "2026-10"
SIGNED = {"填报人": "张三", "审核人": "李四", "单位负责人": "王五", "联系电话": "0570-1234567"}
HEADER_ROW = 3


def prepare(folder: Path) -> dict[str, str]:
    """A copy of the inputs with more plans; the environment of its commands."""
    raw = folder / "raw"
    for name in ("plans", "statistics", "corrections"):
        shutil.copytree(PROJECT_DIR / "raw" / name, raw / name)
    origin = json.dumps({"input_kind": "plan", "source": "benchmark", "received_date": "2026-01-01"})
    for path in sorted((PROJECT_DIR / "tests" / "gold" / "texts").glob("*.txt")):
        shutil.copy(path, raw / "plans" / path.name)
        (raw / "plans" / f"{path.name}.origin.json").write_text(origin, encoding="utf-8")
    return {**os.environ, "PLANLEDGER_RAW": str(raw), "PLANLEDGER_HOME": str(folder / "home")}


def planledger(environment: dict[str, str], *arguments: str) -> float:
    """Seconds that one command takes. Raises CalledProcessError."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "pipelines.cli", *arguments]
    subprocess.run(command, env=environment, cwd=PROJECT_DIR, check=True, capture_output=True)
    return time.perf_counter() - started


def fill(source: Path, target: Path, version: int) -> None:
    """Sign a form and give each row a value or a text, different in each version."""
    book = openpyxl.load_workbook(source)
    cover = book["封面"]
    for row in range(1, cover.max_row + 1):
        for column in range(1, cover.max_column):
            signed = SIGNED.get(str(cover.cell(row, column).value))
            if signed is not None:
                cover.cell(row, column + 1).value = signed
    for sheet in (book[name] for name in ("指标", "任务", "项目") if name in book.sheetnames):
        heads = {str(cell.value): cell.column for cell in sheet[HEADER_ROW] if cell.value}
        for row in range(HEADER_ROW + 1, sheet.max_row + 1):
            if "累计值" in heads:
                sheet.cell(row, heads["累计值"]).value = 40 + row % 17 + version
                sheet.cell(row, heads["数据状态"]).value = "初步"
            if "进展情况" in heads:
                sheet.cell(row, heads["进展情况"]).value = f"按计划推进，第{version}次报送。"
    book.save(target)


def fill_month(forms: list[Path], folder: Path, count: int) -> Iterator[Path]:
    for number in range(count + 1):
        version, index = divmod(number, len(forms))
        target = folder / ("more" if number == count else "month") / f"{version + 1}_{forms[index].name}"
        target.parent.mkdir(exist_ok=True)
        fill(forms[index], target, version + 1)
        yield target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        environment = prepare(folder)
        planledger(environment, "run")
        made = planledger(environment, "template", "--all", "--month", MONTH, "-o", str(folder / "forms"))
        forms = sorted((folder / "forms").glob("*.xlsx"))
        print(f"{len(forms)} forms made in {made:.1f} s")
        paths = list(fill_month(forms, folder, count))
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{count} workbooks filled, {size:.1f} MB")
        for label, source in (("a month", folder / "month"), ("one more", paths[-1])):
            seconds = planledger(environment, "submit", str(source), "--who", "benchmark")
            print(f"{label}: submit {seconds:.1f} s", end=", ", flush=True)
            print(f"run {planledger(environment, 'run'):.1f} s")
        seconds = planledger(environment, "submit", str(folder / "month"), "--who", "benchmark")
        print(f"the same month again (nothing changes): submit {seconds:.1f} s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process {peak:.0f} MB")


if __name__ == "__main__":
    main()
