"""Tables that live elsewhere without what somebody may not see: carried into every question asked of them."""

from __future__ import annotations

from collections.abc import Mapping

from data.campaign import Campaign
from data.grants import InternalFields
from data.models import columns
from data.narrowing.sights import Mask
from data.sources.relation import Relation


def narrowed(
    campaign: Campaign,
    rows: Mapping[str, Mask],
    organizations: Mask,
    internal: InternalFields,
    *,
    everything: bool,
) -> dict[str, Relation]:
    """Narrow the tables to the indicators and items shown, and to leads of the viewer's own organizations.

    Internal fields are hidden in all rows, and so are leads that name neither: a database is not asked row by
    row whose they are.
    """

    def ids(table: str, shown: Mask) -> list[str]:
        return campaign[table]["id"][shown].tolist()

    found = {}
    for table, relation in campaign.sources.items():
        kept = relation.hiding(name for name in columns(table) if internal.holds(table, name))
        if table == "readings":
            kept = kept.narrowed(indicator=ids("indicators", rows["indicators"]))
        elif not everything:
            kept = kept.narrowed(
                item=ids("items", rows["items"]), organization=ids("organizations", organizations)
            )
        found[table] = kept
    return found
