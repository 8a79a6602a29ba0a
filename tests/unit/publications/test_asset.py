"""The bulletins as Dagster makes them: a partition a month, files for each region; a month without verdicts fails."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
from dagster import DagsterInstance, materialize


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    planted.build(tmp_path)
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    return tmp_path


def test_a_partition_makes_the_bulletins_of_its_month(home: Path) -> None:
    from pipelines.assets.bulletins import BULLETINS, monthly_bulletins

    with DagsterInstance.ephemeral() as instance:
        done = materialize(
            [monthly_bulletins],
            selection=[monthly_bulletins],
            partition_key=f"{planted.MONTH:%Y-%m-01}",
            instance=instance,
        )
        assert done.success
        (event,) = done.asset_materializations_for_node(monthly_bulletins.op.name)
    assert event.asset_key == BULLETINS
    made = sorted(path.suffix for path in (home / "bulletins").rglob("*通报*"))
    assert {".docx", ".xlsx", ".html"} <= set(made)


def test_a_month_without_verdicts_fails_in_words(home: Path) -> None:
    from pipelines.assets.bulletins import monthly_bulletins

    with DagsterInstance.ephemeral() as instance:
        done = materialize(
            [monthly_bulletins],
            selection=[monthly_bulletins],
            partition_key="2023-01-01",
            instance=instance,
            raise_on_error=False,
        )
    assert not done.success
    failure = done.failure_data_for_node(monthly_bulletins.op.name)
    assert failure is not None
    assert "2023-01 没有任何地区的月度评判" in str(failure.user_failure_data)
