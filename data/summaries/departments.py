"""How the organizations compare: what they lead and support, how it stands, and what they owe."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.filters import Mask, taking_part
from data.standing import Standing
from data.summaries.few_rows import Columns
from data.summaries.key_figures import punctuality
from data.words import Light, Status, Word

WORDS: dict[str, type[Word]] = {"light": Light, "status": Status}
"""The words by which the items of organizations are counted, by the column that holds them."""


def lights_by_organization(campaign: Campaign, standing: Standing, mask: Mask, role: str = "lead") -> Columns:
    """Count the selected items of each organization by light; `role` is lead, support or either.

    Columns: organization (position), one count per light, total. Most red first, then most yellow, and so on;
    organizations without any are left out.
    """
    counts = _counted(campaign, standing, "light", mask, role)
    worst = np.lexsort((-counts["total"], -counts[Light.YELLOW], -counts[Light.RED]))
    return {name: cells[worst] for name, cells in counts.items()}


def statuses_by_organization(
    campaign: Campaign, standing: Standing, mask: Mask, role: str = "lead"
) -> Columns:
    """Count the selected items of each organization by status; `role` is lead, support or either.

    Columns: organization (position), one count per status, total. The smallest
    finished share comes first; organizations without any are left out.
    """
    counts = _counted(campaign, standing, "status", mask, role)
    share = (counts[Status.DONE] + counts[Status.CLOSED]) / counts["total"]
    order = np.lexsort((-counts["total"], share))
    return {name: cells[order] for name, cells in counts.items()}


def departments(campaign: Campaign, standing: Standing, mask: Mask) -> Columns:
    """Compare the organizations that lead or support a selected item, those with most red first.

    Columns: organization (position), led, supported; of the led items finished, on_time, dated_finished
    (whose deadline and day of finishing are known), one count per light, last_update (NaT none), owes
    (unfinished and silent), next_deadline (of unfinished items, from the day on; NaT none).
    """
    count, flags = len(campaign["organizations"]), standing.column
    items, leads = _pairs(campaign, mask, "lead")
    _, supports = _pairs(campaign, mask, "support")
    on_time, dated = punctuality(standing)
    deadline = standing.column("deadline")
    ahead = (standing.column("days_left") >= 0)[items]
    led, supported = (np.bincount(rows, minlength=count) for rows in (leads, supports))
    lights = dict(zip(map(str, Light), _cells(standing, "light", items, leads, count).T, strict=True))
    made: dict[str, NDArray[Any]] = {"organization": np.arange(count), "led": led, "supported": supported}
    for name, which in (("finished", flags("finished")), ("on_time", on_time), ("dated_finished", dated)):
        made[name] = np.bincount(leads[which[items]], minlength=count)
    made |= lights
    made["owes"] = np.bincount(leads[flags("silent")[items]], minlength=count)
    made["last_update"] = _latest(flags("last_update")[items], leads, count)
    made["next_deadline"] = _earliest(deadline[items][ahead], leads[ahead], count)
    worst = np.lexsort((-supported, -led, -lights[Light.YELLOW], -lights[Light.RED]))
    rows = worst[(led + supported > 0)[worst]]
    return {name: cells[rows] for name, cells in made.items()}


def _pairs(campaign: Campaign, mask: Mask, role: str) -> tuple[Rows, Rows]:
    items, organizations = campaign.remember(("taking part", role), lambda: taking_part(campaign, role))
    return items[mask[items]], organizations[mask[items]]


def _counted(campaign: Campaign, standing: Standing, column: str, mask: Mask, role: str) -> Columns:
    items, organizations = _pairs(campaign, mask, role)
    counts = _cells(standing, column, items, organizations, len(campaign["organizations"]))
    total = counts.sum(axis=1)
    rows = np.flatnonzero(total)
    named = dict(zip(map(str, WORDS[column]), counts[rows].T, strict=True))
    return {"organization": rows, **named, "total": total[rows]}


def _cells(standing: Standing, column: str, items: Rows, organizations: Rows, count: int) -> NDArray[np.intp]:
    """Count the items of each organization by word: a row for each organization, a column for each word."""
    width = len(WORDS[column])
    codes = standing.column(column)[items]
    return np.bincount(organizations * width + codes, minlength=count * width).reshape(count, width)


def _latest(days: Days, organizations: Rows, count: int) -> NDArray[np.datetime64]:
    latest = np.full(count, UNKNOWN)
    np.maximum.at(latest, organizations, days)
    return day_numbers.dates(latest)


def _earliest(days: Days, organizations: Rows, count: int) -> NDArray[np.datetime64]:
    none = np.iinfo(np.int64).max
    earliest = np.full(count, none)
    np.minimum.at(earliest, organizations, days)
    return day_numbers.dates(np.where(earliest == none, UNKNOWN, earliest))
