"""What was finished and what was started in the period."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.briefing import item_lines, targets
from data.briefing.content import Entry, Paragraph, Section, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import before, running, said
from data.history import Change
from data.summaries.key_figures import punctuality

_WITHIN_QUOTES = str.maketrans("“”‘’", "‘’“”")
"""Marks of quotation within others, by GB/T 15834."""


def finished(scope: Scope) -> Section | None:
    """Tell what was finished, whether in time, and with what result."""
    changes = item_lines.by_importance(scope, scope.changed(Change.FINISHED))
    if not len(changes):
        return None
    return _section(scope, Part.FINISHED, Change.FINISHED, changes, [_punctual(scope, changes)])


def started(scope: Scope) -> Section | None:
    """Tell what was started, and by when it is due."""
    changes = item_lines.by_importance(scope, scope.changed(Change.STARTED))
    return _section(scope, Part.STARTED, Change.STARTED, changes, []) if len(changes) else None


def _section(scope: Scope, part: Part, kind: Change, changes: pd.DataFrame, further: list[Text]) -> Section:
    counted = said(
        f"briefing.{kind}.count",
        scope.lang,
        n=len(changes),
        of=targets.section(part),
        before=before(scope.lang, scope.count_before(kind), "items"),
    )
    idea = running([counted, *further], scope.lang)
    detail = {Change.FINISHED: _finished_on, Change.STARTED: _started_on}[kind]
    entries = [
        _entry(scope, change, detail(scope, change))
        for change in changes[: item_lines.MOST].itertuples(index=False)
    ]
    listed = item_lines.listing(scope, entries, len(changes))
    return Section(part, part.label(scope.lang), idea, (Paragraph(idea), *listed))


def _entry(scope: Scope, change: Any, dated: Text) -> Entry:
    words = item_lines.report(scope, change)
    if scope.lang == "zh":
        words = words.translate(_WITHIN_QUOTES)
    details = (dated, said("briefing.quoted", scope.lang, text=words)) if words else (dated,)
    return Entry(item_lines.named(scope, change.item), details)


def _punctual(scope: Scope, changes: pd.DataFrame) -> Text:
    """Say how many were in time, of those of which it is known."""
    on_time, dated = (flags[changes["item"]] for flags in punctuality(scope.after))
    known, good = int(dated.sum()), int(on_time.sum())
    if not known:
        return ()
    key = "all" if good == known == len(changes) else "part" if good else "none"
    return said(
        f"briefing.finished.on_time.{key}", scope.lang, n=known, on_time=str(good), late=str(known - good)
    )


def _finished_on(scope: Scope, change: Any) -> Text:
    state: Any = scope.after.items.iloc[change.item]
    day, deadline = scope.day(change.date), state["deadline"]
    if pd.isna(deadline):
        return said("briefing.finished.day", scope.lang, day=day)
    late = (change.date - deadline).days
    key = "late" if late > 0 else "early" if late < 0 else "in_time"
    return said(f"briefing.finished.{key}", scope.lang, n=abs(late), day=day, deadline=scope.day(deadline))


def _started_on(scope: Scope, change: Any) -> Text:
    deadline = scope.day(scope.state("deadline", change.item))
    key = "briefing.started.due" if deadline else "briefing.started.day"
    return said(key, scope.lang, day=scope.day(change.date), deadline=deadline)
