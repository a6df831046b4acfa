"""All items the filters leave, most urgent first."""

import streamlit as st

from components import choice, empty, item_table, markdown
from components.board import current
from components.language import t

board = current()

heading = f"# {t('page.items')}"
if len(board.rows):
    order, words = choice.among("order", item_table.ORDERS, "urgency", "items.order", told=True)
    st.markdown(markdown.below(heading, words))
    item_table.show(board, item_table.ordered(board, order), key="items.table")
else:
    st.markdown(heading)
    empty.no_items(board)
