"""Whether a file is right, in one sentence, and what to mend first, in full."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.charts.finding import listed
from components.intake import problem_words
from components.language import current, t
from components.plain import plain
from data import menders
from data.problems import Problem

_FIRST = 3


def show(problems: Sequence[Problem], *, readable: bool = True) -> None:
    """Say how many errors and warnings there are, and word the most urgent ones."""
    counts = menders.count(problems)
    if not counts.total:
        st.success(t("intake.fine"), icon=":material/check_circle:")
        return
    found = [
        t(f"intake.count.{kind}", n=n)
        for kind, n in (("errors", counts.errors), ("warnings", counts.warnings))
        if n
    ]
    said = t("intake.faulty" if counts.errors else "intake.doubtful", counts=listed(found))
    if not readable:
        said = t("intake.unreadable")
    lines = [said, "", t("intake.first"), "", *(f"{n}. {line}" for n, line in enumerate(_first(problems), 1))]
    box, icon = (st.error, ":material/error:") if counts.errors else (st.warning, ":material/warning:")
    box("\n".join(lines), icon=icon)


def _first(problems: Sequence[Problem]) -> list[str]:
    """Word the first problem of each of the most urgent kinds, and say how many more are of its kind."""
    kinds: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in menders.urgent_first(problems):
        kinds.setdefault((problem.code, problem.table, problem.column), []).append(problem)
    return [_line(alike[0], menders.count(alike).total - 1) for alike in list(kinds.values())[:_FIRST]]


def _line(problem: Problem, more: int) -> str:
    lang = current()
    place = " · ".join(part for part in (problem_words.where(problem), problem.field(lang)) if part)
    parts = (problem.title(lang), problem.effect(lang), problem.suggestion(lang))
    said = ("" if lang == "zh" else " ").join(part.strip() for part in parts if part)
    alike = t("intake.alike", n=more) if more else ""
    return f"**{plain(place)}**  {plain(' '.join(said.splitlines()))} {alike}"
