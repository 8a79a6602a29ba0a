"""One run of the whole road in this process, recorded in Dagster like any other run."""

from __future__ import annotations

import os
import resource
import uuid
from dataclasses import dataclass, field
from typing import Any

from pipelines.example_data import refuse_mixture
from pipelines.runs.fingerprint import fingerprint
from pipelines.runs.lock import run_lock
from pipelines.runs.progress import EventListener, Progress
from pipelines.runs.record import is_current, read_record, write_record
from pipelines.settings import Settings

TAG = "planledger/in_process"  # runs whose process is the one that holds the run lock


@dataclass(slots=True)
class RunOutcome:
    """How a run ended. ``is_repeat``: nothing had changed and nothing was done."""

    is_success: bool
    is_repeat: bool
    summary: dict[str, Any] | None = None
    failures: list[str] = field(default_factory=list)
    step_seconds: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    peak_memory_mb: float = 0.0


def run(settings: Settings, progress: Progress, is_forced: bool = False, is_recorded: bool = True) -> RunOutcome:
    """Do what has to be done. Raises `RunInProgress` where another process is at it.

    ``is_recorded``: whether the run and its events are kept in Dagster's own store. A past view never is: it would pass
    there for the newest state of the assets.
    Raises `MixedData` where home and inputs do not belong together; nothing is touched then.
    """
    refuse_mixture(settings)
    with run_lock(settings.lock_file):
        # Taken before anything is read: what changes during the run is found by the next one.
        mark = fingerprint(settings)
        record = read_record(settings)
        if record is not None and not is_forced and is_current(settings, record, mark):
            return RunOutcome(True, True, record["summary"], seconds=progress.seconds)
        return _run(settings, progress, mark, record["summary"] if record else None, is_recorded)


def _run(
    settings: Settings, progress: Progress, mark: str, before: dict[str, Any] | None, is_recorded: bool
) -> RunOutcome:
    settings.prepare()
    is_recorded = is_recorded and settings.as_of is None
    progress.phase("准备工具")
    from pipelines.quality.worker import GxWorker

    with GxWorker(settings.logs_dir / "expectations.log"):
        from pipelines.landing.store import remove_leftovers, remove_old_versions

        remove_leftovers(settings.home / "landing")
        remove_leftovers(settings.quality_dir)
        os.environ.setdefault("PYTHONWARNINGS", "ignore")
        import dagster as dg

        from pipelines.assets.jobs import JOB_NAME
        from pipelines.definitions import definitions

        defs = definitions()
        job = defs.resolve_job_def(JOB_NAME)
        listener = EventListener(progress)
        with dg.DagsterInstance.get() if is_recorded else dg.DagsterInstance.ephemeral() as instance:
            close_abandoned_runs(instance)
            run_id = str(uuid.uuid4())
            instance.add_event_listener(run_id, listener)
            progress.expect(_units(settings, job))
            result = job.execute_in_process(
                instance=instance,
                run_id=run_id,
                raise_on_error=False,
                tags={TAG: "true"},
                run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            )
    outcome = RunOutcome(result.success, False, step_seconds=listener.step_seconds)
    if result.success:
        from pipelines.runs.summary import collect

        read_now = _read_now(settings, listener)
        outcome.summary = collect(settings, run_id, before, read_now)
        for landed in (settings.landed_plans, settings.landed_statistics):
            remove_old_versions(landed.parent, landed)
        write_record(settings, mark, settings.published_link.resolve(), outcome.summary)
    else:
        outcome.failures = [*refused_inputs(settings), *listener.failed_checks, *listener.failures]
    outcome.seconds = progress.seconds
    outcome.peak_memory_mb = peak_memory_mb()
    return outcome


def refused_inputs(settings: Settings) -> list[str]:
    """Error findings about the inputs that lie in ``raw/`` now: often the reason why a later check failed."""
    import polars as pl

    if not settings.inputs_file.exists():
        return []
    inputs = pl.scan_parquet(settings.inputs_file).select("document_id").unique()
    files = [folder / "findings" / "*.parquet" for folder in (settings.landed_plans, settings.landed_statistics)]
    findings = pl.concat([pl.scan_parquet(file) for file in files])
    errors = findings.filter(pl.col("severity") == "error").join(inputs, on="document_id", how="semi").collect()
    return [
        row["input_path"]
        + (f" 第 {row['line']} 行" if row["line"] else "")
        + f"：{row['message'].rstrip('。')}。{row['remedy'] or ''}"
        for row in errors.sort("finding_id").head(20).to_dicts()
    ]


def _line(line: int | None) -> str:
    return f" 第 {line} 行" if line else ""


def _units(settings: Settings, job: Any) -> int:
    """Units of the progress bar: steps and dbt nodes."""
    import json

    nodes = json.loads((settings.dbt_target / "manifest.json").read_bytes())["nodes"]
    return len(nodes) + len(job.graph.nodes)


def _read_now(settings: Settings, listener: EventListener) -> set[str]:
    files = listener.materialized.get("landing/plan_texts", {}).get("read_now_files")
    return set(files or [])


def close_abandoned_runs(instance: Any) -> None:
    """Runs that a killed process has left as running are marked as failed; the caller holds the run lock."""
    import dagster as dg

    abandoned = instance.get_runs(
        dg.RunsFilter(
            statuses=[dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.STARTING],
            tags={TAG: "true"},
        )
    )
    for run in abandoned:
        instance.report_run_failed(run, "运行中断（进程已不在）")


def peak_memory_mb() -> float:
    """Largest resident memory of this process, and of its largest child, added: an upper bound of both at once."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round((own + child) / 1024, 1)
