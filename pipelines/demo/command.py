"""What the command ``planledger demo`` does and says; its options stand in `pipelines.cli`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipelines.demo.make import demo_settings, make
from pipelines.demo.scenario import DEFAULT_SEED, Scenario
from pipelines.demo.sending import Sent
from pipelines.example_data import WORDS
from pipelines.runs.execute import RunOutcome, peak_memory_mb, run
from pipelines.runs.progress import Progress, counted
from pipelines.settings import Settings
from pipelines.submissions.receipts.page import VERDICTS


def make_demo(
    real: Settings, home: Path | None, seed: int | None, scenario: Scenario | None = None
) -> tuple[list[str], list[str]]:
    """Make the example and say what is in it.

    Returns:
        Lines for the reader, and failures, of which there are none where it was made.

    Raises `UnsafeDemo` before anything is touched; `RunInProgress`, `DbtFailed`, OSError.
    """
    started = time.perf_counter()
    chosen = replace(scenario or Scenario(), seed=DEFAULT_SEED if seed is None else seed)
    made = demo_settings(real, home)
    before = {name: os.environ.get(name) for name in made.environment()}
    try:
        os.environ.update(made.environment())
        outcome, sent = make(real, made, chosen, _build, _counted)
    finally:  # what comes after in this process is about the real home again
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    if not outcome.is_success or sent is None:
        return [], outcome.failures or ["建库没有成功"]
    seconds = time.perf_counter() - started
    return [*_told(made, chosen, sent), f"用时 {seconds:.1f} 秒，内存峰值约 {peak_memory_mb():.0f} MB"], []


def _build(settings: Settings, is_recorded: bool) -> RunOutcome:
    with Progress() as progress:
        return run(settings, progress, is_forced=True, is_recorded=is_recorded)


def _counted(parts: Iterable[Sent], total: int) -> Iterable[Sent]:
    return counted(parts, total, "生成并接收示例报送（单位）")


def _told(made: Settings, scenario: Scenario, sent: Sent) -> list[str]:
    first, last = scenario.months[0], scenario.months[-1]
    verdicts = "，".join(f"{VERDICTS[name]} {sent.verdicts[name]} 份" for name in VERDICTS if sent.verdicts[name])
    again = f"修订 {sent.deeds['revised']} 份，撤回 {sent.deeds['withdrawn']} 份，改正重报 {sent.deeds['mended']} 份"
    return [
        f"【{WORDS}】示例库已建成：{made.home}（种子 {scenario.seed}，{first:%Y-%m} 至 {last:%Y-%m}）",
        f"  收到报送 {sum(sent.verdicts.values())} 份：{verdicts}；其中{again}",
        f"  检查结果 {len(sent.codes)} 种，共 {sum(sent.codes.values())} 处",
        "  报送全部为随机生成，不是任何单位的真实报送；正式库没有变动",
        f"下一步 Next：make demo-dashboard 打开示例看板；PLANLEDGER_HOME={made.home} planledger sql "
        '"SELECT * FROM marts.mart_submission_status" 查询',
    ]
