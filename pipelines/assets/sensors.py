"""Sensors: what starts the job when something happens. Off until someone switches it on in Dagster.

https://docs.dagster.io/guides/automate/sensors
"""

import dagster as dg

from pipelines.assets.jobs import whole_road
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
