"""Who owes an update, and on what."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data import formats
from data.briefing import item_lines, targets
from data.briefing.content import Entry, Paragraph, Section, Text
from data.briefing.parts import Part
from data.briefing.scope import Scope
from data.briefing.sentences import said
from data.campaign import Rows

_TOLD = 8
"""How many items of one organization are named."""


def compose(scope: Scope) -> Section | None:
    """Tell which organizations have silent items, those that owe most first."""
    silent = scope.after.items["silent"].to_numpy(dtype=bool) & scope.mask
    rows = np.flatnonzero(silent)
    if not len(rows):
        return None
    lang = scope.lang
    owing = _by_lead(scope, rows)
    days = formats.number(scope.campaign.settings.thresholds.silent_days, lang)
    known = [name for name in owing if name]
    idea = said(
        "briefing.owed.count",
        lang,
        n=len(rows),
        of=targets.section(Part.OWED),
        days=days,
        organizations=formats.number(len(known), lang),
    )
    entries = tuple(_entry(scope, name, items) for name, items in owing.items())
    told = item_lines.listing(scope, entries[: item_lines.MOST], len(entries), "briefing.more_organizations")
    return Section(
        Part.OWED,
        Part.OWED.label(lang),
        idea,
        (Paragraph(idea), *told),
    )


def _by_lead(scope: Scope, rows: Rows) -> dict[str, list[int]]:
    """Gather the items by who leads them, the longest silent first."""
    days = scope.after.items["silent_days"].to_numpy()
    owing: dict[str, list[int]] = {}
    for row in rows[np.argsort(-days[rows], kind="stable")].tolist():
        owing.setdefault(item_lines.lead(scope, row), []).append(row)
    return dict(sorted(owing.items(), key=lambda each: (-len(each[1]), each[0])))


def _entry(scope: Scope, name: str, items: list[int]) -> Entry:
    text = said(
        "briefing.owed.by",
        scope.lang,
        n=len(items),
        of=None,
        name=name or said("briefing.nobody", scope.lang),
    )
    silent = [_silent(scope, row) for row in items[:_TOLD]]
    if len(items) > _TOLD:
        silent.append(said("briefing.more", scope.lang, n=len(items) - _TOLD))
    return Entry(text, tuple(silent))


def _silent(scope: Scope, row: int) -> Text:
    days, last = int(scope.state("silent_days", row)), scope.state("last_update", row)
    key = "briefing.owed.never" if pd.isna(last) else "briefing.owed.silent"
    return said(key, scope.lang, n=days, title=targets.item(scope, row), day=scope.day(last))
