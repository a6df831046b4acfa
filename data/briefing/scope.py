"""What a briefing is about: a campaign on the last day of a period and on the days it is compared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from data import day_numbers, formats, history
from data import standing as standings
from data.addresses import Query
from data.briefing.period import Period
from data.campaign import Campaign, Rows
from data.filters import Filters, Mask, select
from data.history import Change
from data.standing import Standing
from data.summaries.changes import concerning
from data.summaries.few_rows import columns

Stand = Callable[[dt.date], Standing]


@dataclass(frozen=True, eq=False)
class Scope:
    """A campaign narrowed by filters, for readers of one language; whatever is computed is computed once."""

    campaign: Campaign
    period: Period
    filters: Filters
    lang: str
    stand: Stand
    root: str = ""
    """Where the app is served; links in documents lead there."""
    base: Query = field(default_factory=dict)
    """Parameters every link carries: language, campaign, as-of date."""

    @cached_property
    def after(self) -> Standing:
        """Return the campaign as it stood on the last day."""
        return self.stand(self.period.last)

    @cached_property
    def before(self) -> Standing:
        """Return the campaign as it stood at the end of the period before."""
        return self.stand(self.period.before)

    @cached_property
    def earlier(self) -> Standing:
        """Return the campaign as it stood when the period before began."""
        return self.stand(self.period.earlier)

    def holding(self, campaign: Campaign) -> Scope:
        """Tell the same of a campaign that holds rows of a table that lives elsewhere."""
        return self if campaign is self.campaign else replace(self, campaign=campaign)

    @cached_property
    def mask(self) -> Mask:
        """Mark the items that meet the filters on the last day."""
        return select(self.campaign, self.after, self.filters)

    @cached_property
    def everything(self) -> bool:
        """Tell whether nothing is filtered out."""
        return self.filters == Filters()

    def day(self, date: dt.date | None) -> str:
        """Write a date, without its year where that is the year of the briefing; empty for none."""
        if date is None or pd.isna(date):
            return ""
        within = date.year == self.period.last.year
        return formats.day(date, self.lang, "within_year" if within else "day")

    def state(self, column: str, row: int) -> Any:
        """Return one cell of an item's standing on the last day."""
        return self.after.cell("items", column, row)

    def reading(self, column: str, row: int) -> Any:
        """Return one cell of an indicator's standing on the last day."""
        return self.after.cell("indicators", column, row)

    def changed(self, kind: Change) -> pd.DataFrame:
        """List the changes of one kind in the period."""
        return self.changes[(self.changes["kind"] == kind).to_numpy()]

    def count_before(self, kind: Change) -> int:
        """Count the items finished, or started, in the period before, which was as long."""
        return int((history.became(kind, self.earlier, self.before) & self.mask).sum())

    @cached_property
    def last_updates(self) -> Rows:
        """Find the last update with words on each item up to the last day; -1 for none."""
        updates = self.campaign["updates"]
        rows, items = self.campaign.pairs("updates", "item")
        days, said = day_numbers.of(updates["date"])[rows], (updates["text"] != "").to_numpy()[rows]
        keep = (items >= 0) & said & (days <= day_numbers.of_day(self.period.last))
        rows, items, days = rows[keep], items[keep], days[keep]
        order = np.lexsort((rows, days))
        found = np.full(len(self.campaign["items"]), -1, dtype=np.intp)
        # Of several assignments to one place numpy keeps the last.
        found[items[order]] = rows[order]
        return found

    @cached_property
    def changes(self) -> pd.DataFrame:
        """List what changed in the period among the items of the scope; `data.history` tells the columns."""
        found = history.changes(self.campaign, self.before, self.after)
        return found[concerning(self.campaign, columns(found), self.mask, self.everything)]


def of(
    campaign: Campaign,
    period: Period,
    filters: Filters,
    lang: str,
    *,
    stand: Stand | None = None,
    root: str = "",
    base: Query | None = None,
) -> Scope:
    """Define a scope; `stand` gives the standing on a day where standings are kept already."""
    given = stand or (lambda day: standings.stand(campaign, day))
    said: Query = {"lang": lang} if base is None else base
    return Scope(campaign, period, filters, lang, given, root, said)
