"""The key figures: each with what it means and a link to the items it counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import streamlit as st

from components import language, light, menu, replay
from components.address import Query
from components.board import Board
from components.language import t
from data.summaries import KeyFigures, described, key_figures
from data.words import Level, Light, Status, label

_UNFINISHED = tuple(str(each) for each in Light if each is not Light.BLUE)


@replay.drawn
def show(board: Board, *, owed_below: bool = False) -> None:
    """Draw the figures in a grid that drops columns on a narrow screen.

    `owed_below` says that the page itself lists the items that wait for an update.
    """
    figures = key_figures(board.campaign, board.standing, board.mask)
    limits = board.campaign.settings.thresholds
    limit: dict[str, Any] = {
        "milestone": language.number(limits.milestone_grace_days),
        "projection": language.number(limits.projection_grace_days),
        "soon": language.number(limits.due_soon_days),
        "behind": language.number(limits.behind_points),
        "silent": language.number(limits.silent_days),
    }
    with st.grid(4, min_column_width=150, gap="xsmall", border=True, key="figures"):
        _tile(t("figures.items"), figures.items, t("figures.items_help"), t("figures.see_all"), board.link())
        _finished(board, figures)
        _on_time(figures)
        _of_light(board, Light.RED, figures.red, t("figures.red_help", **limit))
        _of_light(board, Light.YELLOW, figures.yellow, t("figures.yellow_help", **limit))
        _due_soon(board, figures.due_soon)
        waiting = t("figures.silent_help", n=round(limits.silent_days))
        if owed_below:
            _tile(
                t("figures.silent"),
                figures.silent,
                waiting,
                t("figures.below" if figures.silent else "figures.none"),
            )
        else:
            more = t("figures.by_department")
            _tile(t("figures.silent"), figures.silent, waiting, more, board.link(), "departments")
        _of_light(board, Light.GREY, figures.grey, t("figures.grey_help"))


def _tile(
    name: str, value: int | str, meaning: str, more: str = "", query: Query | None = None, page: str = "items"
) -> None:
    """Draw one figure; without a query `more` is a remark, else it links to what the figure counts."""
    with st.container(gap="xxsmall"):
        st.metric(name, language.number(value) if isinstance(value, int) else value, help=meaning)
        if query is not None and value:
            st.page_link(
                menu.page(page),
                label=more,
                icon=":material/chevron_right:",
                icon_position="right",
                query_params=query,
            )
        else:
            st.caption(more if query is None else t("figures.none"))


def _finished(board: Board, figures: KeyFigures) -> None:
    share = language.percent(figures.finished_share) if figures.items else t("figures.none")
    of = t("figures.finished_of", n=figures.finished, total=language.number(figures.items))
    unknown = int((board.standing.items["status"].iloc[board.rows] == Status.NOT_REPORTED).sum())
    if unknown and not figures.finished:
        of = t("figures.finished_unknown", n=unknown, of=of)
    query = board.link(filters=board.narrowed(lights=(str(Light.BLUE),))) if figures.finished else None
    _tile(t("figures.finished"), share, t("figures.finished_help"), of, query)


def _on_time(figures: KeyFigures) -> None:
    known = figures.dated_finished
    share = language.percent(figures.on_time_share) if known else "–"
    of = (
        t("figures.finished_of", n=figures.on_time, total=language.number(known))
        if known
        else t("figures.on_time_none")
    )
    _tile(t("figures.on_time"), share, t("figures.on_time_help"), of)


def _of_light(board: Board, shown: Light, count: int, meaning: str) -> None:
    query = board.link(filters=board.narrowed(lights=(str(shown),)))
    _tile(light.label(shown), count, meaning, t("figures.see"), query)


def _due_soon(board: Board, count: int) -> None:
    days = round(board.campaign.settings.thresholds.due_soon_days)
    end = board.standing.day + dt.timedelta(days=days)
    window = replace(board.filters, due_from=board.standing.day, due_to=end, lights=_UNFINISHED)
    _tile(
        t("figures.due_soon", n=days),
        count,
        t("figures.due_soon_help", end=language.day(end)),
        t("figures.see"),
        board.link(filters=window),
    )


@replay.drawn
def show_described(board: Board) -> None:
    """Say how many of the items announced are described."""
    said = []
    for level, count, declared in described(board.campaign).itertuples(index=False):
        if not count and declared != declared:
            continue
        name = label(Level, level, board.lang)
        name = name.lower() if board.lang == "en" else name
        if declared == declared:
            said.append(t("figures.described", n=count, declared=language.number(declared), level=name))
        else:
            said.append(t("figures.described_open", n=count, level=name))
    st.caption("  \n".join(said))
