"""The key figures of problem leads, each with what it is a part of."""

from __future__ import annotations

import math

from components import cards, language, lead_view, markdown, replay
from components.board import Board
from components.language import t

_NAMES = (
    "received",
    "assigned",
    "resolved",
    "overdue",
    "in_time",
    "median",
    "nine_tenths",
    "satisfaction",
)


def words(board: Board, heading: str) -> str:
    """Write the figures as cards, and below which leads they count and what each of them means."""
    return markdown.below(heading, cards.laid(_cards(board)), cards.explained([scope(board)], _meanings))


def scope(board: Board) -> str:
    """Say which leads the page counts."""
    return t("leads.as_of", day=language.day(board.standing.day))


def _meanings() -> str:
    return "\n".join(f"- **{t(f'leads.figure.{name}')}** {t(f'leads.help.{name}')}" for name in _NAMES)


@replay.made
def _cards(board: Board) -> list[str]:
    figures = lead_view.figures(board)
    received, resolved = figures.received, figures.resolved
    due, rated = figures.resolved_due, figures.rated
    of_resolved = t("leads.of.resolved", n=resolved, whole=language.number(resolved))
    values = {
        "received": (language.number(received), ""),
        "assigned": (language.number(figures.assigned), _of(figures.assigned, received, "received")),
        "resolved": (language.number(resolved), _of(resolved, received, "received")),
        "overdue": (language.number(figures.overdue), _of(figures.overdue, figures.open, "open")),
        "in_time": (
            _percent(figures.in_time_share),
            _of(figures.in_time, due, "due") if due else t("leads.none_due"),
        ),
        "median": (_days(figures.median_days), of_resolved),
        "nine_tenths": (_days(figures.nine_tenths_days), of_resolved),
        "satisfaction": (
            _percent(figures.satisfaction),
            _of(rated, resolved, "rated") if rated else t("leads.none_rated"),
        ),
    }
    return [
        cards.figure(t(f"leads.figure.{name}"), value, markdown.small(of))
        for name, (value, of) in values.items()
    ]


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
