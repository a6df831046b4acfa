"""How completely the items are described, by department and field."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import chart
from components.board import Board
from components.charts.completeness_by_department import Described, completeness_by_department
from components.department_table import open_department
from components.language import header, t
from data import table_names
from data.completeness import FIELDS, Completeness, by_department


def field_name(board: Board, field: str) -> str:
    """Name a field of the completeness in the reader's language."""
    if field == "updates":
        return t("completeness.updates", n=round(board.campaign.settings.thresholds.silent_days))
    if field in ("measures", "indicators"):
        return table_names.label(field, board.lang)
    return header("items", field)


def show(board: Board, found: Completeness) -> None:
    """Draw the heat map; a click narrows the view to a department."""
    counted = by_department(board.campaign, found, board.mask)
    ids = board.campaign["organizations"]["id"]
    departments = [
        Described(
            board.organization(row["organization"]) or t("charts.no_lead"),
            str(ids.iat[row["organization"]]) if row["organization"] >= 0 else None,
            row["items"],
            [row[field] for field in FIELDS],
            [row[f"{field}.asked"] for field in FIELDS],
        )
        for row in counted.to_dict("records")
    ]
    fields = [field_name(board, field) for field in FIELDS]
    drawn = completeness_by_department(departments, fields, t("charts.department"))
    st.caption(t("completeness.how"))
    chart.show(drawn, "completeness", on_click=_narrow)


def _narrow(clicked: list[Any]) -> None:
    open_department(str(clicked[0]))
