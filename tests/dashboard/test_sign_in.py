"""Signing in as a person does: the real server, a local identity provider and a headless Chromium."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.dashboard import fixture_warehouse as fixture
from tests.dashboard import identity_provider
from tests.dashboard.serving import CHROMIUM, answering, free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.dashboard.identity_provider import Provider

RULES = """\
- contact: 发展改革局规划科
- email: editor@example.gov.cn
  role: editor
- email: viewer@example.gov.cn
  role: viewer
  regions: [庆元县]
- claim: groups
  value: jyj
  role: department
  region: 庆元县
  department: 县教育局
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium fonts-noto-cjk"),
]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with identity_provider.running() as running:
        yield running


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sign-in")
    fixture.build(folder)
    return folder


@pytest.fixture(scope="module")
def address(home: Path, provider: Provider) -> Iterator[str]:
    """The dashboard as the command line starts it, with sign-in configured in its home."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    (home / "secrets.toml").write_text(
        f'[auth]\nredirect_uri = "{url}oauth2callback"\ncookie_secret = "{"s" * 40}"\n'
        f'client_id = "{identity_provider.CLIENT}"\nclient_secret = "secret"\n'
        f'server_metadata_url = "{provider.metadata_url}"\n',
        encoding="utf-8",
    )
    (home / "access.yml").write_text(RULES, encoding="utf-8")
    command = [sys.executable, "-c", "from pipelines.cli import main; main()"]
    command += ["dashboard", "--headless", "--port", str(port)]
    environment = {"PLANLEDGER_HOME": str(home), "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    with answering(command, port, environment, home / "server.log") as answered:
        yield answered


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser that nobody has signed in with yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def rules(home: Path, address: str) -> Iterator[Path]:
    """The rules, put back after a test that changes them."""
    path = home / "access.yml"
    yield path
    path.write_text(RULES, encoding="utf-8")


def sign_in(page: Page, address: str, provider: Provider, **claims: object) -> None:
    provider.claims = claims
    page.goto(address)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(address)


def test_before_signing_in_there_is_no_data(page: Page, address: str) -> None:
    for path in ("", "text?plan=" + fixture.QINGYUAN, "quality", "submissions"):
        page.goto(address + path)
        page.get_by_role("button", name="登录").wait_for()
        page.wait_for_timeout(300)
        shown = page.inner_text("body")
        assert "庆元" not in shown and "建德" not in shown and "总览" not in shown


def test_a_viewer_sees_the_own_region_and_no_other(page: Page, address: str, provider: Provider) -> None:
    sign_in(page, address, provider, email="viewer@example.gov.cn", email_verified=True)
    page.get_by_text("只显示：庆元县").wait_for()
    page.get_by_text("62.4%").first.wait_for()
    assert "建德" not in page.content()
    for path in ("?plan=" + fixture.JIANDE, "?region=330182", "text?plan=" + fixture.JIANDE,
                 f"text?statement={fixture.JIANDE}-q0003", "indicator?indicator=urbanisation_rate", "tasks",
                 "submissions", "quality"):  # fmt: skip
        page.goto(address + path)
        page.get_by_text("只显示：庆元县").wait_for()
        page.get_by_text("数据版本", exact=False).first.wait_for()
        assert "建德" not in page.content(), path
        assert "66%" not in page.inner_text("body"), path


def test_a_department_by_its_group(page: Page, address: str, provider: Provider) -> None:
    sign_in(page, address, provider, email="someone@example.gov.cn", groups=["all", "jyj"])
    page.get_by_text("只显示：庆元县、县教育局").wait_for()
    page.goto(address + "submissions")
    page.get_by_text("县教育局").first.wait_for()
    page.get_by_text("未报").first.wait_for()
    assert "县发改局" not in page.content()


def test_an_editor_sees_everything_and_can_sign_out(page: Page, address: str, provider: Provider) -> None:
    sign_in(page, address, provider, email="Editor@example.gov.cn")
    page.get_by_text("只显示：不限").wait_for()
    page.get_by_text("≤ 25 微克/立方米").first.wait_for()
    page.get_by_role("button", name="退出").click()
    page.get_by_role("button", name="登录").wait_for()
    page.goto(address)
    page.get_by_role("button", name="登录").wait_for()


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "stranger@example.org", "email_verified": True},
        {"email": "editor@example.gov.cn", "email_verified": False},
        {"name": "editor@example.gov.cn"},
    ],
)
def test_somebody_unknown_is_told_whom_to_ask(
    page: Page, address: str, provider: Provider, claims: dict[str, object]
) -> None:
    sign_in(page, address, provider, **claims)
    page.get_by_text("发展改革局规划科").wait_for()
    shown = page.inner_text("body")
    assert "没有查看权限" in shown
    assert "庆元" not in shown and "建德" not in shown and "总览" not in shown


def test_what_is_taken_away_is_gone_at_the_next_click(
    page: Page, address: str, provider: Provider, rules: Path
) -> None:
    sign_in(page, address, provider, email="viewer@example.gov.cn")
    page.get_by_text("只显示：庆元县").wait_for()
    rules.write_text(RULES.replace("viewer@", "other@"), encoding="utf-8")
    page.get_by_role("link", name="数据质量").first.click()
    page.get_by_text("没有查看权限").wait_for()


def test_a_broken_file_lets_nobody_in(page: Page, address: str, provider: Provider, rules: Path) -> None:
    rules.write_text(RULES.replace("[庆元县]", "[某某县]"), encoding="utf-8")
    sign_in(page, address, provider, email="editor@example.gov.cn")
    page.get_by_text("不在行政区划代码表里").wait_for()
    shown = page.inner_text("body")
    assert "第 4 行" in shown and "access.yml" in shown
    assert "建德" not in shown
