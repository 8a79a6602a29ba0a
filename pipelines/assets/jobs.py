"""Jobs: the one job that walks the whole road."""

from __future__ import annotations

import dagster as dg

JOB_NAME = "planledger_run"

whole_road = dg.define_asset_job(
    JOB_NAME,
    # Bulletins are made a month at a time, on demand.
    selection=dg.AssetSelection.all() - dg.AssetSelection.groups("stage_7_bulletins"),
    description="读入、建库、检查、发布。Land, build, check, publish: what `make run` runs.",
)
