"""How a light looks: a shape, a word and a colour, so that none of them has to be trusted alone."""

from __future__ import annotations

from components.language import current
from data.lights import marks
from data.lights.marks import COLOURS as COLOURS
from data.lights.marks import SHAPES as SHAPES
from data.words import Light

_BADGES = {
    Light.RED: "red",
    Light.YELLOW: "yellow",
    Light.GREY: "gray",
    Light.GREEN: "green",
    Light.BLUE: "blue",
}


def label(light: str) -> str:
    """Name a light by shape and word, as plain text."""
    return marks.named(light, current())


def badge(light: str, words: str = "") -> str:
    """Name a light by shape, word and colour, as Markdown; other words (Markdown) may stand for its name."""
    shown = f"{SHAPES[Light(light)]} {words}" if words else label(light)
    return f":{_BADGES[Light(light)]}-badge[{shown}]"
