"""The dashboard of a past view says its day above every page; that of the present does not."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboards import layout
from dashboards import text_zh as words
from pipelines.settings import AS_OF, PROJECT_DIR
from tests.dashboard import fixture_warehouse


def test_the_day_stands_above_every_page(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert layout.shows_day() is None  # a file from before there were past views has no day
    fixture_warehouse.build(tmp_path / "as-of" / "2024-03-31")
    link = tmp_path / "as-of" / "2024-03-31" / "published" / "planledger.duckdb"
    with duckdb.connect(str(link.resolve())) as connection:
        connection.execute("UPDATE meta.publication SET as_of = DATE '2024-03-31', is_example = true")
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    monkeypatch.setenv(AS_OF, "2024-03-31")
    app = AppTest.from_file(str(PROJECT_DIR / "dashboards" / "app.py"), default_timeout=30).run()
    assert not app.exception
    told = "".join(element.proto.body for element in app.get("html"))
    assert "只含截至 2024-03-31 已知的内容" in told
    assert words.EXAMPLE_BANNER in told  # an example of the past is an example still
