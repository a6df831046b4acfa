"""The pages and the menu that leads to them; every link of it carries the view."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping
from copy import copy

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import address
from components.language import current, t

_KEY, _DECLARED_FOR = "pages", "pages declared for"
_FILES = {"home": "overview"}
# Not those of the pages as declared: browsers would fetch them from Google, to show them on their tabs.
_ICONS = {
    # The page at `/` has no other address: it stands for /overview, which links and people name.
    "home": ":material/dashboard:",
    "overview": ":material/dashboard:",
    "items": ":material/checklist:",
    "item": ":material/task_alt:",
    "departments": ":material/account_balance:",
    "timeline": ":material/view_timeline:",
    "indicators": ":material/monitoring:",
    "regions": ":material/map:",
    "leads": ":material/campaign:",
    "organization": ":material/account_tree:",
    "briefing": ":material/description:",
    "data": ":material/fact_check:",
    "wall": ":material/slideshow:",
}
UNKNOWN = ""
"""The page of an address that names none."""
# Opened by a link or an address, never from the menu.
_HIDDEN = {"item", "home", "wall", UNKNOWN}


def _file(name: str) -> str:
    """Return a page's file as Streamlit knows it: relative to the frame."""
    return f"../pages/{name}.py"


def pages(turn: str) -> Mapping[str, StreamlitPage]:
    """Declare all pages, titled in the reader's language, and keep them for the links of this run.

    `turn` is the page that the wall display shows.
    """
    end = address.path_end()
    unknown = "" if end in _ICONS else end
    said = (current(), turn, unknown)
    if st.session_state.get(_DECLARED_FOR) != said:
        # A page knows whether it was run: each session has its own.
        declared = {name: copy(page) for name, page in _declared(current(), turn).items()}
        if unknown:
            # A page of that name, or Streamlit would say in English that there is none.
            declared[UNKNOWN] = st.Page(_file("overview"), url_path=unknown, visibility="hidden")
        st.session_state[_KEY], st.session_state[_DECLARED_FOR] = declared, said
    kept: Mapping[str, StreamlitPage] = st.session_state[_KEY]
    return kept


# Declaring a page looks for its file; its title is in the language spoken.
@functools.cache
def _declared(_lang: str, turn: str) -> Mapping[str, StreamlitPage]:
    files = {**_FILES, "wall": turn}
    return {
        name: st.Page(
            _file(files.get(name, name)),
            title=t(f"page.{_FILES.get(name, name)}"),
            url_path=name,
            default=name == "home",
            visibility="hidden" if name in _HIDDEN else "visible",
        )
        for name in _ICONS
    }


def page(name: str) -> StreamlitPage:
    """Return a declared page to link to; Streamlit finds it faster than by its file."""
    declared: Mapping[str, StreamlitPage] = st.session_state[_KEY]
    return declared[name]


def names() -> Collection[str]:
    """List the pages that a link may lead to."""
    return _ICONS


def listed(opened: str, link: Callable[[str, str], str]) -> str:
    """List the pages of the menu as Markdown, the open one in strong type; `link` makes links."""
    lines = []
    for name, icon in _ICONS.items():
        if name not in _HIDDEN:
            words = t(f"page.{name}")
            # The icon stands outside: it would be read out as a part of the link.
            lines.append(f"- {icon} {link(name, f'**{words}**' if name == opened else words)}")
    return "\n".join(lines)
