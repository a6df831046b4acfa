"""Which indicators are at risk of missing their target: a light for each, and all of them worst first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data import readings
from data.campaign import Campaign, Rows
from data.filters import Mask
from data.projection import READINGS_NEEDED
from data.standing import Standing
from data.words import Light

_PLACES = {light: place for place, light in enumerate(Light)}


def indicator_lights(campaign: Campaign, standing: Standing) -> NDArray[np.intp]:
    """Judge each indicator by its own projection; the places of the lights in `Light`.

    Red misses its target by more than the grace of the campaign, yellow misses it, grey cannot be projected,
    green reaches it in time, blue has reached it.
    """
    grace = campaign.settings.thresholds.projection_grace_days
    miss = standing.column("miss_days", "indicators")
    lights = np.full(len(miss), _PLACES[Light.GREY])
    lights[miss <= 0] = _PLACES[Light.GREEN]
    lights[miss > 0] = _PLACES[Light.YELLOW]
    lights[miss > grace] = _PLACES[Light.RED]
    lights[standing.column("reached", "indicators").astype(bool)] = _PLACES[Light.BLUE]
    return lights


def by_risk(campaign: Campaign, standing: Standing, mask: Mask) -> Rows:
    """List the indicators of the selected items by light, then by how late, then as listed."""
    rows, items = campaign.pairs("indicators", "item")
    rows = rows[mask[items]]
    miss = standing.column("miss_days", "indicators")[rows]
    miss = np.where(np.isnan(miss), 0, miss)
    return rows[np.lexsort((rows, -miss, indicator_lights(campaign, standing)[rows]))]


def pace(campaign: Campaign, standing: Standing, indicator: int) -> float:
    """Fit a line through an indicator's values by least squares: its slope a day; NaN with too few dates."""
    series = readings.series(campaign, indicator, standing.day)
    if len(series) < READINGS_NEEDED:
        return float("nan")
    days = (series["date"] - series["date"].iloc[0]).dt.days.to_numpy(np.float64)
    values = series["value"].to_numpy()
    days, values = days - days.mean(), values - values.mean()
    return float((days * values).sum() / (days * days).sum())
