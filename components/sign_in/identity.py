"""Who is signed in, as the sign-in service says; one that has expired or was ended counts no more."""

from __future__ import annotations

import time
from enum import Enum, auto

import streamlit as st

from components.sign_in import endings
from data.access import Claims


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
    return State.IN if endings.holds(said) else State.ENDED
