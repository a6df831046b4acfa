"""Everything about one item, from top to bottom as one would tell it."""

import streamlit as st

from components.board import current
from components.item import (
    deadlines,
    facts,
    family,
    further,
    heading,
    indicators,
    leads,
    neighbours,
    part,
    records,
    sources,
    steps,
    unknown,
    updates,
)

board = current()
wanted = st.query_params.get("item", "").strip()
item = board.campaign.positions("items").of(wanted) if wanted else -1

if item < 0:
    unknown.show(board, wanted)
    st.stop()

neighbours.show(board, item)
heading.show(board, item)
promised = heading.show_promise(board, item)
facts.show(board, item)
further.show(board, item)
deadlines.show(board, item)
told = {
    "promise": promised,
    "progress": facts.show_progress(board, item),
    "measures": steps.show_measures(board, item),
    "milestones": steps.show_milestones(board, item),
    "indicators": indicators.show(board, item),
    "updates": updates.show(board, item),
    "documents": records.show_documents(board, item),
    "events": records.show_events(board, item),
    "practices": records.show_practices(board, item),
    "leads": leads.show(board, item),
    "family": family.show(board, item),
}
part.missing([name for name, there in told.items() if not there], board.standing.day)
sources.show(board, item)
