"""Rows of a worksheet written whole: cell by cell the library takes several times as long."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from xml.sax.saxutils import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

Cell = tuple[str | float | None, Format]
"""A text, a number or nothing, and how it looks."""

_column = functools.cache(xl_col_to_name)


class Rows(Worksheet):  # type: ignore[misc]
    """A worksheet, in a workbook that keeps no rows in memory, to which rows are added from the top."""

    outline_row_level: int

    def add(self, number: int, cells: Sequence[Cell], height: float, *, grouped: bool = False) -> None:
        """Write a row; a text stays a text, whatever it looks like."""
        for column in (0, len(cells) - 1):
            self._check_dimensions(number, column)
        self.outline_row_level = max(self.outline_row_level, int(grouped))
        level = ' outlineLevel="1"' if grouped else ""
        self.row_data_fh.write(
            f'<row r="{number + 1}" ht="{height:g}" customHeight="1"{level}>'
            + "".join(
                _cell(f"{_column(column)}{number + 1}", content, look._get_xf_index())
                for column, (content, look) in enumerate(cells)
            )
            + "</row>"
        )


def _cell(place: str, content: str | float | None, look: int) -> str:
    if content is None or content == "":
        return f'<c r="{place}" s="{look}"/>'
    if isinstance(content, str):
        return (
            f'<c r="{place}" s="{look}" t="inlineStr">'
            f'<is><t xml:space="preserve">{_escaped(content)}</t></is></c>'
        )
    return f'<c r="{place}" s="{look}"><v>{content:.16G}</v></c>'


@functools.lru_cache(8192)
def _escaped(text: str) -> str:
    # Titles, organizations and reasons stand in many rows.
    return escape(Worksheet._escape_control_characters(text))
