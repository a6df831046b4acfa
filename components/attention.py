"""What needs attention: the most urgent items in red or yellow, each with its reasons."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import cards, empty, item_lines, links, replay
from components.board import Board
from components.language import t
from data.words import Light

_WORTH = (str(Light.RED), str(Light.YELLOW))
# By the place of a light in `Light`; the last is that of an item without one.
_NEEDED = np.array([*(str(light) in _WORTH for light in Light), False])


def show(board: Board, heading: str, limit: int = 8) -> None:
    """List the most urgent items among those the filters leave, with a link to all of them."""
    st.markdown(f"{heading}\n\n{_lines(board, limit)}")


@replay.made
def _lines(board: Board, limit: int) -> str:
    lights = board.standing.column("light")[board.rows]
    rows = board.rows[_NEEDED[lights]]
    if not len(rows):
        return _nothing(board)
    lines = [item_lines.described(board, row) for row in rows[:limit].tolist()]
    if len(rows) > limit:
        lines.append(_all(board, len(rows), _WORTH))
    return cards.listed(lines)


def _all(board: Board, count: int, lights: tuple[str, ...]) -> str:
    query = board.link(filters=board.narrowed(lights=lights))
    return links.to("items", query, t("overview.attention_all", n=count))


def _nothing(board: Board) -> str:
    grey = int(np.count_nonzero(board.standing.column("light")[board.rows] == list(Light).index(Light.GREY)))
    if not grey:
        return empty.words("overview.attention_none")
    return f":material/help: {t('overview.attention_grey', n=grey)} {_all(board, grey, (str(Light.GREY),))}"
