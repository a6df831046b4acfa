"""The key figures of problem leads, each with what it is a part of."""

from __future__ import annotations

import math

import streamlit as st

from components import language, lead_view, replay
from components.board import Board
from components.language import t


@replay.drawn
def show(board: Board) -> None:
    """Draw the figures in a grid that drops columns on a narrow screen."""
    figures = lead_view.counted(board).figures
    received = figures.received
    with st.grid(4, min_column_width=150, gap="xsmall", border=True, key="leads.figures"):
        _tile("received", language.number(received), "")
        _tile("assigned", language.number(figures.assigned), _of(figures.assigned, received, "received"))
        _tile("resolved", language.number(figures.resolved), _of(figures.resolved, received, "received"))
        _tile("overdue", language.number(figures.overdue), _of(figures.overdue, figures.open, "open"))
        _tile(
            "in_time",
            _percent(figures.in_time_share),
            _of(figures.in_time, figures.resolved_due, "due")
            if figures.resolved_due
            else t("leads.none_due"),
        )
        _tile(
            "median",
            _days(figures.median_days),
            t("leads.of.resolved", n=figures.resolved, whole=language.number(figures.resolved)),
        )
        _tile(
            "nine_tenths",
            _days(figures.nine_tenths_days),
            t("leads.of.resolved", n=figures.resolved, whole=language.number(figures.resolved)),
        )
        _tile(
            "satisfaction",
            _percent(figures.satisfaction),
            _of(figures.rated, figures.resolved, "rated") if figures.rated else t("leads.none_rated"),
        )


def _tile(name: str, value: str, of: str) -> None:
    with st.container(gap="xxsmall"):
        st.metric(t(f"leads.figure.{name}"), value, help=t(f"leads.help.{name}"))
        if of:
            st.caption(of)


def _of(part: int, whole: int, name: str) -> str:
    """Say what a count is a part of."""
    share = language.percent(100 * part / whole) if whole else t("leads.no_share")
    return t(
        f"leads.of.{name}", n=whole, part=language.number(part), whole=language.number(whole), share=share
    )


def _percent(value: float) -> str:
    return t("leads.no_share") if math.isnan(value) else language.percent(value)


def _days(value: float) -> str:
    return (
        t("leads.no_share")
        if math.isnan(value)
        else t("leads.n_days", n=round(value), days=language.number(value))
    )
