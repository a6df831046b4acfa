"""Everything about one item, from top to bottom as one would tell it."""

import streamlit as st

from components.board import current
from components.item import account, facts, heading, indicators, leads, part, unknown, updates

board = current()
wanted = st.query_params.get("item", "").strip()
item = board.campaign.positions("items").of(wanted) if wanted else -1

if item < 0:
    unknown.show(board, wanted)
    st.stop()

heading.name_page(board, item)
said = account.parts(board, item)

with st.container(key="facts-item"):
    names = ("neighbours", "heading", "promise", "note", "facts", "further", "deadlines", "progress")
    part.show(said, *names)
facts.show_bars(board, item)
with st.container(key="lines-item"):
    part.show(said, "compared", "measures", "milestones", "indicators")
    indicators.show(board, item)
    part.show(said, "updates")
    updates.show_earlier(board, item)
    part.show(said, "documents", "events", "practices")
    leads.show(board, item, said["leads"])
    part.show(said, "family", "missing", "sources")
