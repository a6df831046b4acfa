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
    together,
)
from components.board import current
from components.language import t

board = current()
chosen = board.filters.departments

if len(chosen) == 1:
    department = board.campaign.positions("organizations").of(chosen[0])
    head = department_profile.head(board, department)
    if not len(board.rows):
        st.markdown(head)
        empty.no_items(board)
        st.stop()
    led, supported = department_profile.part_in(board, department)
    figures = ""
    if len(led):
        leading = department_profile.leading(board, led)
        figures = key_figures.words(leading, markdown.small(t("departments.figures")), owed_below=True)
    owed = department_profile.owed(board, led, f"## {t('departments.owe')}")
    above = markdown.below(head, figures, owed, f"## {t('departments.lights')}")
    department_profile.show_lights(board, led, supported, above)
    together.show(
        [
            *department_profile.items(board, led, "lead"),
            *department_profile.items(board, supported, "support"),
            *change_list.parts(board, f"## {t('overview.changes', n=change_list.DAYS)}", key="changes"),
        ]
    )
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
