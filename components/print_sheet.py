"""What paper needs and a screen does not: the name, the filters and the date of the sheet, whole tables."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from components import filter_words, language, replay
from components.board import Board
from components.language import t
from data import formats
from data.campaign import in_language

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_UNBROKEN = "\u2011"


@dataclass(frozen=True, slots=True)
class _Markup:
    """Markup as it is: of a text Streamlit would ask the disk whether it names a file, and indent it anew."""

    text: str

    def _repr_html_(self) -> str:
        return self.text


def show(markup: str) -> None:
    """Draw markup that was written here, in which content is escaped."""
    st.html(_Markup(markup))


def show_head(board: Board) -> None:
    """Name the campaign, the filters and the as-of date, on paper only."""
    show(_head(board))


@replay.made
def _head(board: Board) -> str:
    title = in_language(board.campaign.settings.title, board.lang)
    count, total = language.number(len(board.rows)), language.number(len(board.mask))
    said = t("print.as_of", day=language.day(board.standing.day), shown=count, total=total)
    words = escape(f"{said}\n{filter_words.words(board)}").replace("\n", "<br>")
    return f'<div class="on-paper"><p><strong>{escape(title)}</strong></p><p>{words}</p></div>'


def on_screen(key: str) -> DeltaGenerator:
    """Make room for something for the screen alone."""
    return st.container(key=f"screen-{key}")


def table(rows: pd.DataFrame, total: int) -> None:
    """Print a whole table in place of the window on it that was drawn right before; say how much it is of."""
    show(written(rows, total))


def written(columns: pd.DataFrame | Mapping[str, Any], total: int) -> str:
    """Write the table that `table` prints, as markup in which content is escaped."""
    texts = [_texts(np.asarray(column)) for _, column in columns.items()]
    return of_rows([str(name) for name in columns], map(_row, zip(*texts, strict=True)), total)


def row(cells: Iterable[object]) -> str:
    """Write a row of a table on paper, as markup in which content is escaped."""
    return _row(map(_text, cells))


def of_rows(headers: Iterable[str], rows: Iterable[str], total: int) -> str:
    """Put rows that are written together to the table that `table` prints."""
    heads, lines = "".join(f"<th>{escape(name)}</th>" for name in headers), list(rows)
    part = t("print.part", n=total, shown=language.number(len(lines))) if total > len(lines) else ""
    return (
        f'<div class="on-paper"><table><thead><tr>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table>'
        f"<p>{escape(part)}</p></div>"
    )


def _row(texts: Iterable[str]) -> str:
    return f"<tr><td>{'</td><td>'.join(texts)}</td></tr>"


def _texts(cells: NDArray[Any]) -> list[str]:
    if cells.dtype.kind == "M":
        days = cells.astype("datetime64[D]").astype(str).tolist()
        return ["–" if day == "NaT" else day.replace("-", _UNBROKEN) for day in days]
    lang = language.current()
    return [_shown(cell, lang) for cell in cells.tolist()]


def _text(cell: object) -> str:
    return _shown(cell, language.current())


# The same names, words and counts stand in the cells of every view.
@functools.lru_cache(16384, typed=True)
def _shown(cell: Any, lang: str) -> str:
    if not isinstance(cell, str):
        if cell is None or cell is pd.NA or cell != cell:
            return "–"
        cell = cell.date() if isinstance(cell, dt.datetime) else cell
        cell = formats.number(cell, lang) if isinstance(cell, int | float) else str(cell)
    # A date stays on one line.
    text = cell.replace("-", _UNBROKEN) if _DATE.fullmatch(cell) else escape(cell)
    return text.replace("\n", "<br>") or "–"
