"""The key figures of a campaign, and how much of it is described."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data import day_numbers
from data.campaign import Campaign
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
    state = standing.items[mask]
    lights = {str(light): int((state["light"] == light).sum()) for light in Light}
    on_time, dated = punctuality(state)
    lead = campaign["items"]["lead"][mask]
    return KeyFigures(
        items=len(state),
        finished=int(state["finished"].sum()),
        finished_share=share(int(state["finished"].sum()), len(state)),
        on_time=int(on_time.sum()),
        dated_finished=int(dated.sum()),
        on_time_share=share(int(on_time.sum()), int(dated.sum())),
        **lights,
        overdue=int(state["deadline_passed"].sum()),
        due_soon=int(state["deadline_soon"].sum()),
        silent=int(state["silent"].sum()),
        slipped=int((state["slips"] > 0).sum()),
        continuing=int(state["continuing"].sum()),
        with_deadline=int(state["deadline"].notna().sum()),
        with_progress=int(state["progress"].notna().sum()),
        without_lead=int(lead.isna().sum()),
    )


def punctuality(state: pd.DataFrame) -> tuple[Mask, Mask]:
    """Tell which finished items were on time, and for which that is known (deadline and day reported)."""
    finished_on, deadline = day_numbers.of(state["finished_on"]), day_numbers.of(state["deadline"])
    known = (finished_on != day_numbers.UNKNOWN) & (deadline != day_numbers.UNKNOWN)
    dated = state["finished"].to_numpy(dtype=bool) & known
    return dated & (finished_on <= deadline), dated


def share(part: int, whole: int) -> float:
    """Compute a part in percent; NaN of nothing."""
    return 100 * part / whole if whole else float("nan")


def described(campaign: Campaign) -> pd.DataFrame:
    """Compare the items described with those announced: level, described, declared (NaN not announced)."""
    codes = campaign["items"]["level"].astype(object)
    levels = [str(level) for level in Level]
    return pd.DataFrame(
        {
            "level": pd.Categorical(levels, categories=levels),
            "described": [int((codes == level).sum()) for level in levels],
            "declared": [float(campaign.settings.declared.get(level, np.nan)) for level in levels],
        }
    )
