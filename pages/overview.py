"""How the campaign stands, on one page."""

import streamlit as st

from components import attention, change_list, empty, key_figures, overview_charts, results
from components.board import current
from components.language import day, t
from data import summaries

board = current()

st.title(t("page.overview"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()

st.caption(t("overview.as_of", day=day(board.standing.day)))
key_figures.show(board, summaries.key_figures(board.campaign, board.standing, board.mask))
key_figures.show_described(board)

left, right = st.columns([3, 2], gap="medium")
with left:
    st.subheader(t("overview.by_department"))
    overview_charts.show_departments(board)
with right:
    st.subheader(t("overview.attention"))
    attention.show(board)

if overview_charts.any_deadline(board):
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader(t("overview.deadlines", n=overview_charts.WEEKS))
        overview_charts.show_deadlines(board)
    with right:
        st.subheader(t("overview.burn_up"))
        overview_charts.show_burn_up(board)
else:
    st.subheader(t("overview.plan"))
    empty.nothing("overview.no_deadlines")

st.subheader(t("overview.results"))
results.show(board, summaries.results(board.campaign, board.standing, board.mask))

st.subheader(t("overview.changes", n=change_list.DAYS))
change_list.show(board, key="changes")
