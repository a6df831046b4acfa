"""The departments compared; or, when the view is narrowed to one, that department on its own."""

import streamlit as st

from components import (
    change_list,
    department_profile,
    department_table,
    empty,
    key_figures,
    menu,
    overview_charts,
)
from components.board import current
from components.language import t
from components.plain import plain_title

board = current()
chosen = board.filters.departments

if len(chosen) == 1:
    department = board.campaign.positions("organizations").of(chosen[0])
    st.page_link(
        menu.page("departments"),
        label=t("departments.all"),
        icon=":material/arrow_back:",
        query_params=board.link(filters=board.narrowed(departments=())),
    )
    st.title(plain_title(board.organization(department)))
    department_profile.show_facts(board, department)
    if not len(board.rows):
        empty.no_items(board)
        st.stop()
    led, supported = department_profile.part_in(board, department)
    if len(led):
        st.caption(t("departments.figures"))
        leading = department_profile.leading(board, led)
        key_figures.show(leading, owed_below=True)

    st.header(t("departments.owe"))
    department_profile.show_owed(board, led)

    st.header(t("departments.lights"))
    department_profile.show_lights(board, led, supported)

    st.header(t("departments.role.lead_items"))
    department_profile.show_items(board, led, "lead")

    st.header(t("departments.role.support_items"))
    department_profile.show_items(board, supported, "support")

    change_list.show(board, f"## {t('overview.changes', n=change_list.DAYS)}", key="changes")
    st.stop()

st.title(t("page.departments"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()
if not len(department_table.compared(board)):
    empty.nothing("departments.none")
    st.stop()
st.caption(t("departments.order"))
department_table.show(board)
department_table.show_leaderless(board)

st.header(t("departments.owes"))
department_table.show_owed(board)

st.header(t("departments.lights"))
overview_charts.show_departments(board)
