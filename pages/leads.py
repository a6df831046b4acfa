"""The problem leads of the public: how many, how quickly they are resolved, and each one."""

import streamlit as st

from components import lead_charts, lead_figures, lead_none, lead_table, lead_view
from components.board import current
from components.language import t

board = current()

if not board.campaign.size("leads"):
    lead_none.show(board, f"# {t('page.leads')}")
    st.stop()

if not lead_view.figures(board).received:
    st.title(t("page.leads"))
    st.caption(lead_figures.scope(board))
    st.info(t("leads.none_here"), icon=":material/search_off:")
    st.stop()

st.markdown(lead_figures.words(board, f"# {t('page.leads')}"))
lead_charts.show(board)

lead_charts.show_groups(board, f"## {t('leads.by')}")

lead_table.show(board, f"## {t('leads.table')}")
