"""The filters in words, where the bar itself is not to be seen: on paper and on a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from components import language, light
from components.board import Board
from components.language import t
from data import regions
from data.words import Level, Status, label


def words(board: Board) -> str:
    """Say which filters are set and what they ask for, as plain text."""
    said = list(_several(board)) + list(_single(board))
    return t("print.filters", filters=t("print.and").join(said)) if said else t("print.no_filters")


def _several(board: Board) -> Iterator[str]:
    filters, lang = board.filters, board.lang
    wordings: dict[str, Callable[[str], str]] = {
        "departments": lambda key: board.organization(board.campaign.positions("organizations").of(key)),
        "lights": light.label,
        "levels": lambda key: label(Level, key, lang),
        "themes": lambda key: board.campaign.themes(lang).get(key, key),
        "statuses": lambda key: label(Status, key, lang),
        "regions": lambda key: regions.label(board.campaign, key, lang),
    }
    for field, worded in wordings.items():
        values: Sequence[str] = getattr(filters, field)
        if values:
            yield _said(field, t("print.or").join(map(worded, values)))


def _single(board: Board) -> Iterator[str]:
    filters = board.filters
    if filters.departments and filters.role != "either":
        yield _said("role", t(f"filter.role.{filters.role}"))
    if filters.due_from:
        yield _said("due_from", language.day(filters.due_from))
    if filters.due_to:
        yield _said("due_to", language.day(filters.due_to))
    if filters.text:
        yield _said("text", filters.text)


def _said(field: str, value: str) -> str:
    return t("print.filter", name=t(f"filter.{field}"), value=value)
