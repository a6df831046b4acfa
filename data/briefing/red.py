"""The items at red: those that turned red and why, those still red, those that left red."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data import lights, standing
from data.briefing import item_lines, targets
from data.briefing.content import Block, Entry, Paragraph, Section, Span, Subheading, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import listed, said, sentence
from data.campaign import Rows
from data.history import Change
from data.words import Light


def compose(scope: Scope) -> Section | None:
    """Tell which items turned red and why, which still are, which no longer; the most urgent first."""
    order = standing.urgency(scope.after)
    turned = _among(order, scope.changed(Change.TURNED_RED)["item"].to_numpy())
    left = _among(order, scope.changed(Change.LEFT_RED)["item"].to_numpy())
    red = (scope.after.items["light"] == Light.RED).to_numpy() & scope.mask
    still = order[red[order] & ~np.isin(order, turned)]
    if not len(turned) + len(left) + len(still):
        return None
    lang = scope.lang
    clauses = [
        said(f"briefing.red.{name}", lang, n=len(rows), of=targets.section(Part.RED))
        for name, rows in (("turned", turned), ("still", still), ("left", left))
        if len(rows)
    ]
    idea = sentence(listed(clauses, lang), lang)
    blocks = [
        *_group(scope, "turned", turned, [_why(scope, row) for row in turned[: item_lines.MOST].tolist()]),
        *_group(scope, "still", still, [_why(scope, row) for row in still[: item_lines.MOST].tolist()]),
        *_group(scope, "left", left, [_now(scope, row) for row in left[: item_lines.MOST].tolist()]),
    ]
    return Section(Part.RED, Part.RED.label(lang), idea, (Paragraph(idea), *blocks))


def _among(order: Rows, rows: Rows) -> Rows:
    return order[np.isin(order, rows)]


def _group(scope: Scope, name: str, rows: Rows, entries: Sequence[Entry]) -> tuple[Block, ...]:
    if not entries:
        return ()
    heading = Subheading(said(f"briefing.red.{name}.heading", scope.lang))
    return heading, *item_lines.listing(scope, entries, len(rows))


def _why(scope: Scope, row: int) -> Entry:
    """Give the reasons of the light, and what the department last said."""
    found = lights.reasons(scope.campaign, scope.after, row, scope.lang)
    reasons = [sentence((Span(reason.text),), scope.lang) for reason in found if reason.light is Light.RED]
    words = item_lines.last_words(scope, row)
    return Entry(item_lines.named(scope, row), (*reasons, words) if words else tuple(reasons))


def _now(scope: Scope, row: int) -> Entry:
    light = item_lines.light(scope, row)
    now: Text = said("briefing.red.now", scope.lang, light=Span(light.label(scope.lang), light=light))
    return Entry(item_lines.named(scope, row), (now,))
