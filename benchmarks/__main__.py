"""``python -m benchmarks``: throughput and memory of landing and reading, and the seconds of the stages of a run.

Works in a temporary folder on copies of the inputs; nothing in ``raw/`` or ``var/`` is touched. Each measurement runs
in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pipelines.settings import PROJECT_DIR

READING = """
import json, resource, sys, time
from pathlib import Path
started = time.perf_counter()
from pipelines.landing.land import land_plans
from pipelines.landing.manifest import write_manifest
from pipelines.landing.origin import scan
from pipelines.settings import Settings
settings = Settings.load()
imported = time.perf_counter()
inputs = scan(settings.raw_dir)
plans = [raw for raw in inputs if raw.kind == "plan"]
landed = land_plans(settings, plans)
first = time.perf_counter()
land_plans(settings, plans)
write_manifest(settings, inputs)
second = time.perf_counter()
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "imports": imported - started,
    "first": first - imported,
    "second": second - first,
    "reading": sum(one.seconds for one in landed),
    "statements": sum(one.row_count or 0 for one in landed),
    "peak_mb": peak / 1024,
}))
"""


def measure_reading(folder: Path, copies: int) -> dict[str, Any]:
    """Land every plan text ``copies`` times, each copy made different by a last line."""
    raw = folder / f"raw{copies}"
    (raw / "plans").mkdir(parents=True)
    (raw / "statistics").mkdir()
    for name in ("gbt2260_china_2024.txt", "gbt2260_china_2024.txt.origin.json"):
        (raw / "statistics" / name).write_bytes((PROJECT_DIR / "raw" / "statistics" / name).read_bytes())
    byte_count = char_count = 0
    origin = json.dumps({"input_kind": "plan", "source": "benchmark", "received_date": "2026-01-01"})
    for path in sorted((PROJECT_DIR / "raw" / "plans").glob("*.txt")):
        text = path.read_bytes().decode()
        for copy in range(copies):
            name = f"{path.stem}-{copy}.txt"
            data = f"{text}\n第{copy}份\n".encode()
            (raw / "plans" / name).write_bytes(data)
            (raw / "plans" / f"{name}.origin.json").write_text(origin, encoding="utf-8")
            byte_count += len(data)
            char_count += len(text)
    environment = {**os.environ, "PLANLEDGER_RAW": str(raw), "PLANLEDGER_HOME": str(folder / f"home{copies}")}
    done = subprocess.run(
        [sys.executable, "-c", READING], env=environment, cwd=PROJECT_DIR, capture_output=True, text=True, check=True
    )
    return {**json.loads(done.stdout), "bytes": byte_count, "chars": char_count, "texts": copies * 5}


def measure_run(folder: Path, *arguments: str) -> dict[str, Any]:
    """One ``planledger run`` in a process of its own."""
    environment = {**os.environ, "PLANLEDGER_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "pipelines.cli", "run", "--timings", *arguments]
    before = os.times()
    done = subprocess.run(command, env=environment, cwd=PROJECT_DIR, capture_output=True, text=True, check=True)
    after = os.times()
    steps = re.findall(r"^ +([\d.]+) 秒  (\S+)$", done.stdout, re.MULTILINE)
    memory = re.search(r"内存峰值约 (\d+) MB", done.stdout)
    return {
        "seconds": after.elapsed - before.elapsed,
        "cpu": after.children_user + after.children_system - before.children_user - before.children_system,
        "steps": {name: float(seconds) for seconds, name in steps},
        "peak_mb": int(memory[1]) if memory else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=40, help="copies of each plan text for the throughput (40)")
    parser.add_argument("--no-runs", action="store_true", help="only landing and reading")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="planledger-bench-") as name:
        folder = Path(name)
        for copies in (1, options.copies):
            one = measure_reading(folder, copies)
            print(
                f"reading {one['texts']} texts ({one['bytes'] / 1e6:.1f} MB, {one['chars'] / 1e6:.2f} M characters): "
                f"{one['first']:.2f} s, {one['chars'] / one['first'] / 1e6:.2f} M characters/s, "
                f"{one['statements']} statements; again, unchanged: {one['second']:.2f} s; "
                f"imports {one['imports']:.2f} s; peak memory of a process {one['peak_mb']:.0f} MB"
            )
        if options.no_runs:
            return
        for label, arguments in (("first run", ()), ("unchanged", ()), ("forced", ("--force",))):
            run = measure_run(folder, *arguments)
            memory = (
                f", peak memory about {run['peak_mb']} MB (main process and largest child)" if run["peak_mb"] else ""
            )
            print(f"{label}: {run['seconds']:.2f} s ({run['cpu']:.1f} s of CPU){memory}")
            for step, seconds in run["steps"].items():
                print(f"  {seconds:6.2f} s  {step}")
            if run["steps"]:
                print(f"  {run['seconds'] - sum(run['steps'].values()):6.2f} s  imports, definitions, summary")


if __name__ == "__main__":
    main()
