"""How a light is marked: a shape and a colour beside its word, so that none has to be trusted alone."""

from __future__ import annotations

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

# On paper: pale grounds under dark words, seven to one in contrast.
GROUNDS = {
    Light.RED: "#F8D9D3",
    Light.YELLOW: "#FFEFC2",
    Light.GREY: "#E6E9ED",
    Light.GREEN: "#D8F0E1",
    Light.BLUE: "#D9E6F5",
}
INKS = {
    Light.RED: "#8C1D0B",
    Light.YELLOW: "#5E4300",
    Light.GREY: "#3A4550",
    Light.GREEN: "#0F5130",
    Light.BLUE: "#123F73",
}


def named(light: str, lang: str) -> str:
    """Name a light by shape and word, as plain text."""
    return f"{SHAPES[Light(light)]} {Light(light).label(lang)}"
