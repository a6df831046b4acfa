"""The key figures: each with what it means and a link to the items it counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np

from components import cards, language, light, links, markdown, replay
from components.address import Query
from components.board import Board
from components.language import t
from data.summaries import KeyFigures, described, key_figures
from data.words import Level, Light, Status, label

_UNFINISHED = tuple(str(each) for each in Light if each is not Light.BLUE)


def words(board: Board, heading: str, *, owed_below: bool = False) -> str:
    """Write the figures as cards, and below for which day they speak and what each of them means.

    `owed_below` says that the page itself lists the items that wait for an update.
    """
    said = [_dated(board)] if owed_below else _described(board)
    explained = cards.explained(said, lambda: _meanings(board))
    return markdown.below(heading, cards.laid(_figures(board, owed_below)), explained)


def _dated(board: Board) -> str:
    return t("overview.as_of", day=language.day(board.standing.day))


@replay.made
def _figures(board: Board, owed_below: bool) -> list[str]:
    figures = key_figures(board.campaign, board.standing, board.mask)
    return [
        _card(t("figures.items"), figures.items, t("figures.see_all"), board.link()),
        _finished(board, figures),
        _on_time(figures),
        _of_light(board, Light.RED, figures.red),
        _of_light(board, Light.YELLOW, figures.yellow),
        _due_soon(board, figures.due_soon),
        _silent(board, figures.silent, owed_below),
        _of_light(board, Light.GREY, figures.grey),
    ]


@replay.made_for_any_view
def _meanings(board: Board) -> str:
    """Say what each figure counts, as a list."""
    limits, day = board.campaign.settings.thresholds, board.standing.day
    limit: dict[str, Any] = {
        "milestone": language.number(limits.milestone_grace_days),
        "projection": language.number(limits.projection_grace_days),
        "soon": language.number(limits.due_soon_days),
        "behind": language.number(limits.behind_points),
        "silent": language.number(limits.silent_days),
    }
    soon = round(limits.due_soon_days)
    end = language.day(day + dt.timedelta(days=soon))
    meant = {
        t("figures.items"): t("figures.items_help"),
        t("figures.finished"): t("figures.finished_help"),
        t("figures.on_time"): t("figures.on_time_help"),
        light.label(Light.RED): t("figures.red_help", **limit),
        light.label(Light.YELLOW): t("figures.yellow_help", **limit),
        t("figures.due_soon", n=soon): t("figures.due_soon_help", end=end),
        t("figures.silent"): t("figures.silent_help", n=round(limits.silent_days)),
        light.label(Light.GREY): t("figures.grey_help"),
    }
    return "\n".join(f"- **{name}** {meaning}" for name, meaning in meant.items())


def _card(
    name: str, value: int | str, more: str = "", query: Query | None = None, page: str = "items"
) -> str:
    """Write one figure; without a query `more` is a remark, else it links to what the figure counts."""
    shown = language.number(value) if isinstance(value, int) else value
    if query is not None and value:
        below = links.to(page, query, more)
    else:
        below = markdown.small(more if query is None else t("figures.none"))
    return cards.figure(name, shown, below)


def _finished(board: Board, figures: KeyFigures) -> str:
    share = language.percent(figures.finished_share) if figures.items else t("figures.none")
    of = t("figures.finished_of", n=figures.finished, total=language.number(figures.items))
    statuses = board.standing.column("status")[board.rows]
    unknown = int(np.count_nonzero(statuses == list(Status).index(Status.NOT_REPORTED)))
    if unknown and not figures.finished:
        of = t("figures.finished_unknown", n=unknown, of=of)
    query = board.link(filters=board.narrowed(lights=(str(Light.BLUE),))) if figures.finished else None
    return _card(t("figures.finished"), share, of, query)


def _on_time(figures: KeyFigures) -> str:
    known = figures.dated_finished
    share = language.percent(figures.on_time_share) if known else "–"
    of = (
        t("figures.finished_of", n=figures.on_time, total=language.number(known))
        if known
        else t("figures.on_time_none")
    )
    return _card(t("figures.on_time"), share, of)


def _of_light(board: Board, shown: Light, count: int) -> str:
    query = board.link(filters=board.narrowed(lights=(str(shown),))) if count else {}
    return _card(light.label(shown), count, t("figures.see"), query)


def _due_soon(board: Board, count: int) -> str:
    days = round(board.campaign.settings.thresholds.due_soon_days)
    end = board.standing.day + dt.timedelta(days=days)
    window = replace(board.filters, due_from=board.standing.day, due_to=end, lights=_UNFINISHED)
    query = board.link(filters=window) if count else {}
    return _card(t("figures.due_soon", n=days), count, t("figures.see"), query)


def _silent(board: Board, count: int, owed_below: bool) -> str:
    if owed_below:
        return _card(t("figures.silent"), count, t("figures.below" if count else "figures.none"))
    return _card(t("figures.silent"), count, t("figures.by_department"), board.link(), "departments")


@replay.made_for_any_view
def _described(board: Board) -> list[str]:
    """Name the day, and how many of the items announced are described."""
    said = [_dated(board)]
    table = described(board.campaign)
    for level, count, declared in zip(*(table[name].tolist() for name in table), strict=True):
        if not count and declared != declared:
            continue
        name = label(Level, level, board.lang)
        name = name.lower() if board.lang == "en" else name
        if declared == declared:
            said.append(t("figures.described", n=count, declared=language.number(declared), level=name))
        else:
            said.append(t("figures.described_open", n=count, level=name))
    return said
