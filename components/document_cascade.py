"""The documents as an indented list, each below the one it implements, with links to their items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import streamlit as st

from components import empty, event_list, item_lines, markdown, paging, replay
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
    pages = paging.choose(board.view, len(branches), ROWS_A_PAGE, "documents")
    shown = pages.part
    with st.container(key="cascade"):
        paging.show_part(shown, len(branches))
        event_list.draw(board, _entries(board, branches[shown], shown.start))
    pages.show()


def _entries(board: Board, branches: Sequence[Branch], first: int) -> Iterator[event_list.Entry]:
    for place, branch in enumerate(branches, start=first):
        items = [] if branch.again else event_list.items_of(board, "documents", branch.row)
        yield _words(board, branch), items, f"documents.{place}"


@replay.made
def _words(board: Board, branch: Branch) -> str:
    """Describe a document, quoted as often as it stands below others: the style sheet indents it so."""
    row = branch.row
    title = cells.text(board, "documents", "title", row)
    linked = cells.link(title, str(cells.value(board, "documents", "url", row)))
    head = f"{'↳ ' if branch.depth else ''}**{linked}**"
    said = (
        markdown.lines(head, markdown.small(t("organization.above")))
        if branch.again
        else _told(board, row, head)
    )
    mark = "> " * min(branch.depth, _DEEPEST)
    return "\n".join(mark + line for line in said.split("\n"))


def _told(board: Board, row: int, head: str) -> str:
    items = event_list.items_of(board, "documents", row)
    said = (
        cells.word(board, DocumentKind, "documents", "kind", row),
        cells.text(board, "documents", "number", row),
        cells.organizations(board, "documents", "issuers", row),
        cells.day(board, "documents", "issued", row) or t("organization.no_date"),
    )
    return markdown.lines(
        head,
        markdown.small(" · ".join(word for word in said if word)),
        cells.text(board, "documents", "summary", row),
        *(item_lines.link(board, item) for item in items if event_list.few(items)),
    )
