"""The campaign in time: a bar for each item, and what happened around it."""

import streamlit as st

from components import choice, empty, markdown
from components.board import current
from components.language import t
from components.timeline import board_in_time, order, records, undated

board = current()

if not len(board.rows):
    st.title(t("page.timeline"))
    empty.no_items(board)
    st.stop()

dated = order.dated(board)
lanes = board_in_time.gather_lanes(board, items_drawn=bool(dated.any()))
if dated.any():
    grouping, words = choice.among("group", order.GROUPINGS, "department", "timeline.group_by", told=True)
else:
    grouping, words = "none", markdown.small(empty.words("timeline.no_dates"))
heading = markdown.below(f"# {t('page.timeline')}", words)
if dated.any() or any(lane.marks for lane in lanes):
    board_in_time.show(board, board.rows[dated], lanes, grouping, heading)
    records.show(board, lanes)
else:
    st.markdown(heading)
undated.show(board, board.rows[~dated], lanes, opened=not dated.any())
