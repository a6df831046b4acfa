"""Links for other programs: a calendar, a feed, tables; what they show follows the filters of the page."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components import address, campaigns
from components.board import Board
from components.language import t
from components.server import links
from components.sign_in import admission, identity
from data import access

_PATHS = {
    "calendar": "/calendar.ics",
    "feed": "/feed.xml",
    "json": "/api/v1/items.json",
    "csv": "/api/v1/items.csv",
}
_ICONS = {"calendar": "event", "feed": "rss_feed", "json": "data_object", "csv": "table"}
_log = logging.getLogger(__name__)


def show(board: Board) -> None:
    """Offer a link to copy for each kind of program, once there is a key where one is needed."""
    key = _key(board)
    if key is None:
        return
    kept = address.FILTERS | {"lang", "campaign"}
    query: address.Query = {name: value for name, value in board.link().items() if name in kept}
    if key:
        query["token"] = key
    with st.grid(2, min_column_width=360, gap="medium", key="subscriptions"):
        for kind, path in _PATHS.items():
            with st.container(gap="xsmall"):
                st.markdown(f"**:material/{_ICONS[kind]}: {t(f'subscribe.{kind}')}**")
                st.caption(t(f"subscribe.{kind}.about"))
                st.code(_link(path, query), language=None, wrap_lines=True)
    st.caption(t("subscribe.described", address=_link("/api/v1/openapi.json", {})))


def _key(board: Board) -> str | None:
    """Return the key of this account; empty where none is needed, None before one is made."""
    names = campaigns.available()
    rights = access.current(names[str(board.base.get("campaign") or next(iter(names)))])
    if rights is None:
        return ""
    if not links.available():
        st.info(t("subscribe.unavailable"), icon=":material/lock:")
        return None
    claims = identity.claims()
    account = rights.viewer(claims).account
    if found := links.existing(account):
        st.info(t("subscribe.secret", days=links.DAYS), icon=":material/key:")
        st.button(t("subscribe.revoke"), icon=":material/link_off:", on_click=links.revoke, args=(account,))
        return found
    st.info(t("subscribe.needed"), icon=":material/lock:")
    st.button(t("subscribe.make"), icon=":material/add_link:", on_click=_make, args=(account, claims))
    return None


def _make(account: str, claims: Mapping[str, Any]) -> None:
    # A click comes before the run that would have shown the door.
    if not admission.current().holds:
        return
    try:
        links.make(account, claims)
    except OSError as error:
        _log.error("no link can be made: %s", error)
        st.error(t("subscribe.failed"), icon=":material/error:")


def _link(path: str, query: address.Query) -> str:
    here = urlsplit(st.context.url or "")
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    return f"{here.scheme}://{here.netloc}{path}{asked}"
