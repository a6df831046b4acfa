"""Who steers the campaign, what was issued for it, and what was held."""

import streamlit as st

from components import document_cascade, empty, event_list, groups
from components.board import current
from components.language import t

board = current()

st.title(t("page.organization"))

st.header(t("organization.groups"))
if len(board.campaign["groups"]):
    groups.show(board)
else:
    empty.nothing("organization.no_groups")

st.header(t("organization.documents"))
document_cascade.show(board)

st.header(t("organization.events"))
event_list.show(board)
