"""What every page shares: help instead of a traceback, and the footer that says which data this is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from dashboards import access, data, formatting
from dashboards import text as words


def show(page: Callable[[], None]) -> None:
    """Run one page. Without a readable warehouse, say in Chinese what is wrong and what to run."""
    try:
        page()
        _footer()
    except data.NoWarehouse:
        st.subheader(words.NO_WAREHOUSE_TITLE)
        st.info(words.NO_WAREHOUSE.format(path=_code(str(data.published_link()))), icon="ℹ️")
        st.markdown(words.NO_WAREHOUSE_REMEDY)
    except data.UnreadableWarehouse as error:
        st.subheader(words.UNREADABLE_TITLE)
        st.error(words.UNREADABLE.format(path=_code(error.path), reason=_code(error.reason)), icon="⚠️")
        st.markdown(words.UNREADABLE_REMEDY)
    except access.Refusal as refusal:  # what a person may see can end between two clicks
        refuse(refusal)


def refuse(refusal: access.Refusal) -> None:
    """All that somebody sees who may see no data: how to sign in, whom to ask, or what to mend."""
    st.set_page_config(page_title=words.APP_TITLE, page_icon="📒")
    st.title(words.APP_TITLE)
    if isinstance(refusal, access.SignInNeeded):
        st.info(words.SIGN_IN_NEEDED, icon="🔑")
        if not refusal.providers:
            st.button(words.SIGN_IN, type="primary", on_click=st.login)
        for name in refusal.providers:
            label = words.SIGN_IN_WITH.format(name=formatting.escape_markdown(name))
            st.button(label, key=f"sign_in_{name}", type="primary", on_click=st.login, args=(name,))
        return
    if isinstance(refusal, access.Unknown):
        st.subheader(words.ACCESS_UNKNOWN_TITLE)
        contact = formatting.escape_markdown(refusal.contact or words.ACCESS_NO_CONTACT)
        st.warning(
            words.ACCESS_UNKNOWN.format(name=formatting.escape_markdown(refusal.name), contact=contact), icon="🔒"
        )
    else:
        st.subheader(words.ACCESS_MISCONFIGURED_TITLE)
        st.error(formatting.escape_markdown(str(refusal)), icon="⚠️")
    if st.user.get("is_logged_in"):
        st.button(words.SIGN_OUT, on_click=st.logout)


def say_who(visitor: access.Visitor) -> None:
    """Above every page: who has signed in and what the figures are limited to. Nothing where nobody has to sign in."""
    if visitor.grant is None:
        return
    grant = visitor.grant
    shown = words.ACCESS_ALL if grant.role == "editor" else words.JOINER.join((*grant.regions, *grant.departments[:1]))
    told = words.SIGNED_IN.format(
        name=formatting.escape_markdown(str(visitor.name)), shown=formatting.escape_markdown(shown)
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="content")
        st.button(words.SIGN_OUT, on_click=st.logout, type="tertiary")


def shows_example_data() -> bool:
    """Whether what is published is example data. False where nothing can be read: the page then says that."""
    return any(row.get("is_example") for row in _publication())


def shows_day() -> date | None:
    """The day of a past view; None for the present, and where nothing can be read: the page then says that."""
    return next((row["as_of"] for row in _publication() if row.get("as_of") is not None), None)


def _publication() -> list[data.Row]:
    try:
        return data.rows("publication")
    except (data.NoWarehouse, data.UnreadableWarehouse):
        return []


def banner(*told: tuple[str, str]) -> None:
    """Above whatever page is shown, in plain sight and on paper too; it stays while the page is scrolled.

    Args:
        told: what is said, each with the class of its element: ``example`` or ``as-of``.
    """
    if not told:
        return
    lines = "".join(f'<div class="{kind}-banner" role="note">{text}</div>' for kind, text in told)
    st.html(
        "<style>.example-banner, .as-of-banner { color: #fff; font-weight: 700; padding: .5rem .9rem; "
        "border-radius: .3rem; print-color-adjust: exact; }"
        ".example-banner { background: #b42318; } .as-of-banner { background: #1f4e79; }"
        ".stElementContainer:has(.banners), .stHtml:has(.banners) { position: sticky; top: 3.6rem; z-index: 90; }"
        f'</style><div class="banners">{lines}</div>'
    )


def language_switch() -> None:
    """The button for the other language, beside the title of every page."""
    st.html(
        "<style>.st-key-language { margin-bottom: -3.6rem; pointer-events: none; }"
        " .st-key-language button { pointer-events: auto; position: relative; z-index: 80; }"
        " @media print { .st-key-language { display: none; } }</style>"
    )
    with st.container(key="language", horizontal=True, horizontal_alignment="right"):
        st.button(words.OTHER_LANGUAGE, key="other_language", type="tertiary", on_click=words.switch)


def say_empty() -> None:
    """The warehouse is there and holds no plan."""
    st.subheader(words.EMPTY_TITLE)
    st.info(words.EMPTY, icon="ℹ️")


def is_empty() -> bool:
    """Whether there is no plan to be seen; then that is said."""
    if data.rows("plans"):
        return False
    say_empty()
    return True


def _footer() -> None:
    _page_links()
    publication = data.rows("publication")
    if not publication:
        return
    row = publication[0]
    st.caption(
        words.FOOTER.format(
            version=formatting.escape_markdown(str(row["version"])),
            published_at=formatting.escape_markdown(formatting.moment(row["published_at"])),
            run_id=formatting.escape_markdown(str(row["run_id"] or words.MISSING)),
        )
    )


def _page_links() -> None:
    """The pages once more at the foot: on a phone the menu at the head is folded away."""
    with st.container(horizontal=True):
        for name, title in words.PAGES.items():
            st.page_link(f"views/{name}.py", label=title, width="content")


def _code(text: str) -> str:
    return text.replace("`", "'").replace("\n", " ")
