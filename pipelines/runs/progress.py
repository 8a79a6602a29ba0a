"""How a run is shown while it goes: a bar on a terminal, one line a step elsewhere. Driven by Dagster's events."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, TextIO, TypeVar

Item = TypeVar("Item")
SECONDS_BETWEEN_LINES = 2.0
STEP_NAMES = {
    "land_inputs": "读入 raw/ 中的文件",
    "build_warehouse": "建库（dbt）",
    "published__warehouse": "发布",
}


def step_name(step_key: str) -> str:
    """What a step is called for a reader."""
    if step_key.startswith("expectations_"):
        return f"检查收到的数据：{step_key.removeprefix('expectations_')}"
    return STEP_NAMES.get(step_key, step_key)


class Progress:
    """Shows phases and steps; ``total`` counts steps and dbt nodes once they are known."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._started = time.perf_counter()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        if self._stream.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(bar_width=30),
                TimeElapsedColumn(),
                console=Console(file=self._stream),
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task("准备", total=None)
        global _shown
        _shown = self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        global _shown
        _shown = None
        if self._bar is not None:
            self._bar.stop()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._started

    def phase(self, text: str) -> None:
        """Something begins."""
        self._say(text)

    def expect(self, total: int) -> None:
        """How many units of work the bar has."""
        if self._bar is not None:
            self._bar.update(self._task, total=total, completed=0)

    def detail(self, text: str) -> None:
        """Something was done within a step."""
        self._say(f"  {text}")

    def advance(self, text: str | None = None) -> None:
        """One unit of work is done; without a terminal only a text is shown."""
        if self._bar is not None:
            self._bar.update(self._task, advance=1)
        if text is not None:
            self._say(text)

    def node(self, name: str, status: str) -> None:
        """One dbt node is done: too many for lines, so without a terminal only broken ones are told."""
        if self._bar is not None:
            self._bar.update(self._task, advance=1, description=f"建库（dbt） {name[:40]}")
        elif status in ("fail", "error"):
            self._say(f"  {status}: {name}")

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.update(self._task, description=text.strip()[:70])
        else:
            print(f"[{self.seconds:5.1f} 秒] {text}", file=self._stream, flush=True)


_shown: Progress | None = None


def report_node(name: str, status: str) -> None:
    """Tell the progress of this process, where there is one, that a dbt node is done.

    Not by way of Dagster's log: seventy entries in it cost a second, and the results are recorded there anyway.
    """
    if _shown is not None:
        _shown.node(name, status)


class EventListener:
    """Turns the entries of Dagster's event log into progress, and keeps what the end of the run must tell."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._step_started: dict[str, float] = {}
        self.step_seconds: dict[str, float] = {}
        self.failures: list[str] = []
        self.failed_checks: list[str] = []
        self.materialized: dict[str, dict[str, Any]] = {}

    def __call__(self, entry: Any) -> None:
        if not entry.is_dagster_event:
            if entry.level <= logging.INFO:  # what we log ourselves; errors come as events
                self._log(entry.user_message)
            return
        event = entry.dagster_event
        kind = event.event_type_value
        if kind == "STEP_START":
            self._step_started[event.step_key] = time.perf_counter()
            self._progress.phase(step_name(event.step_key))
        elif kind in ("STEP_SUCCESS", "STEP_FAILURE"):
            seconds = time.perf_counter() - self._step_started.get(event.step_key, time.perf_counter())
            self.step_seconds[event.step_key] = round(seconds, 2)
            self._progress.advance()
            if kind == "STEP_FAILURE":
                self.failures += [text] if (text := _failure_text(event)) else []
        elif kind == "ASSET_CHECK_EVALUATION":
            self._check(event.asset_check_evaluation_data)
        elif kind == "ASSET_MATERIALIZATION":
            materialization = event.step_materialization_data.materialization
            self.materialized[materialization.asset_key.to_user_string()] = {
                name: getattr(value, "value", None) for name, value in materialization.metadata.items()
            }
        elif kind in ("RUN_FAILURE", "PIPELINE_FAILURE") and not (self.failures or self.failed_checks):
            self.failures.append(event.message or "运行失败")

    def _check(self, evaluation: Any) -> None:
        """Keep what a failed blocking check says: it is the reason why a run stops."""
        if evaluation.passed or not evaluation.blocking:
            return
        values = {name: getattr(value, "value", None) for name, value in evaluation.metadata.items()}
        if "sample" in values:
            rows = f"，{values['unexpected']} 行不符" if values.get("unexpected") else ""
            sample = f"，例如 {str(values['sample'])[:120]}" if values["sample"] else ""
            self.failed_checks.append(
                f"关键检查 {evaluation.check_name} 未通过：{evaluation.description}{rows}{sample}"
            )

    def _log(self, message: str) -> None:
        self._progress.detail(message)


def _failure_text(event: Any) -> str:
    """The words of a failure without its trace: a reader is told what to mend; the trace is in Dagster's log."""
    failure = event.step_failure_data
    if failure.error is not None and failure.error.cls_name == "DagsterAssetCheckFailedError":
        return ""  # told by the checks themselves
    if failure.error is not None and failure.error.cls_name == "DagsterExecutionInterruptedError":
        return f"{step_name(event.step_key)}：被中断 Interrupted"
    user = failure.user_failure_data
    if user is not None and user.description:
        return f"{step_name(event.step_key)}：{user.description}"
    error = failure.error
    while error is not None and error.cause is not None:
        error = error.cause
    return f"{step_name(event.step_key)}：{(error.message if error else '').strip()}"


def counted(items: Iterable[Item], total: int, label: str, stream: TextIO | None = None) -> Iterator[Item]:
    """Pass ``items`` on and show how far they are: a bar on a terminal, elsewhere a line every few seconds."""
    stream = stream or sys.stderr
    if stream.isatty():
        from rich.console import Console
        from rich.progress import track

        yield from track(items, label, total=total, console=Console(file=stream), transient=True)
        return
    told = time.perf_counter()
    for done, item in enumerate(items, 1):
        yield item
        if time.perf_counter() - told > SECONDS_BETWEEN_LINES:
            told = time.perf_counter()
            print(f"{label}：{done}/{total}", file=stream, flush=True)
