"""What is computed once for a campaign: kept for all sessions, or, in a preview, for the one alone."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from components import preview

P = ParamSpec("P")
R = TypeVar("R")


def by_version(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep up to `most` results by all arguments but those named `_...`; one must be the campaign's version.

    The version stands for the campaign, which is too large to hash; a narrowed one has a version of its own.
    """
    return functools.partial(
        apart, functools.partial(st.cache_resource, show_spinner=False, max_entries=most)
    )


def apart(keep: Callable[..., Any], function: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function makes in a cache of Streamlit, and what it makes of a preview apart from it."""
    shared, own = keep()(function), keep(scope="session")(function)

    @functools.wraps(function)
    def kept(*args: P.args, **kwargs: P.kwargs) -> R:
        found: R = (shared if preview.current() is None else own)(*args, **kwargs)
        return found

    return kept
