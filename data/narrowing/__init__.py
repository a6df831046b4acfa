"""A campaign without what somebody may not see: rows left out, no reference to them, cells blanked."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import numpy as np

from data.campaign import Campaign
from data.grants import Grant, InternalFields
from data.models import TABLES, columns
from data.models.access import Items
from data.narrowing import elsewhere
from data.narrowing.cutting import Cutter
from data.narrowing.remarks import Remarks
from data.narrowing.sights import Mask, Sight


def narrowed(
    campaign: Campaign, grants: Iterable[Grant], internal: InternalFields, *, version: str
) -> Campaign:
    """Keep what any of the grants shows; their organizations are ids."""
    grants = list(grants)
    sights = [Sight(campaign, grant) for grant in grants]
    rows = {table: _any([sight.rows[table] for sight in sights]) for table in campaign.tables}
    inside = {table: _any([sight.inside[table] for sight in sights]) for table in campaign.tables}
    own = _any([sight.organizations for sight in sights])
    if not any("organizations" in origin.rows for origin in campaign.origins):
        rows["organizations"] = own | _mentioned(campaign, rows)
    cutter = Cutter(campaign, rows, inside, internal)
    everything = any(Items.ALL in grant.items for grant in grants)
    # Whose records a grant shows for their own sake.
    owning = _any(
        [sight.organizations & (Items.OWN in g.items) for sight, g in zip(sights, grants, strict=True)]
    )
    answered = _any([sight.answered for sight in sights])
    remarks = Remarks(campaign, rows["items"], inside["items"], answered, internal)
    extras = {table: cutter.extras(table) for table in campaign.extras if table in rows}
    return Campaign(
        # The number of items announced cannot be held against a part of them.
        dataclasses.replace(campaign.settings, declared={}),
        {table: cutter.frame(table) for table in campaign.tables},
        tuple(filter(None, map(remarks.narrowed, campaign.problems))),
        {table: found for table, found in extras.items() if len(found.columns)},
        version,
        # Nor is it told how much the files hold in all.
        tuple(dataclasses.replace(origin, size=0, rows={}) for origin in campaign.origins),
        sources=elsewhere.narrowed(campaign, rows, owning, internal, everything=everything),
    )


def _any(masks: list[Mask]) -> Mask:
    found: Mask = np.logical_or.reduce(masks)
    return found


def _mentioned(campaign: Campaign, rows: dict[str, Mask]) -> Mask:
    """Find the organizations that rows name: where no file lists any, others are known by what is hidden."""
    found = campaign["organizations"]["id"].eq(campaign.settings.host).to_numpy().copy()
    for table in TABLES.keys() - {"campaign"}:
        for column in columns(table).values():
            if column.target == "organizations":
                here, there = campaign.pairs(table, column.name)
                found[there[rows[table][here] & (there >= 0)]] = True
    return found
