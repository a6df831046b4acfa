"""An indicator's risk and latest value in a few words."""

from __future__ import annotations

import math

import numpy as np

from components import cards, language, light, markdown
from components.board import Board
from components.item import indicator_words
from components.language import t
from data import children, day_numbers
from data.words import Light


def badge(board: Board, row: int, place: int) -> str:
    """Name an indicator's risk by its light and in words; `place` is the place of the light in `Light`."""
    shown = list(Light)[place]
    miss = float(board.standing.cell("indicators", "miss_days", row))
    if shown in (Light.RED, Light.YELLOW):
        words = t("indicators.never") if math.isinf(miss) else t("indicators.late", n=int(miss))
    else:
        words = t(f"indicators.light.{shown}")
    return light.badge(shown, words)


def newest(board: Board, row: int) -> int:
    """Find the newest reading up to the board's day, of the whole or of a region; -1 for none."""
    found = children.of(board.campaign, "readings", "indicator", row)
    days = board.campaign.days("readings", "date")[found]
    known = days <= day_numbers.of_day(board.standing.day)
    found, days = found[known], days[known]
    return int(found[np.lexsort((found, days))[-1]]) if len(found) else -1


def words(board: Board, row: int, whole: int) -> str:
    """Say the latest value with its date and its change; `whole` is its reading, -1 if regions make it."""
    newest_reading = newest(board, row)
    withheld = markdown.small(indicator_words.withheld(board, newest_reading)) if newest_reading >= 0 else ""
    value = float(board.standing.cell("indicators", "latest", row))
    if math.isnan(value):
        return withheld or markdown.small(t("item.reading.nothing"))
    if whole >= 0:
        name = t("item.reading.as_of", day=indicator_words.dated(board, whole))
        shown = indicator_words.as_stated(board, whole, row)
    else:
        day = language.day(board.standing.cell("indicators", "latest_date", row))
        name = t("item.reading.combined", day=day)
        shown = indicator_words.figure(board, row, indicator_words.legible(value))
    gained = indicator_words.legible(indicator_words.gained(board, row, whole))
    change = indicator_words.change(board, row, gained, t("item.reading.since_previous"))
    return markdown.below(withheld, cards.figure(markdown.small(name), shown, change))


def projected(board: Board, row: int) -> str:
    """Say the target and where the pace leads, or what is missing to tell."""
    target = indicator_words.target(board, row) or t("item.target_missing")
    has_value = not math.isnan(board.standing.cell("indicators", "latest", row))
    projection = indicator_words.projection(board, row) if has_value else ""
    return markdown.lines(target, projection)
