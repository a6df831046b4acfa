"""The annex: the items of the scope as rows of a ledger, grouped by who leads them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data import formats
from data.briefing import item_lines, tables, targets
from data.briefing.content import Kind, Section, Span
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import Piece, said
from data.campaign import Rows
from data.words import Status, label

MOST = 300
"""Rows: what is longer is no annex any more, and the workbook holds all of it."""
_COLUMNS = (
    ("number", Kind.NUMBER, 0.6),
    ("title", Kind.TEXT, 3.4),
    ("lead", Kind.SHORT, 1.4),
    ("owner", Kind.SHORT, 0.9),
    ("deadline", Kind.DATE, 1.2),
    ("progress", Kind.NUMBER, 0.8),
    ("status", Kind.SHORT, 0.9),
    ("light", Kind.LIGHT, 0.9),
)


def compose(scope: Scope) -> Section | None:
    """List every item of the scope."""
    rows = ordered(scope)
    if not len(rows):
        return None
    idea = said("briefing.ledger.count", scope.lang, n=len(rows), of=targets.page(scope, "items"))
    told = [_row(scope, number, row) for number, row in enumerate(rows[:MOST].tolist(), start=1)]
    table = tables.table(scope, "ledger", _COLUMNS, told, len(rows))
    return Section(Part.LEDGER, Part.LEDGER.label(scope.lang), idea, (table,), annex=True)


def ordered(scope: Scope) -> Rows:
    """Order the items of the scope by who leads them, then by code; those nobody leads come last."""
    rows = np.flatnonzero(scope.mask)
    leads = scope.campaign["items"]["lead"].cat.codes.to_numpy()[rows]
    return rows[np.lexsort((scope.after.items["code_rank"].to_numpy()[rows], leads, leads < 0))]


def _row(scope: Scope, number: int, row: int) -> Sequence[Piece]:
    light = item_lines.light(scope, row)
    continuing = bool(scope.state("continuing", row))
    return (
        str(number),
        targets.item(scope, row),
        item_lines.lead(scope, row),
        item_lines.owner(scope, row),
        label(Status, str(Status.CONTINUING), scope.lang)
        if continuing
        else scope.day(scope.state("deadline", row)),
        formats.percent(float(scope.state("progress", row)), scope.lang),
        label(Status, scope.state("status", row), scope.lang),
        Span(light.label(scope.lang), light=light),
    )
