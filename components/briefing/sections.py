"""The briefing to read: every section with its tables and charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import streamlit as st

from components import chart, replay
from components.board import Board
from components.briefing import composed, texts
from components.briefing.asked import Asked
from components.briefing.block_chart import block_chart
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
    for number, pieces in enumerate(_written(board, asked)):
        section = briefing.sections[number]
        heading = numerals.heading(number + 1, board.lang) + section.heading
        st.header(plain_title(heading), anchor=str(section.part))
        for place, piece in enumerate(pieces):
            _show(piece, f"briefing.{section.part}.{place}", board.lang)


def _show(piece: str | Chart, key: str, lang: str) -> None:
    if isinstance(piece, str):
        st.markdown(piece)
        return
    st.markdown(f"**{plain(piece.caption)}**")
    chart.plot(block_chart(piece, lang), f"{key}.{chart.theme()}", alt=piece.alternative)


@replay.made
def _written(board: Board, asked: Asked) -> list[list[str | Chart]]:
    """Write all between two charts of a section as one text."""
    briefing = composed.briefing(board, asked)
    return [list(_pieces(briefing, section)) for section in briefing.sections]


def _pieces(briefing: Briefing, section: Section) -> Iterator[str | Chart]:
    blocks = [_shortened(block) if section.annex else block for block in section.blocks]
    for drawn, together in groupby(blocks, key=lambda block: isinstance(block, Chart)):
        if drawn:
            yield from (block for block in together if isinstance(block, Chart))
        else:
            yield texts.markdown(briefing, list(together))


def _shortened(block: Block) -> Block:
    if not isinstance(block, Table) or len(block.rows) <= _ROWS_OF_ANNEX:
        return block
    left = len(block.rows) - _ROWS_OF_ANNEX
    return replace(block, rows=block.rows[:_ROWS_OF_ANNEX], note=t("briefing.annex_rest", n=left))
