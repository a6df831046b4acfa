"""The departments compared; or, when the view is narrowed to one, that department on its own."""

import streamlit as st

from components import (
    change_list,
    department_profile,
    department_table,
    empty,
    key_figures,
    markdown,
    overview_charts,
)
from components.board import current
from components.language import t

board = current()
chosen = board.filters.departments

if len(chosen) == 1:
    department = board.campaign.positions("organizations").of(chosen[0])
    department_profile.show_head(board, department)
    if not len(board.rows):
        empty.no_items(board)
        st.stop()
    led, supported = department_profile.part_in(board, department)
    if len(led):
        leading = department_profile.leading(board, led)
        key_figures.show(leading, f":small[:gray[{t('departments.figures')}]]", owed_below=True)

    department_profile.show_owed(board, led, f"## {t('departments.owe')}")

    department_profile.show_lights(board, led, supported, f"## {t('departments.lights')}")

    st.header(t("departments.role.lead_items"))
    department_profile.show_items(board, led, "lead")

    st.header(t("departments.role.support_items"))
    department_profile.show_items(board, supported, "support")

    change_list.show(board, f"## {t('overview.changes', n=change_list.DAYS)}", key="changes")
    st.stop()

if not len(board.rows) or not len(department_table.compared(board)["organization"]):
    st.title(t("page.departments"))
    if len(board.rows):
        empty.nothing("departments.none")
    else:
        empty.no_items(board)
    st.stop()

st.markdown(f"# {t('page.departments')}\n\n:small[:gray[{department_table.order(board)}]]")
department_table.show(board)
# One text: elements are what a rerun costs.
owed = department_table.owed(board, f"## {t('departments.owes')}")
overview_charts.show_departments(board, markdown.below(owed, f"## {t('departments.lights')}"))
