"""The filter bar: one for all pages, seeded from the address and written back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components import address, language, light, links
from components.board import Board, current, organization_names
from components.language import t
from data import regions
from data.campaign import Campaign
from data.filters import Filters, Options
from data.words import Level, Status, label

# Each widget's key carries the language: a label left over from the other one must not choose anything.
_FIELDS = (*address.SEVERAL.values(), "role", "due_from", "due_to", "text")
_FIRST = ("departments", "lights", "text")
_REST = tuple(field for field in _FIELDS if field not in _FIRST)
"""Fields that are folded away."""
_NEVER = object()


def _key(field: str, lang: str) -> str:
    return f"filter.{field}.{lang}"


def seed(key: str, value: object, labels: object = None) -> None:
    """Give a widget its value from the address, touching it only if it, or what labels it, differs.

    A browser names a choice by its label: by an old one it would choose nothing, or something else.
    """
    state, known = st.session_state, f"labels.{key}"
    if state.get(key, _NEVER) != value or (labels is not None and state.get(known) != labels):
        state[key], state[known] = value, labels


def _seed(campaign: Campaign, filters: Filters, *fields: str) -> None:
    for field in fields:
        value, key = getattr(filters, field), _key(field, language.current())
        if isinstance(value, tuple):
            seed(key, list(value), campaign.version)
        else:
            seed(key, value)


def chosen() -> Filters:
    """Read all widgets of the bar at once: the address the browser sent may be older than they are."""
    lang, laid = language.current(), current().filters
    # What is folded away is not drawn, and still says what the page shows.
    values = {field: st.session_state.get(_key(field, lang), getattr(laid, field)) for field in _FIELDS}
    several = {field: tuple(values[field] or ()) for field in address.SEVERAL.values()}
    return Filters(
        **several,
        role=values["role"] or "either",
        due_from=values["due_from"],
        due_to=values["due_to"],
        text=(values["text"] or "").strip(),
    )


def apply(**changes: str) -> None:
    """Write what the bar says into the address, with other parameters that change along with it."""
    address.write({**address.without_filters(), **address.of_filters(chosen()), **changes})


def _several(
    field: str, options: Sequence[str], format_func: Callable[[str], str], *, collapsed: bool = False
) -> None:
    label = t(f"filter.{field}")
    empty = t("filter.all", what=label) if collapsed else t("filter.any")
    st.multiselect(
        label,
        options,
        format_func=format_func,
        key=_key(field, language.current()),
        placeholder=empty if options else t("filter.none_given", what=label),
        disabled=not options,
        label_visibility="collapsed" if collapsed else "visible",
        filter_mode="contains",
        wrap=True,
        on_change=apply,
    )


def show(board: Board, options: Options, opened: str) -> None:
    """Draw the bar, and say what it leaves."""
    campaign, filters, lang = board.campaign, board.filters, board.lang
    _seed(campaign, filters, *_FIRST)
    names = organization_names(campaign, lang)
    # Two in a row on a phone, all in one row on a desk; the placeholders say what each is.
    with st.grid(4, min_column_width=150, gap="small", key="filter-bar"):
        _several("departments", options.departments, lambda key: names.get(key, key), collapsed=True)
        _several("lights", options.lights, light.label, collapsed=True)
        st.text_input(
            t("filter.text"),
            key=_key("text", lang),
            placeholder=t("filter.text_hint"),
            type="search",
            label_visibility="collapsed",
            on_change=apply,
        )
        more = st.popover(
            _more_label(filters),
            icon=":material/tune:",
            key="filter-more",
            width="stretch",
            on_change="rerun",
        )
        st.markdown(_count(board, opened))
    if more.open:
        _seed(campaign, filters, *_REST)
        with more:
            _more(campaign, options, lang)


def _more_label(filters: Filters) -> str:
    inside = [
        filters.levels,
        filters.themes,
        filters.statuses,
        filters.regions,
        filters.due_from,
        filters.due_to,
    ]
    set_there = sum(bool(value) for value in inside) + (filters.role != "either")
    return t("filter.more_set", n=set_there) if set_there else t("filter.more")


def _more(campaign: Campaign, options: Options, lang: str) -> None:
    themes = campaign.themes(lang)
    st.segmented_control(
        t("filter.role"),
        address.ROLES,
        format_func=lambda role: t(f"filter.role.{role}"),
        key=_key("role", lang),
        required=True,
        on_change=apply,
    )
    _several("levels", options.levels, lambda key: label(Level, key, lang))
    _several("themes", options.themes, lambda key: themes.get(key, key))
    _several("statuses", options.statuses, lambda key: label(Status, key, lang))
    _several("regions", options.regions, lambda key: regions.label(campaign, key, lang))
    with st.container(horizontal=True):
        for field in ("due_from", "due_to"):
            st.date_input(
                t(f"filter.{field}"),
                key=_key(field, lang),
                value=None,
                format="YYYY-MM-DD",
                min_value=address.FIRST_DAY,
                max_value=address.LAST_DAY,
                on_change=apply,
                width=150,
            )


def _count(board: Board, opened: str) -> str:
    """Say how many items the filters leave, with a way to clear them and a link to this very view."""
    total = len(board.mask)
    parts = [t("filter.count", n=total, shown=language.number(len(board.rows)), total=language.number(total))]
    if board.filters != Filters():
        parts.append(links.to(opened, address.without_filters(), t("filter.clear")))
    view = {**address.without_filters(), **board.link()}
    return " · ".join([*parts, links.to_copy(view, t("link.copy"), t("link.copy_help"), t("link.copied"))])
