"""Schedules: when the job runs by itself. Off until someone switches it on in Dagster.

https://docs.dagster.io/guides/automate/schedules
"""

from __future__ import annotations

import dagster as dg

from pipelines.assets.jobs import whole_road

daily = dg.ScheduleDefinition(
    name="daily",
    job=whole_road,
    cron_schedule="0 6 * * *",
    execution_timezone="Asia/Shanghai",
    description="每天早上六点。Every day at six in the morning, China time.",
)
