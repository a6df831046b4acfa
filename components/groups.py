"""The groups that steer the campaign: who heads them, who belongs to them, what they coordinate."""

from __future__ import annotations

import numpy as np
import streamlit as st

from components import language, menu, replay
from components.board import Board
from components.item import cells
from components.language import header, t
from components.plain import plain
from data import filters as selection
from data.campaign import Rows
from data.words import GroupKind


@replay.drawn
def show(board: Board) -> None:
    """Draw the groups as cards, each after the one it belongs to."""
    parents = board.campaign["groups"]["parent"].cat.codes.to_numpy().astype(np.intp)
    with st.grid(3, min_column_width=290, gap="small", border=True, key="groups"):
        for row in in_order(parents):
            with st.container(gap="xsmall"):
                _card(board, row, int(parents[row]))


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


def _card(board: Board, row: int, parent: int) -> None:
    kind = cells.word(board, GroupKind, "groups", "kind", row)
    under = cells.text(board, "groups", "name", parent) if parent >= 0 else ""
    st.markdown(f"**{cells.text(board, 'groups', 'name', row)}**")
    st.caption(" · ".join(part for part in (kind, under and t("organization.under", name=under)) if part))
    head = (cells.text(board, "groups", "head", row), cells.text(board, "groups", "head_title", row))
    facts = {
        header("groups", "head"): " · ".join(part for part in head if part),
        header("groups", "members"): cells.organizations(board, "groups", "members", row),
        header("groups", "coordinates"): cells.text(board, "groups", "coordinates", row),
    }
    st.markdown(
        "  \n".join(
            t("item.labelled", label=f":gray[{name}]", value=value or f":gray[{t('not_reported')}]")
            for name, value in facts.items()
        )
    )
    _link(board, row)


def _link(board: Board, row: int) -> None:
    """Link to the items that the members lead."""
    groups, members = board.campaign.pairs("groups", "members")
    mine = members[(groups == row) & (members >= 0)]
    count = len(_led_by(board, mine))
    if not count:
        return
    offered = set(selection.options(board.campaign).departments)
    ids = [str(name) for name in board.campaign["organizations"]["id"].iloc[mine] if name in offered]
    asked = selection.Filters(departments=tuple(ids), role="lead")
    st.page_link(
        menu.page("items"),
        label=t("organization.items_of_members", n=count, count=plain(language.number(count))),
        icon=":material/chevron_right:",
        icon_position="right",
        query_params=board.link(filters=asked),
    )


def _led_by(board: Board, organizations: Rows) -> Rows:
    return np.flatnonzero(np.isin(board.campaign["items"]["lead"].cat.codes.to_numpy(), organizations))
