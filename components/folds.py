"""What is folded away until a reader asks for it: what is open stands in the address, so that links show it.

An expander is an element at every rerun, open or not; a link is a part of a text that is there anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote_plus

import streamlit as st

from components import address, links

PARAMETER = "open"
_KEY = "folds"


@dataclass(frozen=True, slots=True)
class _Page:
    """The open page: the address of nothing else, and what is open on it."""

    address: str
    opened: tuple[str, ...]


def read(page: str) -> None:
    """Read what is open on a page; once per run, by the frame. Without a name, nothing opens."""
    query = address.now() if page else {}
    opened = tuple(query.pop(PARAMETER, ()))
    st.session_state[_KEY] = _Page(links.address(page, query) if page else "", opened)


def is_open(name: str) -> bool:
    """Tell whether a reader has opened something on the page."""
    return name in _page().opened


def link(name: str, label: str, close: str, about: str = "", *, icon: str = ":material/expand_more:") -> str:
    """Link that opens something, or closes it again, behind an icon; labels and the tooltip are Markdown.

    It changes with the address: whatever is kept for a view must not hold it. Empty where nothing opens.
    """
    page = _page()
    if not page.address:
        return ""
    opened = [other for other in page.opened if other != name]
    closed = len(opened) == len(page.opened)
    asked = [*opened, name] if closed else opened
    # An empty value leaves no trace in the address; paper knows these links by the parameter.
    query = "".join(f"&{PARAMETER}={quote_plus(one)}" for one in asked or [""])
    # The icon stands outside, or it would be read out as a part of the link, and in the same line.
    return f":small[{icon}\u00a0{links.write(label if closed else close, page.address + query, about)}]"


def _page() -> _Page:
    page: _Page = st.session_state[_KEY]
    return page
