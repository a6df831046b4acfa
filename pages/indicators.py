"""What the campaign achieves in figures: all indicators at risk first, or one in full."""

import streamlit as st

from components import address, empty
from components.board import current
from components.indicators import full, unknown, wall
from components.language import t
from data.summaries import risk

board = current()
wanted = address.one("indicator").strip()
rows = risk.by_risk(board.campaign, board.standing, board.mask)

if wanted:
    indicator = board.campaign.positions("indicators").of(wanted)
    if indicator < 0:
        unknown.show(board, wanted)
    else:
        full.show(board, indicator, rows)
    st.stop()

st.title(t("page.indicators"))
if not len(board.rows):
    empty.no_items(board)
elif not len(board.campaign["indicators"]):
    empty.nothing("indicators.none")
elif not len(rows):
    empty.nothing("indicators.none_here")
else:
    wall.show(board, rows)
