"""Cuts frames down to the rows that are shown and blanks the cells that are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from data.campaign import Campaign
from data.columns import Column, Kind
from data.grants import InternalFields
from data.models import columns
from data.narrowing.sights import Mask
from data.readers import frames
from data.words import Status


class Cutter:
    """Makes the frames of a narrowed campaign from masks of rows, by table."""

    def __init__(
        self,
        campaign: Campaign,
        rows: Mapping[str, Mask],
        inside: Mapping[str, Mask],
        internal: InternalFields,
    ) -> None:
        self._campaign = campaign
        self._rows = rows
        self._inside = inside
        self._internal = internal
        self._cut = {table for table, shown in rows.items() if not shown.all()}

    def frame(self, table: str) -> pd.DataFrame:
        """Cut a table: references to hidden rows are none, and the words of what is hidden are gone."""
        made = self._shown(table, self._campaign[table])
        own = columns(table)
        for name in made.columns:
            column = own[str(name).partition(".")[0]]
            if column.target in self._cut:
                made[name] = self._reference(column, str(name), made[name])
            if isinstance(made[name].dtype, pd.CategoricalDtype) and str(name).endswith(".text"):
                made[name] = _without_unused(made[name])
        return made

    def extras(self, table: str) -> pd.DataFrame:
        """Cut the extra fields of a table; one of which nothing is shown is not named either."""
        found = self._shown(table, self._campaign.extras[table])
        blank = [name for name in found if not (found[name] != "").any()]
        return found.drop(columns=blank)

    def _shown(self, table: str, frame: pd.DataFrame) -> pd.DataFrame:
        """Keep the rows that are shown, with internal cells blanked where they are not."""
        rows = self._rows[table]
        made = frame[rows].reset_index(drop=True)
        hidden = ~self._inside[table][rows]
        if hidden.any():
            for name in made.columns:
                if self._internal.holds(table, str(name)):
                    made[name] = _blanked(made[name], str(name), hidden)
        return made

    def _reference(self, column: Column, name: str, cells: pd.Series[Any]) -> Any:
        assert column.target is not None
        shown, ids = self._rows[column.target], self._campaign[column.target]["id"]
        if name != column.name:
            # The words as written may name what is hidden.
            return frames.words([], np.full(len(cells), -1, dtype=np.int32))
        if column.kind is Kind.REFERENCES:
            known = set(ids[shown])
            return pd.Series([tuple(key for key in cell if key in known) for cell in cells], dtype="object")
        places = np.where(shown, np.cumsum(shown) - 1, -1)
        return frames.references(places.tolist(), cells.cat.codes.to_numpy().astype(np.int32), ids[shown])


def _without_unused(words: pd.Series[Any]) -> Any:
    """Forget the words that stand in no row; the empty one stays, as everywhere."""
    if len(words.cat.categories) < 2:
        return words
    used = words.cat.remove_unused_categories().cat
    return words.cat.set_categories(["", *(word for word in used.categories if word)])


def _blanked(cells: pd.Series[Any], name: str, hidden: Mask) -> Any:
    """Take the values out of cells, as if nobody had filled them."""
    if isinstance(cells.dtype, pd.StringDtype):
        return cells.mask(hidden, "")
    if isinstance(cells.dtype, pd.CategoricalDtype):
        missing = {"status": str(Status.NOT_REPORTED)}.get(name, "" if name.endswith(".text") else None)
        blank = cells.cat.add_categories(
            [] if missing is None or missing in cells.cat.categories else [missing]
        )
        return blank.mask(hidden, missing)
    if cells.dtype == bool:
        return cells.mask(hidden, False)
    if cells.dtype == object:
        return pd.Series(
            [() if gone else cell for cell, gone in zip(cells, hidden, strict=True)], dtype="object"
        )
    return cells.mask(hidden)
