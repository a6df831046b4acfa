"""That somebody was let in, and whether they would be now: for what is made after a run has ended."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components.sign_in import identity
from components.sign_in.identity import State
from data import access
from data.access import Claims
from data.viewer import EVERYBODY, Viewer

_KEY = "admission"


@dataclass(frozen=True)
class Admission:
    """Whom a run let in to which campaign, and with what rights."""

    path: Path
    said: Claims
    viewer: Viewer

    @property
    def holds(self) -> bool:
        """Whether the sign-in still counts, and the rights are what they were."""
        rights = access.current(self.path)
        viewer = EVERYBODY
        if rights is not None:
            viewer = rights.viewer(self.said) if identity.state(self.said) is State.IN else Viewer()
        return viewer == self.viewer

    def require(self) -> None:
        """Raise PermissionError for what was offered under rights that hold no more."""
        if not self.holds:
            raise PermissionError("the rights under which this was offered have changed")


def remember(path: Path, said: Claims, viewer: Viewer) -> None:
    """Keep whom this run lets in; nothing is said of anybody where the campaign is open to all."""
    st.session_state[_KEY] = Admission(path, said, viewer)


def current() -> Admission:
    """Return whom this run let in."""
    found: Admission = st.session_state[_KEY]
    return found
