import math

import plotly.graph_objects as go
import pytest
import streamlit as st

from components.chart import Figure
from components.charts.values_by_region import NOTHING, Tile, values_by_region
from data.provinces import REGIONS
from tests.hostile import HOSTILE


@pytest.fixture(params=["zh", "en"], autouse=True)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(st, "session_state", {"language": request.param})
    return str(request.param)


def tiles(**values: float) -> list[Tile]:
    """Make a tile for each province; values are given by the first two digits of the code: `_11=3`."""
    found = {f"{name[1:]}0000": value for name, value in values.items()}
    lang = st.session_state["language"]
    return [
        tile(
            unit.row - 1,
            unit.column - 1,
            unit.zh if lang == "zh" else unit.en,
            found.get(unit.code, math.nan),
            unit.code,
        )
        for unit in REGIONS.values()
    ]


def tile(row: int, column: int, name: str = "", value: float = 1, code: str = "") -> Tile:
    words = NOTHING if math.isnan(value) else f"{value:g}"
    return Tile(code or f"{row}-{column}", name, name, row, column, value, words, {})


def drawn(*given: Tile) -> Figure:
    figure = values_by_region(given, "x", "regions.most", ()).figure
    go.Figure(figure)
    return figure


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
    assert shapes[0]["x0"] < place.column - 1 < shapes[0]["x1"]


def test_the_table_lists_the_largest_first_and_those_without_a_figure_last() -> None:
    table = values_by_region(tiles(_11=1, _51=4), "x", "regions.most", ()).table
    assert len(table) == len(REGIONS)
    assert table["x"].tolist()[:2] == [4, 1]
    assert table["x"].isna().sum() == len(REGIONS) - 2


def test_the_legend_stands_in_the_corner_where_no_tile_does_and_above_elsewhere() -> None:
    corner, above = drawn(*tiles(_11=1)), drawn(*(tile(row, 0) for row in range(8)))
    assert corner["layout"]["legend"]["yanchor"] == "top"
    assert above["layout"]["legend"]["yanchor"] == "bottom"
    assert above["layout"]["height"] > corner["layout"]["height"]


def test_tiles_of_a_narrow_map_are_no_wider_than_those_of_china() -> None:
    few, many = drawn(tile(0, 0), tile(0, 1)), drawn(*tiles(_11=1))
    widths = [high - low for low, high in (figure["layout"]["xaxis"]["range"] for figure in (few, many))]
    assert widths == [7, 7]


def test_a_high_map_has_lower_tiles() -> None:
    heights = [drawn(*(tile(row, 0) for row in range(n)))["layout"]["height"] for n in (12, 24, 40)]
    assert heights == [780, 780, 1020]


@pytest.mark.parametrize("name", ["Schleswig-Holstein", "Mecklenburg-Vorpommern", "新疆生产建设兵团总部"])
@pytest.mark.parametrize("columns", [7, 12])
def test_a_long_name_stands_on_short_lines_and_in_full_where_it_is_pointed_at(
    name: str, columns: int
) -> None:
    (trace,) = drawn(tile(0, 0, name), tile(0, columns - 1))["data"]
    *lines, figure = trace["text"][0].split("<br>")
    assert figure == "<b>1</b>"
    assert len(lines) <= 3
    assert max(map(len, lines)) <= 12
    assert name in trace["hovertext"][0]


def test_letters_shrink_or_are_left_out_only_where_they_do_not_fit() -> None:
    assert "uniformtext" not in drawn(*tiles(_11=1))["layout"]
    assert "uniformtext" in drawn(tile(0, 0), tile(0, 11))["layout"]
    assert "uniformtext" in drawn(tile(0, 0, "Massachusetts"))["layout"]


def test_a_map_without_regions_is_empty_and_says_so() -> None:
    assert "0" in values_by_region([], "x", "regions.most", ()).finding


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_region_is_called_is_no_markup(text: str) -> None:
    (trace,) = drawn(tile(0, 0, text))["data"]
    for words in (trace["text"][0].removesuffix("<br><b>1</b>"), trace["hovertext"][0]):
        assert not set(words.replace("<br>", "")) & set("<>$%")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_figure_is_called_is_no_markup(text: str) -> None:
    figure = values_by_region(tiles(_11=1), text, "regions.most", ()).figure
    assert not any("<b>x" in hover or "%{" in hover for hover in figure["data"][-1]["hovertext"])
