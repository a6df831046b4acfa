"""The problem leads of the public: how many, how quickly they are resolved, and each one."""

import streamlit as st

from components import lead_charts, lead_figures, lead_none, lead_table, lead_view
from components.board import current
from components.language import day, t

board = current()

st.title(t("page.leads"))
if not board.campaign.size("leads"):
    lead_none.show(board)
    st.stop()

counted = lead_view.counted(board)
st.caption(t("leads.as_of", day=day(board.standing.day)))
if not counted.figures.received:
    st.info(t("leads.none_here"), icon=":material/search_off:")
    st.stop()

lead_figures.show(board)
lead_charts.show_weeks(board)
lead_charts.show_days(board)

st.header(t("leads.by"))
lead_charts.show_groups(board)

st.header(t("leads.table"))
lead_table.show(board)
