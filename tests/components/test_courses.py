import datetime as dt

import pytest

from components.charts.readings_against_target import Course
from components.indicators.course import thinned


@pytest.mark.parametrize(("count", "kept"), [(0, 0), (1, 1), (24, 24), (25, 24), (2000, 24)])
def test_a_small_chart_draws_few_readings_the_first_and_the_last_among_them(count: int, kept: int) -> None:
    readings = [(dt.date(2015, 1, 1) + dt.timedelta(day), float(day)) for day in range(count)]
    found = list(thinned(Course(readings), 24).readings)
    assert len(found) == kept
    assert found[:1] + found[-1:] == readings[:1] + readings[-1:]
    assert found == sorted(found)
