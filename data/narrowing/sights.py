"""What one grant shows of a campaign: rows by table, and those whose internal fields it shows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.campaign import Campaign
from data.filters import taking_part
from data.grants import Grant
from data.models import parent
from data.models.access import Fields, Items

Mask = NDArray[np.bool_]

# Rows of these tables are about organizations and items; both columns may be blank.
_RECORDS = {
    "documents": ("issuers", "items"),
    "events": ("organizations", "items"),
    "practices": ("organization", "items"),
    "leads": ("organization", "item"),
}
_OF_ITEMS = ("measures", "milestones", "updates", "indicators", "readings")


class Sight:
    """The rows that a grant shows, and of which of them it shows the internal fields, by table.

    The organizations of the grant are ids: `organizations` marks them, and `answered` marks them if it shows
    their internal fields.
    """

    def __init__(self, campaign: Campaign, grant: Grant) -> None:
        self._campaign = campaign
        self._grant = grant
        self._all, self._open = Items.ALL in grant.items, Items.OPEN in grant.items
        self.organizations = np.zeros(len(campaign["organizations"]), dtype=bool)
        self.organizations[campaign.positions("organizations")(grant.organizations)] = True
        self.answered = self.organizations & (grant.fields is not Fields.NONE)
        self._own = self._own_items()
        self.rows: dict[str, Mask] = {
            table: np.ones(len(frame), dtype=bool) for table, frame in campaign.tables.items()
        }
        full = grant.fields is Fields.ALL
        self.inside: dict[str, Mask] = {table: np.full(len(rows), full) for table, rows in self.rows.items()}
        if grant.fields is Fields.OWN:
            self.inside["organizations"] = self.organizations
        self.rows["items"] = self._items()
        self._add("items", self._own)
        for table in _OF_ITEMS:
            self._follow(table)
        for table in _RECORDS:
            self.rows[table], own = self._records(table)
            self._add(table, own)

    def _own_items(self) -> Mask:
        items, organizations = taking_part(self._campaign, "either")
        own = np.zeros(len(self._campaign["items"]), dtype=bool)
        own[items[self.organizations[organizations]]] = True
        return own

    def _items(self) -> Mask:
        if self._all:
            return np.ones(len(self._own), dtype=bool)
        seen = np.zeros(len(self._own), dtype=bool)
        if self._open:
            seen |= ~self._campaign["items"]["internal"].to_numpy()
        return seen | self._own if Items.OWN in self._grant.items else seen

    def _add(self, table: str, own: Mask) -> None:
        """Settle of which rows the internal fields are shown."""
        found = {Fields.ALL: self.rows[table], Fields.OWN: self.rows[table] & own}
        self.inside[table] = found.get(self._grant.fields, np.zeros(len(own), dtype=bool))

    def _follow(self, table: str) -> None:
        """Show of a table what belongs to rows that are shown."""
        above = parent(table)
        assert above is not None
        assert above.target is not None
        codes = self._campaign[table][above.name].cat.codes.to_numpy()
        # One place more for the code -1 of a row that belongs to nothing known.
        self.rows[table] = np.append(self.rows[above.target], self._all)[codes]
        self.inside[table] = np.append(self.inside[above.target], self._grant.everything)[codes]

    def _records(self, table: str) -> tuple[Mask, Mask]:
        """Tell which records are shown, and which of them are the organizations' own."""
        of_organizations, of_items = _RECORDS[table]
        shown = self._named(table, of_items, self.rows["items"])
        own = self._named(table, of_organizations, self.organizations)
        own |= self._named(table, of_items, self._own)
        if self._all:
            return np.ones(len(own), dtype=bool), own
        loose = ~self._names(table, of_items)
        if Items.OWN in self._grant.items:
            shown |= own | (loose & ~self._names(table, of_organizations))
        return shown | loose if self._open else shown, own

    def _named(self, table: str, column: str, wanted: Mask) -> Mask:
        """Find the rows that name any of the wanted ones."""
        here, there = self._campaign.pairs(table, column)
        found = np.zeros(len(self._campaign[table]), dtype=bool)
        found[here[np.append(wanted, False)[there]]] = True
        return found

    def _names(self, table: str, column: str) -> Mask:
        """Find the rows that name anything, be it known or not."""
        found: Mask = (self._campaign[table][f"{column}.text"] != "").to_numpy().copy()
        found[self._campaign.pairs(table, column)[0]] = True
        return found
