"""Sign-in configured, not configured and configured wrongly: what the command starts, and what the dashboard shows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from click.testing import CliRunner, Result
from streamlit.testing.v1 import AppTest

from dashboards import access, data
from pipelines import cli, sign_in
from pipelines.settings import Settings
from tests.dashboard import fixture_warehouse as fixture

APP = str(Path(__file__).resolve().parents[2] / "dashboards" / "app.py")
PROVIDER = {"client_id": "c", "client_secret": "s", "server_metadata_url": "https://id.example.org/.well-known/x"}
AUTH: dict[str, Any] = {"redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "k" * 32} | PROVIDER
EDITOR = "- email: a@example.org\n  role: editor\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in a process that a command may have changed the environment of."""
    home = tmp_path / "home"
    fixture.build(home)
    monkeypatch.setenv("PLANLEDGER_HOME", str(home))
    monkeypatch.setenv(sign_in.WITHOUT_LOGIN, "")
    monkeypatch.setattr(sign_in.importlib.util, "find_spec", lambda name: name)
    return home


def toml(auth: dict[str, Any]) -> str:
    lines = [f'{name} = "{value}"' for name, value in auth.items() if not isinstance(value, dict)]
    for name, section in auth.items():
        if isinstance(section, dict):
            lines += [f"[auth.{name}]", *(f'{key} = "{value}"' for key, value in section.items())]
    return "\n".join(["[auth]", *lines])


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    found: list[list[str]] = []
    monkeypatch.setattr(cli, "_become_tool", lambda name, arguments: found.append(arguments))
    return found


def dashboard(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["dashboard", *arguments])


# -- the command -------------------------------------------------------------------------------------------------------


def option(arguments: list[str], name: str) -> str | None:
    return arguments[arguments.index(name) + 1] if name in arguments else None


def test_by_default_only_this_machine_is_served(home: Path, started: list[list[str]]) -> None:
    assert dashboard().exit_code == 0
    assert option(started[0], "--server.address") == "127.0.0.1"
    assert option(started[0], "--secrets.files") is None
    assert os.environ.get(sign_in.WITHOUT_LOGIN) != "1"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.5", "", "127.0.0.1.example.org"])
def test_a_network_is_not_served_without_sign_in(home: Path, started: list[list[str]], address: str) -> None:
    result = dashboard("--address", address)
    assert result.exit_code == 1
    assert "没有配置登录" in result.output and "docs/access.md" in result.output and "--without-login" in result.output
    assert not started


def test_unless_somebody_says_so(home: Path, started: list[list[str]]) -> None:
    assert dashboard("--address", "0.0.0.0", "--without-login").exit_code == 0
    assert option(started[0], "--server.address") == "0.0.0.0"
    assert os.environ[sign_in.WITHOUT_LOGIN] == "1"
    assert dashboard().exit_code == 0
    assert os.environ.get(sign_in.WITHOUT_LOGIN) != "1", "it holds for that one start"


def test_with_sign_in_a_network_is_served(home: Path, started: list[list[str]]) -> None:
    (home / "secrets.toml").write_text(toml(AUTH))
    (home / "access.yml").write_text(EDITOR)
    assert dashboard("--address", "0.0.0.0").exit_code == 0
    assert option(started[0], "--secrets.files") == str(home / "secrets.toml")


def test_sign_in_without_rules_does_not_start(home: Path, started: list[list[str]]) -> None:
    (home / "secrets.toml").write_text(toml(AUTH))
    result = dashboard()
    assert result.exit_code == 1 and str(home / "access.yml") in result.output
    assert not started


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[auth", "读不了"),
        (b"\xff\xfe", "读不了"),
        (b"auth = 1", "应是一节配置"),
        (b"[auth]\n", "缺少 redirect_uri、cookie_secret、client_id"),
        (toml(AUTH | {"client_id": ""}).encode(), "缺少 client_id"),
        (toml(AUTH | {"cookie_secret": "short"}).encode(), "openssl rand -hex 32"),
        (toml(AUTH | {"gov": PROVIDER | {"client_secret": ""}}).encode(), r"缺少 gov.client_secret"),
    ],
)
def test_sign_in_that_cannot_work_is_told(home: Path, started: list[list[str]], content: bytes, told: str) -> None:
    (home / "secrets.toml").write_bytes(content)
    result = dashboard()
    assert result.exit_code == 1 and told in result.output and str(home / "secrets.toml") in result.output
    assert not started


def test_a_named_file_has_to_be_there(
    home: Path, started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANLEDGER_SECRETS", str(tmp_path / "none.toml"))
    result = dashboard()
    assert result.exit_code == 1 and "PLANLEDGER_SECRETS" in result.output


def test_sign_in_needs_its_library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "secrets.toml").write_text(toml(AUTH))
    monkeypatch.setattr(sign_in.importlib.util, "find_spec", lambda name: None)
    assert "make setup" in str(sign_in.read(Settings.load()).trouble)


def test_other_secrets_are_no_sign_in(home: Path) -> None:
    (home / "secrets.toml").write_text("[other]\nkey = 1\n")
    assert sign_in.read(Settings.load()) == sign_in.SignIn(home / "secrets.toml", False)


def test_providers_with_sections_of_their_own() -> None:
    shared = {"redirect_uri": "x", "cookie_secret": "k" * 32, "client_kwargs": {"scope": "openid"}}
    assert sign_in.providers_of(shared | PROVIDER) == []
    assert sign_in.providers_of(shared | {"gov": PROVIDER, "other": PROVIDER}) == ["gov", "other"]
    assert sign_in.missing_of(shared | {"gov": PROVIDER}) is None


