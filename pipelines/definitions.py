"""The Dagster code location. The list of stages is in `pipelines.assets`; this file only puts them together."""

from __future__ import annotations

import dagster as dg

from pipelines.settings import Settings


@dg.definitions
def definitions() -> dg.Definitions:
    """Everything that Dagster shows and runs; steps run in this process, one after another."""
    settings = Settings.load()
    settings.prepare()

    from pipelines.assets import bulletins, checks, jobs, landing, publication, schedules, sensors, warehouse
    from pipelines.quality.suites import load_suites

    tables = warehouse.build_warehouse_assets(settings, warehouse.load_manifest(settings))
    marts = [spec.key for spec in tables.specs if spec.group_name == "stage_5_marts"]
    return dg.Definitions(
        assets=[
            *landing.raw_inputs,
            landing.landed_inputs,
            tables,
            publication.build_publication_asset(marts),
            bulletins.monthly_bulletins,
        ],
        asset_checks=[checks.build_suite_check(suite) for suite in load_suites(settings.expectations_dir)],
        jobs=[jobs.whole_road],
        schedules=[schedules.daily],
        sensors=[sensors.raw_changed, sensors.inbox],
        executor=dg.in_process_executor,
    )
