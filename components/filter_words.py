"""The filters in words, where the bar itself is not to be seen: on paper and on a wall."""

from __future__ import annotations

from components.board import Board
from components.language import t
from data import filter_words


def words(board: Board) -> str:
    """Say which filters are set and what they ask for, as plain text."""
    filters, said = board.filters, []
    for field, values in filter_words.worded(board.campaign, filters, board.lang):
        said.append(_said(field, t("print.or").join(values)))
        if field == "departments" and filters.role != "either":
            said.append(_said("role", t(f"filter.role.{filters.role}")))
    return t("print.filters", filters=t("print.and").join(said)) if said else t("print.no_filters")


def _said(field: str, value: str) -> str:
    return t("print.filter", name=t(f"filter.{field}"), value=value)
