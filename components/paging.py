"""Pages of a long list: a choice of page that starts anew whenever the list is another one."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import streamlit as st

from components import language
from components.language import t


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a list, one of which is chosen."""

    part: slice
    """What of the list is on it."""
    _key: str
    _chosen: int
    _number: int

    def show(self) -> None:
        """Draw the choice of page, if there is more than one."""
        if self._number == 1:
            return
        drawn = st.pagination(self._number, key=self._key)
        if drawn != self._chosen:
            # A server that started anew hears of the choice with this.
            st.rerun()


def choose(view: object, count: int, size: int, key: str) -> Pages:
    """Find which page of a list is chosen, before the choice is drawn, so that it may stand below the list.

    `view` is what the list depends on, such as `Board.view`.
    """
    number = max(1, -(-count // size))
    # The filters are too long for a key; their sum of bits will do.
    key = f"{key}.pages.{zlib.crc32(repr(view).encode()):08x}"
    chosen: int = st.session_state.get(key, 1)
    return Pages(slice((chosen - 1) * size, min(chosen * size, count)), key, chosen, number)


def show_part(part: slice, count: int) -> None:
    """Draw which part of how many is shown, if it is a part."""
    if words := said_of_part(part, count):
        st.caption(words)


def said_of_part(part: slice, count: int) -> str:
    """Say which part of how many is shown; empty if that is all."""
    return said(part, count) if part.stop - part.start < count else ""


def said(part: slice, count: int) -> str:
    """Say which part of how many is shown."""
    first, last = language.number(part.start + 1), language.number(part.stop)
    return t("paging.part", n=count, first=first, last=last, count=language.number(count))
