"""Headline results: each indicator's latest value as its source states it, with change, date and target."""

from __future__ import annotations

import datetime as dt
from typing import Any

from components import cards, empty, folds, item_lines, kept, language, markdown, replay
from components.board import Board
from components.item import cells, indicator_words
from components.language import t
from components.plain import plain
from data.campaign import Campaign, Rows, in_language
from data.standing import Standing
from data.summaries import results
from data.summaries.results import latest_readings as results_of_whole

HEADLINES, MOST = 9, 39
_REST = "results"


def words(board: Board, heading: str) -> str:
    """Write the first results as Markdown, those at risk before the others, and fold the rest."""
    count = len(_found(board))
    if not count:
        return f"{heading}\n\n{empty.words('overview.results_none')}"
    more = ""
    if count > HEADLINES:
        more = folds.link(
            _REST,
            t("overview.results_more", n=min(count, MOST) - HEADLINES),
            t("overview.results_fewer", n=HEADLINES),
        )
    most = MOST if folds.is_open(_REST) else HEADLINES
    return markdown.below(heading, _about(board, count, most), cards.laid(_cards(board, most)), more)


@replay.made
def _found(board: Board) -> Rows:
    return results(board.campaign, board.standing, board.mask)


@replay.made
def _shared_source(board: Board, most: int) -> str:
    """Name the source that all results shown have, as Markdown; empty where they differ."""
    rows = _found(board)[:most]
    board = board.with_readings(rows)
    readings = latest_readings(board)
    sources = (_source(board, row, int(readings[row])) for row in rows.tolist())
    first = next(sources, "")
    # Mostly the second already differs.
    return first if all(source == first for source in sources) else ""


def _about(board: Board, count: int, most: int) -> str:
    """Name the source that all results shown share, and say how many are not shown."""
    shared = _shared_source(board, most)
    said = [t("results.source", source=shared)] if shared else []
    if count > MOST:
        said.append(t("overview.results_most", n=count - MOST))
    return markdown.lines(*map(markdown.small, said))


@replay.made
def _cards(board: Board, most: int) -> list[str]:
    """Write the first results; a source that all of them share is named once, above."""
    rows, shared = _found(board)[:most], _shared_source(board, most)
    board = board.with_readings(rows)
    readings = latest_readings(board)
    return [_card(board, row, int(readings[row]), with_source=not shared) for row in rows.tolist()]


@replay.made_for_any_view
def _card(board: Board, row: int, reading: int, *, with_source: bool) -> str:
    if reading < 0:
        date = language.day(board.standing.cell("indicators", "latest_date", row))
    else:
        date = indicator_words.dated(board, reading)
    said = [t("results.date", day=date), indicator_words.target(board, row)]
    if with_source:
        said.append(t("results.source", source=_source(board, row, reading)))
    gained = computed(indicator_words.gained(board, row, reading))
    item = cells.position(board, "indicators", "item", row)
    return cards.figure(
        cells.text(board, "indicators", "title", row),
        latest(board, row, reading),
        indicator_words.change(board, row, gained, t("results.since")),
        *map(markdown.small, said),
        item_lines.link(board, item),
    )


@replay.made_for_any_view
def _source(board: Board, row: int, reading: int) -> str:
    """Name the source of the reading, else of the indicator, else of the campaign."""
    own = cells.source(board, "readings", reading) if reading >= 0 else ""
    settings = board.campaign.settings
    return (
        own
        or cells.source(board, "indicators", row)
        or plain(in_language(settings.source, board.lang))
        or t("not_reported")
    )


def latest(board: Board, row: int, reading: int) -> str:
    """Write an indicator's latest value as its reading states it; no reading (-1): as its regions make it."""
    if reading >= 0:
        return indicator_words.as_stated(board, reading, row)
    return indicator_words.figure(board, row, computed(board.standing.cell("indicators", "latest", row)))


def computed(value: Any) -> float:
    """Round a value that was computed, such as an average of regions, to what a reader can use."""
    return round(float(value), 2)


def latest_readings(board: Board) -> Rows:
    """Find the reading of the whole that each indicator's latest value is; -1 where regions were combined."""
    if "readings" in board.campaign.sources:
        # A board holds those alone that it was made with.
        return results_of_whole(board.campaign, board.standing)
    return _of_whole(board.campaign, board.standing, board.campaign.version, board.standing.day)


@kept.by_version(64)
def _of_whole(_campaign: Campaign, _standing: Standing, version: str, day: dt.date) -> Rows:
    return results_of_whole(_campaign, _standing)
