"""The dashboard's entry: ``streamlit run dashboards/app.py``. It names the pages, modules of ``views``."""

from __future__ import annotations

import sys
from pathlib import Path

# Streamlit puts this folder on the path and not the project's, from which the modules are imported by full name.
_PROJECT = str(Path(__file__).resolve().parent.parent)
if _PROJECT not in sys.path:
    sys.path.insert(0, _PROJECT)

import streamlit as st  # noqa: E402

from dashboards import access, data, layout  # noqa: E402
from dashboards import text as words  # noqa: E402

words.choose()

# Before anything is read. `data.rows` refuses as well; here a person is told, and no page is even named.
_visitor: access.Visitor | None = None
try:
    access.check_address()
    _visitor = data.visitor()
except access.Refusal as _refusal:
    layout.refuse(_refusal)
    st.stop()
except (data.NoWarehouse, data.UnreadableWarehouse):
    pass  # each page says what is wrong

_title, _told = words.APP_TITLE, []
if (_day := layout.shows_day()) is not None:
    _title = words.AS_OF_TITLE.format(day=_day, title=_title)
    _told.append(("as-of", words.AS_OF_BANNER.format(day=_day)))
if layout.shows_example_data():
    _title = words.EXAMPLE_TITLE.format(title=_title)
    _told.insert(0, ("example", words.EXAMPLE_BANNER))

st.set_page_config(page_title=_title, page_icon="📒", layout="wide")

# Streamlit leaves six empty lines above a page; nothing else of its style is touched.
st.html("<style>.stMainBlockContainer { padding-top: 3.6rem; padding-bottom: 3rem; }</style>")

layout.banner(*_told)
if _visitor is not None:
    layout.say_who(_visitor)
layout.language_switch()

st.navigation(
    [
        st.Page(f"views/{name}.py", title=title, url_path=name, default=name == "overview")
        for name, title in words.PAGES.items()
    ],
    position="top",
).run()
