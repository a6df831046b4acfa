"""A page within its frame: the sidebar, what must be known, the filters, and what they leave."""

from __future__ import annotations

import time
from collections.abc import Mapping
from copy import copy

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from components import (
    address,
    filter_bar,
    language,
    links,
    memory,
    menu,
    notices,
    preview_banner,
    print_sheet,
    sidebar,
    tab,
    turns,
    visit,
    wall,
)
from components.briefing import presentation
from components.server import audit, metrics
from components.sign_in import account, look
from components.visit import Visit


def show() -> None:
    """Show the page that the address names, in the view that it names, to whoever may see it."""
    begun = time.perf_counter()
    with address.held():
        _show(begun)


def _show(begun: float) -> None:
    pages, page = _found()
    links.follow(visit.named(page))
    reader = address.Reader()
    on_wall = wall.on(reader, pages, page)
    # Nobody stands at a wall to open anything.
    visited = visit.received(page, reader, folding=not on_wall)
    if visited is None:
        tab.name(page.title)
        return
    if visited.opened != "item":
        # An item names it after itself.
        tab.name(page.title)
    audit.opened(visited.viewer.account, visited.name, visited.opened)
    if on_wall:
        _show_on_wall(visited, begun)
    elif presentation.on(reader, pages, page):
        _present(visited, begun)
    else:
        _show_in_frame(visited, begun)


def _found() -> tuple[Mapping[str, StreamlitPage], StreamlitPage]:
    """Find all pages, and the one that the address names, in the reader's language."""
    language.speak(address.lang())
    pages = menu.pages(wall.turn())
    page = st.navigation(list(pages.values()), position="hidden")
    if page == pages.get(menu.UNKNOWN):
        st.switch_page(pages["overview"], query_params={**address.now(), "page": page.url_path})
    return pages, page


def _show_on_wall(visited: Visit, begun: float) -> None:
    print_sheet.show_head(visited.board)
    with wall.turning(visited.board, visited.options, wall.seconds(visited.reader)):
        # Nobody stands at a wall to end it.
        _tell(visited, ends=False)
        _run(visited, begun)


def _present(visited: Visit, begun: float) -> None:
    print_sheet.show_head(visited.board)
    with presentation.small_print():
        _tell(visited)
    with metrics.rerun(visited.page.url_path, begun):
        presentation.show(visited.board)


def _show_in_frame(visited: Visit, begun: float) -> None:
    brand = st.sidebar.container(key="sidebar")
    with st.sidebar:
        names = {} if visited.tried else visited.names
        sidebar.show_controls(names, visited.name, visited.board.standing.day, visited.latest)
        account.show(visited.viewer)
        look.offer(visited.departments)
    st.fragment(_Narrowed(visited, brand, begun).show)()


class _Narrowed:
    """What filters narrow: when one changes this is run alone, and what stands around it stays."""

    def __init__(self, visited: Visit, brand: DeltaGenerator, begun: float) -> None:
        self._visited, self._brand = visited, brand
        self._begun: float | None = begun

    def show(self) -> None:
        """Draw it for the first time, or anew; draw all there is if something else has changed since."""
        if self._begun is not None:
            begun, self._begun = self._begun, None
            self._draw(self._visited, begun)
            return
        begun = time.perf_counter()
        with turns.taken(), address.held():
            language.speak(address.lang())
            visited = visit.received(self._visited.page, address.Reader())
            if visited is None or visited != self._visited:
                st.rerun()
            self._draw(visited, begun)

    def _draw(self, visited: Visit, begun: float) -> None:
        print_sheet.show_head(visited.board)
        with self._brand:
            # Its links lead to other pages in this view.
            sidebar.show_brand(visited.opened, visited.board)
        _tell(visited)
        filter_bar.show(visited.board, visited.options, visited.opened)
        _run(visited, begun)
        memory.tidy()


def _tell(visited: Visit, *, ends: bool = True) -> None:
    """Say what must be known before a page is read."""
    if visited.tried and ends:
        preview_banner.show(visited.tried)
    look.show_banner(visited.departments, ends=ends)
    notices.show(visited.board, visited.failure, visited.reader.dropped, visited.latest)


def _run(visited: Visit, begun: float) -> None:
    with metrics.rerun(visited.page.url_path, begun):
        # A page runs once, a copy of it once more.
        copy(visited.page).run()
