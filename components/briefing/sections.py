"""The briefing to read: every section with its tables and charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import streamlit as st

from components import chart, replay
from components.board import Board
from components.briefing import composed, drawings, texts
from components.briefing.asked import Asked
from components.briefing.drawings import Drawing
from components.language import t
from components.plain import plain, plain_title
from data.briefing import numerals
from data.briefing.content import Block, Briefing, Chart, Section, Table

_ROWS_OF_ANNEX = 20
"""An annex is there to be taken along; on screen the page of the items does better."""


def show(board: Board, asked: Asked) -> None:
    """Draw the briefing that is asked for."""
    briefing = composed.briefing(board, asked)
    about = [briefing.period_text, briefing.scope_text, briefing.source_text]
    st.markdown("  \n".join(plain(line) for line in about if line))
    if not briefing.sections:
        st.info(t("briefing.empty"), icon=":material/info:")
    for number, pieces in enumerate(_written(board, asked, chart.theme())):
        section = briefing.sections[number]
        heading = numerals.heading(number + 1, board.lang) + section.heading
        st.header(plain_title(heading), anchor=str(section.part))
        for piece in pieces:
            if isinstance(piece, Drawing):
                drawings.show(piece)
            else:
                st.markdown(piece)


@replay.made
def _written(board: Board, asked: Asked, theme: str) -> list[list[str | Drawing]]:
    """Write all between two charts of a section as one text."""
    briefing = composed.briefing(board, asked)
    return [list(_pieces(briefing, section, theme)) for section in briefing.sections]


def _pieces(briefing: Briefing, section: Section, theme: str) -> Iterator[str | Drawing]:
    """Write texts as Markdown, and draw charts that follow each other together."""
    blocks = [_shortened(block) if section.annex else block for block in section.blocks]
    for drawn, together in groupby(blocks, key=lambda block: isinstance(block, Chart)):
        found = list(together)
        if drawn:
            charts = [block for block in found if isinstance(block, Chart)]
            yield drawings.draw(charts, briefing.lang, theme)
        else:
            yield texts.markdown(briefing, found)


def _shortened(block: Block) -> Block:
    if not isinstance(block, Table) or len(block.rows) <= _ROWS_OF_ANNEX:
        return block
    left = len(block.rows) - _ROWS_OF_ANNEX
    return replace(block, rows=block.rows[:_ROWS_OF_ANNEX], note=t("briefing.annex_rest", n=left))
