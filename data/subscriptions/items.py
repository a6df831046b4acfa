"""The items as data: one flat record each, ids beside names, and what is not reported stays null."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from data import lights
from data.campaign import Rows
from data.subscriptions.view import View
from data.words import Level, Light, Status, label

Record = dict[str, Any]


def table(view: View) -> pd.DataFrame:
    """Gather the items as a table, most urgent first."""
    columns = _columns(view, view.rows)
    return pd.DataFrame({name: pd.Series(cells, dtype=object) for name, cells in columns.items()})


def records(view: View) -> list[Record]:
    """Gather the items as records of plain values; `docs/openapi.yaml` tells what they mean."""
    return _records(_columns(view, view.rows))


def _columns(view: View, rows: Rows) -> dict[str, list[Any]]:
    campaign, lang = view.campaign, view.lang
    items, state = campaign["items"].iloc[rows], view.standing.items.iloc[rows]
    names, leads = campaign.organization_names(lang), items["lead"].cat.codes.to_numpy()
    made = {
        "id": items["id"],
        "code": campaign.text("items", "code", lang).iloc[rows],
        "title": campaign.text("items", "title", lang).iloc[rows],
        "level": items["level"].astype(object),
        "level_label": _labels(Level, items["level"], lang),
        "theme": campaign.text("items", "theme", lang).iloc[rows],
        "lead": items["lead"].astype(object),
        "lead_name": [names[code] if code >= 0 else None for code in leads],
        "support": items["support"],
        "support_names": [
            tuple(names[row] for row in campaign.positions("organizations")(ids) if row >= 0)
            for ids in items["support"]
        ],
        "owner": campaign.text("items", "owner", lang).iloc[rows],
        "regions": items["regions"],
        "status": state["status"].astype(object),
        "status_label": _labels(Status, state["status"], lang),
        "light": state["light"].astype(object),
        "light_label": _labels(Light, state["light"], lang),
        "progress": state["progress"],
        "expected_progress": state["expected"].round(1),
        "start": items["start.start"],
        "deadline": state["deadline"],
        "continuing": state["continuing"],
        "days_left": state["days_left"],
        "last_update": state["last_update"],
        "url": [view.link("item", item=key) for key in items["id"]],
    }
    return _plain_cells(made)


def record(view: View, item: int) -> Record:
    """Gather all that is said of one item: its record, what it promises, why its light, and its steps."""
    (own,) = _records(_columns(view, np.array([item])))
    texts = ("problem", "commitment", "note")
    own |= {name: view.campaign.words("items", name, view.lang)[item] or None for name in texts}
    own["reasons"] = [
        {"rule": reason.rule, "light": str(reason.light), "text": reason.text}
        for reason in lights.reasons(view.campaign, view.standing, item, view.lang)
    ]
    own["measures"] = _rows(view, item, "measures", ("id", "title", "deadline", "status"))
    own["milestones"] = _rows(view, item, "milestones", ("id", "title", "due", "done_on"))
    own["updates"] = _rows(view, item, "updates", ("date", "text", "status", "progress", "deadline"))
    own["indicators"] = _rows(view, item, "indicators", ("id", "title", "unit", "target"))
    return own


def _rows(view: View, item: int, name: str, wanted: tuple[str, ...]) -> list[Record]:
    """List the rows of a table that belong to an item, up to the day that is shown."""
    rows, items = view.campaign.pairs(name, "item")
    mine = rows[items == item]
    frame = view.campaign[name]
    if name == "updates":
        mine = mine[(frame["date"].iloc[mine] <= pd.Timestamp(view.standing.day)).to_numpy()]
    made = {
        column: view.campaign.words(name, column, view.lang)[mine]
        if column in ("title", "text", "unit")
        else frame[column].iloc[mine]
        for column in wanted
    }
    return _records(_plain_cells(made))


def _labels(kind: Any, words: pd.Series[Any], lang: str) -> list[str]:
    return [label(kind, word, lang) for word in words.astype(object)]


def _records(columns: dict[str, list[Any]]) -> list[Record]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain_cells(columns: dict[str, Any]) -> dict[str, list[Any]]:
    return {name: [_plain(cell) for cell in cells] for name, cells in columns.items()}


def _plain(cell: Any) -> Any:
    """Turn a cell into what JSON knows; what is missing is nothing."""
    if isinstance(cell, tuple | list):
        return [str(one) for one in cell]
    if cell is None or pd.isna(cell) or cell == "":
        return None
    if isinstance(cell, pd.Timestamp):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, bool | np.bool_):
        return bool(cell)
    if isinstance(cell, int | float | np.number):
        return int(cell) if float(cell).is_integer() else float(cell)
    return str(cell)
