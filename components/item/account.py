"""What is said about an item, part by part, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components import neighbours, replay
from components.board import Board
from components.item import (
    deadlines,
    facts,
    family,
    further,
    heading,
    indicators,
    leads,
    part,
    records,
    sources,
    steps,
    updates,
)
from components.language import t

Words = Callable[[Board, int], str]


def _way_on(board: Board, item: int) -> str:
    back, outside = t("item.back"), t("item.outside")
    return neighbours.words(board, "items", item, board.rows, back=back, outside=outside)


_ALWAYS: Mapping[str, Words] = {
    "neighbours": _way_on,
    "heading": heading.words,
    "note": heading.note,
    "facts": facts.words,
    "further": further.words,
    "deadlines": deadlines.words,
    "compared": facts.compared,
    "sources": sources.words,
}

# Where one of these is empty, the page says that nobody reported it.
_EXPECTED: Mapping[str, Words] = {
    "promise": heading.promise,
    "progress": facts.progress,
    "measures": steps.measures,
    "milestones": steps.milestones,
    "indicators": indicators.words,
    "updates": updates.words,
    "documents": records.documents,
    "events": records.events,
    "practices": records.practices,
    "leads": leads.words,
    "family": family.words,
}


@replay.made
def parts(board: Board, item: int) -> Mapping[str, str]:
    """Word every part of the item's page by its name; one of which nothing is known is empty."""
    said = {name: words(board, item) for name, words in {**_ALWAYS, **_EXPECTED}.items()}
    missing = [name for name in _EXPECTED if not said[name]]
    return {**said, "missing": part.missing(missing, board.standing.day)}
