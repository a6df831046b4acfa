"""Changes in words: what a reader is told of each, in one language, personal data masked."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data import written
from data.campaign import Campaign, Rows
from data.comparison import naming, standings
from data.comparison.difference import SETTINGS, Difference
from data.comparison.kinds import Kind

COLUMNS = ("kind", "table", "code", "item", "id", "title", "field", "before", "after")


def lines(difference: Difference, lang: str, part: slice | Rows = slice(None)) -> pd.DataFrame:
    """Word a part of the changes, a row for each: `COLUMNS`, all of them text.

    `item` is the title of the item a row belongs to, `title` that of the row itself; what a whole row says
    stands under `before` if it was removed, under `after` if it was added.
    """
    changes = difference.changes.iloc[part].reset_index(drop=True)
    made = pd.DataFrame("", index=changes.index, columns=list(COLUMNS), dtype=object)
    made["kind"] = [Kind(kind).label(lang) for kind in changes["kind"]]
    made["code"], made["item"] = _items(difference, changes["item"], lang)
    for name, mine in changes.groupby("table"):
        table = str(name)
        made.loc[mine.index, "table"] = naming.row_name(table, lang)
        made.loc[mine.index, "field"] = [naming.field_name(table, column, lang) for column in mine["column"]]
        # The later version comes last: a row is called what it is called now.
        for side, campaign in (("before", difference.before), ("after", difference.after)):
            ours = mine[mine[side] >= 0]
            said = _said(campaign, table, ours, side, lang)
            made.loc[ours.index, ["id", "title", side]] = said.to_numpy()
    return made.astype("str")


def _items(difference: Difference, positions: pd.Series[int], lang: str) -> tuple[list[str], list[str]]:
    """Name items by code and title."""
    found: dict[int, tuple[str, str]] = {-1: ("", "")}
    for position in positions[positions >= 0].unique():
        campaign, row = difference.item(int(position))
        code, title = (str(campaign.words("items", name, lang)[row]) for name in ("code", "title"))
        found[position] = (code, title)
    return [found[position][0] for position in positions], [found[position][1] for position in positions]


def _said(campaign: Campaign, table: str, changes: pd.DataFrame, side: str, lang: str) -> pd.DataFrame:
    """Word what the changed rows of one version say: id, title, and the cell or all that the row holds."""
    rows = _rows(campaign, table, changes, side, lang)
    said = pd.DataFrame("", index=changes.index, columns=["id", "title", "cell"], dtype=object)
    for name in ("id", "title"):
        said[name] = rows[f".{name}"].loc[changes[side]].to_numpy()
    for column, mine in changes.groupby("column"):
        if (cells := rows.get(column or ".contents")) is not None:
            said.loc[mine.index, "cell"] = cells.loc[mine[side]].to_numpy()
    return said


def _rows(campaign: Campaign, table: str, changes: pd.DataFrame, side: str, lang: str) -> pd.DataFrame:
    """Word rows of a table under their positions; `.id`, `.title` and `.contents` tell of them as a whole."""
    if table == standings.TABLE:
        rows, ids = standings.words(changes, side, lang), campaign["items"]["id"]
        rows[".id"], rows[".title"] = ids.iloc[rows.index], ""
    elif table == SETTINGS:
        rows = pd.DataFrame(written.settings(campaign, lang, masked=True), index=[0], dtype="str")
        rows[".id"], rows[".title"] = "", ""
    else:
        rows = written.rows(campaign, table, lang, masked=True, at=np.unique(changes[side]))
        rows[".contents"] = naming.contents(table, rows, lang)
        rows[".title"] = naming.titles(campaign, table, rows, lang)
        rows[".id"] = rows.get("id", "")
    return rows
