"""The tables of a campaign as they are exported: every one a frame of texts."""

from __future__ import annotations

import pandas as pd

from data import written
from data.campaign import Campaign
from data.models import columns
from data.readers.report import Report
from data.readers.tables import Tables


def rows(
    campaign: Campaign, table: str, lang: str = "", *, masked: bool, joint: str | None = written.JOINT
) -> pd.DataFrame:
    """Write a table as `written.rows` does; settings are one row, regions none if the campaign lists none."""
    if table == "campaign":
        return _settings(written.settings(campaign, lang, masked=masked))
    if table == "regions" and _are_built_in(campaign):
        return pd.DataFrame(columns=[*columns(table)], dtype="str")
    return written.rows(campaign, table, lang, masked=masked, joint=joint)


def _settings(said: dict[str, str]) -> pd.DataFrame:
    order = {name: position for position, name in enumerate(columns("campaign"))}
    names = sorted({**order, **said}, key=lambda name: order.get(name.partition(".")[0], len(order)))
    return pd.DataFrame([{name: said.get(name, "") for name in names}], dtype="str")


def _are_built_in(campaign: Campaign) -> bool:
    """Tell whether the regions are those of any campaign that lists none."""
    usual = Tables({}, Report(), campaign.settings.language, None).frames["regions"]
    return "regions" not in campaign.extras and usual.equals(campaign["regions"])
