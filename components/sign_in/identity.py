"""Who is signed in, as the sign-in service says; one that has expired or was ended counts no more."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from enum import Enum, auto

import streamlit as st

from data.access import Claims

_MOST_ENDED = 10_000
# What makes one sign-in differ from all others of the same person.
_OF_ONE = ("iss", "sub", "aud", "iat", "exp", "nonce", "sid", "jti")


class State(Enum):
    """Whether somebody is signed in, and why not."""

    IN = auto()
    OUT = auto()
    EXPIRED = auto()
    ENDED = auto()


def claims() -> Claims:
    """Return what the sign-in service says of whoever holds this session; nothing if nobody is signed in."""
    said = st.user.to_dict()
    return said if state(said) is State.IN else {}


def state(said: Claims) -> State:
    """Tell whether somebody of whom the sign-in service says this is signed in; asked on every run."""
    if said.get("is_logged_in") is not True:
        return State.OUT
    expires = said.get("exp")
    # Streamlit's cookie outlives the token by up to a month.
    if not isinstance(expires, int | float) or expires <= time.time():
        return State.EXPIRED
    return State.ENDED if _of_one(said) in _ended else State.IN


def end() -> None:
    """End this sign-in in every tab that shares it, and for whoever may have copied its cookie."""
    said = st.user.to_dict()
    with _lock:
        _ended[_of_one(said)] = float(str(said.get("exp", 0)))
        now = time.time()
        for name in [name for name, expires in _ended.items() if expires <= now]:
            del _ended[name]
        while len(_ended) > _MOST_ENDED:
            del _ended[next(iter(_ended))]


_ended: dict[str, float] = {}
"""Sign-ins that were ended, by when they would have expired."""
_lock = threading.Lock()


def _of_one(said: Claims) -> str:
    parts = json.dumps([said.get(name) for name in _OF_ONE], sort_keys=True, default=str)
    return hashlib.sha256(parts.encode()).hexdigest()
