import datetime as dt
import math

import plotly.graph_objects as go

from components.charts.readings_by_region import RegionValue, readings_by_region

NEW, OLD = dt.date(2021, 6, 30), dt.date(2021, 5, 31)
VALUES = [
    RegionValue("河北", 7, OLD, "7所"),
    RegionValue("北京", 20, NEW, "20所"),
    RegionValue("天津", math.nan, NEW, "保密"),
]


def test_plotly_accepts_the_figure() -> None:
    go.Figure(readings_by_region(VALUES, "所", 3).figure, skip_invalid=False)


def test_the_largest_comes_first_and_what_is_held_back_last() -> None:
    chart = readings_by_region(VALUES, "所", 3)
    assert chart.figure["layout"]["yaxis"]["ticktext"] == ["北京", "河北", "天津"]
    assert chart.figure["data"][0]["text"] == ["20所", "7所 *", "保密"]
    assert chart.table.iloc[:, 2].tolist() == ["20所", "7所", "保密"]


def test_an_older_figure_is_told_apart_without_colour() -> None:
    pattern = readings_by_region(VALUES, "所", 3).figure["data"][0]["marker"]["pattern"]["shape"]
    assert pattern == ["", "/", ""]


def test_the_finding_states_the_numbers() -> None:
    finding = readings_by_region(VALUES, "所", 3).finding
    for words in (
        "2 个地区有数据",
        "最高为北京（20所）",
        "1 个地区未报最新一期",
        "未提供数值：天津",
        "另有 3 个",
    ):
        assert words in finding


def test_one_region_is_neither_highest_nor_lowest() -> None:
    assert "最高" not in readings_by_region(VALUES[:1], "所", 0).finding


def test_values_below_zero_have_room() -> None:
    values = [RegionValue("北京", -5, NEW, "-5%"), RegionValue("天津", 5, NEW, "5%")]
    low, high = readings_by_region(values, "%", 0).figure["layout"]["xaxis"]["range"]
    assert low < -5
    assert high > 5
