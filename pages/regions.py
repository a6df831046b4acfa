"""The regions: a map of tiles with any measure, and what stands behind the region chosen."""

import streamlit as st

from components import region_map, region_records
from components.board import current

board = current()
wide = region_map.everywhere(board)

st.markdown(region_map.heading(board))

drawn, behind = st.columns([3, 2], gap="large")
with drawn:
    region_map.show(board, wide)
with behind:
    region_records.show(board, wide, f"## {region_map.title(board)}")
