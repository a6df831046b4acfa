"""What a form of export cannot hold."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data import wording
from data.campaign import Campaign
from data.models import columns
from data.wording import LANGUAGES


class TooLargeError(Exception):
    """A campaign has more cells (or text) than a form holds (`export.too_large.<form>` in the catalogs)."""

    def __init__(self, form: str, found: int, limit: int) -> None:
        super().__init__(f"{form}: {found} > {limit}")
        self.form = form
        self.found = found
        self.limit = limit

    def describe(self, lang: str) -> str:
        """Say what does not fit, and what to do instead."""
        found, limit = f"{self.found:,}", f"{self.limit:,}"
        return wording.text(f"export.too_large.{self.form}", lang, found=found, limit=limit)


def filled(campaign: Campaign) -> int:
    """Count the cells that hold something, about as many as are written, without writing them."""
    return sum(
        int(_filled(frame[name]).sum())
        for table, frame in campaign.tables.items()
        for name in frame.columns
        if _is_written(table, *str(name).partition(".")[::2])
    )


def _is_written(table: str, name: str, ending: str) -> bool:
    return name in columns(table) and ending in ("", *LANGUAGES)


def _filled(column: pd.Series[Any]) -> pd.Series[bool]:
    if column.dtype == object:
        return column.str.len() > 0
    if isinstance(column.dtype, pd.StringDtype):
        return column != ""
    return column if column.dtype == bool else column.notna()
