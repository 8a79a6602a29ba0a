"""The Dagster code location: complete, described, in the order of the road."""

from __future__ import annotations

import json
import re

import dagster as dg
import pytest

from pipelines.assets import STAGES
from pipelines.quality.suites import load_suites
from pipelines.settings import PROJECT_DIR

from .conftest import Installation

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def defs(first: Installation) -> dg.Definitions:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in first.environment.items():
            patch.setenv(name, value)
        from pipelines.definitions import definitions

        return definitions()


def test_every_asset_is_described_and_in_a_known_group(defs: dg.Definitions) -> None:
    specs = defs.resolve_all_asset_specs()
    assert len(specs) > 20
    assert [spec.key.to_user_string() for spec in specs if not spec.description] == []
    assert {spec.group_name for spec in specs} <= STAGES.keys()
    assert {"stage_0_raw", "stage_1_landing", "stage_5_marts", "stage_6_published"} <= {
        spec.group_name for spec in specs
    }


def test_every_expectation_is_a_check_and_critical_ones_block(defs: dg.Definitions) -> None:
    checks = {key.name: key for key in defs.resolve_asset_graph().asset_check_keys}
    graph = defs.resolve_asset_graph()
    for suite in load_suites(PROJECT_DIR / "expectations"):
        for expectation in suite.expectations:
            key = checks[f"{suite.name}__{expectation.id}"]
            assert graph.get(key).blocking == (expectation.severity == "critical")


def test_every_dbt_test_is_a_check(first: Installation, defs: dg.Definitions) -> None:
    names = {key.name for key in defs.resolve_asset_graph().asset_check_keys}
    manifest = json.loads((first.home / "dbt" / "target" / "manifest.json").read_bytes())
    tests = {node["name"]: node for node in manifest["nodes"].values() if node["resource_type"] == "test"}
    assert tests
    assert tests.keys() - names == set()
    undescribed = [
        (name, node["description"]) for name, node in tests.items() if not re.search("[一-鿿]", node["description"])
    ]
    assert undescribed == []


def test_the_graph_is_one_road(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    published = dg.AssetKey(["published", "warehouse"])
    upstream = graph.get_ancestor_asset_keys(published)
    for key in (["landing", "plan_texts"], ["landing", "inputs"], ["raw", "plans"], ["marts", "fct_indicator_targets"]):
        assert dg.AssetKey(key) in upstream


def test_automation_is_off_until_switched_on(defs: dg.Definitions) -> None:
    repository = defs.get_repository_def()
    assert [schedule.default_status for schedule in repository.schedule_defs] == [dg.DefaultScheduleStatus.STOPPED]
    sensors = {sensor.name: sensor.default_status for sensor in repository.sensor_defs}
    assert sensors == dict.fromkeys(("raw_changed", "inbox"), dg.DefaultSensorStatus.STOPPED)
