import datetime as dt

import numpy as np
import pytest

from data.campaign import Campaign
from data.standing import stand
from data.summaries import risk
from data.words import Light
from tests.data.builder import Cells, campaign

DAY = dt.date(2021, 6, 30)


def built(*values: float, target: float = 100, target_date: str = "2021-07-30") -> Campaign:
    readings: list[Cells] = [
        {"indicator": "a", "date": f"2021-06-{10 * number:02}", "value": value}
        for number, value in enumerate(values, start=1)
    ]
    indicator = {"id": "a", "item": "i", "target": target, "target_date": target_date}
    return campaign(as_of=DAY, items=[{"id": "i"}], indicators=[indicator], readings=readings)


@pytest.mark.parametrize(
    ("values", "light"),
    [
        ((10, 10, 10), Light.RED),  # never
        ((10, 20, 30), Light.RED),  # 70 days more, 40 late
        ((10, 30, 50), Light.GREEN),  # 25 days more, 5 early
        ((40, 50, 60), Light.YELLOW),  # 40 days more, 10 late
        ((10, 30), Light.GREY),
        ((), Light.GREY),
        ((100,), Light.BLUE),
    ],
)
def test_an_indicator_is_judged_by_its_own_projection(values: tuple[float, ...], light: Light) -> None:
    shown = built(*values)
    (place,) = risk.indicator_lights(shown, stand(shown, DAY))
    assert list(Light)[place] is light


def test_only_indicators_of_selected_items_are_listed() -> None:
    shown = built(10, 20, 30)
    standing = stand(shown, DAY)
    assert risk.by_risk(shown, standing, np.array([True])).tolist() == [0]
    assert risk.by_risk(shown, standing, np.array([False])).tolist() == []


def test_the_pace_is_the_slope_of_the_least_squares_line() -> None:
    shown = built(10, 20, 31)
    assert risk.pace(shown, stand(shown, DAY), 0) == pytest.approx(1.05)


def test_two_readings_have_no_pace() -> None:
    shown = built(10, 20)
    assert np.isnan(risk.pace(shown, stand(shown, DAY), 0))
