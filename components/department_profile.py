"""One department: what it is, how what it leads and supports stands, and what it owes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from components import chart, empty, item_lines, item_table, language
from components.board import Board
from components.charts.lights_by_department import lights_by_department
from components.charts.stacked_bars import Bar
from components.language import header, t
from components.plain import plain
from data.campaign import Rows
from data.words import Light, OrganizationKind, label

_LISTED = 6


def show_facts(board: Board, department: int) -> None:
    """Say what kind of organization it is, what it is part of, and which groups it is a member of."""
    own = board.campaign["organizations"].iloc[department]
    parent = int(board.campaign["organizations"]["parent"].cat.codes.iat[department])
    groups, members = board.campaign.pairs("groups", "members")
    separator = "、" if board.lang == "zh" else "; "
    joined = separator.join(
        board.text("groups", "name", row) for row in groups[members == department].tolist()
    )
    facts = {
        header("organizations", "name"): board.text("organizations", "name", department),
        header("organizations", "kind"): label(OrganizationKind, own["kind"], board.lang),
        header("organizations", "parent"): board.text("organizations", "name", parent) if parent >= 0 else "",
        t("departments.groups"): joined or t("departments.no_group"),
        header("organizations", "contact"): str(own["contact"]),
    }
    st.table(
        {name: plain(value or t("not_reported")) for name, value in facts.items()},
        border="horizontal",
        width="content",
    )


def part_in(board: Board, department: int) -> tuple[Rows, Rows]:
    """Split the items shown into those the department leads and those it supports, each most urgent first."""
    leads = board.campaign["items"]["lead"].cat.codes.to_numpy()[board.rows] == department
    items, organizations = board.campaign.pairs("items", "support")
    supported = np.zeros(len(board.mask), dtype=bool)
    supported[items[organizations == department]] = True
    return board.rows[leads], board.rows[supported[board.rows] & ~leads]


def show_lights(board: Board, led: Rows, supported: Rows) -> None:
    """Draw the lights of what it leads and of what it supports."""
    codes = board.standing.items["light"].cat.codes.to_numpy()
    bars = [
        Bar(t(f"departments.role.{role}"), None, np.bincount(codes[rows], minlength=len(Light)))
        for role, rows in (("lead", led), ("support", supported))
        if len(rows)
    ]
    chart.show(lights_by_department(bars, t("departments.role")), "department.lights")


def show_owed(board: Board, led: Rows) -> None:
    """List what it owes among the items it leads: late, due soon, waiting for an update."""
    state = board.standing.items.iloc[led]
    kinds: list[tuple[str, str, Callable[[Board, int], str]]] = [
        ("late", "deadline_passed", _days_late),
        ("soon", "deadline_soon", _days_left),
        ("silent", "silent", _days_silent),
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
                            item_lines.link(board, row)
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
        st.caption(f":material/info: {t('departments.owe_unknown', n=undated)}")
    else:
        empty.nothing("departments.owe_none")


def _days_late(board: Board, row: int) -> str:
    state = board.standing.items
    day = language.day(state["deadline"].iat[row])
    return t("departments.late_days", n=-int(state["days_left"].iat[row]), day=day)


def _days_left(board: Board, row: int) -> str:
    state = board.standing.items
    day = language.day(state["deadline"].iat[row])
    return t("departments.soon_days", n=int(state["days_left"].iat[row]), day=day)


def _days_silent(board: Board, row: int) -> str:
    state = board.standing.items
    days, last = int(state["silent_days"].iat[row]), state["last_update"].iat[row]
    if last != last:
        return t("departments.silent_never", n=days)
    return t("departments.silent_days", n=days, day=language.day(last))
