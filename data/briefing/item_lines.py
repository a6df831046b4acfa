"""Items as a briefing speaks of them: title, who answers for it, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.briefing import targets
from data.briefing.content import Block, Entry, Listing, Note, Text
from data.briefing.scope import Scope
from data.briefing.sentences import said
from data.personal import mask
from data.words import Level, Light

MOST = 30
"""How many entries of a list are told; a reader who wants all of them has the app and the ledger."""


def organization(scope: Scope, table: str, column: str, row: int) -> str:
    """Name the organization of a cell, as it was written where nobody knows it; empty for none."""
    campaign = scope.campaign
    place = int(campaign.codes(table, column)[row])
    if place >= 0:
        return str(campaign.organization_names(scope.lang)[place])
    return mask(str(campaign.cell(table, f"{column}.text", row)))


def lead(scope: Scope, row: int) -> str:
    """Name the organization that leads an item; empty for none."""
    return organization(scope, "items", "lead", row)


def owner(scope: Scope, row: int) -> str:
    """Name the person accountable; empty for none."""
    return str(scope.campaign.words("items", "owner", scope.lang)[row])


def named(scope: Scope, row: int) -> Text:
    """Name an item with who leads it and who is accountable."""
    title, who = targets.item(scope, row), lead(scope, row)
    person = owner(scope, row)
    if not who:
        # Items of the ministry itself are led by the host of the campaign: nothing is missing there.
        own = scope.campaign.cell("items", "level", row) == Level.MINISTRY and scope.campaign.settings.host
        return (title,) if own else said("briefing.item.nobody", scope.lang, title=title)
    key = "briefing.item.owned" if person else "briefing.item.led"
    return said(key, scope.lang, title=title, lead=who, owner=person)


def light(scope: Scope, row: int) -> Light:
    """Tell an item's light at the end of the period."""
    return Light(scope.state("light", row))


def last_words(scope: Scope, row: int) -> Text:
    """Quote the last update on an item with its day; empty where there is none."""
    found = int(scope.last_updates[row])
    text = _one_line(scope.campaign.words("updates", "text", scope.lang)[found]) if found >= 0 else ""
    if not text:
        return ()
    day = scope.day(scope.campaign.cell("updates", "date", found))
    return said("briefing.item.update", scope.lang, day=day, text=text)


def report(scope: Scope, change: Any) -> str:
    """Quote the update a change rests on; empty where it rests on the item's own row."""
    if change.table != "updates":
        return ""
    return _one_line(scope.campaign.words("updates", "text", scope.lang)[change.row])


def by_importance(scope: Scope, changes: pd.DataFrame) -> pd.DataFrame:
    """Order changes of items: those of the ministry first, then by day, then by code."""
    rows = changes["item"].to_numpy()
    level = scope.campaign["items"]["level"].cat.codes.to_numpy()[rows]
    order = np.lexsort((scope.after.items["code_rank"].to_numpy()[rows], changes["date"].to_numpy(), level))
    return changes.iloc[order]


def listing(
    scope: Scope, entries: Sequence[Entry], total: int, more: str = "briefing.more"
) -> tuple[Block, ...]:
    """List entries, and say how many more there are."""
    if total <= len(entries):
        return (Listing(tuple(entries)),)
    return Listing(tuple(entries)), Note(
        said(more, scope.lang, n=total - len(entries), of=targets.page(scope, "items"))
    )


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
