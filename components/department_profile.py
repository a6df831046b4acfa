"""One department: what it is, how what it leads and supports stands, and what it owes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from components import chart, empty, item_lines, item_table, language, replay
from components.board import Board
from components.chart import Chart
from components.charts.lights_by_department import lights_by_department
from components.charts.stacked_bars import Bar
from components.item import cells
from components.language import header, t
from data.campaign import Rows
from data.words import Light, OrganizationKind

_LISTED = 6


@replay.drawn
def show_facts(board: Board, department: int) -> None:
    """Say what kind of organization it is, what it is part of, and which groups it is a member of."""
    groups, members = board.campaign.pairs("groups", "members")
    names = [cells.text(board, "groups", "name", row) for row in groups[members == department].tolist()]
    facts = {
        "name": cells.text(board, "organizations", "name", department),
        "kind": cells.word(board, OrganizationKind, "organizations", "kind", department),
        "parent": cells.organization(board, "organizations", "parent", department),
        "contact": cells.text(board, "organizations", "contact", department),
    }
    told = {header("organizations", name): fact or t("not_reported") for name, fact in facts.items()}
    told[t("departments.groups")] = cells.listed(names) or t("departments.no_group")
    st.table(told, border="horizontal", width="content")


def part_in(board: Board, department: int) -> tuple[Rows, Rows]:
    """Split the items shown into those the department leads and those it supports, each most urgent first."""
    leads = board.campaign["items"]["lead"].cat.codes.to_numpy()[board.rows] == department
    items, organizations = board.campaign.pairs("items", "support")
    supported = np.zeros(len(board.mask), dtype=bool)
    supported[items[organizations == department]] = True
    return board.rows[leads], board.rows[supported[board.rows] & ~leads]


def leading(board: Board, led: Rows) -> Board:
    """Narrow the board to what the department leads."""
    mask = np.zeros(len(board.mask), dtype=bool)
    mask[led] = True
    return replace(board, filters=replace(board.filters, role="lead"), mask=mask, rows=led)


def show_lights(board: Board, led: Rows, supported: Rows) -> None:
    """Draw the lights of what it leads and of what it supports."""
    chart.show(_lights(board, led, supported), "department.lights")


@replay.made
def _lights(board: Board, led: Rows, supported: Rows) -> Chart:
    codes = board.standing.items["light"].cat.codes.to_numpy()
    bars = [
        Bar(t(f"departments.role.{role}"), None, np.bincount(codes[rows], minlength=len(Light)))
        for role, rows in (("lead", led), ("support", supported))
        if len(rows)
    ]
    return lights_by_department(bars, t("departments.role"))


@replay.drawn
def show_owed(board: Board, led: Rows) -> None:
    """List what it owes among the items it leads: late, due soon, waiting for an update."""
    state = board.standing.items.iloc[led]
    kinds: list[tuple[str, str, Callable[[Board, int], str]]] = [
        ("late", "deadline_passed", _days_late),
        ("soon", "deadline_soon", _days_left),
        ("silent", "silent", item_lines.days_silent),
    ]
    owed = [(kind, led[state[rule].to_numpy(dtype=bool)], said) for kind, rule, said in kinds]
    if not any(len(rows) for _, rows, _ in owed):
        _nothing_owed(board, led)
        return
    with st.grid(3, min_column_width=260, gap="xsmall", border=True, key="department.owed"):
        for kind, rows, said in owed:
            if len(rows):
                with st.container(gap="xsmall"):
                    st.markdown(f"**{t(f'departments.owed.{kind}')}** · {len(rows)}")
                    for row in rows[:_LISTED].tolist():
                        with st.container(gap=None):
                            st.markdown(item_lines.link(board, row))
                            st.caption(said(board, row))
                    if len(rows) > _LISTED:
                        st.caption(t("departments.more", n=len(rows) - _LISTED))


def show_items(board: Board, rows: Rows, role: str) -> None:
    """Draw the table of the items it leads or supports."""
    if len(rows):
        item_table.show(board, rows, key=f"department.{role}")
    else:
        empty.nothing(f"departments.role.{role}_none")


def _nothing_owed(board: Board, led: Rows) -> None:
    state = board.standing.items.iloc[led]
    undated = int((state["deadline"].isna() & ~state["continuing"] & ~state["finished"]).sum())
    if undated:
        st.caption(":material/info: " + t("departments.owe_unknown", n=undated))
    else:
        empty.nothing("departments.owe_none")


def _days_late(board: Board, row: int) -> str:
    state: Any = board.standing.items.iloc[row]
    return t("departments.late_days", n=-int(state["days_left"]), day=language.day(state["deadline"]))


def _days_left(board: Board, row: int) -> str:
    state: Any = board.standing.items.iloc[row]
    return t("departments.soon_days", n=int(state["days_left"]), day=language.day(state["deadline"]))
