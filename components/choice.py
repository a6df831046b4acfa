"""A choice of what a page shows, kept in the address so that a link shows the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components import address, filter_bar
from components.language import current, t


def segments(name: str, options: Sequence[str], default: str, label: str) -> str:
    """Draw a few options side by side; `label` begins the catalog keys of the choice and of each option."""
    key, asked = _seed(name, options, default)
    st.segmented_control(
        t(label),
        options,
        format_func=lambda option: t(f"{label}.{option}"),
        key=key,
        required=True,
        on_change=_remember,
        args=(name, key),
    )
    return asked


def listed(name: str, options: Sequence[str], label: str, format_func: Callable[[str], str]) -> str:
    """Draw many options as a list to search; the first is the default. `label` is a catalog key."""
    key, asked = _seed(name, options, options[0], [*map(format_func, options)])
    st.selectbox(
        t(label),
        options,
        format_func=format_func,
        key=key,
        filter_mode="contains",
        on_change=_remember,
        args=(name, key),
    )
    return asked


def kept(*names: str) -> address.Query:
    """Return the choices the address holds, for a link that keeps them."""
    return {name: st.query_params[name] for name in names if name in st.query_params}


def _seed(name: str, options: Sequence[str], default: str, labels: Sequence[str] = ()) -> tuple[str, str]:
    """Give the widget what the address asks for; its key carries the language, as those of the filters do."""
    wanted = st.query_params.get(name, "")
    asked = wanted if wanted in options else default
    key = f"choice.{name}.{current()}"
    filter_bar.seed(key, asked, labels)
    return key, asked


def _remember(name: str, key: str) -> None:
    address.write({**address.now(), name: st.session_state[key]})
