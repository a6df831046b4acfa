import datetime as dt
import math

import plotly.graph_objects as go
import pytest

from components.charts.readings_against_target import Course, readings_against_target

READINGS = [(dt.date(2021, 1, 31), 10.0), (dt.date(2021, 2, 28), 25.0), (dt.date(2021, 3, 31), 38.0)]
TRAJECTORY = [(dt.date(2021, 1, 1), 0.0), (dt.date(2021, 12, 31), 120.0)]
PROJECTION = [(dt.date(2021, 3, 31), 38.0), (dt.date(2021, 10, 5), 120.0)]
EXPECTED = [9.89, 19.12, 29.34]


def test_plotly_accepts_the_figure() -> None:
    chart = readings_against_target(Course(READINGS, TRAJECTORY, PROJECTION, "场"), "finding", EXPECTED)
    go.Figure(chart.figure, skip_invalid=False)


def test_each_part_is_a_line_and_an_empty_part_is_none() -> None:
    full = readings_against_target(Course(READINGS, TRAJECTORY, PROJECTION), "finding", EXPECTED)
    bare = readings_against_target(Course(READINGS), "finding", [math.nan] * 3)
    assert [len(line["x"]) for line in full.figure["data"]] == [3, 2, 2]
    assert len(bare.figure["data"]) == 1


def test_the_table_holds_what_is_drawn() -> None:
    chart = readings_against_target(Course(READINGS, TRAJECTORY, unit="场"), "finding", EXPECTED)
    date, value, trajectory = chart.table.columns
    assert "场" in value
    assert chart.table[date].tolist() == [day for day, _ in READINGS]
    assert chart.table[trajectory].tolist() == EXPECTED


@pytest.mark.parametrize(
    ("values", "lowest", "highest"),
    [
        ([0.0], 0, 1),
        ([15_950_000.0], 0, 15_950_000),
        ([-3.0, 7.0], -3, 7),
        ([9.1, 8.7], 0, 9.1),
        ([1e-4], 0, 1e-4),
    ],
)
def test_the_axis_holds_every_value_and_zero(values: list[float], lowest: float, highest: float) -> None:
    points = [(dt.date(2021, 1, 1 + place), value) for place, value in enumerate(values)]
    axis = readings_against_target(Course(points), "finding", values).figure["layout"]["yaxis"]
    assert axis["range"][0] <= lowest
    assert axis["range"][1] >= highest
    assert 0 in axis["tickvals"]
    assert len(axis["tickvals"]) == len(set(axis["ticktext"])) <= 8


@pytest.mark.parametrize(("days", "form"), [(120, "%Y-%m-%d"), (121, "%Y-%m")])
def test_dates_months_apart_are_written_as_months(days: int, form: str) -> None:
    first = dt.date(2021, 1, 1)
    course = Course([(first, 1.0), (first + dt.timedelta(days=days), 2.0)])
    assert readings_against_target(course, "finding", [1, 2]).figure["layout"]["xaxis"]["tickformat"] == form


def test_a_unit_is_no_markup() -> None:
    chart = readings_against_target(Course(READINGS, unit="<b>$x$ %{y}"), "finding", EXPECTED)
    assert all("<b>" not in text and "%{" not in text for text in chart.figure["data"][0]["text"])
