"""A campaign written as one file that reads back the same: YAML, a ZIP of CSV tables, or an XLSX workbook."""

from __future__ import annotations

from collections.abc import Mapping

from data.campaign import Campaign
from data.writers import csv_folder, workbook, yaml_file
from data.writers.limits import TooLargeError, filled

__all__ = ["ENDINGS", "TooLargeError", "filled", "refusal", "write"]

ENDINGS: Mapping[str, str] = {"yaml": ".yaml", "csv": ".zip", "xlsx": ".xlsx"}
"""The forms a campaign may be written in, and how the names of such files end."""


def write(campaign: Campaign, form: str, lang: str, *, masked: bool) -> bytes:
    """Write a campaign for a reader; `masked` covers personal data. Raises TooLargeError.

    YAML knows closed lists and references by id; in the other forms they are called as the reader calls them.
    """
    if form == "yaml":
        return yaml_file.write(campaign, masked=masked)
    write_tables = {"csv": csv_folder.write, "xlsx": workbook.write}[form]
    return write_tables(campaign, lang, masked=masked)


def refusal(campaign: Campaign, form: str) -> TooLargeError | None:
    """Tell beforehand, without writing it, whether a form cannot hold a campaign."""
    limits = {"yaml": yaml_file.MOST_CELLS, "xlsx": workbook.MOST_CELLS}
    if form not in limits:
        return None
    found = campaign.remember(("filled cells",), lambda: filled(campaign))
    return TooLargeError(form, found, limits[form]) if found > limits[form] else None
