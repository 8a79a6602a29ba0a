"""Who may see what: the file ``access.yml``, read strictly. Pure functions; the format is in ``docs/access.md``.

One entry that cannot be understood makes the whole file unusable: whoever wrote it meant to limit somebody, and
guessing whom would either shut people out or let them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipelines.landing.entries import BrokenEntry, BrokenFile, entry_nodes, plain_entry, text_of

FIELDS = ("email", "claim", "value", "role", "regions", "region", "department", "contact")
# The fields of each role beside those that say whom it is given.
ROLE_FIELDS = {"editor": (), "viewer": ("regions",), "department": ("region", "department")}

_REMEDY = "写法见 docs/access.md"


class BrokenRules(ValueError):
    """The file cannot be used: the message says what and how to mend it, in Chinese, ``line`` where."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


class Scope(NamedTuple):
    """What a person may see. ``regions`` are codes; None is everything. ``departments`` are spellings of one name."""

    regions: tuple[str, ...] | None = None
    departments: tuple[str, ...] | None = None


EVERYTHING = Scope()


class Region(NamedTuple):
    """A row of ``marts.dim_region``."""

    code: str
    name: str
    path_name: str
    parent_code: str | None


class Grant(NamedTuple):
    """An entry: whom (an e-mail address, else a claim with a value) and what."""

    line: int
    email: str | None
    claim: str | None
    value: str | None
    role: str
    regions: tuple[str, ...]
    departments: tuple[str, ...]

    def is_for(self, claims: Mapping[str, Any]) -> bool:
        """Whether it is given to the person of these claims."""
        if self.email is not None:
            return self.email == _email_of(claims)
        held = claims.get(str(self.claim))
        held = held if isinstance(held, list | tuple) else [held]
        return any(isinstance(one, str) and one == self.value for one in held)


class Rules(NamedTuple):
    """The file: its entries in their order, and whom to ask."""

    grants: tuple[Grant, ...]
    contact: str | None

    def grant_of(self, claims: Mapping[str, Any]) -> Grant | None:
        """The first entry for a person, None for somebody unknown."""
        return next((grant for grant in self.grants if grant.is_for(claims)), None)


def _email_of(claims: Mapping[str, Any]) -> str | None:
    """The address a person signed in with. One that the provider calls unverified may be anybody's."""
    email = claims.get("email")
    if not isinstance(email, str) or claims.get("email_verified", True) not in (True, "true"):
        return None
    return email.strip().casefold() or None


def parse(text: str) -> Rules:
    """The rules of a file. Raises `BrokenRules` for the first thing that cannot be understood."""
    grants: list[Grant] = []
    contact: str | None = None
    try:
        nodes = entry_nodes(text, "email")
    except BrokenFile as error:
        raise BrokenRules(f"{error}；{_REMEDY}", error.line) from None
    for line, node in nodes:
        try:
            entry = plain_entry(node, FIELDS)
            if "contact" in entry:
                _refuse_others(entry, ("contact",), "contact 单独写一条")
                contact = text_of(entry, "contact")
                continue
            grant = _grant(line, entry)
            earlier = next((one.line for one in grants if one[1:4] == grant[1:4]), None)
            if earlier is not None:
                raise BrokenEntry(f"与第 {earlier} 行是同一个人或同一组，请合并成一条")
            grants.append(grant)
        except BrokenEntry as error:
            raise BrokenRules(f"{error}；{_REMEDY}", line) from None
    return Rules(tuple(grants), contact)


def _grant(line: int, entry: Mapping[str, Any]) -> Grant:
    email = claim = value = None
    if "email" in entry:
        whom: tuple[str, ...] = ("email",)
        email = text_of(entry, "email").casefold()
        if "@" not in email:
            raise BrokenEntry("email 应是电子邮箱地址")
    else:
        whom = ("claim", "value")
        if not entry.keys() & set(whom):
            raise BrokenEntry("没有写给谁：写 email，或写 claim 和 value")
        claim, value = text_of(entry, "claim"), text_of(entry, "value")
    role = text_of(entry, "role")
    if role not in ROLE_FIELDS:
        raise BrokenEntry(f"role 应是 {'、'.join(ROLE_FIELDS)} 之一，现为“{role}”")
    _refuse_others(entry, (*whom, "role", *ROLE_FIELDS[role]), f"role 为 {role} 时不能写")
    regions = () if role == "editor" else _texts(entry, "regions" if role == "viewer" else "region")
    departments = _texts(entry, "department") if role == "department" else ()
    if role == "department" and len(regions) != 1:
        raise BrokenEntry("region 只写一个地区")
    return Grant(line, email, claim, value, role, regions, departments)


def _refuse_others(entry: Mapping[str, Any], wanted: Iterable[str], why: str) -> None:
    others = sorted(entry.keys() - set(wanted))
    if others:
        raise BrokenEntry(f"{why}：多出 {'、'.join(others)}")


def _texts(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """One text or a list of them."""
    value = entry.get(name)
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise BrokenEntry(f"缺少 {name}，或其中有空的一项")
    return tuple(text.strip() for text in texts)


def scopes(rules: Rules, regions: Iterable[Region]) -> dict[Grant, Scope]:
    """What each entry gives. A region includes all that lie in it; a department has its own region alone.

    Raises `BrokenRules` for a region that is not known, or whose name several have.
    """
    known: dict[str, set[str]] = {}
    inside: dict[str, list[str]] = {}
    for region in regions:
        for word in (region.code, region.name, region.path_name, region.path_name.replace(" ", "")):
            known.setdefault(word, set()).add(region.code)
        if region.parent_code:
            inside.setdefault(region.parent_code, []).append(region.code)
    found: dict[Grant, Scope] = {}
    for grant in rules.grants:
        if grant.role == "editor":
            found[grant] = EVERYTHING
            continue
        codes = [_code(word, known, grant.line) for word in grant.regions]
        if grant.role == "viewer":
            codes = sorted({code for top in codes for code in _all_inside(top, inside)})
        found[grant] = Scope(tuple(codes), grant.departments or None)
    return found


def _code(word: str, known: Mapping[str, set[str]], line: int) -> str:
    codes = sorted(known.get(word, ()))
    if not codes:
        raise BrokenRules(f"地区“{word}”不在行政区划代码表里；请写代码表中的名称或六位代码", line)
    if len(codes) > 1:
        raise BrokenRules(f"有几个地区都叫“{word}”；请写六位代码（{'、'.join(codes)}）", line)
    return codes[0]


def _all_inside(top: str, inside: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [top]
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += inside.get(code, ())
    return found
