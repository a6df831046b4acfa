"""How many items of each department stand on which light."""

from __future__ import annotations

from collections.abc import Sequence

from components import language, light
from components.chart import Chart
from components.charts.finding import sentences
from components.charts.stacked_bars import (
    DARK,
    WHITE,
    Bar,
    Kind,
    folded,
    said_of_rest,
    stacked_bars,
    table,
    totals,
)
from components.language import t
from data.words import Light

# Shape, pattern and order tell the lights apart where colours do not.
_PATTERNS = {Light.YELLOW: "/", Light.GREY: ".", Light.BLUE: "\\"}
_WHITE_INK = (Light.RED, Light.BLUE)


def lights_by_department(bars: Sequence[Bar], header: str) -> Chart:
    """Show bars of counts by light (columns as in `Light`) in their order; `header` names what they are."""
    kinds = light_kinds()
    drawn, left_out = folded(bars)
    finding = sentences(said_of_lights(totals(bars)), _worst(bars), said_of_rest(left_out))
    return Chart(stacked_bars(drawn, kinds), finding, lambda: table(bars, kinds, header))


def light_kinds() -> list[Kind]:
    """Say how the lights look on a bar."""
    return [
        Kind(
            name=each.label(language.current()),
            colour=light.COLOURS[each],
            ink=WHITE if each in _WHITE_INK else DARK,
            pattern=_PATTERNS.get(each, ""),
            mark=light.SHAPES[each],
        )
        for each in Light
    ]


def said_of_lights(counts: Sequence[int]) -> str:
    """Say in a sentence how many items stand on which light."""
    return t("charts.lights", n=sum(counts), **{str(each): n for each, n in zip(Light, counts, strict=True)})


def _worst(bars: Sequence[Bar]) -> str:
    worst = max(bars, key=lambda bar: bar.counts[0])
    if len(bars) < 2 or not worst.counts[0] or worst.id is None:
        return ""
    return t("charts.lights_worst", n=worst.counts[0], department=worst.name)
