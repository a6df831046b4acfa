"""Who steers the campaign, what was issued for it, and what was held."""

import streamlit as st

from components import choice, document_cascade, empty, event_list, groups, markdown
from components.board import current
from components.language import t

board = current()

part, words = choice.among("part", ("groups", "documents", "events"), "groups", "organization.part")
heading = markdown.heading(t(f"organization.{part}"))
about = markdown.small(t("organization.cascade")) if part == "documents" else ""

st.markdown(markdown.below(f"# {t('page.organization')}", words, heading, about))
if part == "documents":
    document_cascade.show(board)
elif part == "events":
    event_list.show(board)
elif len(board.campaign["groups"]):
    groups.show(board)
else:
    empty.nothing("organization.no_groups")
