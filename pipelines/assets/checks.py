"""Wiring of expectations: one multi-asset check for each suite in ``expectations/``, one check for each expectation.

A critical expectation blocks what is downstream; a warning is shown and does not. Great Expectations is imported only
when a suite runs.
"""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.landing import INPUTS
from pipelines.quality.results import CheckResult, write_results
from pipelines.quality.suites import Suite
from pipelines.quality.worker import run_suite
from pipelines.settings import Settings


def build_suite_check(suite: Suite) -> dg.AssetChecksDefinition:
    """Checks of one suite on the asset that holds its table."""
    asset = dg.AssetKey(list(suite.asset))
    names = {expectation.id: f"{suite.name}__{expectation.id}" for expectation in suite.expectations}

    @dg.multi_asset_check(
        name=f"expectations_{suite.name}",
        specs=[
            dg.AssetCheckSpec(
                name=names[expectation.id],
                asset=asset,
                additional_deps=[INPUTS],
                blocking=expectation.severity == "critical",
                description=expectation.description,
                metadata={"expectation": expectation.type, "column": expectation.column or ""},
            )
            for expectation in suite.expectations
        ],
    )
    def expectations(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        settings = Settings.load()
        landed = settings.landed_folders[suite.landed]
        outcomes = {outcome.id: outcome for outcome in run_suite(suite, landed, settings.inputs_file)}
        write_results(
            settings.quality_dir,
            context.run.run_id,
            suite.name,
            "gx",
            [
                CheckResult(
                    check_name=names[expectation.id],
                    table_name=suite.table,
                    column_name=expectation.column,
                    severity=expectation.severity,
                    passed=outcomes[expectation.id].passed,
                    evaluated_count=outcomes[expectation.id].evaluated_count,
                    unexpected_count=outcomes[expectation.id].unexpected_count,
                    sample=outcomes[expectation.id].sample,
                    description_zh=expectation.description,
                )
                for expectation in suite.expectations
            ],
        )
        for expectation in suite.expectations:
            outcome = outcomes[expectation.id]
            critical = expectation.severity == "critical"
            yield dg.AssetCheckResult(
                asset_key=asset,
                check_name=names[expectation.id],
                passed=outcome.passed,
                severity=dg.AssetCheckSeverity.ERROR if critical else dg.AssetCheckSeverity.WARN,
                description=outcome.error or expectation.description,
                metadata={
                    "evaluated": outcome.evaluated_count or 0,
                    "unexpected": outcome.unexpected_count or 0,
                    "sample": dg.MetadataValue.json(outcome.sample),
                },
            )

    return expectations