# -- the dashboard -----------------------------------------------------------------------------------------------------


def opened(auth: dict[str, Any] | None = None) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    if auth is not None:
        app.secrets["auth"] = auth
    app.run()
    assert not app.exception, app.exception
    return app


def spoken(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.warning, app.info, app.error, app.caption)
    return "\n".join(element.value.replace("\\", "") for kind in kinds for element in kind)


def test_where_nothing_is_configured_everything_is_shown_and_nobody_named(home: Path) -> None:
    told = spoken(opened())
    assert "数据版本" in told and "已登录" not in told


def test_rules_without_sign_in_show_nothing(home: Path) -> None:
    (home / "access.yml").write_text(EDITOR)
    told = spoken(opened())
    assert "没有配置登录" in told and "数据版本" not in told
    with pytest.raises(access.Misconfigured):
        data.rows("plans")


def test_but_do_where_somebody_said_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "access.yml").write_text(EDITOR)
    monkeypatch.setenv(sign_in.WITHOUT_LOGIN, "1")
    assert "数据版本" in spoken(opened())


def test_sign_in_that_was_not_handed_to_the_server_shows_nothing(home: Path) -> None:
    """``streamlit run`` by hand reads other secrets than the command gives it."""
    (home / "secrets.toml").write_text(toml(AUTH))
    (home / "access.yml").write_text(EDITOR)
    told = spoken(opened())
    assert "planledger dashboard" in told and "数据版本" not in told


def test_broken_sign_in_shows_nothing(home: Path) -> None:
    (home / "secrets.toml").write_text("[auth")
    told = spoken(opened())
    assert "secrets.toml" in told and "数据版本" not in told


def test_somebody_who_has_not_signed_in_is_asked_to(home: Path) -> None:
    (home / "access.yml").write_text(EDITOR)
    app = opened(AUTH)
    assert [button.label for button in app.button] == ["登录"]
    assert "数据版本" not in spoken(app)
    shared = {name: value for name, value in AUTH.items() if name not in PROVIDER}
    app = opened(shared | {"gov": PROVIDER, "other": PROVIDER})
    assert [button.label for button in app.button] == ["用 gov 登录", "用 other 登录"]


def test_an_address_that_others_reach_shows_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = st.get_option("server.address")
    for address in ("0.0.0.0", None):
        st.config.set_option("server.address", address)
        try:
            told = spoken(opened())
        finally:
            st.config.set_option("server.address", before)
        assert "0.0.0.0" in told and "数据版本" not in told


# -- the person --------------------------------------------------------------------------------------------------------


@pytest.fixture
def signed_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The claims of whoever has signed in."""
    claims: dict[str, Any] = {"is_logged_in": True}
    monkeypatch.setattr(access, "_streamlit_auth", lambda: AUTH)
    monkeypatch.setattr(access.st.user.__class__, "to_dict", lambda self: claims)
    return claims


def test_a_viewer_has_rows_of_the_region(home: Path, signed_in: dict[str, Any]) -> None:
    (home / "access.yml").write_text("- email: v@example.org\n  role: viewer\n  regions: 庆元县\n", encoding="utf-8")
    signed_in["email"] = "v@example.org"
    assert [row["region_name"] for row in data.rows("plans")] == ["庆元县"]
    signed_in["email"] = "w@example.org"
    with pytest.raises(access.Unknown):
        data.rows("plans")
    signed_in |= {"email": "v@example.org", "is_logged_in": "yes"}
    with pytest.raises(access.SignInNeeded):
        data.rows("plans")


def test_rules_are_read_again_at_every_click(home: Path, signed_in: dict[str, Any]) -> None:
    signed_in["email"] = "a@example.org"
    with pytest.raises(access.Misconfigured, match="没有权限名单"):
        data.rows("plans")
    (home / "access.yml").write_text(EDITOR)
    assert len(data.rows("plans")) == 2
    (home / "access.yml").write_text(EDITOR.replace("editor", "edtor"))
    with pytest.raises(access.Misconfigured, match=r"access\.yml 第 1 行：role 应是"):
        data.rows("plans")
    (home / "access.yml").write_bytes(b"\xff")
    with pytest.raises(access.Misconfigured, match="UTF-8"):
        data.rows("plans")


def test_an_unknown_region_of_one_keeps_everybody_out(home: Path, signed_in: dict[str, Any]) -> None:
    signed_in["email"] = "a@example.org"
    (home / "access.yml").write_text(EDITOR + "- email: b@c\n  role: viewer\n  regions: 某某县\n", encoding="utf-8")
    with pytest.raises(access.Misconfigured, match="第 3 行：地区“某某县”"):
        data.rows("plans")


def test_without_a_warehouse_an_unknown_person_still_learns_nothing(
    home: Path, signed_in: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANLEDGER_HOME", str(tmp_path / "empty"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "access.yml").write_text(EDITOR)
    signed_in["email"] = "nobody@example.org"
    with pytest.raises(access.Unknown):
        data.visitor()
    signed_in["email"] = "a@example.org"
    with pytest.raises(data.NoWarehouse):
        data.visitor()


def test_the_example_of_the_document_is_understood() -> None:
    from dashboards.access_rules import parse

    text = (Path(APP).parents[1] / "docs" / "access.example.yml").read_text(encoding="utf-8")
    rules = parse(text)
    assert {grant.role for grant in rules.grants} == {"editor", "viewer", "department"} and rules.contact
