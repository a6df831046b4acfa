"""The events and documents of the lanes as a list, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import table_behind
from components.board import Board
from components.item import cells
from components.language import t
from components.timeline import columns
from components.timeline.lanes import DATED, Lane, titled
from data.words import DocumentKind, EventKind

KINDS = {"events": EventKind, "documents": DocumentKind}
_KEY = "timeline.records"


def show(board: Board, lanes: Sequence[Lane]) -> None:
    """Offer the list, where there is anything on it."""
    listed = [lane for lane in lanes if lane.table in KINDS]
    count = sum(lane.dated for lane in listed)
    if not count:
        return
    label = t("timeline.records", n=count)
    st.markdown(table_behind.link(_KEY, label, icon=":material/event_note:"))
    table_behind.show(_KEY, lambda: _table(board, listed), name="timeline-records", alt=label)


def _table(board: Board, lanes: Sequence[Lane]) -> pd.DataFrame:
    dates, kinds, titles = [], [], []
    for lane in lanes:
        dates += columns.dates(board, lane.table, DATED[lane.table], lane.rows)
        kinds += [
            cells.word(board, KINDS[lane.table], lane.table, "kind", row) or t(f"timeline.kind.{lane.table}")
            for row in lane.rows.tolist()
        ]
        titles += titled(board, lane.table, lane.rows)
    table = {t("charts.date"): dates, t("timeline.kind"): kinds, t("timeline.what"): titles}
    return pd.DataFrame(table).sort_values(t("charts.date"), kind="stable")
