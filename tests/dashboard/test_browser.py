"""The dashboard as a person meets it: the real server and a headless Chromium, wide and on a phone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from dashboards import text, text_zh
from tests.dashboard import fixture_warehouse as fixture
from tests.dashboard.serving import CHROMIUM, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = {"wide": (1440, 900), "phone": (390, 844)}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium fonts-noto-cjk"),
]


@pytest.fixture(scope="module")
def address(published_home: Path) -> Iterator[str]:
    """The real server, reading the fixture."""
    with served(published_home) as url:
        yield url


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("path", "title", "figures"),
    [
        ("", "总览", ["62.4%", "79.96 亿元", "≤ 25 微克/立方米"]),
        ("indicator?indicator=urbanisation_rate", "指标", ["≥ 66%", "72.2%", "统计公报（2020年）"]),
        ("text?plan=" + fixture.JIANDE, "计划原文", ["120公里", "新增绿道"]),
        ("quality", "数据质量", ["2 / 12", "year_in_range", "unread_number"]),
    ],
)
def test_every_page_shows_figures_of_the_marts(
    page: Page, address: str, path: str, title: str, figures: list[str]
) -> None:
    page.goto(address + path)
    page.get_by_role("heading", level=1, name=title).wait_for()
    for figure in figures:
        page.get_by_text(figure, exact=False).first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
    assert not page.get_by_text("Traceback").count()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_walk_through_every_page_by_its_links(page: Page, address: str, home: Path, language: str) -> None:
    """Real clicks from page to page, the language kept, figures as SQL on the marts has them."""
    words = text.LANGUAGES[language]
    page.goto(address)
    page.get_by_role("heading", level=1, name=text_zh.PAGE_OVERVIEW).wait_for()
    if language == "en":
        page.get_by_role("button", name=text_zh.OTHER_LANGUAGE).click()
    counted = duckdb.connect(str((home / "published" / "planledger.duckdb").resolve()), read_only=True)
    (open_warnings,) = counted.execute("select count(*) from marts.mart_warnings where is_open").fetchone()
    (best,) = counted.execute(
        "select value from marts.mart_indicator_ranking where rank_in_level = 1 and indicator_id = 'urbanisation_rate'"
    ).fetchone()
    counted.close()
    figures = {"supervision": str(open_warnings), "ranking": f"{best:g}%"}
    for name, title in words.PAGES.items():
        if name != "overview":
            # The links at the foot: on a phone the menu at the head is folded away.
            page.get_by_test_id("stPageLink").get_by_role("link", name=title, exact=True).last.click()
        page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
        if name in figures:
            page.get_by_text(figures[name], exact=True).first.wait_for()
        page.get_by_text(words.FOOTER.split("{")[0].strip()).last.wait_for()
        assert ("lang=en" in page.url) is (language == "en")
        assert page.locator(".stException").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} scrolls sideways"


def test_a_file_is_saved_with_what_was_seen(page: Page, address: str) -> None:
    page.goto(address + "downloads?dataset=actuals&format=csv&region=331126")
    page.get_by_role("button", name=text_zh.PREPARE).click()
    with page.expect_download() as saved:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    with zipfile.ZipFile(saved.value.path()) as archive:
        lines = archive.read("data.csv").decode("utf-8-sig").splitlines()
    assert "数值" in lines[0]
    assert any("62.4" in line and "%" in line for line in lines[1:])


def test_from_a_number_to_its_sentence_in_one_click(page: Page, address: str) -> None:
    page.goto(address + "?plan=" + fixture.JIANDE)
    row = page.get_by_role("row").filter(has_text="PM2.5平均浓度")
    row.get_by_text("≤ 25 微克/立方米").wait_for()
    row.get_by_role("link", name="目标原文").click()
    page.get_by_role("heading", level=1, name="计划原文").wait_for()
    chosen = page.locator(".plan .chosen")
    chosen.wait_for()
    assert chosen.inner_text() == "25微克/立方米"
    assert "".join(page.locator(".plan .sentence").all_inner_texts()) == "PM2.5平均浓度不高于25微克/立方米"
    assert f"statement={fixture.JIANDE}-q0003" in page.url
    page.wait_for_timeout(600)  # the text is scrolled to the sentence once the page has its height
    box = chosen.bounding_box()
    assert box is not None
    assert page.viewport_size is not None
    assert 0 <= box["y"] <= page.viewport_size["height"], "the sentence is scrolled to"
    page.go_back()
    page.get_by_role("heading", level=1, name="总览").wait_for()
    page.get_by_role("row").filter(has_text="PM2.5平均浓度").wait_for()
    assert page.url == address + "?plan=" + fixture.JIANDE, "the way back is the view one came from"


def test_a_value_in_the_text_opens_its_reading_and_the_link_reopens_it(page: Page, address: str) -> None:
    page.goto(address + "text?plan=" + fixture.QINGYUAN)
    page.locator(".plan .value", has_text="翻一番").click()
    page.locator(".plan .chosen", has_text="翻一番").wait_for()
    page.get_by_role("cell", name="目标 · 倍数").or_(page.get_by_text("目标 · 倍数")).first.wait_for()
    page.locator(".plan .value", has_text="66.5").click()
    page.locator(".plan .chosen", has_text="66.5").wait_for()
    page.go_back()
    page.locator(".plan .chosen", has_text="翻一番").wait_for()
    page.goto(page.url)
    page.locator(".plan .chosen", has_text="翻一番").wait_for()


def test_a_text_that_tries_to_be_html_stays_text(page: Page, address: str) -> None:
    page.goto(address + "text?plan=" + fixture.QINGYUAN)
    page.locator(".plan").get_by_text("<script>window.hacked = true</script>").wait_for()
    assert page.locator(".plan script, .plan img").count() == 0
    assert page.evaluate("window.hacked === undefined")
    page.goto(address + "quality")
    page.get_by_text("<b>2077</b>").wait_for()


def test_find_and_sort_in_a_table(page: Page, address: str) -> None:
    page.goto(address)
    table = page.locator(".ledger", has_text="现状来源").or_(page.locator(".ledger", has=page.get_by_role("searchbox")))
    table.get_by_role("searchbox").fill("绿道")
    table.get_by_text("显示 2 / 11 行").wait_for()
    if page.viewport_size and page.viewport_size["width"] > 640:  # a phone shows cards, without a head to sort by
        table.get_by_role("searchbox").fill("")
        table.get_by_role("button", name="现状", exact=True).click()
        first = table.locator("tbody tr").first
        assert "城乡居民收入倍差" in first.inner_text()
        table.get_by_role("button", name="现状", exact=True).click()
        assert "地区生产总值" in first.inner_text()
        assert "缺" in table.locator("tbody tr").last.inner_text(), "missing stays last, whichever way"


def test_a_wrong_link_gets_help(page: Page, address: str) -> None:
    page.goto(address + "text?statement=no-such-statement")
    page.get_by_text("没有编号为").wait_for()
