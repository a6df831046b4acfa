import math

import plotly.graph_objects as go
import pytest
import streamlit as st

from components.charts.values_by_region import NOTHING, Tile, values_by_region
from data.regions import REGIONS
from tests.hostile import HOSTILE


@pytest.fixture(params=["zh", "en"], autouse=True)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(st, "session_state", {"language": request.param})
    return str(request.param)


def tiles(**values: float) -> list[Tile]:
    """Make a tile for each region; values are given by the first two digits of the code: `_11=3`."""
    found = {f"{name[1:]}0000": value for name, value in values.items()}
    return [
        Tile(code, found.get(code, math.nan), f"{found[code]:g}" if code in found else NOTHING, {})
        for code in REGIONS
    ]


def test_the_figure_is_valid_and_holds_every_region_once() -> None:
    figure = values_by_region(tiles(_11=1, _51=4), "x", "regions.most", ()).figure
    go.Figure(figure)
    codes = [code for trace in figure["data"] for code in trace["customdata"]]
    assert sorted(codes) == sorted(REGIONS)


def test_the_finding_says_how_many_how_much_and_where(lang: str) -> None:
    finding = values_by_region(tiles(_11=1, _51=4), "调研", "regions.most", ()).finding
    assert "调研" in finding
    assert all(part in finding for part in ("34", "2", "4", "32"))
    assert ("四川" if lang == "zh" else "Sichuan") in finding
    assert "{" not in finding


def test_many_that_share_the_highest_figure_are_counted_not_named(lang: str) -> None:
    finding = values_by_region(tiles(_11=7, _12=7, _13=7, _14=7), "x", "regions.most", ()).finding
    assert ("北京" if lang == "zh" else "Beijing") not in finding
    assert "7" in finding


def test_a_map_without_any_figure_is_grey_and_says_so() -> None:
    chart = values_by_region(tiles(), "x", "regions.most", ())
    assert len(chart.figure["data"]) == 1
    assert "34" in chart.finding
    assert all(NOTHING in text for text in chart.figure["data"][0]["text"])


def test_a_figure_is_told_by_a_number_not_by_its_shade_alone() -> None:
    figure = values_by_region(tiles(_11=3), "x", "regions.most", ()).figure
    shaded = figure["data"][-1]
    assert shaded["customdata"] == ["110000"]
    assert "3" in shaded["text"][0]


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ([1.0], ["1"]),
        ([1, 2, 3], ["1", "2", "3"]),
        ([1, 10], ["1–2", "9–10"]),
        ([0, 100], ["0–20", "84–100"]),
        ([88.0, 90.5], ["88–88.5", "90–90.5"]),
        ([5, 5, 5], ["5"]),
        ([-1.5, 0.0], ["-1.5–-1.2", "-0.3–0"]),
    ],
)
def test_figures_fall_into_classes_of_equal_width(values: list[float], names: list[str]) -> None:
    given = {f"_{code[:2]}": value for code, value in zip(REGIONS, values, strict=False)}
    traces = values_by_region(tiles(**given), "x", "regions.most", ()).figure["data"]
    assert [trace["name"] for trace in traces[1:]] == names


def test_chosen_regions_are_framed() -> None:
    shapes = values_by_region(tiles(_11=3), "x", "regions.most", ("110000",)).figure["layout"]["shapes"]
    place = REGIONS["110000"]
    assert len(shapes) == 1
    assert shapes[0]["x0"] < place.column < shapes[0]["x1"]


def test_the_table_lists_the_largest_first_and_those_without_a_figure_last() -> None:
    table = values_by_region(tiles(_11=1, _51=4), "x", "regions.most", ()).table
    assert len(table) == len(REGIONS)
    assert table["x"].tolist()[:2] == [4, 1]
    assert table["x"].isna().sum() == len(REGIONS) - 2


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_figure_is_called_is_no_markup(text: str) -> None:
    figure = values_by_region(tiles(_11=1), text, "regions.most", ()).figure
    assert not any("<b>x" in hover or "%{" in hover for hover in figure["data"][-1]["hovertext"])
