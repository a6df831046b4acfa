"""The briefing as slides on screen (`briefing?present=1&slide=3`): one idea each, turned by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from components import address, chart, menu, replay
from components.board import Board
from components.briefing import asked, composed, drawings, texts
from components.briefing.asked import Asked
from components.language import t
from components.plain import plain, plain_title
from data.briefing.content import Briefing, Chart, Table, plain_text
from data.briefing.slides import Slide, slides

_STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_fit = st.components.v2.component("fit", js=_SCRIPT)


def on(reader: address.Reader, pages: Mapping[str, StreamlitPage], opened: StreamlitPage) -> bool:
    """Tell whether the briefing is presented."""
    return opened == pages["briefing"] and bool(reader.one("present", ("1",), ""))


def small_print() -> DeltaGenerator:
    """Make room at the head of a slide for what must be known of it: it is read there, and takes little."""
    return st.container(horizontal=True, vertical_alignment="center", key="slide-small-print")


def show(board: Board) -> None:
    """Draw one slide and what turns the slides; the first is the title."""
    wanted = asked.read(board.standing.day)
    briefing, found = _cut(board, wanted)
    last = len(found)
    place = min(address.Reader().whole("slide", 0, 9999, 0), last)
    st.html(_STYLE)
    with st.container(key="slide"):
        if place:
            _slide(briefing, found[place - 1])
        else:
            _title(briefing)
    _controls(board, wanted, place, last)
    _fit(key="slide.fit", data=place, height=0)


@replay.made
def _cut(board: Board, wanted: Asked) -> tuple[Briefing, tuple[Slide, ...]]:
    briefing = composed.briefing(board, wanted)
    return briefing, slides(briefing)


def _title(briefing: Briefing) -> None:
    st.title(plain_title(briefing.title))
    lines = (
        briefing.masthead,
        briefing.issuer,
        briefing.period_text,
        briefing.scope_text,
        briefing.simulated,
    )
    st.markdown("\n\n".join(plain(line) for line in lines if line))


def _slide(briefing: Briefing, slide: Slide) -> None:
    st.caption(plain(slide.heading))
    st.header(texts.text(briefing, slide.idea), anchor=False)
    block = slide.block
    if isinstance(block, Chart):
        drawings.show(drawings.draw([block], briefing.lang, chart.theme()), "stretch")
    elif block is not None:
        # A table whose caption is the idea of its slide needs no second one.
        if isinstance(block, Table) and block.caption == plain_text(slide.idea):
            block = replace(block, caption="")
        st.markdown(texts.markdown(briefing, [block]))


def _controls(board: Board, wanted: Asked, place: int, last: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="slide-controls"):
        _button("first_slide", "Home", 0, place, ":material/first_page:")
        _button("previous", "Left", max(place - 1, 0), place, ":material/chevron_left:")
        st.markdown(t("briefing.slide", page=place + 1, pages=last + 1), width="content")
        _button("next", "Right", min(place + 1, last), place, ":material/chevron_right:")
        _button("last", "End", last, place, ":material/last_page:")
        st.space("stretch")
        st.button(
            t("briefing.leave"),
            key="slide.leave",
            icon=":material/close_fullscreen:",
            type="tertiary",
            shortcut="Esc",
            on_click=_leave,
            args=(board, wanted),
        )
    # Hand-held presenters press these two keys.
    with st.container(key="slide-presenter"):
        _button("previous", "PageUp", max(place - 1, 0), place, key="up")
        _button("next", "PageDown", min(place + 1, last), place, key="down")


def _button(name: str, shortcut: str, to: int, place: int, icon: str = "", key: str = "") -> None:
    st.button(
        t(f"briefing.{name}"),
        key=f"slide.{key or name}",
        icon=icon or None,
        shortcut=shortcut,
        disabled=to == place,
        on_click=_turn,
        args=(to,),
    )


def _turn(to: int) -> None:
    address.write({**address.now(), "slide": str(to)})


def _leave(board: Board, wanted: Asked) -> None:
    st.switch_page(menu.page("briefing"), query_params=board.link() | asked.query(wanted))
