"""Jobs: the one job that walks the whole road."""

from __future__ import annotations

import dagster as dg

JOB_NAME = "planledger_run"

whole_road = dg.define_asset_job(
    JOB_NAME,
    selection=dg.AssetSelection.all(),
    description="读入、建库、检查、发布。Land, build, check, publish: what `make run` runs.",
)
