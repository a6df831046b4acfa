"""The documents as an indented list, each below the one it implements, with links to their items."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import empty, event_list, paging
from components.board import Board
from components.item import cells
from components.language import t
from data.day_numbers import of_day
from data.filters import Filters
from data.summaries import records
from data.summaries.cascade import Branch, cascade
from data.words import DocumentKind

ROWS_A_PAGE = 40
_DEEPEST = 4
"""Levels that are indented: a phone has no room for more."""
_STEP = 20


def show(board: Board) -> None:
    """Draw the documents issued by the board's day that concern its items, and what they implement."""
    campaign = board.campaign
    if not len(campaign["documents"]):
        empty.nothing("organization.no_documents")
        return
    known = records.known(campaign, "documents", of_day(board.standing.day))
    mask = known & records.concerned(campaign, "documents", board.mask, board.filters == Filters())
    branches = [branch for branch in cascade(campaign, mask) if known[branch.row]]
    if not branches:
        empty.nothing("organization.no_documents_here")
        return
    undated = int(campaign["documents"]["issued"].isna().to_numpy()[np.flatnonzero(mask)].sum())
    if undated:
        st.caption(t("organization.undated_documents", n=undated))
    slot = st.container(gap="small")
    part = paging.choose(board.view, len(branches), ROWS_A_PAGE, "documents")
    with slot:
        paging.show_part(part, len(branches))
        for place, branch in enumerate(branches[part], start=part.start):
            _branch(board, branch, f"documents.{place}")


def _branch(board: Board, branch: Branch, key: str) -> None:
    """Draw a document as far to the right as it stands below others."""
    if not branch.depth:
        _document(board, branch, key)
        return
    with st.container(horizontal=True, wrap=False, gap=None, vertical_alignment="top"):
        st.space(_STEP * min(branch.depth, _DEEPEST))
        _document(board, branch, key)


def _document(board: Board, branch: Branch, key: str) -> None:
    row = branch.row
    title = cells.text(board, "documents", "title", row)
    linked = cells.link(title, str(cells.value(board, "documents", "url", row)))
    said = (
        cells.word(board, DocumentKind, "documents", "kind", row),
        cells.text(board, "documents", "number", row),
        cells.organizations(board, "documents", "issuers", row),
        cells.day(board, "documents", "issued", row) or t("organization.no_date"),
    )
    with st.container(gap="xxsmall"):
        st.markdown(f"{'↳ ' if branch.depth else ''}**{linked}**")
        if branch.again:
            st.caption(t("organization.above"))
            return
        st.caption(" · ".join(part for part in said if part))
        if summary := cells.text(board, "documents", "summary", row):
            st.markdown(summary)
        event_list.show_items(board, event_list.items_of(board, "documents", row), key)
