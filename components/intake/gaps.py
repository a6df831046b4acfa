"""What is missing or doubtful, list by list: how often, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import streamlit as st

from components import item_lines, item_table
from components.board import Board
from components.download import csv_button
from components.intake import problem_words
from components.intake.described import field_name
from components.item import cells
from components.language import number, t
from components.plain import plain
from data import menders
from data.campaign import Rows
from data.completeness import Completeness
from data.problems import Problem

_LISTED = 12
_FIELDS = ("updates", "lead", "deadline", "measures", "indicators", "source")


def show(board: Board, found: Completeness, problems: Sequence[Problem]) -> None:
    """Draw a list for all that is missing or doubtful, and name what is not."""
    nothing: list[str] = []
    for field in _FIELDS:
        # Most urgent first, as everywhere.
        rows = board.rows[np.isin(board.rows, found.missing(field, board.mask))]
        name = t(f"gaps.{field}", n=round(board.campaign.settings.thresholds.silent_days))
        if len(rows):
            _list(field, name, len(rows), partial(_items, board, rows, field))
        else:
            nothing.append(name)
    for kind, belongs in (("spellings", _is_spelling), ("personal", _is_personal)):
        those = [problem for problem in problems if belongs(problem)]
        if those:
            _list(kind, t(f"gaps.{kind}"), menders.count(those).total, partial(_problems, board, those))
        else:
            nothing.append(t(f"gaps.{kind}"))
    if nothing:
        none = t("gaps.none", what=cells.listed(nothing))
        st.caption(f":material/check: {none}")


def _is_spelling(problem: Problem) -> bool:
    known_by_another = problem.code == "unknown_organization" and bool(problem.values.get("near"))
    return known_by_another or problem.code == "spelled_twice"


def _is_personal(problem: Problem) -> bool:
    return problem.code.startswith("personal_")


def _list(name: str, title: str, count: int, draw: Callable[[], None]) -> None:
    """Fold a list under its name and count."""
    label = t("gaps.counted", name=title, count=number(count))
    folded = st.expander(label, key=f"gaps.{name}", on_change="rerun")
    if folded.open:
        with folded:
            st.markdown(t(f"gaps.{name}.todo"))
            draw()


def _items(board: Board, rows: Rows, field: str) -> None:
    known = board.standing.items["silent_days"].notna().to_numpy()
    dated = set(rows[known[rows]].tolist()) if field == "updates" else set()
    for row in rows[:_LISTED].tolist():
        with st.container(gap=None):
            st.markdown(item_lines.link(board, row))
            lead = cells.organization(board, "items", "lead", row) or t("charts.no_lead")
            silent = f" · {item_lines.days_silent(board, row)}" if row in dated else ""
            st.caption(lead + silent)
    if len(rows) > _LISTED:
        st.caption(t("gaps.more", n=len(rows) - _LISTED))
    csv_button(
        lambda: item_table.frame(board, rows).rename(columns=item_table.headers()),
        field_name(board, field),
        f"gaps.{field}.csv",
    )


def _problems(board: Board, problems: Sequence[Problem]) -> None:
    positions = board.campaign.positions("items")
    for problem in problems[:_LISTED]:
        place = plain(f"{problem_words.where(problem)} · {problem.field(board.lang)}")
        said = plain(f"{problem.title(board.lang)} {problem.suggestion(board.lang)}")
        st.markdown(f"**{place}**  \n{said}")
        if problem.item:
            st.markdown(item_lines.link(board, positions.of(problem.item)))
    if len(problems) > _LISTED:
        st.caption(t("gaps.more_problems", n=len(problems) - _LISTED))
