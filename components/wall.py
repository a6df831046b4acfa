"""The wall display (`?view=wall&seconds=20`): one page after another, without controls, renewing itself.

All pages take turns under one address, so the browser's history does not grow, and whatever the address says
(campaign, language, as-of date, filters) stays.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import address, filter_words, menu, style
from components.board import Board
from components.language import day, t
from components.plain import plain
from data.campaign import in_language
from data.filters import Options
from data.summaries import risk

TURNS = ("overview", "departments", "timeline", "indicators", "regions", "leads")
SECONDS, FASTEST, SLOWEST = 20, 5, 3600
_TURN, _DUE = "wall.turn", "wall.due"

# A wall is read from afar: all sizes hang on that of the root. What only a hand can use goes.
_STYLE = f"""<style>
.st-key-wall :is({style.CONTROLS}) {{ display: none !important; }}
@media screen and (min-width: 1600px) {{ html {{ font-size: 1.05vw !important; }} }}
</style>"""


def turn() -> str:
    """Name the page whose turn it is."""
    name: str = st.session_state.get(_TURN, TURNS[0])
    return name


def on(reader: address.Reader, pages: Mapping[str, StreamlitPage], opened: StreamlitPage) -> bool:
    """Tell whether the wall is shown; asked for on another page, it opens on its own."""
    asked = bool(reader.one("view", ("wall",), ""))
    if asked and opened != pages["wall"]:
        st.switch_page(pages["wall"], query_params=address.now())
    return opened == pages["wall"]


def seconds(reader: address.Reader) -> int:
    """Read how long each page stays."""
    return reader.whole("seconds", FASTEST, SLOWEST, SECONDS)


def worth(board: Board, options: Options) -> list[str]:
    """List the pages that have something to show for this campaign and these filters."""
    campaign, empty = board.campaign, {"departments": not options.departments}
    items = board.standing.items.iloc[board.rows]
    dated = items["deadline"].notna().any() or len(campaign["events"]) or len(campaign["documents"])
    empty["timeline"] = not dated
    empty["indicators"] = not len(risk.by_risk(campaign, board.standing, board.mask))
    empty["regions"] = not (options.regions or len(campaign["practices"]) or len(campaign["events"]))
    empty["leads"] = not campaign.size("leads")
    return [name for name in TURNS if not empty.get(name)]


@contextmanager
def turning(board: Board, options: Options, stay: int) -> Iterator[None]:
    """Draw the line above the page, set the clock that ends its turn, and make the page large."""
    st.html(_STYLE)
    names = worth(board, options)
    _line(board, names)
    # Before the page: some pages end their run early.
    st.session_state[_DUE] = time.monotonic() + stay
    st.fragment(_next_when_due, run_every=stay)(names)
    with st.container(key="wall"):
        yield


def _line(board: Board, names: list[str]) -> None:
    now = dt.datetime.now(ZoneInfo(board.campaign.settings.time_zone))
    place = names.index(turn()) + 1 if turn() in names else 1
    parts = (
        in_language(board.campaign.settings.title, board.lang),
        t("wall.page", page=place, pages=len(names)),
        t("wall.as_of", day=day(board.standing.day)),
        t("wall.renewed", time=f"{now:%H:%M:%S}"),
        filter_words.words(board),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="wall-line"):
        st.caption(plain(" · ".join(parts)), width="content")
        st.space("stretch")
        st.button(
            t("wall.leave"),
            key="wall.leave",
            icon=":material/close_fullscreen:",
            type="tertiary",
            shortcut="Esc",
            on_click=_leave,
            args=(board,),
        )


def _leave(board: Board) -> None:
    st.switch_page(menu.page(turn()), query_params=board.link())


def _next_when_due(names: list[str]) -> None:
    """End the turn of a page; a fragment, run anew whenever the time is over."""
    if time.monotonic() < st.session_state[_DUE] - 1:
        return
    place = names.index(turn()) + 1 if turn() in names else 0
    st.session_state[_TURN] = names[place % len(names)]
    st.rerun()
