"""Whether sign-in to the dashboard is configured, told from Streamlit's secrets file before Streamlit runs.

The command line asks before it starts the server, the dashboard on every visit. Both must agree that a file which is
there and cannot be used is no reason to let everybody in, so a broken file is told from an absent one.
"""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipelines.settings import Settings

# Set by the command line for the dashboard it starts: a person said that nobody has to sign in.
WITHOUT_LOGIN = "PLANLEDGER_WITHOUT_LOGIN"
# Addresses that only this machine can reach.
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})

_SHARED = ("redirect_uri", "cookie_secret")
_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
# Streamlit warns below 14 bytes; whoever guesses this secret can sign in as anybody.
_SHORTEST_SECRET = 32


class SignIn(NamedTuple):
    """The file that was looked at; ``trouble`` says in Chinese why it cannot be used."""

    file: Path
    is_configured: bool
    trouble: str | None = None


def read(settings: Settings) -> SignIn:
    """The sign-in of an installation: configured, not configured, or (``trouble``) wrongly configured."""
    file = settings.secrets_file
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        trouble = f"PLANLEDGER_SECRETS 指定的文件 {file} 不存在" if settings.has_own_secrets_file else None
        return SignIn(file, False, trouble)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return SignIn(file, False, f"登录配置 {file} 读不了：{error}")
    if "auth" not in content:
        return SignIn(file, False)
    missing = missing_of(content["auth"])
    if missing:
        return SignIn(file, False, f"登录配置 {file} 的 [auth] 中：{missing}")
    if importlib.util.find_spec("authlib") is None:
        return SignIn(file, False, "登录需要 Authlib，当前环境没有安装。请先运行：make setup")
    return SignIn(file, True)


def providers_of(auth: Mapping[str, Any]) -> list[str]:
    """The names of the providers that have a section of their own; none where ``[auth]`` itself describes the one."""
    return [name for name, value in auth.items() if isinstance(value, Mapping) and name != "client_kwargs"]


def missing_of(auth: Any) -> str | None:
    """What an ``[auth]`` section lacks, in Chinese; None if it can be used."""
    if not isinstance(auth, Mapping):
        return "应是一节配置"
    lacking = [name for name in _SHARED if not auth.get(name)]
    sections = {f"{name}.": auth[name] for name in providers_of(auth)} or {"": auth}
    lacking += [prefix + name for prefix, section in sections.items() for name in _PROVIDER if not section.get(name)]
    if lacking:
        return f"缺少 {'、'.join(lacking)}"
    if len(str(auth["cookie_secret"])) < _SHORTEST_SECRET:
        return f"cookie_secret 太短，至少 {_SHORTEST_SECRET} 个字符，可用 openssl rand -hex 32 生成"
    return None
