"""What a subscription shows: a campaign already narrowed to whoever subscribed, on a day, by filters."""

from __future__ import annotations

import datetime as dt
import functools
import uuid
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from data import filters as selection
from data import standing as standings
from data.campaign import Campaign, Rows
from data.filters import Filters, Mask
from data.standing import Standing

_IDS = uuid.UUID("5d0b0d5c-4a4e-4c0e-9d55-5f3f3a1f7c11")
# A standing of ten thousand items takes a quarter of a second, and programs ask again and again.
_KEPT = 4


@dataclass(frozen=True)
class View:
    """The items a subscription is about, and what it says of where they come from."""

    campaign: Campaign
    standing: Standing
    filters: Filters
    mask: Mask
    rows: Rows
    """Positions of the items, most urgent first."""
    lang: str
    name: str
    """The campaign's name in addresses."""
    board: str
    """The address of the board, without a slash at its end."""

    @property
    def whole(self) -> bool:
        """Whether nothing is filtered out."""
        return self.filters == Filters()

    @cached_property
    def modified(self) -> dt.datetime:
        """Tell since when it shows what it shows: the files changed, or the day did."""
        zone = ZoneInfo(self.campaign.settings.time_zone)
        day = dt.datetime.combine(self.standing.day, dt.time(), zone)
        files = (origin.modified for origin in self.campaign.origins if origin.modified)
        return max([day, *files]).astimezone(dt.UTC).replace(microsecond=0)

    def text(self, table: str, column: str, row: int) -> str:
        """Return one text in the language of the subscription; personal data are masked."""
        return str(self.campaign.words(table, column, self.lang)[row])

    def link(self, page: str, **query: str) -> str:
        """Write the address of a page of the board."""
        return f"{self.board}/{page}?{urlencode({'campaign': self.name, 'lang': self.lang, **query})}"

    def identity(self, *parts: str) -> uuid.UUID:
        """Name a thing of this campaign for ever, wherever the board lies."""
        return uuid.uuid5(_IDS, "\n".join((self.name, *parts)))


def look(campaign: Campaign, day: dt.date, filters: Filters, *, lang: str, name: str, board: str) -> View:
    """Look at a campaign as the pages do, with the same filters."""
    standing, order = _stand(campaign, day)
    mask = selection.select(campaign, standing, filters)
    return View(campaign, standing, filters, mask, order[mask[order]], lang, name, board)


@functools.lru_cache(_KEPT)
def _stand(campaign: Campaign, day: dt.date) -> tuple[Standing, Rows]:
    standing = standings.stand(campaign, day)
    return standing, standings.urgency(standing)
