"""How far the making of a file has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Is told which share of the work is done, from 0 to 1."""


def untold(share: float) -> None:
    """Tell nobody."""
