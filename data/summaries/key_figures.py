"""The key figures of a campaign, and how much of it is described."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.campaign import Campaign
from data.day_numbers import UNKNOWN
from data.filters import Mask
from data.standing import Standing
from data.words import Level, Light


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Counts of items, each a part of `items`; shares are in percent, NaN where there is nothing to share."""

    items: int
    finished: int
    finished_share: float
    on_time: int
    """Finished on or before the deadline then in force."""
    dated_finished: int
    """Finished items whose deadline and day of finishing are both known: what `on_time` is a part of."""
    on_time_share: float
    red: int
    yellow: int
    grey: int
    green: int
    blue: int
    overdue: int
    due_soon: int
    silent: int
    """Unfinished and without an update for as long as the threshold says."""
    slipped: int
    """Whose deadline was moved later at least once."""
    continuing: int
    with_deadline: int
    with_progress: int
    without_lead: int


def key_figures(campaign: Campaign, standing: Standing, mask: Mask) -> KeyFigures:
    """Count the selected items by what a leader asks first."""
    items = int(np.count_nonzero(mask))

    def count(flags: Mask) -> int:
        return int(np.count_nonzero(flags & mask))

    column = standing.column
    lights = np.bincount(column("light")[mask], minlength=len(Light)).tolist()
    on_time, dated = map(count, punctuality(standing))
    finished = count(column("finished"))
    return KeyFigures(
        items=items,
        finished=finished,
        finished_share=share(finished, items),
        on_time=on_time,
        dated_finished=dated,
        on_time_share=share(on_time, dated),
        **{str(light): number for light, number in zip(Light, lights, strict=True)},
        overdue=count(column("deadline_passed")),
        due_soon=count(column("deadline_soon")),
        silent=count(column("silent")),
        slipped=count(column("slips") > 0),
        continuing=count(column("continuing")),
        with_deadline=count(column("deadline") != UNKNOWN),
        with_progress=count(~np.isnan(column("progress"))),
        without_lead=count(campaign.codes("items", "lead") < 0),
    )


def punctuality(standing: Standing) -> tuple[Mask, Mask]:
    """Tell which finished items were on time, and for which that is known (deadline and day reported)."""
    finished_on, deadline = standing.column("finished_on"), standing.column("deadline")
    dated = standing.column("finished") & (finished_on != UNKNOWN) & (deadline != UNKNOWN)
    return dated & (finished_on <= deadline), dated


def share(part: int, whole: int) -> float:
    """Compute a part in percent; NaN of nothing."""
    return 100 * part / whole if whole else float("nan")


def described(campaign: Campaign) -> pd.DataFrame:
    """Compare the items described with those announced: level, described, declared (NaN not announced)."""
    return campaign.remember(("described",), lambda: _described(campaign))


def _described(campaign: Campaign) -> pd.DataFrame:
    codes = campaign["items"]["level"].astype(object)
    levels = [str(level) for level in Level]
    return pd.DataFrame(
        {
            "level": pd.Categorical(levels, categories=levels),
            "described": [int((codes == level).sum()) for level in levels],
            "declared": [float(campaign.settings.declared.get(level, np.nan)) for level in levels],
        }
    )
