"""All items the filters leave, most urgent first."""

import streamlit as st

from components import empty, item_table
from components.board import current
from components.language import t

board = current()

st.title(t("page.items"))
if len(board.rows):
    order = st.segmented_control(
        t("items.order"),
        item_table.ORDERS,
        format_func=lambda name: t(f"items.order.{name}"),
        key="items.order",
        required=True,
        default="urgency",
    )
    item_table.show(board, item_table.ordered(board, order), key="items.table")
else:
    empty.no_items(board)
