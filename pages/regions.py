"""The regions: a map of tiles with any measure, and what stands behind the region chosen."""

import streamlit as st

from components import region_map, region_records
from components.board import current

board = current()
wide = region_map.everywhere(board)

st.markdown(region_map.heading(board))

# Columns would be three elements.
with st.container(key="last-beside"):
    region_map.show(board, wide)
    region_records.show(board, wide, f"## {region_map.title(board)}")
