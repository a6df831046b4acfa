"""How the campaign stands on a day: every item replayed and judged, every indicator projected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data import day_numbers
from data.campaign import Campaign, Rows
from data.history.replay import replay
from data.lights import judge
from data.projection import project


@dataclass(frozen=True, eq=False)
class Standing:
    """A campaign's standing at the end of a day; `replay`, `judge` and `project` describe the columns.

    The items also have `code_rank`, their place in the order of codes.
    """

    day: dt.date
    items: pd.DataFrame
    indicators: pd.DataFrame
    _cells: dict[tuple[str, str], NDArray[Any]] = field(default_factory=dict, repr=False)

    def cell(self, table: str, column: str, row: int) -> Any:
        """Return one cell of the items or of the indicators, many times faster than from the frame."""
        cells = self._cells.get((table, column))
        if cells is None:
            frame = self.items if table == "items" else self.indicators
            cells = self._cells[table, column] = frame[column].to_numpy()
        value = cells[row]
        return pd.Timestamp(value) if cells.dtype.kind == "M" else value

    def column(self, name: str, table: str = "items") -> NDArray[Any]:
        """Return a column as what counts fastest: codes of words, day numbers or as it is."""
        found = self._cells.get((f"counted {table}", name))
        if found is None:
            column = self.items[name] if table == "items" else self.indicators[name]
            if isinstance(column.dtype, pd.CategoricalDtype):
                found = column.cat.codes.to_numpy().astype(np.intp)
            else:
                found = day_numbers.of(column) if column.dtype.kind == "M" else column.to_numpy()
            self._cells[f"counted {table}", name] = found
        return found


def stand(campaign: Campaign, day: dt.date) -> Standing:
    """Tell how the campaign stands at the end of a day."""
    replayed, projected = replay(campaign, day), project(campaign, day)
    judged = judge(campaign, replayed, projected, day)
    items = pd.concat([replayed, judged], axis=1)
    items["code_rank"] = campaign.remember(("code ranks",), lambda: code_ranks(campaign["items"]["code"]))
    return Standing(day, items, projected)


def urgency(standing: Standing) -> Rows:
    """Order the items by urgency: light, days overdue or left, points behind, days silent, code.

    Items without a deadline come after those that have one; equal codes stay in the order of the file.
    """
    items = standing.items
    light = items["light"].cat.codes.to_numpy()
    days_left = items["days_left"].fillna(np.inf).to_numpy()
    overdue = np.minimum(days_left, -items["milestone_overdue_days"].fillna(-np.inf).to_numpy())
    behind = -items["behind"].fillna(-np.inf).to_numpy()
    silent = -items["silent_days"].fillna(-np.inf).to_numpy()
    return np.lexsort((items["code_rank"].to_numpy(), silent, behind, overdue, light))


def code_ranks(codes: pd.Series[str]) -> Rows:
    """Rank items by code, numbers inside as numbers; those without one last, in the order given."""
    codes = codes.str.strip()
    padded = codes.str.replace(r"\d+", lambda found: found.group().zfill(12), regex=True)
    ranks = padded.where(codes != "").rank(method="first", na_option="bottom")
    return ranks.to_numpy().astype(np.intp)
