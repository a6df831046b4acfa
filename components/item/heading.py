"""The head of the page: which item this is, its light and why, its problem and what is promised."""

from __future__ import annotations

import streamlit as st

from components import light, replay
from components.board import Board
from components.item import cells
from components.item.part import reported
from components.language import header, t
from components.plain import plain, plain_title
from data import lights
from data.words import Level


def show(board: Board, item: int) -> None:
    """Draw code, level and theme, the title, and the light with every reason for it, worst first."""
    title = cells.literal(board, "items", "title", item)
    st.set_page_config(page_title=f"{' '.join(title.split())} · {t('product')}")
    _head(board, item)


@replay.drawn
def _head(board: Board, item: int) -> None:
    about = (
        plain(str(cells.value(board, "items", "code", item))),
        cells.word(board, Level, "items", "level", item),
        cells.text(board, "items", "theme", item),
    )
    with st.container(gap="xsmall"):
        if any(about):
            st.caption(" · ".join(part for part in about if part))
        st.title(plain_title(cells.literal(board, "items", "title", item)), anchor=False)
        st.markdown("  \n".join(_why(board, item)))


def _why(board: Board, item: int) -> list[str]:
    """Word the reasons, a line for each light."""
    found: dict[str, list[str]] = {}
    for reason in lights.reasons(board.campaign, board.standing, item, board.lang):
        found.setdefault(reason.light, []).append(plain(reason.text))
    return [f"{light.badge(name)} {' · '.join(reasons)}" for name, reasons in found.items()]


@replay.drawn
def show_promise(board: Board, item: int) -> bool:
    """Draw problem and commitment side by side, and the note; tell whether the first two say anything."""
    promised = {name: cells.text(board, "items", name, item) for name in ("problem", "commitment")}
    if any(promised.values()):
        for column, (name, words) in zip(st.columns(2, gap="medium"), promised.items(), strict=True):
            with column, st.container(gap="xxsmall"):
                st.caption(header("items", name))
                st.markdown(reported(words))
    if note := cells.text(board, "items", "note", item):
        st.caption(t("item.labelled", label=header("items", "note"), value=note))
    return any(promised.values())
