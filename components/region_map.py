"""The map of tiles: what it measures, what a click on a region does, and what it leaves out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import streamlit as st

from components import address, chart, filter_bar, language, lead_view
from components.board import Board, current
from components.charts.values_by_region import NOTHING, Tile, values_by_region
from components.item import cells, indicator_words
from components.language import header, t
from components.plain import plain
from data import filters as selection
from data.campaign import Rows
from data.day_numbers import of_day
from data.filters import Filters
from data.regions import REGIONS
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
    indicators = regions.regional_indicators(board.campaign, wide.mask)
    measure = _measure(board, wide)
    indicator = _indicator(board, indicators) if measure == "indicator" else -1
    found = _found(board, wide, measure, indicator)
    about = _about(board, measure, indicator)
    tiles = list(_tiles(board, found, indicator))
    highest = "regions.highest" if measure == "indicator" else "regions.most"
    st.caption(t("regions.schematic"))
    chart.show(
        values_by_region(tiles, about, highest, board.filters.regions), "regions.map", on_click=_narrow
    )
    if all(math.isnan(tile.value) for tile in tiles):
        st.info(t(f"regions.none.{measure}"), icon=":material/info:")
    elif found.elsewhere:
        st.caption(t(f"regions.elsewhere.{measure}", n=found.elsewhere))


def _measure(board: Board, wide: Board) -> str:
    """Choose what to measure: as the address says, else the first measure of which anything is known."""
    asked = st.query_params.get("measure", "")
    if asked not in MEASURES:
        known = (name for name in MEASURES[:-1] if not _empty(_found(board, wide, name, -1)))
        asked = next(known, "indicator")
    key = f"regions.measure.{board.lang}"
    filter_bar.seed(key, asked)
    st.segmented_control(
        t("regions.measure"),
        MEASURES,
        format_func=lambda name: t(f"regions.measure.{name}"),
        key=key,
        required=True,
        on_change=_remember,
        args=("measure", key),
    )
    return asked


def _indicator(board: Board, rows: Rows) -> int:
    """Choose an indicator that has readings of regions; -1 where there is none."""
    if not len(rows):
        return -1
    ids = dict(zip(board.campaign["indicators"]["id"].iloc[rows], rows.tolist(), strict=True))
    asked = st.query_params.get("indicator", "")
    key = f"regions.indicator.{board.lang}"
    filter_bar.seed(key, asked if asked in ids else next(iter(ids)))
    items = board.campaign["indicators"]["item"].cat.codes
    st.selectbox(
        t("regions.indicator"),
        list(ids),
        format_func=lambda name: " · ".join(
            (
                cells.literal(board, "indicators", "title", ids.get(name, 0)),
                cells.literal(board, "items", "title", int(items.iat[ids.get(name, 0)])),
            )
        ),
        key=key,
        filter_mode="contains",
        on_change=_remember,
        args=("indicator", key),
    )
    return ids[st.session_state[key]]


def _remember(name: str, key: str) -> None:
    address.write({**address.now(), name: st.session_state[key]})


def _found(board: Board, wide: Board, measure: str, indicator: int) -> ByRegion:
    campaign, everything = board.campaign, wide.filters == Filters()
    if measure == "indicator":
        return regions.of_indicator(campaign, board.standing, indicator)
    if measure == "items":
        return regions.of_items(campaign, wide.mask)
    if measure == "leads":
        return regions.of_leads(lead_view.counted(wide).view)
    table = "events" if measure == "visits" else measure
    mask = records.concerned(campaign, table, wide.mask, everything)
    mask &= records.known(campaign, table, of_day(board.standing.day))
    return regions.of_visits(campaign, mask) if measure == "visits" else regions.of_practices(campaign, mask)


def _empty(found: ByRegion) -> bool:
    return bool(all(math.isnan(value) for value in found.values))


def _about(board: Board, measure: str, indicator: int) -> str:
    if indicator < 0:
        return t(f"regions.measure.{measure}")
    unit = indicator_words.unit(board, indicator)
    title = cells.literal(board, "indicators", "title", indicator)
    return t("item.in_brackets", value=title, note=unit) if unit else title


def _tiles(board: Board, found: ByRegion, indicator: int) -> Iterator[Tile]:
    for place, (code, value) in enumerate(zip(REGIONS, found.values.tolist(), strict=True)):
        others: dict[str, object] = {}
        if indicator >= 0 and found.readings is not None:
            reading = int(found.readings[place])
            told = reading >= 0
            others = {
                header("readings", "date"): cells.day(board, "readings", "date", reading) if told else "",
                t("regions.as_stated"): _stated(board, reading, indicator) if told else "",
            }
        words = NOTHING if math.isnan(value) else language.number(indicator_words.legible(value))
        yield Tile(code, value, words, others)


def _stated(board: Board, reading: int, indicator: int) -> str:
    """Write a reading as its source does, though not as Markdown."""
    value = float(cells.value(board, "readings", "value", reading))
    if math.isnan(value):
        return cells.written(board, "readings", "value", reading) or t("item.reading.none")
    worded = language.number(value, indicator_words.unit(board, indicator))
    qualifier = cells.value(board, "readings", "qualifier", reading)
    return t(f"item.qualifier.{qualifier}", value=worded) if isinstance(qualifier, str) else worded


def _narrow(clicked: list[Any]) -> None:
    """Narrow the view to the region clicked on, keeping what the map measures."""
    kept = {name: st.query_params[name] for name in ("measure", "indicator") if name in st.query_params}
    board = current()
    address.write({**board.link(filters=board.narrowed(regions=(str(clicked[0]),))), **kept})


def show_all_link() -> None:
    """Offer the way back to all regions."""
    st.button(
        t("regions.all"),
        key="regions.all",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=_widen,
    )


def _widen() -> None:
    board = current()
    address.write(board.link(filters=board.narrowed(regions=())))


def title(board: Board) -> str:
    """Name the regions the view is narrowed to, as Markdown."""
    names = [cells.regions.label(code, board.lang) for code in board.filters.regions]
    return plain(cells.listed(names)) if names else t("regions.everywhere")
