"""Who is looking at the dashboard, and what that person may see.

Nobody is let in by a mistake: a configuration that is there and cannot be used, or one half of it without the other,
refuses everybody. Only where nothing at all is configured does the dashboard show everything, to this machine alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import streamlit as st

from dashboards import text as words
from dashboards.access_rules import EVERYTHING, BrokenRules, Grant, Region, Rules, Scope, parse, scopes
from pipelines import sign_in
from pipelines.settings import Settings


class Refusal(Exception):
    """This person sees no data; which kind says why."""


class SignInNeeded(Refusal):
    """Nobody has signed in yet. ``providers`` are the names to choose from, empty where there is only one."""

    def __init__(self, providers: list[str]) -> None:
        super().__init__(words.SIGN_IN_NEEDED)
        self.providers = providers


class Unknown(Refusal):
    """Somebody has signed in whom no rule names."""

    def __init__(self, name: str, contact: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.contact = contact


class Misconfigured(Refusal):
    """Sign-in or the rules cannot be used; the message says in Chinese what to mend."""


class Visitor(NamedTuple):
    """Who is looking. Without sign-in ``name`` and ``grant`` are None and the scope is everything."""

    name: str | None
    grant: Grant | None
    scope: Scope


_ANYBODY = Visitor(None, None, EVERYTHING)


def check_address() -> None:
    """Whether what everybody sees is served to this machine alone. Raises `Misconfigured`."""
    address = st.get_option("server.address")
    if address not in sign_in.LOCAL and not _is_without_login() and not _is_sign_in_asked():
        raise Misconfigured(words.ACCESS_OPEN_ADDRESS.format(address=address or "0.0.0.0"))


def visitor(version: Any, read_regions: Callable[[], tuple[Region, ...]]) -> Visitor:
    """The person of this session.

    Args:
        version: which published file; what the rules mean is worked out once for each.
        read_regions: the regions of that file; asked for only where there are rules.

    Raises:
        Refusal: this person sees nothing.
    """
    if _is_without_login() or not _is_sign_in_asked():
        return _ANYBODY
    claims = _claims()
    rules = _rules()
    grant = rules.grant_of(claims)
    name = str(claims.get("email") or claims.get("name") or claims.get("sub") or words.MISSING)
    if grant is None:
        raise Unknown(name, rules.contact)
    try:
        return Visitor(name, grant, _scopes(rules, version, read_regions)[grant])
    except BrokenRules as error:
        raise _broken(error) from error


def _is_without_login() -> bool:
    return os.environ.get(sign_in.WITHOUT_LOGIN) == "1"


def _is_sign_in_asked() -> bool:
    """Whether people have to sign in. Raises `Misconfigured` where somebody meant it and it does not work."""
    settings = Settings.load()
    configured = sign_in.read(settings)
    if configured.trouble is not None:
        raise Misconfigured(configured.trouble)
    auth = _streamlit_auth()
    if auth is not None:
        missing = sign_in.missing_of(auth)
        if missing is not None:
            raise Misconfigured(words.ACCESS_SECRETS.format(missing=missing))
        return True
    if configured.is_configured:
        raise Misconfigured(words.ACCESS_SECRETS_UNKNOWN.format(path=configured.file))
    if settings.access_file.exists():
        raise Misconfigured(words.ACCESS_WITHOUT_SIGN_IN.format(path=settings.access_file))
    return False


def _streamlit_auth() -> Any:
    """The section of Streamlit's secrets that its sign-in goes by, None if there is none."""
    return st.secrets.get("auth") if st.secrets.load_if_toml_exists() else None


def _claims() -> Mapping[str, Any]:
    claims = st.user.to_dict()
    if claims.get("is_logged_in") is not True:
        raise SignInNeeded(sign_in.providers_of(_streamlit_auth()))
    return claims


def _rules() -> Rules:
    """The rules as they stand now, so that what is taken from a person is gone at the next click."""
    path = Settings.load().access_file
    try:
        return _parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise Misconfigured(words.ACCESS_NO_RULES.format(path=path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(words.ACCESS_UNREADABLE.format(path=path, reason=error)) from error
    except BrokenRules as error:
        raise _broken(error) from error


def _broken(error: BrokenRules) -> Misconfigured:
    line = "" if error.line is None else words.ACCESS_LINE.format(line=error.line)
    return Misconfigured(words.ACCESS_BROKEN.format(path=Settings.load().access_file, line=line, reason=error))


@lru_cache(maxsize=8)
def _parsed(text: str) -> Rules:
    return parse(text)


_known_scopes: dict[tuple[Rules, Any], dict[Grant, Scope]] = {}


def _scopes(rules: Rules, version: Any, read_regions: Callable[[], tuple[Region, ...]]) -> dict[Grant, Scope]:
    """What each entry gives, for the newest rules and file only."""
    key = (rules, version)
    found = _known_scopes.get(key)
    if found is None:
        found = scopes(rules, read_regions())
        _known_scopes.clear()
        _known_scopes[key] = found
    return found
