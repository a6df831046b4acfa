"""A problem in words for its reader: where, what was found and expected, what to do, and who is to do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from components import language
from components.charts.finding import sentences
from components.language import t
from data.menders import KEEPER
from data.problems import Problem, Severity

SHAPES = {Severity.ERROR: "✕", Severity.WARNING: "▲"}


def severity(kind: Severity) -> str:
    """Name a severity by shape and word."""
    word = t(f"intake.severity.{kind}")
    return f"{SHAPES[kind]} {word}"


def where(problem: Problem) -> str:
    """Name the place as a spreadsheet does, or by the line of the file."""
    parts = [problem.file, *([problem.sheet] if problem.sheet else [])]
    # Of a whole row the place is its first cell, without a column.
    if problem.cell and problem.character:
        parts.append(t("intake.where.cell", cell=problem.cell))
    elif problem.cell:
        parts.append(t("intake.where.row", row=problem.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
    elif problem.line:
        parts.append(t("intake.where.line", line=problem.line))
    return " · ".join(parts)


def mender(organization: str, names: Mapping[str, str]) -> str:
    """Name who must mend it."""
    return t("intake.keeper") if organization == KEEPER else names.get(organization, organization)


def frame(problems: Sequence[Problem], names: Mapping[str, str]) -> pd.DataFrame:
    """Put problems into a table, one column per field, in the reader's language."""
    lang = language.current()
    rows = [
        {
            "severity": severity(problem.severity),
            "where": where(problem),
            "field": problem.field(lang),
            "found": problem.found,
            "expected": problem.expected(lang),
            "suggestion": problem.suggestion(lang),
            "wrong": sentences(problem.title(lang), problem.effect(lang)),
            "mender": mender(problem.organization, names),
        }
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


COLUMNS = ("severity", "where", "field", "found", "expected", "suggestion", "wrong", "mender")


def headers() -> dict[str, str]:
    """Name the columns in the reader's language."""
    return {name: t(f"intake.column.{name}") for name in COLUMNS}
