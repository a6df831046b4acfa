"""A choice of what a page shows, kept in the address so that a link shows the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components import address, filter_bar, links, markdown
from components.language import current, t


def among(
    name: str, options: Sequence[str], default: str, label: str, *, told: bool = False
) -> tuple[str, str]:
    """Return the option the address asks for, and all of them as words: links, the chosen one in strong type.

    `label` begins the catalog keys of the options, and is that of what is chosen, should this be told.
    """
    asked = _asked(name, options, default)
    others = {key: values for key, values in address.now().items() if key != name}

    def said(option: str) -> str:
        word = t(f"{label}.{option}")
        if option == asked:
            return f"**{word}**"
        return links.here(others if option == default else {**others, name: option}, word)

    words = " · ".join(map(said, options))
    return asked, t("item.labelled", label=markdown.quiet(t(label)), value=words) if told else words


def listed(name: str, options: Sequence[str], label: str, format_func: Callable[[str], str]) -> str:
    """Draw many options as a list to search; the first is the default. `label` is a catalog key."""
    key, asked = f"choice.{name}.{current()}", _asked(name, options, options[0])
    # The key carries the language, as those of the filters do.
    filter_bar.seed(key, asked, [*map(format_func, options)])
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


def _asked(name: str, options: Sequence[str], default: str) -> str:
    wanted = address.one(name)
    return wanted if wanted in options else default


def _remember(name: str, key: str) -> None:
    address.write({**address.now(), name: st.session_state[key]})
