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


def main() -> None:
    """Who is looking, what the figures are, and the page that was asked for."""
    words.choose()
    # Before anything is read. `data.rows` refuses as well; here a person is told, and no page is even named.
    visitor: access.Visitor | None = None
    try:
        access.check_address()
        visitor = data.visitor()
    except access.Refusal as refusal:
        layout.refuse(refusal)
        st.stop()
    except (data.NoWarehouse, data.UnreadableWarehouse):
        pass  # each page says what is wrong

    title, told = words.APP_TITLE, []
    if (day := layout.shows_day()) is not None:
        title = words.AS_OF_TITLE.format(day=day, title=title)
        told.append(("as-of", words.AS_OF_BANNER.format(day=day)))
    if layout.shows_example_data():
        title = words.EXAMPLE_TITLE.format(title=title)
        told.insert(0, ("example", words.EXAMPLE_BANNER))

    st.set_page_config(page_title=title, page_icon="📒", layout="wide")

    # Streamlit leaves six empty lines above a page; nothing else of its style is touched.
    st.html("<style>.stMainBlockContainer { padding-top: 3.6rem; padding-bottom: 3rem; }</style>")

    layout.banner(*told)
    if visitor is not None:
        layout.say_who(visitor)
    layout.language_switch()

    st.navigation(
        [
            st.Page(f"views/{name}.py", title=title, url_path=name, default=name == "overview")
            for name, title in words.PAGES.items()
        ],
        position="top",
    ).run()


with data.one_page():
    main()
