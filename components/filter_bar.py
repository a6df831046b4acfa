"""The filter bar: one for all pages, seeded from the address and written back to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from components import address, language, light
from components.board import Board
from components.language import t
from data import regions
from data.campaign import Campaign
from data.filters import Filters, Options
from data.words import Level, Status, label

# Each widget's key carries the language: its labels change with it, and a stale label must not choose anything.
_FIELDS = (*address.SEVERAL.values(), "role", "due_from", "due_to", "text")


def _key(field: str, lang: str) -> str:
    return f"filter.{field}.{lang}"


def seed(key: str, value: object) -> None:
    """Give a widget its value from the address, touching it only when it differs."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def chosen() -> Filters:
    """Read all widgets of the bar at once: the address the browser sent may be older than they are."""
    lang = language.current()
    values = {field: st.session_state[_key(field, lang)] for field in _FIELDS}
    several = {field: tuple(values[field]) for field in address.SEVERAL.values()}
    return Filters(
        **several,
        role=values["role"] or "either",
        due_from=values["due_from"],
        due_to=values["due_to"],
        text=values["text"].strip(),
    )


def _changed() -> None:
    address.write({**address.without_filters(), **address.of_filters(chosen())})


def _clear() -> None:
    address.write(address.without_filters())


def _several(name: str, field: str, options: Sequence[str], format_func: Callable[[str], str]) -> None:
    st.multiselect(
        name,
        options,
        format_func=format_func,
        key=_key(field, language.current()),
        placeholder=t("filter.any") if options else t("filter.none_given"),
        disabled=not options,
        on_change=_changed,
        filter_mode="contains",
    )


def show(campaign: Campaign, options: Options, filters: Filters) -> None:
    """Draw the bar; what it leaves is counted by `show_count` once the board is laid."""
    lang = language.current()
    for field in _FIELDS:
        value = getattr(filters, field)
        seed(_key(field, lang), list(value) if isinstance(value, tuple) else value)
    names = _organization_names(campaign, lang)
    with st.container(horizontal=True, vertical_alignment="bottom", key="filter-bar"):
        with st.container(width=320):
            _several(t("filter.department"), "departments", options.departments, lambda key: names.get(key, key))
        with st.container(width=320):
            _several(t("filter.light"), "lights", options.lights, light.label)
        with st.container(width=260):
            st.text_input(
                t("filter.text"),
                key=_key("text", lang),
                placeholder=t("filter.text_hint"),
                type="search",
                on_change=_changed,
            )
        with st.popover(_more_label(filters), icon=":material/tune:", key="filter-more"):
            _more(campaign, options, lang)


def _more_label(filters: Filters) -> str:
    inside = [filters.levels, filters.themes, filters.statuses, filters.regions, filters.due_from, filters.due_to]
    set_there = sum(bool(value) for value in inside) + (filters.role != "either")
    return t("filter.more_set", n=set_there) if set_there else t("filter.more")


def _more(campaign: Campaign, options: Options, lang: str) -> None:
    themes = dict(zip(campaign["items"]["theme"], campaign.text("items", "theme", lang), strict=True))
    st.segmented_control(
        t("filter.role"),
        address.ROLES,
        format_func=lambda role: t(f"filter.role.{role}"),
        key=_key("role", lang),
        required=True,
        on_change=_changed,
    )
    _several(language.header("items", "level"), "levels", options.levels, lambda key: label(Level, key, lang))
    _several(language.header("items", "theme"), "themes", options.themes, lambda key: themes.get(key, key))
    _several(language.header("items", "status"), "statuses", options.statuses, lambda key: label(Status, key, lang))
    _several(t("filter.region"), "regions", options.regions, lambda key: regions.label(key, lang))
    with st.container(horizontal=True):
        for field in ("due_from", "due_to"):
            st.date_input(
                t(f"filter.{field}"),
                key=_key(field, lang),
                value=None,
                format="YYYY-MM-DD",
                min_value=dt.date(2000, 1, 1),
                max_value=dt.date(2100, 12, 31),
                on_change=_changed,
                width=150,
            )


def _organization_names(campaign: Campaign, lang: str) -> dict[str, str]:
    frame = campaign["organizations"]
    short = campaign.text("organizations", "short_name", lang)
    return dict(zip(frame["id"], short.where(short != "", campaign.text("organizations", "name", lang)), strict=True))


def show_count(board: Board) -> None:
    """Say how many items the filters leave, with a way to clear them and a link to this very view."""
    active = board.filters != Filters()
    with st.container(horizontal=True, vertical_alignment="center", key="filter-count"):
        total = len(board.mask)
        st.markdown(t("filter.count", n=total, shown=language.number(len(board.rows)), total=language.number(total)))
        if active:
            st.button(t("filter.clear"), key="filter-clear", type="tertiary", icon=":material/close:", on_click=_clear)
        with st.popover(t("link.copy"), icon=":material/link:", type="tertiary", key="filter-link"):
            st.caption(t("link.copy_help"))
            st.code(address.full({**address.without_filters(), **board.link()}), language=None, wrap_lines=True)
