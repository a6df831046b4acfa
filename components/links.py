"""Links within texts: Markdown that leads to a page of this app, in the view it names, and in the same tab.

A link that Streamlit draws is an element of its own, and elements are what a rerun costs; a list of thirty
links as one text costs as much as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qs, quote, quote_plus, urlencode

import streamlit as st

from components import address as addresses
from components import menu, style
from components.address import Query
from components.board import Board

_KEY = "links"
# Named in links.js too; no page is.
_COPIED = "copy"
_MOST_PARAMETERS = 500
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
# It brings the style sheet of all pages along, which stays where parts of a page are drawn anew.
_mount = st.components.v2.component("links", js=_SCRIPT, css=style.STYLE, isolate_styles=False)


def to(page: str, query: Query, label: str, tooltip: str = "") -> str:
    """Link to a page with a query under a label; both it and the tooltip are Markdown."""
    return write(label, address(page, query), tooltip)


def write(label: str, address: str, tooltip: str = "") -> str:
    """Write a link to an address as Markdown."""
    quoted = tooltip and ' "{}"'.format(tooltip.replace('"', "&quot;"))
    return f"[{label}]({address}{quoted})"


def here(query: Query, label: str) -> str:
    """Link to the open page, whichever it is, with another query under a label (Markdown)."""
    return to("", query, label)


def in_view(board: Board, page: str, label: str) -> str:
    """Link to a page under a label (Markdown), in the view of the board."""
    return f"[{label}]({page}?{board.query})"


def to_one(board: Board, page: str, name: str, id: str, label: str) -> str:
    """Link to one item or indicator by its id, under a label (Markdown), in the view of the board."""
    return f"[{label}]({page}?{board.query}&{name}={quote_plus(id)})"


def to_copy(query: Query, label: str, tooltip: str, done: str) -> str:
    """Make a link that copies the address of the open page with a query; `done` then stands for its label."""
    return f'[{label}]({address(_COPIED, query)}#{quote(done)} "{tooltip}")'


def address(page: str, query: Query | Sequence[tuple[str, str]]) -> str:
    """Write where a page lies, as seen from any page of the app."""
    return f"{page}?{urlencode(query, doseq=True)}"


def follow(opened: str) -> None:
    """Follow clicked links in place, from the page that is open; drawn once per run, by the frame."""
    _mount(key=_KEY, on_followed_change=lambda: _followed(opened))


def _followed(opened: str) -> None:
    """Open what was clicked. The browser says what that was: it may name any page, as the address may."""
    page, asked, query = str(st.session_state[_KEY].followed).partition("?")
    if not asked or page not in ("", *menu.names()) or query.count("&") >= _MOST_PARAMETERS:
        return
    if page in ("", opened):
        # Whoever turns something over on a page stays where they were on it.
        addresses.write(parse_qs(query))
    else:
        st.switch_page(menu.page(page), query_params=parse_qs(query))
