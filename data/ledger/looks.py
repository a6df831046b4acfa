"""How a ledger looks: its fonts and lines, and lights as a colour beside their word."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from data.words import Light

# Pale grounds under dark words: seven to one in contrast, and told apart in grey print by shape and word.
_LIGHTS = {
    Light.RED: ("#F8D9D3", "#8C1D0B"),
    Light.YELLOW: ("#FFEFC2", "#5E4300"),
    Light.GREY: ("#E6E9ED", "#3A4550"),
    Light.GREEN: ("#D8F0E1", "#0F5130"),
    Light.BLUE: ("#D9E6F5", "#123F73"),
}
FONTS = {"zh": "宋体", "en": "Arial"}
SIZE = 10


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook, lang: str) -> None:
        font = {"font_name": FONTS[lang], "font_size": SIZE}
        cell = {**font, "valign": "vcenter", "border": 1, "border_color": "#B7BEC7"}
        wrapped = {**cell, "text_wrap": True}
        centred = {**wrapped, "align": "center"}
        self.title: Format = book.add_format({**font, "bold": True, "font_size": 16, "valign": "vcenter"})
        self.about: Format = book.add_format({**font, "font_color": "#3A4550", "valign": "vcenter"})
        self.header: Format = book.add_format({**centred, "bold": True, "bg_color": "#DDE6F1"})
        self.group: Format = book.add_format({**cell, "bold": True, "bg_color": "#EEF2F7", "top": 2})
        self.text: Format = book.add_format({**wrapped, "num_format": "@"})
        self.number: Format = book.add_format({**centred, "num_format": "#,##0.######"})
        self.whole: Format = book.add_format({**centred, "num_format": "#,##0"})
        self.day: Format = book.add_format({**centred, "num_format": "yyyy-mm-dd"})
        self.lights: Mapping[Light, Format] = {
            light: book.add_format({**centred, "bold": True, "bg_color": ground, "font_color": ink})
            for light, (ground, ink) in _LIGHTS.items()
        }
