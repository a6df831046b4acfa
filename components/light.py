"""How a light looks: a shape, a word and a colour, so that none of them has to be trusted alone."""

from __future__ import annotations

from components.language import current
from data.words import Light

SHAPES = {Light.RED: "◆", Light.YELLOW: "▲", Light.GREY: "○", Light.GREEN: "●", Light.BLUE: "✓"}

# Middle tones, told apart in both themes and by readers who do not see red and green alike.
COLOURS = {
    Light.RED: "#C8402B",
    Light.YELLOW: "#E9A800",
    Light.GREY: "#8994A1",
    Light.GREEN: "#2A9D5C",
    Light.BLUE: "#2F6FB5",
}

_BADGES = {
    Light.RED: "red",
    Light.YELLOW: "yellow",
    Light.GREY: "gray",
    Light.GREEN: "green",
    Light.BLUE: "blue",
}


def label(light: str) -> str:
    """Name a light by shape and word, as plain text."""
    return f"{SHAPES[Light(light)]} {Light(light).label(current())}"


def badge(light: str, words: str = "") -> str:
    """Name a light by shape, word and colour, as Markdown; other words (Markdown) may stand for its name."""
    shown = f"{SHAPES[Light(light)]} {words}" if words else label(light)
    return f":{_BADGES[Light(light)]}-badge[{shown}]"
