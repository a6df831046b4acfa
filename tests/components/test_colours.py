"""Colours stay apart for every colour vision; in grey, shape, hatching or lightness tells them apart."""

import tomllib
from collections.abc import Callable
from itertools import combinations

import pytest

from components import light
from components.charts import burn_up, leads_by_days, leads_by_week, statuses_by_department, timeline_marks
from components.charts.lights_by_department import light_kinds
from data.words import Light
from tests.conftest import PROJECT
from tests.vision import VISIONS, Lab, distance, nearest, seen

THEMES = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
NAMES = ("red", "yellow", "green", "blue", "gray")
APART = 10
"""CIEDE2000, and lightness in CIELAB: about ten times what is just noticed side by side."""

Looks = list[tuple[str, object]]
"""The colours of a chart, each with what else tells it apart: hatching, dashes or a symbol."""


def on_bars(names: tuple[str, ...]) -> Looks:
    return [(kind.colour, kind.pattern) for kind in leads_by_days.kinds(names)]


def of_lines(looks: dict[str, dict[str, object]]) -> Looks:
    return [(str(look["color"]), look["dash"]) for look in looks.values()]


CHARTS: dict[str, Callable[[], Looks]] = {
    "lights": lambda: [(kind.colour, kind.pattern) for kind in light_kinds()],
    "statuses": lambda: [(colour, hatch) for colour, _, hatch in statuses_by_department._LOOKS.values()],
    "open leads": lambda: on_bars(("open", "overdue", "open_without_due")),
    "resolved leads": lambda: on_bars(("in_time", "late", "resolved_without_due")),
    "burn-up": lambda: of_lines(burn_up._LOOKS),
    "flow of leads": lambda: of_lines(leads_by_week._LOOKS),
    "lanes": lambda: [(colour, symbol) for symbol, colour in timeline_marks._LANE_LOOKS.values()],
}


@pytest.mark.parametrize("vision", VISIONS)
def test_the_lights_of_the_charts_stay_apart(vision: str) -> None:
    assert nearest(list(light.COLOURS.values()), vision)[0] >= APART


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_lights_of_the_themes_stay_apart(theme: str, vision: str) -> None:
    assert nearest([THEMES[theme][f"{name}Color"] for name in NAMES], vision)[0] >= APART


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_kinds_of_things_in_a_theme_stay_apart(theme: str, vision: str) -> None:
    assert nearest(THEMES[theme]["chartCategoricalColors"][:5], vision)[0] >= APART


@pytest.mark.parametrize("chart", CHARTS)
def test_what_a_chart_tells_by_colour_alone_stays_apart_in_colour_and_in_grey(chart: str) -> None:
    looks = CHARTS[chart]()
    by_colour = [(one, other) for (one, form), (other, same) in combinations(looks, 2) if form == same]
    for one, other in by_colour:
        assert min(distance(seen(one, vision), seen(other, vision)) for vision in VISIONS) >= APART
        assert abs(seen(one).lightness - seen(other).lightness) >= APART


def test_every_light_has_a_shape_of_its_own() -> None:
    assert len(set(light.SHAPES.values())) == len(Light)


# From the test data of Sharma, Wu and Dalal (2005), pairs 1, 7 and 17.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ],
)
def test_distances_are_measured_as_published(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert distance(Lab(*one), Lab(*other)) == pytest.approx(expected, abs=0.0001)
