"""The deadlines moved in the period: from when to when, and how often the item slipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from data import formats
from data.briefing import item_lines, tables, targets
from data.briefing.content import Kind, Paragraph, Section, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, listed, said
from data.history import Change
from data.words import Precision

_COLUMNS = (
    ("title", Kind.TEXT, 3.2),
    ("lead", Kind.SHORT, 1.2),
    ("from", Kind.DATE, 1.2),
    ("to", Kind.DATE, 1.2),
    ("days", Kind.NUMBER, 0.7),
    ("slips", Kind.NUMBER, 0.7),
    ("why", Kind.TEXT, 2.6),
)


def compose(scope: Scope) -> Section | None:
    """Tell which deadlines were moved, those moved furthest first."""
    changes = scope.changed(Change.DEADLINE_MOVED)
    if not len(changes):
        return None
    lang = scope.lang
    days = _moved(changes)
    order = np.argsort(-np.nan_to_num(days, nan=np.inf), kind="stable")
    changes, days = changes.iloc[order], days[order]
    slips = scope.after.items["slips"].to_numpy()[changes["item"]]
    idea = _idea(scope, days, int((slips > 1).sum()))
    rows = (
        _row(scope, change, moved)
        for change, moved in zip(
            changes[: item_lines.MOST].itertuples(index=False), days.tolist(), strict=False
        )
    )
    table = tables.table(scope, "moved", _COLUMNS, rows, len(changes))
    return Section(Part.DEADLINES, Part.DEADLINES.label(lang), idea, (Paragraph(idea), table))


def _idea(scope: Scope, days: Any, again: int) -> Text:
    """Say how many were moved which way, and how many not for the first time."""
    lang, of = scope.lang, targets.section(Part.DEADLINES)
    counts = {
        "later": int((days > 0).sum()),
        "earlier": int((days < 0).sum()),
        "open": int(np.isnan(days).sum()),
    }
    kinds = [name for name, count in counts.items() if count]
    if len(kinds) == 1:
        more = said("briefing.moved.all.again", lang, n=again, of=of) if again else ()
        return said(f"briefing.moved.all.{kinds[0]}", lang, n=len(days), of=of, again=more)
    clauses = [said(f"briefing.moved.{name}", lang, n=counts[name], of=of) for name in kinds]
    if again:
        clauses.append(said("briefing.moved.again", lang, n=again, of=of))
    return said("briefing.moved.count", lang, n=len(days), of=of, kinds=listed(clauses, lang))


def _moved(changes: pd.DataFrame) -> Any:
    """Count the days each deadline was moved; NaN where one of the two has no end."""
    before, after = (pd.to_datetime(changes[name]) for name in ("before", "after"))
    return (after - before).dt.days.to_numpy(dtype=float)


def _row(scope: Scope, change: Any, moved: float) -> Sequence[Piece]:
    return (
        targets.item(scope, change.item),
        item_lines.lead(scope, change.item),
        _deadline(scope, change.before),
        _deadline(scope, change.after),
        "" if np.isnan(moved) else f"{moved:+.0f}",
        formats.number(int(scope.state("slips", change.item)), scope.lang),
        item_lines.report(scope, change),
    )


def _deadline(scope: Scope, date: Any) -> str:
    return scope.day(date) or Precision.CONTINUING.label(scope.lang)
