"""The regions: a map of tiles with any measure, and what stands behind the region chosen."""

import streamlit as st

from components import region_map, region_records
from components.board import current
from components.language import t

board = current()
wide = region_map.everywhere(board)

st.title(t("page.regions"))
if board.filters.regions:
    region_map.show_all_link()

drawn, behind = st.columns([3, 2], gap="large")
with drawn:
    region_map.show(board, wide)
with behind:
    st.header(region_map.title(board))
    region_records.show(board, wide)
