"""The groups that steer the campaign: who heads them, who belongs to them, what they coordinate."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import cards, language, links, markdown, replay
from components.board import Board
from components.item import cells, part
from components.language import header, t
from components.plain import plain
from data import filters as selection
from data.campaign import Rows
from data.words import GroupKind


def show(board: Board) -> None:
    """Draw the groups as cards, each after the one it belongs to."""
    st.markdown(cards.laid(_cards(board)))


@replay.made
def _cards(board: Board) -> list[str]:
    parents = board.campaign.codes("groups", "parent")
    return [_card(board, row, int(parents[row])) for row in in_order(parents)]


def in_order(parents: Rows) -> list[int]:
    """Put each group after the one it belongs to; groups in a circle come last, as listed."""
    children: dict[int, list[int]] = {}
    for row, parent in enumerate(parents.tolist()):
        children.setdefault(parent, []).append(row)
    found: list[int] = []
    waiting = children.get(-1, [])[::-1]
    while waiting:
        row = waiting.pop()
        found.append(row)
        waiting += children.get(row, [])[::-1]
    return [*found, *(row for row in range(len(parents)) if row not in set(found))]


def _card(board: Board, row: int, parent: int) -> str:
    kind = cells.word(board, GroupKind, "groups", "kind", row)
    under = cells.text(board, "groups", "name", parent) if parent >= 0 else ""
    about = (kind, under and t("organization.under", name=under))
    head = (cells.text(board, "groups", "head", row), cells.text(board, "groups", "head_title", row))
    facts = {
        header("groups", "head"): " · ".join(word for word in head if word),
        header("groups", "members"): cells.organizations(board, "groups", "members", row),
        header("groups", "coordinates"): cells.text(board, "groups", "coordinates", row),
    }
    return markdown.below(
        markdown.lines(
            f"**{cells.text(board, 'groups', 'name', row)}**",
            markdown.small(" · ".join(word for word in about if word)),
        ),
        markdown.lines(*(_fact(name, value) for name, value in facts.items()), _link(board, row)),
    )


def _fact(name: str, value: str) -> str:
    return t("item.labelled", label=markdown.quiet(name), value=part.reported(value))


def _link(board: Board, row: int) -> str:
    """Link to the items that the members lead; empty where there are none."""
    groups, members = board.campaign.pairs("groups", "members")
    mine = members[(groups == row) & (members >= 0)]
    count = len(_led_by(board, mine))
    if not count:
        return ""
    offered = set(selection.options(board.campaign).departments)
    ids = [str(name) for name in board.campaign["organizations"]["id"].iloc[mine] if name in offered]
    asked = selection.Filters(departments=tuple(ids), role="lead")
    label = t("organization.items_of_members", n=count, count=plain(language.number(count)))
    return links.to("items", board.link(filters=asked), label)


def _led_by(board: Board, organizations: Rows) -> Rows:
    return np.flatnonzero(np.isin(board.campaign.codes("items", "lead"), organizations))
