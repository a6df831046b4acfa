"""What is computed once for a campaign and kept for all sessions.

The version of a preview is a secret of the session that previews: nobody else can ask
for what was kept of it.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Hashable, Mapping
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Key = Callable[..., tuple[Hashable, ...]]


def by_version(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep up to `most` results by all arguments but those named `_...`; one must be the campaign's version.

    The version stands for the campaign, which is too large to hash; a narrowed one has a version of its own.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        names = enumerate(inspect.signature(function).parameters)
        told = [place for place, name in names if not name.startswith("_")]
        return keep(function, most, lambda *arguments: tuple(arguments[place] for place in told))

    return decorate


class _Asked(tuple[Hashable, ...]):
    """What tells a call from others, and the call itself for as long as it lasts."""

    arguments: tuple[Any, ...]
    named: Mapping[str, Any]


def keep(function: Callable[P, R], most: int, key: Key) -> Callable[P, R]:
    """Keep what a function made last, for up to `most` keys; two sessions may make the same.

    Streamlit's own caches take a hundred times longer to find an entry, and a page asks for dozens.
    """

    @functools.lru_cache(most)
    def made(asked: _Asked) -> R:
        return function(*asked.arguments, **asked.named)

    @functools.wraps(function)
    def found(*arguments: P.args, **named: P.kwargs) -> R:
        asked = _Asked(key(*arguments, **named))
        asked.arguments, asked.named = arguments, named
        try:
            return made(asked)
        finally:
            # Kept as a key, it would keep a campaign that nobody can open any more.
            del asked.arguments, asked.named

    return found
