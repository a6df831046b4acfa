"""A campaign of eight items, one for each case that summaries tell apart, and its standing on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd

from data.campaign import Campaign
from data.standing import Standing, stand
from data.summaries.few_rows import Columns
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)  # a Wednesday
BUILT = campaign(
    organizations=[{"id": "x"}, {"id": "y"}, {"id": "idle"}],
    items=[
        {"id": "early", "level": "ministry", "lead": "x", "deadline": "2021-06-10"},
        {"id": "late", "lead": "x", "support": ("y", "x"), "deadline": "2021-06-10", "start": "2021-05-01"},
        {"id": "undated", "lead": "x", "deadline": "2021-06-10", "status": "done"},
        {"id": "red", "lead": "y", "deadline": "2021-06-29", "progress": 5},
        {"id": "soon", "lead": "y", "deadline": "2021-06-30"},
        {"id": "silent", "lead": "y", "support": ("x",), "deadline": "2021-12-31"},
        {"id": "grey"},
        {"id": "going", "status": "continuing"},
    ],
    updates=[
        {"item": "early", "date": "2021-06-10", "status": "done"},
        {"item": "late", "date": "2021-06-11", "status": "closed"},
        {"item": "silent", "date": "2021-05-01", "deadline": "2022-01-31"},
        {"item": "going", "date": "2021-06-29"},
    ],
    declared={"ministry": 12},
)
STANDING = stand(BUILT, DAY)
ALL = np.ones(8, dtype=bool)


def only(*ids: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return BUILT["items"]["id"].isin(ids).to_numpy()


def rows(table: pd.DataFrame | Columns) -> list[dict[str, Any]]:
    frame = pd.DataFrame(table)
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def both(*items: dict[str, Any], **tables: Any) -> tuple[Campaign, Standing]:
    built = campaign(items=items, **tables)
    return built, stand(built, DAY)
