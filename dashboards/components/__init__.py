"""The two pieces that Streamlit has no safe match for: a table whose cells link to sentences, and a marked plan text.

Both are given data and build text nodes from it, so text from inputs is never parsed as HTML. Links are real addresses;
a plain click on one that leads to the page it stands on changes the view in place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from dashboards import text as words

_HERE = Path(__file__).resolve().parent


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_table = st.components.v2.component(
    "planledger.table", html='<div class="ledger"></div>', css=_asset("table.css"), js=_asset("table.js")
)
_text = st.components.v2.component(
    "planledger.text", html='<div class="plan" tabindex="0"></div>', css=_asset("text.css"), js=_asset("text.js")
)


def _follow(address: str | None) -> None:
    """Show another view of the page: the parameters of a relative address become the URL's own."""
    if not address:
        return
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path not in words.PAGES:
        return
    st.query_params.from_dict(dict(parse_qsl(parts.query)))
    st.rerun()


def cell(
    text: str, *, href: str | None = None, sort: float | str | None = None, sub: str | None = None, style: str = ""
) -> dict[str, Any]:
    """One cell: its text, an address, what to sort by if not the text, a small second line, a class of table.css."""
    content: dict[str, Any] = {"t": text}
    if href:
        content["href"] = href
    if sort is not None:
        content["s"] = sort
    if sub:
        content["sub"] = sub
    if text == words.MISSING:
        style = f"{style} missing".strip()
        content["s"] = None
    if style:
        content["c"] = style
    return content


def count(value: int | None) -> dict[str, Any]:
    """A cell with a count; a zero steps back, on a phone altogether."""
    return cell(words.MISSING if value is None else f"{value:,}", sort=value, style="zero" if value == 0 else "")


def links(*parts: tuple[str, str | None]) -> dict[str, Any]:
    """A cell with several links, one a line; those without an address are left out."""
    kept = [{"t": text, "href": href} for text, href in parts if href]
    return {"t": "", "parts": kept} if kept else cell(words.MISSING)


def column(key: str, label: str, *, align: str = "left", width: str = "", sort: bool = True) -> dict[str, Any]:
    return {"key": key, "label": label, "align": align, "width": width, "sort": sort}


def table(
    key: str,
    columns: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    *,
    height: str = "34rem",
    find: bool = True,
    head: bool = True,
) -> None:
    """Show rows of cells. ``head=False`` makes a plain list of pairs."""
    result = _table(
        key=f"table_{key}",
        data={
            "columns": list(columns),
            "rows": list(rows),
            "height": height,
            "find": find and len(rows) > 8,
            "head": head,
            "words": {
                "find": words.TABLE_FIND,
                "count": words.TABLE_COUNT,
                "shown": words.TABLE_SHOWN,
                "empty": words.TABLE_EMPTY,
                "more": words.TABLE_MORE,
                "sort": words.TABLE_SORT,
            },
        },
        on_open_change=lambda: None,
    )
    _follow(result.open)


def pairs(key: str, items: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """A list of names and values."""
    table(
        key,
        [column("name", ""), column("value", "")],
        [{"name": cell(name, style="label"), "value": value} for name, value in items],
        find=False,
        head=False,
        height="",
    )


def plan_text(
    key: str, lines: Sequence[Mapping[str, Any]], *, link: str, place: str, section: int | None, reveal: bool
) -> None:
    """Show a marked text (see `dashboards.plan_markup`). ``place`` names what is chosen: a new one is scrolled to."""
    payload = list(lines)
    print_ = hashlib.sha256(json.dumps(payload, ensure_ascii=False).encode()).hexdigest()[:16]
    result = _text(
        key=f"text_{key}",
        data={"lines": payload, "print": print_, "link": link, "place": place, "section": section, "reveal": reveal},
        on_open_change=lambda: None,
    )
    _follow(result.open)
