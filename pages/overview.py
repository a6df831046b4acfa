"""How the campaign stands, on one page."""

import streamlit as st

from components import attention, change_list, empty, key_figures, overview_charts, results, together
from components.board import current
from components.language import t

board = current()

if not len(board.rows):
    st.title(t("page.overview"))
    empty.no_items(board)
    st.stop()

st.markdown(key_figures.words(board, f"# {t('page.overview')}"))

# Columns would be three elements.
with st.container(key="first-beside"):
    attention.show(board, f"## {t('overview.attention')}")
    overview_charts.show_departments(board, f"## {t('overview.by_department')}")
    if overview_charts.any_deadline(board):
        overview_charts.show_deadlines(board, f"## {t('overview.deadlines', n=overview_charts.WEEKS)}")

overview_charts.show_burn_up(board, f"## {t('overview.burn_up')}")

together.show(
    [
        results.words(board, f"## {t('overview.results')}"),
        *change_list.parts(board, f"## {t('overview.changes', n=change_list.DAYS)}", key="changes"),
    ]
)
