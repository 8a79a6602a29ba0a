"""Wiring of publishing: the last asset of the road. How a file is published stands in `pipelines.warehouse.publish`."""

from collections.abc import Sequence
from datetime import UTC, datetime

import dagster as dg

from pipelines.runs.fingerprint import code_version
from pipelines.runs.lock import run_lock
from pipelines.settings import Settings
from pipelines.warehouse.publish import publish

PUBLISHED = dg.AssetKey(["published", "warehouse"])


def build_publication_asset(marts: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """The published file, downstream of every mart and so of every blocking check on them."""

    @dg.asset(
        key=PUBLISHED,
        group_name="stage_6_published",
        deps=marts,
        kinds={"duckdb"},
        description="发布的数据仓库：看板、SQL 和导出都读它；只在全部关键检查通过后更新。The published DuckDB file: "
        "a fresh versioned file and an atomic swap of the link, so that readers see the old or the new, never a half.",
    )
    def published_warehouse(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        settings = Settings.load()
        with run_lock(settings.lock_file):
            publication = publish(settings, context.run_id, datetime.now(UTC), code_version(settings))
        context.log.info(f"已发布 {publication.path.name}")
        return dg.MaterializeResult(
            metadata={
                "version": publication.version,
                "path": dg.MetadataValue.path(str(publication.path)),
                "bytes": publication.byte_count,
                "dagster/row_count": sum(publication.row_counts.values()),
                "tables": dg.MetadataValue.json(publication.row_counts),
            }
        )

    return published_warehouse
