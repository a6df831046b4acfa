"""Parts of a page drawn once for each view, then replayed to every session that opens the same view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from components import kept
from components.board import Board

P = ParamSpec("P")
T = TypeVar("T")

# What one part may keep: some hundred views of a page full of text.
_KEPT = "8MB"
_MADE = 128

# A board is known by its identity: it is far too large to be hashed.
_BY_VIEW: dict[str | type[Any], Callable[[Any], Any]] = {Board: lambda board: board.identity}


def drawn(draw: Callable[P, T]) -> Callable[P, T]:
    """Decorate a function that draws a part without widgets: what it drew and returned is replayed.

    Arguments other than the board are few and small; what the part shows depends on nothing else.
    """
    keep = partial(st.cache_data, show_spinner=False, max_size=_KEPT, hash_funcs=_BY_VIEW)
    return kept.apart(keep, draw)


def made(make: Callable[P, T]) -> Callable[P, T]:
    """Decorate a function that makes what is drawn later, such as a chart; the result is shared."""
    keep = partial(st.cache_resource, show_spinner=False, max_entries=_MADE, hash_funcs=_BY_VIEW)
    return kept.apart(keep, make)
