"""The report for a meeting: read here, presented, or taken along as a file."""

import streamlit as st

from components import empty, links, print_sheet
from components.board import current
from components.briefing import asked, downloads, sections
from components.language import t

board = current()
wanted = asked.read(board.standing.day)

st.title(t("page.briefing"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()

with print_sheet.on_screen("briefing"):
    asked.show(wanted)
    with st.container(horizontal=True, vertical_alignment="center", key="briefing-ways"):
        wish = downloads.show(board)
        present = links.to(
            "briefing", {**board.link(present="1"), **asked.query(wanted)}, t("briefing.present")
        )
        st.markdown(f":material/slideshow: {present}", width="content")
with st.container(key="briefing-text"):
    sections.show(board, wanted)
if wish:
    downloads.fulfil(board, wanted, wish)
