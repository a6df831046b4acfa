"""The table of problems: narrowed by severity, file and who must mend them, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components import choice, empty, markdown, paging, print_sheet, row_links
from components.board import current
from components.download import csv_button
from components.intake import problem_words
from components.language import number, t
from data import menders
from data.problems import Problem, Severity

ROWS_A_PAGE = 50
_NOBODY = "~"
"""Stands in the address for whoever keeps the file; no id looks so."""
# As many as A4 holds upright.
_PRINTED = ("severity", "where", "field", "found", "expected", "suggestion")


def show(
    problems: Sequence[Problem], names: Mapping[str, str], view: object, heading: str = "", *, linked: bool
) -> None:
    """Draw problems, most urgent first; `names` are organizations by id.

    `linked` says that the items concerned are those of the board, which a button in a row opens.
    """
    chosen = menders.urgent_first(_chosen(problems, names, heading))
    if not chosen:
        empty.nothing("intake.none_chosen")
        return
    listed = (view, len(chosen), chosen[0].place)
    pages = paging.choose(listed, len(chosen), ROWS_A_PAGE, "problems")
    part = pages.part
    _draw(chosen[part], names, len(chosen), linked)
    pages.show()
    paging.show_part(part, len(chosen))
    if linked:
        _choose_item(chosen[part])
    headers = problem_words.headers()
    printed = problem_words.frame(chosen[part], names)[list(_PRINTED)].rename(columns=headers)
    print_sheet.table(printed, len(chosen))
    csv_button(
        lambda: problem_words.frame(chosen, names).rename(columns=headers),
        t("intake.problems"),
        "problems.csv",
    )


def _chosen(problems: Sequence[Problem], names: Mapping[str, str], heading: str) -> list[Problem]:
    """Draw the choices and keep the problems that meet them; a choice of one thing is none."""
    severity = _severity(problems, heading)
    files = list(dict.fromkeys(problem.file for problem in problems))
    whose = {
        organization or _NOBODY: t(
            "intake.mender.count",
            name=problem_words.mender(organization, names),
            count=number(counts.total),
        )
        for organization, counts in menders.by_organization(problems)
    }
    everybody, everywhere = t("intake.mender.all"), t("intake.file.all")
    file, mender = "", ""
    with st.grid(2, min_column_width=210, gap="small", key="problems-pages"):
        if len(whose) > 1:
            asked = ["", *whose]
            mender = choice.listed("mender", asked, "intake.mender", lambda key: whose.get(key, everybody))
        if len(files) > 1:
            file = choice.listed("file", ["", *files], "intake.file", lambda name: name or everywhere)
    return [
        problem
        for problem in problems
        if severity in ("all", problem.severity)
        and file in ("", problem.file)
        and mender in ("", problem.organization or _NOBODY)
    ]


def _severity(problems: Sequence[Problem], heading: str) -> str:
    severity, words = "all", ""
    if len({problem.severity for problem in problems}) > 1:
        options = ("all", *map(str, Severity))
        severity, words = choice.among("severity", options, "all", "intake.severity", told=True)
    if said := markdown.below(heading, words):
        st.markdown(said)
    return severity


def _draw(shown: Sequence[Problem], names: Mapping[str, str], count: int, linked: bool) -> None:
    table = problem_words.frame(shown, names)
    table["severity"] = table["severity"].map(lambda word: [word])
    table = table.replace("", None)
    opened = [problem.item if linked else "" for problem in shown]
    if any(opened):
        table.insert(0, "open", [t("intake.open_item") if item else None for item in opened])
    print_sheet.on_screen("problems").dataframe(
        table,
        key="problems.table",
        hide_index=True,
        height="content" if len(table) <= 8 else 620,
        # Three lines of a message, so that none has to be opened to be read.
        row_height=74,
        placeholder="–",
        column_config=_column_config(opened),
        alt=t("intake.problems_alt", n=count),
    )


def _choose_item(shown: Sequence[Problem]) -> None:
    board = current()
    titles, positions = board.campaign.words("items", "title", board.lang), board.campaign.positions("items")
    named = {problem.item: str(titles[positions.of(problem.item)]) for problem in shown if problem.item}
    if named:
        row_links.by_name("items.choose", named, row_links.open_item, "problems")


def _column_config(items: list[str]) -> dict[str, Any]:
    column, names = st.column_config, problem_words.headers()
    widths = {"where": 110, "field": 80, "found": 104, "expected": 134, "suggestion": 206, "wrong": 260}
    return {
        "severity": column.MultiselectColumn(
            names["severity"],
            options=[problem_words.severity(kind) for kind in Severity],
            color=["red", "yellow"],
            width=92,
        ),
        **{name: column.TextColumn(names[name], width=width) for name, width in widths.items()},
        "mender": column.TextColumn(names["mender"], width=120),
        "open": row_links.buttons(t("intake.item"), 64, items, row_links.open_item, "problems.open"),
    }
