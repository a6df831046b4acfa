"""How far apart two colours look, to readers of normal and of other colour vision, and on a grey print."""

import math
import operator
from itertools import combinations
from typing import NamedTuple

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color
# Vision Deficiency. IEEE Transactions on Visualization and Computer Graphics 15 (2009).
# Of severity 1, for linear RGB.
VISIONS = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# IEC 61966-2-1 (sRGB), white D65.
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


class Lab(NamedTuple):
    """A colour in CIELAB."""

    lightness: float
    a: float
    b: float


def seen(colour: str, vision: str = "normal") -> Lab:
    """Place a colour, written `#RRGGBB`, where a reader of some vision sees it."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    simulated = [min(1.0, max(0.0, part)) for part in _times(VISIONS[vision], linear)]
    x, y, z = (
        _cube_root(part / white) for part, white in zip(_times(_TO_XYZ, simulated), _WHITE, strict=True)
    )
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def distance(one: Lab, other: Lab) -> float:
    """Measure CIEDE2000 (CIE 142-2001; in the form of Sharma, Wu and Dalal, 2005)."""
    chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    (c1, h1), (c2, h2) = (
        (math.hypot(stretch * lab.a, lab.b), math.degrees(math.atan2(lab.b, stretch * lab.a)) % 360)
        for lab in (one, other)
    )
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = h1 + turn / 2 if c1 * c2 else h1 + h2
    light, chroma = (one.lightness + other.lightness) / 2, (c1 + c2) / 2
    tint = (
        1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.2 * _cos(4 * hue - 63)
    )
    lightness = (other.lightness - one.lightness) / (
        1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    )
    saturation = (c2 - c1) / (1 + 0.045 * chroma)
    shade = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * tint)
    bend = 60 * math.exp(-((((hue % 360) - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(bend))
    return math.sqrt(lightness**2 + saturation**2 + shade**2 + rotation * saturation * shade)


def nearest(colours: list[str], vision: str) -> tuple[float, str, str]:
    """Find the two colours that look most alike to a reader of some vision, and how far apart they are."""
    return min(
        (distance(seen(one, vision), seen(other, vision)), one, other)
        for one, other in combinations(colours, 2)
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _cube_root(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(map(operator.mul, row, vector)) for row in matrix]


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
