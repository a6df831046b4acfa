"""Parts of a page made once for each view, then shown to every session that opens the same view."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np

from components import kept
from components.board import VIEW, Board

P = ParamSpec("P")
R = TypeVar("R")

# Views of which a part is kept: a text takes some kilobytes, a chart some ten. There are sixty such parts.
_MOST = 64
# Lines, cards and charts of single items, up to a kilobyte each: what the filters of some departments leave.
_MOST_OF_ITEMS = 4096


def made(make: Callable[Concatenate[Board, P], R]) -> Callable[Concatenate[Board, P], R]:
    """Decorate a function that makes a text or a chart of a board; what it made is shared and never changed.

    Arguments other than the board are few and small: words, numbers, positions of rows. The result depends on
    nothing else.
    """
    return kept.keep(make, _MOST, _by_view)


def made_for_any_view(make: Callable[Concatenate[Board, P], R]) -> Callable[Concatenate[Board, P], R]:
    """Decorate a function that says or draws something of one item, or the like, whatever the filters are.

    What it makes is kept for the day. In a text, links to single items lead there in the view of the board.
    """
    kept_for_day = kept.keep(make, _MOST_OF_ITEMS, _by_view)

    @functools.wraps(make)
    def in_view(board: Board, /, *arguments: P.args, **named: P.kwargs) -> Any:
        found = kept_for_day(board.in_any_view, *arguments, **named)
        return found.replace(VIEW, board.query) if isinstance(found, str) else found

    return in_view


def _by_view(*arguments: Any, **named: Any) -> tuple[Hashable, ...]:
    return tuple(map(_told, (*arguments, *named.values())))


def _told(argument: Any) -> Hashable:
    """Tell an argument from others: a board by its identity, positions by their bytes, the rest by itself."""
    if isinstance(argument, Board):
        return argument.identity
    told: Hashable = argument.tobytes() if isinstance(argument, np.ndarray) else argument
    return told
