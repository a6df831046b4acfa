"""Pages of a long list: a choice of page that starts anew whenever the list is another one."""

from __future__ import annotations

import zlib

import streamlit as st

from components import language
from components.language import t


def choose(view: object, count: int, size: int, key: str) -> slice:
    """Draw the choice of page, if there is more than one, and return which part of the list is on it.

    `view` is what the list depends on, such as `Board.view`.
    """
    pages = max(1, -(-count // size))
    if pages == 1:
        return slice(0, count)
    # The filters are too long for a key; their sum of bits will do.
    with st.container(horizontal=True, horizontal_alignment="center", key=f"{key}.pages"):
        page = st.pagination(pages, key=f"{key}.page.{zlib.crc32(repr(view).encode()):08x}")
    return slice((page - 1) * size, min(page * size, count))


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
