"""What was issued and held for an item, and what others may copy: documents, events and practices."""

from __future__ import annotations

from collections.abc import Callable

from components import markdown
from components.board import Board
from components.item import cells, part
from components.language import header, t
from components.plain import plain
from data.summaries import records
from data.summaries.records import DATED
from data.words import DocumentKind, EventKind


def documents(board: Board, item: int) -> str:
    """Word the documents issued for the item; empty where there are none."""
    return _listed(board, "documents", item, _document)


def events(board: Board, item: int) -> str:
    """Word the events held for the item; empty where there are none."""
    return _listed(board, "events", item, _event)


def practices(board: Board, item: int) -> str:
    """Word the local practices linked to the item; empty where there are none."""
    return _listed(board, "practices", item, _practice)


def _listed(board: Board, table: str, item: int, entry: Callable[[Board, int], str]) -> str:
    """List the rows by date, the newest first; those without a date come last, in the order of the file."""
    found = cells.rows(board, table, item, column="items", dated=DATED[table])
    if not len(found):
        return ""
    rows = records.by_date(board.campaign, table, found, newest_first=True).tolist()
    return markdown.below(markdown.heading(t(f"item.{table}")), *(entry(board, row) for row in rows))


def _document(board: Board, row: int) -> str:
    title = cells.text(board, "documents", "title", row)
    number = cells.text(board, "documents", "number", row)
    return part.entry(
        cells.link(title, str(cells.value(board, "documents", "url", row))),
        [number, cells.word(board, DocumentKind, "documents", "kind", row)],
        {
            header("documents", "issuers"): cells.organizations(board, "documents", "issuers", row),
            header("documents", "issued"): cells.day(board, "documents", "issued", row),
        },
        {header("documents", "implements"): _implements(board, row)},
        cells.text(board, "documents", "summary", row),
    )


def _implements(board: Board, row: int) -> str:
    places = board.campaign.positions("documents")(list(cells.value(board, "documents", "implements", row)))
    names = [cells.text(board, "documents", "title", int(place)) for place in places if place >= 0]
    return cells.listed(names) or plain(cells.written(board, "documents", "implements", row))


def _event(board: Board, row: int) -> str:
    return part.entry(
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


def _practice(board: Board, row: int) -> str:
    by = cells.organization(board, "practices", "organization", row)
    return part.entry(
        cells.text(board, "practices", "title", row),
        [],
        {header("practices", "organization"): by},
        {
            header("practices", "region"): plain(cells.region_names(board, "practices", "region", row)),
            header("practices", "date"): cells.day(board, "practices", "date", row),
        },
        cells.text(board, "practices", "summary", row),
    )
