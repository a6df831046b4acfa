"""The audit log: which account opened which page and item, and took which file; one line of JSON each."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from logging.handlers import WatchedFileHandler

import streamlit as st

from components.server.logs import moment

_KEY = "audited"
# An id of an item is shorter; what a stranger typed need not be kept in full.
_LONGEST = 100
_log = logging.getLogger("audit")


def set_up() -> None:
    """Write to the file that `CAMPAIGN_AUDIT_LOG` names, to standard output for `-`; without it, nowhere."""
    where = os.environ.get("CAMPAIGN_AUDIT_LOG", "")
    # A watched file is opened anew once it has been moved away to start the next.
    handler = (
        logging.StreamHandler(sys.stdout)
        if where == "-"
        else WatchedFileHandler(where, encoding="utf-8", delay=True)
        if where
        else logging.NullHandler()
    )
    handler.setFormatter(logging.Formatter("%(message)s"))
    for old in _log.handlers:
        old.close()
    _log.handlers, _log.propagate = [handler], False
    _log.setLevel(logging.INFO if where else logging.CRITICAL)


def opened(account: str, campaign: str, page: str) -> None:
    """Note that a session opened a page, and on it an item; not that it stayed there."""
    if not _log.isEnabledFor(logging.INFO):
        return
    item = st.query_params.get("item", "")[:_LONGEST] if page == "item" else ""
    now = (account, campaign, page, item)
    if st.session_state.get(_KEY) != now:
        st.session_state[_KEY] = now
        _note("opened", account, campaign=campaign, page=page, item=item)


def account() -> str:
    """Name the account of this session; empty where nobody signs in."""
    found: tuple[str, ...] = st.session_state.get(_KEY, ("",))
    return found[0]


def downloaded(account: str, file: str) -> None:
    """Note that a file was made for an account."""
    _note("downloaded", account, file=file)


def subscribed(account: str, campaign: str, path: str) -> None:
    """Note that a program took something by an account's link."""
    _note("fetched", account, campaign=campaign, path=path)


def _note(action: str, account: str, **about: str) -> None:
    told = {"time": moment(time.time()), "action": action, "account": account}
    told |= {name: text for name, text in about.items() if text}
    _log.info("%s", json.dumps(told, ensure_ascii=False))
