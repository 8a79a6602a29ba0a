"""Wiring of the dbt project: every model and seed an asset, every dbt test a check, built by one call in this process.

How dbt is called stands in `pipelines.warehouse.dbt`; what the tables mean stands in ``dbt/models``.
https://docs.dagster.io/integrations/libraries/dbt
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject, dbt_assets

from pipelines.quality.results import CheckResult, write_results
from pipelines.runs.lock import run_lock
from pipelines.runs.progress import report_node
from pipelines.settings import Settings
from pipelines.warehouse import dbt

UNIQUE_ID = "dagster_dbt/unique_id"
GROUPS = {
    "staging": "stage_3_staging",
    "intermediate": "stage_4_intermediate",
    "marts": "stage_5_marts",
}


class Translator(DagsterDbtTranslator):
    """Groups in the order of the road; descriptions without the SQL, which stands in the repository."""

    def __init__(self) -> None:
        # Several tables of one landed asset are several dbt sources.
        super().__init__(
            DagsterDbtTranslatorSettings(enable_asset_checks=True, enable_duplicate_source_asset_keys=True)
        )

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        if dbt_resource_props["resource_type"] == "seed":
            return "stage_2_seeds"
        return GROUPS.get(dbt_resource_props["fqn"][1], "stage_4_intermediate")

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        text: str = dbt_resource_props.get("description") or dbt_resource_props["name"]
        return text


def load_manifest(settings: Settings) -> dict[str, Any]:
    """The manifest as Dagster is to see it: every test hangs on a model, so that every test is a visible check.

    dagster-dbt shows a test of several models only where its meta names one of them; where it names none of them, it
    is hung on the first.
    """
    manifest: dict[str, Any] = json.loads(dbt.fresh_manifest(settings).read_bytes())
    for node in manifest["nodes"].values():
        parents = [one.rsplit(".", 1)[-1] for one in node.get("depends_on", {}).get("nodes", [])]
        if node["resource_type"] != "test" or node.get("attached_node") or len(parents) < 1:
            continue
        meta = node["config"].get("meta") or node.get("meta") or {}
        if meta.get("dagster", {}).get("ref", {}).get("name") not in parents:
            node["config"]["meta"] = {**meta, "dagster": {"ref": {"name": parents[0]}}}
    return manifest


def build_warehouse_assets(settings: Settings, manifest: dict[str, Any]) -> dg.AssetsDefinition:
    """The assets of the dbt project."""

    @dbt_assets(
        manifest=manifest,
        name="build_warehouse",
        dagster_dbt_translator=Translator(),
        project=DbtProject(settings.dbt_dir, target_path=settings.dbt_target),
    )
    def warehouse(context: dg.AssetExecutionContext) -> Iterator[Any]:
        run_settings = Settings.load()
        with run_lock(run_settings.lock_file):
            outcome = dbt.build(run_settings, report_node)
        results = [_check_result(manifest, node) for node in outcome.nodes if node.unique_id.startswith("test.")]
        write_results(run_settings.quality_dir, context.run_id, "dbt", "dbt", results)
        keys = {spec.metadata[UNIQUE_ID]: spec.key for spec in context.assets_def.specs}
        checks = {(spec.metadata or {}).get(UNIQUE_ID): spec for spec in context.assets_def.check_specs}
        for node in outcome.nodes:
            if node.unique_id in keys and node.status == "success":
                yield dg.MaterializeResult(asset_key=keys[node.unique_id], metadata={"seconds": round(node.seconds, 3)})
        for node in outcome.nodes:
            spec = checks.get(node.unique_id)
            if spec is not None and node.status != "skipped":
                yield dg.AssetCheckResult(
                    asset_key=spec.asset_key,
                    check_name=spec.name,
                    passed=node.status == "pass",
                    severity=dg.AssetCheckSeverity.ERROR if spec.blocking else dg.AssetCheckSeverity.WARN,
                    description=manifest["nodes"].get(node.unique_id, {}).get("description") or None,
                    metadata={
                        "status": node.status,
                        "message": node.message or "",
                        "unexpected": node.failures or 0,
                        "sample": dg.MetadataValue.json(node.sample),
                    },
                )
        if not outcome.is_success:
            raise dg.Failure(description=_describe_failure(manifest, outcome), allow_retries=False)

    return warehouse


def _check_result(manifest: dict[str, Any], node: dbt.NodeOutcome) -> CheckResult:
    test = manifest["nodes"].get(node.unique_id, {})
    attached = test.get("attached_node") or next(iter(test.get("depends_on", {}).get("nodes", [])), "")
    sample: list[Any] = list(node.sample)
    if not sample and node.message and node.status not in ("pass", "skipped"):
        sample = [node.message]
    is_error = (test.get("config", {}).get("severity") or "error").lower() == "error"
    return CheckResult(
        check_name=test.get("name", node.unique_id),
        table_name=attached.rsplit(".", 1)[-1],
        column_name=test.get("column_name"),
        severity="critical" if is_error else "warning",
        passed=node.status == "pass",
        evaluated_count=None,
        unexpected_count=node.failures,
        sample=sample,
        description_zh=test.get("description") or test.get("config", {}).get("meta", {}).get("description_zh") or "",
    )


def _describe_failure(manifest: dict[str, Any], outcome: dbt.BuildOutcome) -> str:
    lines = []
    for node in outcome.broken:
        props = manifest["nodes"].get(node.unique_id, {})
        place = props.get("original_file_path", node.unique_id)
        lines.append(f"{props.get('name', node.unique_id)}（dbt/{place}）：{(node.message or node.status).strip()}")
    return "dbt 建库未通过：\n" + "\n".join(lines or ["没有节点失败，但 dbt 报告不成功"])
