"""How a ledger looks: its fonts and lines, and lights as a colour beside their word."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from data.lights.marks import GROUNDS, INKS
from data.words import Light

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
            light: book.add_format(
                {**centred, "bold": True, "bg_color": GROUNDS[light], "font_color": INKS[light]}
            )
            for light in Light
        }
