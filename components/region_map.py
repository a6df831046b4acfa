"""The map of tiles: what it measures, what a click on a region does, and what it leaves out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from components import address, chart, choice, language, lead_view, links, replay
from components.board import Board, current
from components.chart import Chart
from components.charts.values_by_region import NOTHING, Tile, values_by_region
from components.item import cells, indicator_words
from components.language import header, t
from components.plain import plain
from data import filters as selection
from data.day_numbers import of_day
from data.filters import Filters
from data.regions import grid, label, labels
from data.summaries import records, regions
from data.summaries.regions import ByRegion

MEASURES = ("items", "visits", "practices", "leads", "indicator")


def everywhere(board: Board) -> Board:
    """Widen the board to all regions: a map narrowed to one region would say nothing of the others."""
    asked = replace(board.filters, regions=())
    if asked == board.filters:
        return board
    mask = selection.select(board.campaign, board.standing, asked)
    return replace(board, filters=asked, mask=mask)


def show(board: Board, wide: Board) -> None:
    """Draw the choice of a measure and the tiles; `wide` is the board of all regions."""
    measure, words = _measure(board, wide)
    indicator = -1
    if measure == "indicator":
        st.markdown(words)
        indicator, words = _indicator(board, wide), ""
    found = _found(board, wide, measure, indicator)
    chart.show(
        _drawn(board, wide, measure, indicator),
        "regions.map",
        heading=words,
        on_click=_narrow,
        hint="  \n".join(_notes(board, found, measure)),
    )
    if _empty(found):
        st.info(t(f"regions.none.{measure}"), icon=":material/info:")


def _notes(board: Board, found: ByRegion, measure: str) -> Iterator[str]:
    """Say how the tiles are laid out, and what none of them shows."""
    given = grid(board.campaign).given
    if found.elsewhere and not _empty(found):
        yield t(f"regions.elsewhere.{measure}", n=found.elsewhere)
    yield t("regions.schematic" if given.any() else "regions.in_order")
    if given.any() and not given.all():
        yield t("regions.below", n=int((~given).sum()))


@replay.made
def _drawn(board: Board, wide: Board, measure: str, indicator: int) -> Chart:
    tiles = list(_tiles(board, _found(board, wide, measure, indicator), indicator))
    highest = "regions.highest" if measure == "indicator" else "regions.most"
    return values_by_region(tiles, _about(board, measure, indicator), highest, board.filters.regions)


def _measure(board: Board, wide: Board) -> tuple[str, str]:
    """Choose what to measure, at first the first measure of which anything is known."""
    known = (name for name in MEASURES[:-1] if not _empty(_found(board, wide, name, -1)))
    return choice.among("measure", MEASURES, next(known, "indicator"), "regions.measure", told=True)


def _indicator(board: Board, wide: Board) -> int:
    """Choose an indicator that has readings of regions; -1 where there is none."""
    rows = regions.regional_indicators(board.campaign, wide.mask)
    ids = dict(zip(board.campaign["indicators"]["id"].iloc[rows], rows.tolist(), strict=True))
    return ids[choice.listed("indicator", list(ids), "regions.indicator", _titled(board, ids))] if ids else -1


def _titled(board: Board, ids: dict[str, int]) -> Callable[[str], str]:
    """Name indicators by title and item: many share a title."""
    items = board.campaign["indicators"]["item"].cat.codes.to_numpy()

    def title(name: str) -> str:
        row = ids.get(name, -1)
        if row < 0:
            return name
        about = cells.literal(board, "items", "title", int(items[row]))
        return f"{cells.literal(board, 'indicators', 'title', row)} · {about}"

    return title


@replay.made
def _found(board: Board, wide: Board, measure: str, indicator: int) -> ByRegion:
    campaign, everything = board.campaign, wide.filters == Filters()
    if measure == "indicator":
        held = board.with_readings(np.array([indicator]))
        return regions.of_indicator(held.campaign, board.standing, indicator)
    if measure == "items":
        return regions.of_items(campaign, wide.mask)
    if measure == "leads":
        return regions.of_leads(campaign, lead_view.view(wide, "region"))
    table = "events" if measure == "visits" else measure
    mask = records.concerned(campaign, table, wide.mask, everything)
    mask &= records.known(campaign, table, of_day(board.standing.day))
    return regions.of_visits(campaign, mask) if measure == "visits" else regions.of_practices(campaign, mask)


def _empty(found: ByRegion) -> bool:
    return bool(all(math.isnan(value) for value in found.values))


def _about(board: Board, measure: str, indicator: int) -> str:
    if indicator < 0:
        return t(f"regions.about.{measure}")
    unit = indicator_words.unit(board, indicator)
    title = cells.literal(board, "indicators", "title", indicator)
    return t("item.in_brackets", value=title, note=unit) if unit else title


def _tiles(board: Board, found: ByRegion, indicator: int) -> Iterator[Tile]:
    board = board.with_readings(np.array([indicator]))
    campaign = board.campaign
    places, ids = grid(campaign), campaign["regions"]["id"].tolist()
    names, full = labels(campaign, board.lang), campaign.words("regions", "name", board.lang)
    for row, value in enumerate(found.values.tolist()):
        others: dict[str, object] = {}
        if indicator >= 0 and found.readings is not None:
            reading = int(found.readings[row])
            told = reading >= 0
            others = {
                header("readings", "date"): cells.day(board, "readings", "date", reading) if told else "",
                t("regions.as_stated"): _stated(board, reading, indicator) if told else "",
            }
        words = NOTHING if math.isnan(value) else language.number(indicator_words.legible(value))
        at = (int(places.rows[row]), int(places.columns[row]))
        yield Tile(ids[row], str(names[row]), str(full[row]), *at, value, words, others)


def _stated(board: Board, reading: int, indicator: int) -> str:
    """Write a reading as its source does, though not as Markdown."""
    value = float(cells.value(board, "readings", "value", reading))
    if math.isnan(value):
        return cells.written(board, "readings", "value", reading) or t("item.reading.none")
    worded = language.number(value, indicator_words.unit(board, indicator))
    qualifier = cells.value(board, "readings", "qualifier", reading)
    return t(f"item.qualifier.{qualifier}", value=worded) if isinstance(qualifier, str) else worded


def _narrow(clicked: list[Any]) -> None:
    """Narrow the view to the region clicked on."""
    board = current()
    # Of a region that nothing names there is nothing to see.
    if clicked[0] in selection.options(board.campaign).regions:
        address.narrow(board.narrowed(regions=(str(clicked[0]),)))


def heading(board: Board) -> str:
    """Name the page, and offer the way back to all regions, as Markdown."""
    named = f"# {t('page.regions')}"
    if not board.filters.regions:
        return named
    query = {**address.without_filters(), **address.of_filters(board.narrowed(regions=()))}
    return f":material/arrow_back: {links.here(query, t('regions.all'))}\n\n{named}"


def title(board: Board) -> str:
    """Name the regions the view is narrowed to, as Markdown."""
    names = [label(board.campaign, code, board.lang) for code in board.filters.regions]
    return plain(cells.listed(names)) if names else t("regions.everywhere")
