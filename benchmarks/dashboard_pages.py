"""``python -m benchmarks.dashboard_pages``: the server's work for each page, in milliseconds.

On the warehouse that is published in ``PLANLEDGER_HOME`` (``--demo``: in ``var/demo``), and with ``--rows 2000000`` on
a copy of it in which the facts are repeated for made-up counties until actuals, milestones, progress, targets and
warnings have so many rows together. Each page is opened at its address by Streamlit's own tester, which runs the same
script as the server and sends nothing to a browser; before every run what was read is forgotten, as after a publish. A
second figure has what is kept between two visits.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from pipelines.settings import PROJECT_DIR

FACTS = {
    "fct_indicator_actuals": ("actual_id",),
    "fct_indicator_milestones": ("milestone_id", "target_id"),
    "fct_indicator_progress": ("progress_id", "target_id", "series_id"),
    "fct_indicator_targets": ("target_id",),
    "mart_warnings": ("warning_id", "target_id", "series_id"),
}
OPENINGS = {
    "overview": {},
    "overview of a county": {"region": "331126"},
    "indicator": {"indicator": "urbanization_rate_resident"},
    "ranking": {},
    "supervision": {},
    "tasks": {},
    "department": {"region": "331126"},
    "submissions": {},
    "text": {},
    "quality": {},
    "downloads": {},
}


def enlarge(source: Path, home: Path, rows: int) -> int:
    """Publish under ``home`` a copy with so many rows of facts; the number of rows it has."""
    folder = home / "published"
    folder.mkdir(parents=True)
    file = folder / "planledger-20260101T000000Z-bench.duckdb"
    shutil.copyfile(source, file)
    (folder / "planledger.duckdb").symlink_to(file.name)
    with duckdb.connect(str(file)) as connection:
        present = {name: _count(connection, name) for name in FACTS}
        copies = max(0, round(rows / max(sum(present.values()), 1)) - 1)
        county = "cast(900000 + k as varchar)"
        for name in (*FACTS, "dim_region"):  # as they are, without the constraints
            connection.execute(f"create table marts.bench as select * from marts.{name}")
            connection.execute(f"drop table marts.{name}")
            connection.execute(f"alter table marts.bench rename to {name}")
        for name, keys in FACTS.items():
            replaced = ", ".join(f"{key} || '-' || k as {key}" for key in keys)
            connection.execute(
                f"insert into marts.{name} by name select facts.* replace ({replaced}, {county} as region_code) "
                f"from marts.{name} as facts, range({copies}) as copies(k)"
            )
        connection.execute(
            "insert into marts.dim_region by name "
            f"select {county} as region_code, '示例县' || k as region_name, 'county' as level, "
            f"'示例县' || k as path_name from range({copies}) as copies(k)"
        )
        return sum(_count(connection, name) for name in FACTS)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"select count(*) from marts.{table}").fetchone()
    return int(row[0]) if row else 0


def measure(runs: int) -> dict[str, tuple[float, float]]:
    """Median milliseconds of each page, after everything was forgotten and with what is kept."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    found = {}
    for name, parameters in OPENINGS.items():
        app = AppTest.from_file(str(PROJECT_DIR / "dashboards" / "app.py"), default_timeout=120)
        app.run()
        app.switch_page(f"views/{name.split()[0]}.py")
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, (name, app.exception)
        cold, warm = [], []
        for _ in range(runs):
            st.cache_data.clear()
            for times in (cold, warm):
                started = time.perf_counter()
                app.run()
                times.append(1000 * (time.perf_counter() - started))
        found[name] = (statistics.median(cold), statistics.median(warm))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--demo", action="store_true", help="the example warehouse in var/demo")
    parser.add_argument("--rows", type=int, default=0, help="repeat the facts up to so many rows")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print("RESULT " + json.dumps(measure(arguments.runs)))
        return
    home = Path(os.environ.get("PLANLEDGER_HOME", PROJECT_DIR / "var"))
    home = home / "demo" if arguments.demo else home
    source = (home / "published" / "planledger.duckdb").resolve()
    if not source.is_file():
        sys.exit(f"nothing is published under {home}: run `make run`, with --demo `make demo`")
    with tempfile.TemporaryDirectory() as folder:
        if arguments.rows:
            home = Path(folder)
            print(f"{enlarge(source, home, arguments.rows):,} rows of facts")
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.dashboard_pages", "--measure", "--runs", str(arguments.runs)],
            env=os.environ | {"PLANLEDGER_HOME": str(home)},
            cwd=PROJECT_DIR,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    result = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
    print(f"{'page':24}{'read anew, ms':>16}{'kept, ms':>12}")
    for name, (cold, warm) in json.loads(result.removeprefix("RESULT ")).items():
        print(f"{name:24}{cold:16.0f}{warm:12.0f}")


if __name__ == "__main__":
    main()
