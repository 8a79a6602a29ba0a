"""Wiring of the bulletins: one partition a month, downstream of the published file. What they say and how they look
stands in `pipelines.publications`.

Made on demand or by backfill and no part of the daily job, which has no month.
https://docs.dagster.io/guides/build/partitions-and-backfills
"""

from datetime import date

import dagster as dg

from pipelines.assets.publication import PUBLISHED
from pipelines.settings import Settings

BULLETINS = dg.AssetKey(["bulletins", "monthly"])
MONTHS = dg.MonthlyPartitionsDefinition(start_date="2023-01-01", timezone="Asia/Shanghai")


@dg.asset(
    key=BULLETINS,
    group_name="stage_7_bulletins",
    deps=[PUBLISHED],
    partitions_def=MONTHS,
    kinds={"word", "excel"},
    description="每月通报：每个有月度评判的地区一份（.docx、.xlsx、.html）。The bulletin of a month, "
    "one for each region that has verdicts in it.",
)
def monthly_bulletins(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    """One bulletin a region; a month without verdicts fails and says which months have them."""
    # Word and Excel writers are only loaded where they are used.
    from pipelines.publications.asking import UnclearBulletin
    from pipelines.publications.build import build, regions_of_month

    settings = Settings.load()
    month = date.fromisoformat(context.partition_key)
    regions = regions_of_month(settings, month)
    if not regions:
        raise dg.Failure(description=f"{month:%Y-%m} 没有任何地区的月度评判", allow_retries=False)
    files: list[str] = []
    for region in regions:
        try:
            files += map(str, build(settings, region, month, "通报").files)
        except UnclearBulletin as error:
            raise dg.Failure(description=str(error), allow_retries=False) from error
    return dg.MaterializeResult(metadata={"regions": regions, "files": dg.MetadataValue.json(files)})
