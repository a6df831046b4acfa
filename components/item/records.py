"""What was issued and held for an item, and what others may copy: documents, events and practices."""

from __future__ import annotations

import numpy as np

from components import replay
from components.board import Board
from components.item import cells, part
from components.language import header, t
from components.plain import plain
from data import day_numbers
from data.campaign import Rows
from data.words import DocumentKind, EventKind


@replay.drawn
def show_documents(board: Board, item: int) -> bool:
    """Draw the documents issued for the item; tell whether there are any."""
    found = _newest_first(board, "documents", item, "issued")
    if not len(found):
        return False
    part.heading(t("item.documents"))
    for row in map(int, found):
        title = cells.text(board, "documents", "title", row)
        number = cells.text(board, "documents", "number", row)
        part.entry(
            cells.link(title, str(cells.value(board, "documents", "url", row))),
            [number, cells.word(board, DocumentKind, "documents", "kind", row)],
            {
                header("documents", "issuers"): cells.organizations(board, "documents", "issuers", row),
                header("documents", "issued"): cells.day(board, "documents", "issued", row),
            },
            {header("documents", "implements"): _implements(board, row)},
            cells.text(board, "documents", "summary", row),
        )
    return True


def _implements(board: Board, row: int) -> str:
    places = board.campaign.positions("documents")(list(cells.value(board, "documents", "implements", row)))
    names = [cells.text(board, "documents", "title", int(place)) for place in places if place >= 0]
    return cells.listed(names) or plain(cells.written(board, "documents", "implements", row))


@replay.drawn
def show_events(board: Board, item: int) -> bool:
    """Draw the events held for the item; tell whether there are any."""
    found = _newest_first(board, "events", item, "date")
    if not len(found):
        return False
    part.heading(t("item.events"))
    for row in map(int, found):
        part.entry(
            cells.text(board, "events", "title", row),
            [cells.word(board, EventKind, "events", "kind", row)],
            {
                header("events", "date"): cells.day(board, "events", "date", row),
                header("events", "organizations"): cells.organizations(board, "events", "organizations", row),
            },
            {
                header("events", "regions"): plain(cells.region_names(board, "events", "regions", row)),
                header("events", "place"): cells.text(board, "events", "place", row),
            },
            cells.text(board, "events", "summary", row),
        )
    return True


@replay.drawn
def show_practices(board: Board, item: int) -> bool:
    """Draw the local practices linked to the item; tell whether there are any."""
    found = _newest_first(board, "practices", item, "date")
    if not len(found):
        return False
    part.heading(t("item.practices"))
    for row in map(int, found):
        part.entry(
            cells.text(board, "practices", "title", row),
            [],
            {
                header("practices", "organization"): cells.organization(
                    board, "practices", "organization", row
                )
            },
            {
                header("practices", "region"): plain(cells.region_names(board, "practices", "region", row)),
                header("practices", "date"): cells.day(board, "practices", "date", row),
            },
            cells.text(board, "practices", "summary", row),
        )
    return True


def _newest_first(board: Board, table: str, item: int, dated: str) -> Rows:
    """Order by date, the newest first; those without a date come last, in the order of the file."""
    found = cells.rows(board, table, item, column="items", dated=dated)
    days = day_numbers.of(board.campaign[table][dated].iloc[found])
    return found[np.argsort(-days.astype(np.float64), kind="stable")]
