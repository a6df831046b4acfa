"""The way on from one entry of a list: back to the list, and to its neighbours within the filters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from components import language, markdown
from components.language import t
from data.campaign import Rows


def words(rows: Rows, row: int, link: Callable[[int, str], str], *, back: str, outside: str) -> str:
    """Lead back and to both neighbours of a row, as Markdown; a row that is not among the others says so.

    `link` leads to a row under a label; `back` leads to the list, `outside` out of the filters.
    """
    back = f":material/arrow_back: {back}"
    place = np.flatnonzero(rows == row)
    if not len(place):
        return markdown.below(back, f":material/filter_alt: {outside}")
    here = int(place[0])

    def neighbour(place: int, name: str) -> str:
        label = t(f"item.{name}")
        return link(int(rows[place]), label) if 0 <= place < len(rows) else markdown.quiet(label)

    return " · ".join(
        (
            back,
            f":material/chevron_left: {neighbour(here - 1, 'previous')}",
            t("item.place", place=language.number(here + 1), count=language.number(len(rows))),
            f"{neighbour(here + 1, 'next')} :material/chevron_right:",
        )
    )
