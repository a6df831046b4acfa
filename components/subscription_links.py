"""Links for other programs: a calendar, a feed, tables; what they show follows the filters of the page."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from components import address
from components.board import Board
from components.language import t

_PATHS = {
    "calendar": "/calendar.ics",
    "feed": "/feed.xml",
    "json": "/api/v1/items.json",
    "csv": "/api/v1/items.csv",
}
_ICONS = {"calendar": "event", "feed": "rss_feed", "json": "data_object", "csv": "table"}


def show(board: Board) -> None:
    """Offer a link to copy for each kind of program."""
    query = {name: value for name, value in board.link().items() if name not in ("as_of", "view_as")}
    with st.grid(2, min_column_width=360, gap="medium", key="subscriptions"):
        for kind, path in _PATHS.items():
            with st.container(gap="xsmall"):
                st.markdown(f"**:material/{_ICONS[kind]}: {t(f'subscribe.{kind}')}**")
                st.caption(t(f"subscribe.{kind}.about"))
                st.code(_link(path, query), language=None, wrap_lines=True)
    st.caption(t("subscribe.described", address=_link("/api/v1/openapi.json", {})))


def _link(path: str, query: address.Query) -> str:
    here = urlsplit(st.context.url or "")
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    return f"{here.scheme}://{here.netloc}{path}{asked}"
