"""The words of the dashboard in the language of the visit: ``text.PAGE_OVERVIEW`` is that of `text_zh` or `text_en`.

Chinese is the default. English is ``lang=en`` in the URL, kept for the visit when a page is changed.
"""

from __future__ import annotations

import threading
from typing import Any

import streamlit as st

from dashboards import text_en, text_zh

DEFAULT = "zh"
LANGUAGES = {"zh": text_zh, "en": text_en}
PARAMETER = "lang"

_run = threading.local()  # Streamlit runs each visit in a thread of its own


def __getattr__(name: str) -> Any:
    return getattr(LANGUAGES[language()], name)


def language() -> str:
    """The language of the run of this thread: zh or en."""
    return getattr(_run, "language", DEFAULT)


def choose() -> None:
    """Take the language from the URL, else from the visit, and keep it in both. Call once at the start of every run."""
    asked = st.query_params.get(PARAMETER) or st.session_state.get(PARAMETER)
    chosen = asked if asked in LANGUAGES else DEFAULT
    use(chosen)
    if st.session_state.get(PARAMETER) != chosen:
        st.session_state[PARAMETER] = chosen
    if chosen != DEFAULT and st.query_params.get(PARAMETER) != chosen:
        st.query_params[PARAMETER] = chosen
    elif chosen == DEFAULT and PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def use(chosen: str) -> None:
    """Take a language for this thread."""
    _run.language = chosen


def switch() -> None:
    """Change to the other language; for a button's ``on_click``."""
    # Asked of the visit: a run may have a thread of its own, which knows nothing of the one before.
    other = "en" if st.session_state.get(PARAMETER, DEFAULT) == DEFAULT else DEFAULT
    st.session_state[PARAMETER] = other
    st.query_params.pop(PARAMETER, None)
    if other != DEFAULT:
        st.query_params[PARAMETER] = other
