"""What a briefing is about: a campaign on the last day of a period and on the days it is compared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from data import history
from data import standing as standings
from data.addresses import Query
from data.briefing.period import Period
from data.campaign import Campaign
from data.filters import Filters, Mask, select
from data.standing import Standing
from data.summaries.records import concerned

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

    @cached_property
    def mask(self) -> Mask:
        """Mark the items that meet the filters on the last day."""
        return select(self.campaign, self.after, self.filters)

    @cached_property
    def everything(self) -> bool:
        """Tell whether nothing is filtered out."""
        return self.filters == Filters()

    @cached_property
    def changes(self) -> pd.DataFrame:
        """List what changed in the period among the items of the scope; `data.history` tells the columns."""
        return self._concerned(history.changes(self.campaign, self.before, self.after))

    @cached_property
    def changes_before(self) -> pd.DataFrame:
        """List what had changed in the period before, which was as long."""
        return self._concerned(history.changes(self.campaign, self.earlier, self.before))

    def _concerned(self, changes: pd.DataFrame) -> pd.DataFrame:
        items = changes["item"].to_numpy()
        if not len(self.mask):
            return changes if self.everything else changes[:0]
        keep = np.where(items >= 0, self.mask[items], self.everything)
        for table in ("documents", "events"):
            marked = concerned(self.campaign, table, self.mask, self.everything)
            mine = np.flatnonzero((changes["table"] == table).to_numpy())
            keep[mine] |= marked[changes["row"].to_numpy()[mine]]
        return changes[keep]


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
