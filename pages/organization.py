"""Who steers the campaign, what was issued for it, and what was held."""

import streamlit as st

from components import choice, document_cascade, empty, event_list, groups
from components.board import current
from components.language import t

board = current()

st.title(t("page.organization"))
part = choice.segments("part", ("groups", "documents", "events"), "groups", "organization.part")

st.header(t(f"organization.{part}"))
if part == "documents":
    st.caption(t("organization.cascade"))
    document_cascade.show(board)
elif part == "events":
    event_list.show(board)
elif len(board.campaign["groups"]):
    groups.show(board)
else:
    empty.nothing("organization.no_groups")
