"""The campaign in time: a bar for each item, and what happened around it."""

import streamlit as st

from components import empty
from components.board import current
from components.language import t
from components.timeline import board_in_time, order, records, undated

board = current()

st.title(t("page.timeline"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()

dated = order.dated(board)
lanes = board_in_time.gather_lanes(board, items_drawn=bool(dated.any()))
if dated.any():
    grouping = board_in_time.choose_grouping()
else:
    grouping = "none"
    empty.nothing("timeline.no_dates")
if dated.any() or any(lane.marks for lane in lanes):
    board_in_time.show(board, board.rows[dated], lanes, grouping)
    records.show(board, lanes)
undated.show(board, board.rows[~dated], lanes, opened=not dated.any())
