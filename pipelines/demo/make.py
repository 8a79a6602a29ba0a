"""The home of an example: its inputs copied, its submissions generated and received, its warehouse built twice.

The first build publishes the plans, from which the forms are made; the second has what departments sent. The home is
made anew each time; what was landed of the plans is kept, for it depends on their bytes alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from pipelines.demo.scenario import Scenario
from pipelines.demo.sending import Sent, Task, send_all, tasks
from pipelines.example_data import is_marked, mark
from pipelines.intake.background import Background
from pipelines.intake.register import FOLDER
from pipelines.runs.execute import RunOutcome
from pipelines.settings import Settings

COPIED = ("plans", "statistics", "corrections")  # of raw/: what is not a submission
NAME = "demo"


class UnsafeDemo(RuntimeError):
    """An example may not be made there; the message says in Chinese why."""


def demo_settings(real: Settings, home: Path | None = None) -> Settings:
    """Where the example of an installation lies: ``<home>/demo`` with inputs of its own. Raises `UnsafeDemo`."""
    chosen = (home or real.home / NAME).absolute()
    made = replace(real, home=chosen, raw_dir=chosen / "raw")
    _refuse(real, made)
    return made


def _refuse(real: Settings, made: Settings) -> None:
    if is_marked(real.home) or is_marked(real.raw_dir):
        raise UnsafeDemo(
            "环境变量 PLANLEDGER_HOME 或 PLANLEDGER_RAW 已指向示例库。请先取消（unset PLANLEDGER_HOME PLANLEDGER_RAW）"
        )
    home, raw, project = real.home.resolve(), real.raw_dir.resolve(), real.project_dir.resolve()
    ours, inputs = made.home.resolve(), made.raw_dir.resolve()
    for kept, name in ((home, "正式库"), (raw, "正式输入文件夹"), (project, "项目文件夹")):
        if ours == kept or ours in kept.parents:
            raise UnsafeDemo(f"示例库不能建在 {ours}：那里是{name}（{kept}）或包含它。请用 --home 另选一个文件夹")
    for ancestor in (ours, inputs):
        if ancestor == raw or raw in ancestor.parents:
            raise UnsafeDemo(f"示例库不能建在 {ours}：它在正式输入文件夹 {raw} 之内。请用 --home 另选一个文件夹")
    # Of the real home only the one folder is ours: anything else in it belongs to real runs.
    if home in ours.parents and ours != home / NAME:
        raise UnsafeDemo(f"示例库不能建在正式库 {home} 之内（{home / NAME} 除外）。请用 --home 另选一个文件夹")
    if made.home.is_symlink() or made.raw_dir.is_symlink():
        raise UnsafeDemo(f"{made.home} 或其中的 raw 是链接。请删去链接，或用 --home 另选一个文件夹")
    if made.home.exists() and not is_marked(made.home) and any(made.home.iterdir()):
        raise UnsafeDemo(f"{made.home} 已有内容，而且不是示例库，不能覆盖。请用 --home 另选一个空文件夹")


def prepare(real: Settings, made: Settings, scenario: Scenario) -> None:
    """Mark the home and copy the inputs; submissions of an earlier example go. Raises OSError."""
    facts = {"seed": scenario.seed, "months": [f"{month:%Y-%m}" for month in scenario.months]}
    mark(made.home, facts)
    if made.raw_dir.exists():
        shutil.rmtree(made.raw_dir)
    shutil.rmtree(made.receipts_dir, ignore_errors=True)
    mark(made.raw_dir, facts)
    for name in COPIED:
        if (real.raw_dir / name).is_dir():
            shutil.copytree(real.raw_dir / name, made.raw_dir / name)


def send(made: Settings, scenario: Scenario, counted: Callable[[Iterable[Sent], int], Iterable[Sent]]) -> Sent:
    """Generate and receive every submission, by all processors; ``counted`` passes the parts on and shows how far.

    Needs a published warehouse without submissions. Raises `NoWarehouse`.
    """
    background = Background.load(made.home)
    if not background.is_example:
        raise UnsafeDemo(f"{made.home} 中已发布的不是示例数据，不能生成示例报送")
    forms = {month: background.forms_of(month) for month in scenario.months}
    parts = tasks(scenario, background.known, forms, background.points, made.raw_dir)
    # The largest first, so that no processor is left with one at the end.
    parts.sort(key=lambda task: (-sum(len(form.rows) for form in task.forms.values()), task.department))
    total = Sent()
    for sent in counted(_sent(parts), len(parts)):
        total.add(sent)
    (made.raw_dir / FOLDER).mkdir(exist_ok=True)
    return total


def _sent(parts: list[Task]) -> Iterator[Sent]:
    workers = min(cpu_count() or 1, len(parts))
    if workers < 2:
        yield from map(send_all, parts)
        return
    # "spawn": this process has threads, and much memory that children need not have.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(send_all, parts)


def make(
    real: Settings,
    made: Settings,
    scenario: Scenario,
    build: Callable[[Settings, bool], RunOutcome],
    counted: Callable[[Iterable[Sent], int], Iterable[Sent]],
) -> tuple[RunOutcome, Sent | None]:
    """Make the example. Nothing is sent where the first build fails.

    Args:
        build: runs the pipeline on a home; told whether Dagster is to keep a record of the run. Of the first build,
            which nobody looks at, it is not: the record takes a third of its time.
        counted: passes the parts of the sending on and shows how far it is.

    Raises `NoWarehouse` and OSError.
    """
    prepare(real, made, scenario)
    outcome = build(made, False)
    if not outcome.is_success:
        return outcome, None
    sent = send(made, scenario, counted)
    return build(made, True), sent
