"""How the organizations compare: what they lead and support, how it stands, and what they owe."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.day_numbers import UNKNOWN, Days
from data.filters import Mask, taking_part
from data.standing import Standing
from data.summaries.key_figures import punctuality
from data.words import Light, Status


def lights_by_organization(
    campaign: Campaign, standing: Standing, mask: Mask, role: str = "lead"
) -> pd.DataFrame:
    """Count the selected items of each organization by light; `role` is lead, support or either.

    Columns: organization (position), one count per light, total. Most red first, then most yellow, and so on;
    organizations without any are left out.
    """
    counts = _counted(campaign, standing.items["light"], mask, role)
    names = [str(light) for light in Light]
    return counts.sort_values([*names[:2], "total"], ascending=False, kind="stable").reset_index(drop=True)


def statuses_by_organization(
    campaign: Campaign, standing: Standing, mask: Mask, role: str = "lead"
) -> pd.DataFrame:
    """Count the selected items of each organization by status; `role` is lead, support or either.

    Columns: organization (position), one count per status, total. The smallest
    finished share comes first; organizations without any are left out.
    """
    counts = _counted(campaign, standing.items["status"], mask, role)
    share = (counts[str(Status.DONE)] + counts[str(Status.CLOSED)]) / counts["total"]
    order = np.lexsort((-counts["total"].to_numpy(), share.to_numpy()))
    return counts.iloc[order].reset_index(drop=True)


def departments(campaign: Campaign, standing: Standing, mask: Mask) -> pd.DataFrame:
    """Compare the organizations that lead or support a selected item, those with most red first.

    Columns: organization (position), led, supported; of the led items finished, on_time, dated_finished
    (whose deadline and day of finishing are known), one count per light, last_update (NaT none), owes
    (unfinished and silent), next_deadline (of unfinished items, from the day on; NaT none).
    """
    count, state = len(campaign["organizations"]), standing.items
    items, leads = _pairs(campaign, mask, "lead")
    _, supports = _pairs(campaign, mask, "support")
    on_time, dated = punctuality(standing)
    deadline = day_numbers.of(state["deadline"])
    ahead = (state["days_left"] >= 0).to_numpy()[items]
    led, supported = (np.bincount(rows, minlength=count) for rows in (leads, supports))
    lights = dict(zip(map(str, Light), _cells(state["light"], items, leads, count).T, strict=True))
    made: dict[str, NDArray[Any]] = {"organization": np.arange(count), "led": led, "supported": supported}
    for name, flags in (
        ("finished", state["finished"].to_numpy()),
        ("on_time", on_time),
        ("dated_finished", dated),
    ):
        made[name] = np.bincount(leads[flags[items]], minlength=count)
    made |= lights
    made["owes"] = np.bincount(leads[state["silent"].to_numpy()[items]], minlength=count)
    made["last_update"] = _latest(day_numbers.of(state["last_update"])[items], leads, count)
    made["next_deadline"] = _earliest(deadline[items][ahead], leads[ahead], count)
    # Sorting arrays and making one frame of them takes a third of sorting a frame.
    worst = np.lexsort((-supported, -led, -lights[Light.YELLOW], -lights[Light.RED]))
    rows = worst[(led + supported > 0)[worst]]
    return pd.DataFrame({name: cells[rows] for name, cells in made.items()}, copy=False)


def _pairs(campaign: Campaign, mask: Mask, role: str) -> tuple[Rows, Rows]:
    items, organizations = campaign.remember(("taking part", role), lambda: taking_part(campaign, role))
    return items[mask[items]], organizations[mask[items]]


def _counted(campaign: Campaign, words: pd.Series[Any], mask: Mask, role: str) -> pd.DataFrame:
    items, organizations = _pairs(campaign, mask, role)
    number = len(campaign["organizations"])
    counts = _cells(words, items, organizations, number)
    total = counts.sum(axis=1)
    rows = np.flatnonzero(total)
    frame = pd.DataFrame(counts[rows], columns=[str(name) for name in words.cat.categories])
    frame.insert(0, "organization", rows)
    frame["total"] = total[rows]
    return frame


def _cells(words: pd.Series[Any], items: Rows, organizations: Rows, count: int) -> NDArray[np.intp]:
    """Count the items of each organization by word: a row for each organization, a column for each word."""
    width = len(words.cat.categories)
    codes = words.cat.codes.to_numpy().astype(np.intp)[items]
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
