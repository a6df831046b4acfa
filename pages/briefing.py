"""The report for a meeting: read here, presented, or taken along as a file."""

import streamlit as st

from components import empty, menu
from components.board import current
from components.briefing import asked, downloads, sections
from components.language import t

board = current()
wanted = asked.read(board.standing.day)

st.title(t("page.briefing"))
if not len(board.rows):
    empty.no_items(board)
    st.stop()

asked.show(wanted)
with st.container(horizontal=True, vertical_alignment="center", key="briefing-ways"):
    wish = downloads.show(board)
    st.page_link(
        menu.page("briefing"),
        label=t("briefing.present"),
        icon=":material/slideshow:",
        query_params={**board.link(present="1"), **asked.query(wanted)},
    )
sections.show(board, wanted)
if wish:
    downloads.fulfil(board, wanted, wish)
