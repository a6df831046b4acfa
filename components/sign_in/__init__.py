"""Sign-in: who somebody is, and that nobody without rights gets past this."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from components.sign_in import admission, doors, identity, provider
from components.sign_in.identity import State
from data import access
from data.access import Access
from data.viewer import EVERYBODY, Viewer


def admitted(path: Path, rights: Access | None) -> Viewer | None:
    """Return who looks and what they may see; None, after a page that says why, if that is nothing."""
    viewer = EVERYBODY if rights is None else _passed(rights)
    if viewer is not None:
        # To ask who somebody is reads the secrets anew.
        admission.remember(path, {} if rights is None else identity.claims(), viewer)
    return viewer


def _passed(rights: Access) -> Viewer | None:
    if not (provider.names() and provider.installed()):
        doors.not_set_up()
        return None
    if (state := identity.state(st.user.to_dict())) is not State.IN:
        doors.sign_in(state)
        return None
    viewer = rights.viewer(identity.claims())
    if rights.closed:
        doors.closed(rights, viewer)
    elif not viewer.admitted:
        doors.no_rights(rights, viewer)
    else:
        return viewer
    return None


def turned_away(rights: Access | None, viewer: Viewer) -> None:
    """Say that somebody has no rights to what there is."""
    assert rights is not None
    doors.no_rights(rights, viewer)


def permitted(names: Mapping[str, Path], opened: str) -> Mapping[str, Path]:
    """Keep the campaigns that whoever looks may open, the open one among them: of others not even a title."""
    return {name: path for name, path in names.items() if name == opened or _may_open(path)}


def _may_open(path: Path) -> bool:
    rights = access.current(path)
    return rights is None or rights.viewer(identity.claims()).admitted
