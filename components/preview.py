"""A file somebody checks, shown as if it were the campaign: in this session alone, and gone on reload."""

from __future__ import annotations

import dataclasses
import secrets
from dataclasses import dataclass

import streamlit as st

from data.campaign import Campaign

_KEY = "preview"


@dataclass(frozen=True)
class Preview:
    """The campaign shown in place of the server's, and the name of its file."""

    name: str
    campaign: Campaign


def current() -> Preview | None:
    """Return what this session previews; it is kept nowhere else."""
    found: Preview | None = st.session_state.get(_KEY)
    return found


def start(name: str, campaign: Campaign) -> None:
    """Show a campaign in place of the server's."""
    # A version is made of content: without a secret of its own, whoever has the same file, or guesses what
    # is in it, could be served what was computed for this session.
    version = f"preview-{secrets.token_hex(16)}-{campaign.version}"
    st.session_state[_KEY] = Preview(name, dataclasses.replace(campaign, version=version))


def end() -> None:
    """Show the server's campaign again."""
    st.session_state.pop(_KEY, None)
