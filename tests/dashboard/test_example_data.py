"""The dashboard of example data says so above every page and in the title of the window; that of real data does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from dashboards import layout
from dashboards import text_zh as words
from tests.dashboard import fixture_warehouse
from tests.dashboard.serving import CHROMIUM, served
from tests.dashboard.test_browser import page  # noqa: F401 (a fixture)

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose published file is marked as example data."""
    home = tmp_path_factory.mktemp("example")
    fixture_warehouse.build(home)
    with duckdb.connect(str((home / "published" / "planledger.duckdb").resolve())) as connection:
        connection.execute("UPDATE meta.publication SET is_example = true")
    return home


@pytest.fixture(scope="module")
def example_address(example_home: Path) -> Iterator[str]:
    with served(example_home) as url:
        yield url


def test_the_mark_of_the_published_file_decides(
    home: Path, example_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not layout.shows_example_data()
    monkeypatch.setenv("PLANLEDGER_HOME", str(example_home))
    assert layout.shows_example_data()
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path))
    assert not layout.shows_example_data()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("name", words.PAGES)
def test_the_banner_is_in_sight_on_every_page_and_stays(page: Page, example_address: str, name: str) -> None:  # noqa: F811
    page.goto(example_address + ("" if name == "overview" else name))  # the default page has the bare address
    page.wait_for_selector("h1")
    banner = page.locator(".example-banner")
    banner.wait_for()  # the browser fetches what shows it by itself, so that it may come a moment after the heading
    assert banner.count() == 1
    assert words.EXAMPLE in banner.inner_text()
    assert words.EXAMPLE in page.title()
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 1200")
    page.wait_for_timeout(300)
    box, size = banner.bounding_box(), page.viewport_size
    assert box is not None and size is not None
    assert box["y"] >= 40 and box["y"] + box["height"] < 180  # below the menu
    assert box["width"] > 0.85 * size["width"]
    top = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).className", [box["x"] + 20, box["y"] + box["height"] / 2]
    )
    assert "example-banner" in top  # nothing lies over it


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_real_data_have_no_banner(page: Page, published_home: Path) -> None:  # noqa: F811
    with served(published_home) as url:
        page.goto(url)
        page.wait_for_selector("h1")
        page.wait_for_timeout(1500)
        assert page.locator(".example-banner").count() == 0
        assert words.EXAMPLE not in page.title()
