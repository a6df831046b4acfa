"""How the campaign stands, on one page."""

import streamlit as st

from components import attention, change_list, empty, key_figures, overview_charts, results
from components.board import current
from components.language import day, t

board = current()

st.title(t("page.overview"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()

st.caption(t("overview.as_of", day=day(board.standing.day)))
key_figures.show(board)
key_figures.show_described(board)

first, second = st.columns([2, 3], gap="medium")
with first:
    st.header(t("overview.attention"))
    attention.show(board)
with second:
    st.header(t("overview.by_department"))
    overview_charts.show_departments(board)
    if overview_charts.any_deadline(board):
        st.header(t("overview.deadlines", n=overview_charts.WEEKS))
        overview_charts.show_deadlines(board)

st.header(t("overview.burn_up"))
overview_charts.show_burn_up(board)

st.header(t("overview.results"))
results.show(board)

st.header(t("overview.changes", n=change_list.DAYS))
change_list.show(board, key="changes")
