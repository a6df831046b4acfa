"""Everything about one item, from top to bottom as one would tell it."""

import streamlit as st

from components import address, together
from components.board import current
from components.item import account, facts, heading, indicators, leads, unknown, updates

board = current()
wanted = address.one("item").strip()
item = board.campaign.positions("items").of(wanted) if wanted else -1

if item < 0:
    unknown.show(board, wanted)
    st.stop()

heading.name_page(board, item)
said = account.parts(board, item)

first = ("neighbours", "heading", "promise", "note", "facts", "further", "deadlines", "progress")
together.show(
    [
        *map(said.__getitem__, first),
        *facts.bars(board, item),
        *map(said.__getitem__, ("compared", "measures", "milestones", "indicators")),
        *indicators.parts(board, item),
        said["updates"],
        updates.earlier(board, item),
        *map(said.__getitem__, ("documents", "events", "practices")),
        *leads.parts(board, item, said["leads"]),
        *map(said.__getitem__, ("family", "missing", "sources")),
    ]
)
