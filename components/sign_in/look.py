"""Looking as a department: what the office sees to check what a department sees (`?view_as=ORGANIZATION`)."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import address, filter_bar, language, print_sheet
from components.board import organization_names
from components.language import t
from components.plain import plain
from data import filters
from data.access import Access
from data.campaign import Campaign
from data.models.access import Role
from data.viewer import Viewer

PARAMETER = "view_as"


def departments(viewer: Viewer, campaign: Campaign) -> Mapping[str, str]:
    """Name by id the departments that the viewer may look as: for the office all that take part."""
    if viewer.role is not Role.OFFICE or not viewer.everything:
        return {}
    names = organization_names(campaign, language.current())
    return {department: names[department] for department in filters.options(campaign).departments}


def through(
    reader: address.Reader,
    base: address.Query,
    access: Access | None,
    viewer: Viewer,
    names: Mapping[str, str],
) -> Viewer:
    """Narrow the office to the department that the address names, in every link; for others drop it."""
    chosen = reader.one(PARAMETER, names, "")
    if not chosen or access is None:
        return viewer
    base[PARAMETER] = chosen
    return viewer.looking_as(access.grant(Role.DEPARTMENT, (chosen,)))


def offer(names: Mapping[str, str]) -> None:
    """Let the office choose a department to look as."""
    if not names:
        return
    key = f"{PARAMETER}.{language.current()}"
    filter_bar.seed(key, _chosen() if _chosen() in names else None, names)
    st.selectbox(
        t("look.choose"),
        list(names),
        key=key,
        format_func=lambda name: names.get(name, name),
        placeholder=t("look.nobody"),
        filter_mode="contains",
        on_change=_changed,
        args=(key,),
    )


def show_banner(names: Mapping[str, str], *, ends: bool = True) -> None:
    """Say as whom the office looks, and offer to end it."""
    if (chosen := _chosen()) not in names:
        return
    st.info(t("look.banner", name=plain(names[chosen])), icon=":material/visibility:")
    if ends:
        with print_sheet.on_screen("look"):
            st.button(t("look.end"), key="look.end", icon=":material/close:", on_click=_end)


def _chosen() -> str:
    return address.one(PARAMETER)


def _changed(key: str) -> None:
    filter_bar.apply(**{PARAMETER: st.session_state[key] or ""})


def _end() -> None:
    filter_bar.apply(**{PARAMETER: ""})
