"""Filters that live in the URL: the address is the only place where a choice is kept, so a link reopens the same view.

A widget takes its value from the URL on every run and writes it back when a person changes it. A value in the URL that
is not among the choices is told in Chinese and replaced by the default; it never raises.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboards import text as words


def read(name: str) -> str | None:
    """The parameter as it stands in the URL, None if it is absent or empty."""
    return st.query_params.get(name) or None


def tell_bad(name: str, value: str, used: str) -> None:
    """Say that a parameter of the link was not understood, and what is shown instead."""
    st.warning(words.BAD_PARAMETER.format(name=name, value=plain(value), used=plain(used)), icon="⚠️")


def plain(value: str) -> str:
    """A value from the URL, made fit to stand between backticks."""
    return value.replace("`", "'").replace("\n", " ")[:80]


def _write(name: str, default: str | None, clears: Sequence[str]) -> None:
    value = st.session_state[f"filter_{name}"]
    for other in clears:
        st.query_params.pop(other, None)
    if value == default or value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def choice(
    name: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    *,
    clears: Sequence[str] = (),
    forced: str | None = None,
) -> str:
    """One of several: ``options`` are value -> label; the value stands in the URL unless it is the default.

    ``clears`` names parameters that lose their meaning when a person changes this one. ``forced`` is what another
    parameter of the link implies; it goes before the URL's own value, and is not written there, so that the browser's
    way back stays as it is.
    """
    asked = forced or read(name)
    value = asked if asked in options else default
    if asked is not None and asked not in options:
        tell_bad(name, asked, options[default])
    st.session_state[f"filter_{name}"] = value
    return str(
        st.selectbox(
            label,
            list(options),
            format_func=lambda key: options.get(key, key),
            key=f"filter_{name}",
            on_change=_write,
            args=(name, default, tuple(clears)),
        )
    )


def _write_many(name: str, default: Sequence[str]) -> None:
    values = st.session_state[f"filter_{name}"]
    if sorted(values) == sorted(default):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = ",".join(values) or "-"


def choices(name: str, label: str, options: Mapping[str, str], default: Sequence[str]) -> list[str]:
    """Any number of several, in the URL joined by commas; ``-`` stands for none."""
    asked = read(name)
    values = list(default)
    if asked is not None:
        wanted = [] if asked == "-" else asked.split(",")
        values = [value for value in wanted if value in options]
        unknown = [value for value in wanted if value not in options]
        if unknown:
            if not values:
                values = list(default)
            tell_bad(name, ",".join(unknown), words.JOINER.join(options[value] for value in values))
    st.session_state[f"filter_{name}"] = values
    return list(
        st.multiselect(
            label,
            list(options),
            format_func=lambda key: options.get(key, key),
            key=f"filter_{name}",
            placeholder=words.NO_REGIONS,
            on_change=_write_many,
            args=(name, list(default)),
        )
    )


def _write_switch(name: str) -> None:
    if st.session_state[f"filter_{name}"]:
        st.query_params[name] = "1"
    else:
        st.query_params.pop(name, None)


def switch(name: str, label: str) -> bool:
    """On or off: ``name=1`` in the URL, or absent."""
    asked = read(name)
    if asked not in (None, "0", "1"):
        tell_bad(name, str(asked), words.NO)
    st.session_state[f"filter_{name}"] = asked == "1"
    return bool(st.toggle(label, key=f"filter_{name}", on_change=_write_switch, args=(name,)))
