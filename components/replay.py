"""Parts of a page made once for each view, then shown to every session that opens the same view."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np

from components import kept
from components.board import Board

P = ParamSpec("P")
R = TypeVar("R")

# Views of which a part is kept: a text takes some kilobytes, a chart some ten.
_MOST = 128


def made(make: Callable[Concatenate[Board, P], R]) -> Callable[Concatenate[Board, P], R]:
    """Decorate a function that makes a text or a chart of a board; what it made is shared and never changed.

    Arguments other than the board are few and small: words, numbers, positions of rows. The result depends on
    nothing else.
    """
    return kept.keep(make, _MOST, _by_view)


def _by_view(*arguments: Any, **named: Any) -> Hashable:
    return tuple(map(_told, (*arguments, *named.values())))


def _told(argument: Any) -> Hashable:
    """Tell an argument from others: a board by its identity, positions by their bytes, the rest by itself."""
    if isinstance(argument, Board):
        return argument.identity
    told: Hashable = argument.tobytes() if isinstance(argument, np.ndarray) else argument
    return told
