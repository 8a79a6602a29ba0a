"""Sensors: what starts the job when something happens. Off until someone switches it on in Dagster.

https://docs.dagster.io/guides/automate/sensors
"""

import dagster as dg

from pipelines.assets.jobs import whole_road
from pipelines.intake.commands import empty_inbox
from pipelines.runs.fingerprint import raw_fingerprint
from pipelines.settings import Settings


@dg.sensor(
    name="raw_changed",
    job=whole_road,
    minimum_interval_seconds=60,
    description="raw/ 中的文件有变化时运行。Runs when a file in raw/ is added, changed or removed.",
)
def raw_changed(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """One run for each state of ``raw/``; the state is the cursor and the run key."""
    now = raw_fingerprint(Settings.load())
    if now == context.cursor:
        return dg.SensorResult(skip_reason=dg.SkipReason("raw/ 没有变化"))
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=now)], cursor=now)


@dg.sensor(
    name="inbox",
    job=whole_road,
    minimum_interval_seconds=30,
    description="收件夹中有新文件时接收、出回执并运行。Receives what is dropped into the inbox folder, then runs.",
)
def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """One run for what was received in one look; the receipts lie beside the files in ``inbox/done``."""
    settings = Settings.load()
    answers = empty_inbox(settings)
    new = [answer.received for answer in answers if answer.received is not None and answer.received.is_new]
    for answer in answers:
        if answer.problem:
            context.log.warning(answer.problem)
        else:
            context.log.info("\n".join(answer.lines))
    if not new:
        return dg.SensorResult(skip_reason=dg.SkipReason("收件夹没有新文件"))
    key = "-".join(sorted(received.record.submission_id for received in new))[:200]
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=key)])
