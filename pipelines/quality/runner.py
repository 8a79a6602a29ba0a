"""Running a suite with Great Expectations, without its files and folders. GX is imported inside, never at the top.

GX has no engine for Polars or DuckDB, so the landed table goes in as a pandas frame.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipelines.quality.suites import Suite, load_suite

SAMPLE_SIZE = 5


@dataclass(frozen=True, slots=True)
class ExpectationOutcome:
    """What became of one expectation; ``sample`` holds a few offending values, ``error`` why it could not be run."""

    id: str
    passed: bool
    evaluated_count: int | None
    unexpected_count: int | None
    sample: list[Any]
    error: str | None = None

    def as_record(self) -> dict[str, Any]:
        return asdict(self)


def validate(suite: Suite, landed: Path, inputs_file: Path) -> list[ExpectationOutcome]:
    """Run a suite on the landed rows of the inputs in force. An expectation that breaks counts as not passed."""
    return validate_frame(suite.path, rows_in_force(landed, suite.table, inputs_file).to_pandas())


def rows_in_force(landed: Path, table: str, inputs_file: Path) -> Any:
    """Polars frame of a landed table, restricted to the readable inputs that lie in ``raw/`` now.

    Tables landed as a whole, as those of submissions are, have no ``document_id`` and are in force as they are.
    """
    import polars as pl

    rows = pl.scan_parquet(landed / table / "*.parquet")
    if "document_id" not in rows.collect_schema():
        return rows.collect()
    inputs = pl.scan_parquet(inputs_file).filter(pl.col("is_readable")).select("document_id").unique()
    return rows.join(inputs, on="document_id", how="semi").collect()


def validate_frame(suite_path: Path, frame: Any) -> list[ExpectationOutcome]:
    """Run a suite on a pandas frame."""
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    suite = load_suite(suite_path)
    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    batch = (
        context.data_sources.add_pandas(suite.name)
        .add_dataframe_asset(suite.name)
        .add_batch_definition_whole_dataframe(suite.name)
        .get_batch(batch_parameters={"dataframe": frame})
    )
    record = json.loads(suite_path.read_text(encoding="utf-8"))
    result = batch.validate(gx.ExpectationSuite(**record), result_format="SUMMARY")
    by_id = {one.expectation_config.meta["id"]: one for one in result.results}
    return [_outcome(expectation.id, by_id.get(expectation.id)) for expectation in suite.expectations]


def _outcome(id: str, result: Any) -> ExpectationOutcome:
    if result is None:
        return ExpectationOutcome(id, False, None, None, [], "没有结果")
    info = result.exception_info or {}
    error = info.get("exception_message") or next(
        (one.get("exception_message") for one in info.values() if isinstance(one, dict)), None
    )
    body = result.result or {}
    sample = body.get("partial_unexpected_list") or []
    if not sample and not result.success and "observed_value" in body:
        sample = [body["observed_value"]]
    return ExpectationOutcome(
        id=id,
        passed=bool(result.success),
        evaluated_count=_count(body.get("element_count", body.get("observed_value"))),
        unexpected_count=_count(body.get("unexpected_count")),
        sample=[_plain(value) for value in sample[:SAMPLE_SIZE]],
        error=error,
    )


def _count(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, float)) and value == value else None


def _plain(value: Any) -> Any:
    """A value that JSON can hold; texts are cut short."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, (bool, int)) or value is None:
        return value
    if isinstance(value, float):
        return value if value == value else None
    if hasattr(value, "item"):
        return _plain(value.item())
    return str(value)[:200]
