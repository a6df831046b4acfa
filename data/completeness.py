"""How completely the items are described: of each field, what is given, missing, or does not apply."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.campaign import Campaign, Rows
from data.filters import Mask
from data.standing import Standing
from data.words import Level, Status

FIELDS = (
    "lead",
    "support",
    "owner",
    "deadline",
    "status",
    "progress",
    "measures",
    "indicators",
    "source",
    "updates",
)
"""`updates` is an update within the days after which an item counts as silent."""


@dataclass(frozen=True, eq=False)
class Completeness:
    """Of every item (row) and field (column, as in `FIELDS`): whether it is asked for, and given."""

    applies: NDArray[np.bool_]
    given: NDArray[np.bool_]

    def missing(self, field: str, mask: Mask) -> Rows:
        """Find the selected items that lack a field."""
        column = FIELDS.index(field)
        return np.flatnonzero(self.applies[:, column] & ~self.given[:, column] & mask)


def completeness(campaign: Campaign, standing: Standing) -> Completeness:
    """Tell what is given of each item on the day of the standing."""
    items, state = campaign["items"], standing.items
    everything = np.ones(len(items), dtype=bool)
    known = items["lead"].notna() | (items["lead.text"] != "")
    finished, continuing = state["finished"].to_numpy(dtype=bool), state["continuing"].to_numpy(dtype=bool)
    # An item that continues has neither deadline nor progress; the progress of a finished one is known.
    ongoing = everything & ~continuing
    asked = {
        "lead": _asks_for_lead(campaign),
        "deadline": ongoing,
        "progress": ongoing & ~finished,
        "updates": _asks_for_update(items, standing),
    }
    own_source = (items["source"] != "") | (items["source_url"] != "")
    given = {
        "lead": known,
        "support": items["support"].str.len() + (items["support.text"] != "") > 0,
        "owner": items["owner"] != "",
        "deadline": state["deadline"].notna() | (items["deadline.text"] != ""),
        "status": state["status"] != Status.NOT_REPORTED,
        "progress": state["progress"].notna(),
        "measures": _with_child(campaign, "measures"),
        "indicators": _with_child(campaign, "indicators"),
        # What the campaign as a whole was taken from, each item was.
        "source": own_source | bool(campaign.settings.source or campaign.settings.source_url),
        "updates": state["last_update"].notna() & ~state["silent"],
    }
    return Completeness(
        np.column_stack([asked.get(field, everything) for field in FIELDS]),
        np.column_stack([np.asarray(given[field], dtype=bool) for field in FIELDS]),
    )


def _asks_for_lead(campaign: Campaign) -> Mask:
    """Items of the ministry itself are led by the host of the campaign."""
    levels = campaign["items"]["level"]
    asks: Mask = ~((levels == Level.MINISTRY).to_numpy() & bool(campaign.settings.host))
    return asks


def _asks_for_update(items: pd.DataFrame, standing: Standing) -> Mask:
    """Finished items owe no update, nor do those that have only just begun, or have not yet."""
    state = standing.items
    begun = items["start.start"].isna() | state["silent"]
    owes: Mask = (~state["finished"] & (state["last_update"].notna() | begun)).to_numpy(dtype=bool)
    return owes


def _with_child(campaign: Campaign, table: str) -> Mask:
    found = np.zeros(len(campaign["items"]), dtype=bool)
    _, items = campaign.pairs(table, "item")
    found[items[items >= 0]] = True
    return found


def by_department(campaign: Campaign, found: Completeness, mask: Mask) -> pd.DataFrame:
    """Count what is given by lead, the least complete first and items without a known lead last.

    Columns: organization (position, -1 none), items, share (percent of all that is asked for), and per field
    `<field>` (given) and `<field>.asked` (of how many).
    """
    leads = campaign["items"]["lead"].cat.codes.to_numpy()[mask].astype(np.intp)
    # The last place stands for -1.
    places, count = (
        np.where(leads < 0, len(campaign["organizations"]), leads),
        len(campaign["organizations"]) + 1,
    )
    asked, given = np.zeros((count, len(FIELDS)), int), np.zeros((count, len(FIELDS)), int)
    np.add.at(asked, places, found.applies[mask])
    np.add.at(given, places, (found.applies & found.given)[mask])
    items = np.bincount(places, minlength=count)
    made = {"organization": np.append(np.arange(count - 1), -1), "items": items}
    for column, field in enumerate(FIELDS):
        made |= {field: given[:, column], f"{field}.asked": asked[:, column]}
    frame = pd.DataFrame(made)
    frame.insert(2, "share", 100 * given.sum(axis=1) / np.maximum(asked.sum(axis=1), 1))
    frame = frame[items > 0]
    order = np.lexsort((-frame["items"], frame["share"], frame["organization"] < 0))
    return frame.iloc[order].reset_index(drop=True)
