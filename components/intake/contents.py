"""What a campaign consists of: its files, the rows in them, their last change, the source."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components import language
from components.item import cells
from components.language import header, number, t
from components.plain import plain
from data import table_names
from data.campaign import Campaign, Origin, in_language
from data.models import TABLES
from data.models.settings import Language
from data.words import label


def show(campaign: Campaign) -> None:
    """Draw the files and the facts that hold for the whole campaign."""
    settings = campaign.settings
    title = plain(in_language(settings.title, language.current()))
    st.markdown(f"**{title}**")
    st.table(_files(campaign), hide_index=True, border="horizontal")
    absent = [table for table in TABLES if table != "campaign" and not campaign.size(table)]
    if absent:
        st.caption(
            t(
                "intake.absent",
                tables=cells.listed([table_names.label(table, language.current()) for table in absent]),
            )
        )
    for name, value in _facts(campaign).items():
        st.caption(t("item.labelled", label=name, value=value or t("not_reported")))


def _files(campaign: Campaign) -> pd.DataFrame:
    rows = [
        {
            t("intake.file"): f"{plain(origin.file)}\\\n:gray[{_about(campaign, origin)}]",
            t("intake.rows"): "\\\n".join(_rows(campaign, origin)) or t("intake.no_rows"),
        }
        for origin in campaign.origins
    ]
    return pd.DataFrame(rows)


def _about(campaign: Campaign, origin: Origin) -> str:
    """Tell how large a file is and when it was last changed."""
    kilobytes = number(max(1, round(origin.size / 1024)), "KB")
    if origin.modified is None:
        return kilobytes
    local = origin.modified.astimezone(ZoneInfo(campaign.settings.time_zone))
    changed = t("intake.changed", day=f"{local:%Y-%m-%d %H:%M}")
    return f"{kilobytes} · {changed}"


def _rows(campaign: Campaign, origin: Origin) -> list[str]:
    """Count the rows of each table; of those written some may have been left out."""
    said = []
    for table, written in origin.rows.items():
        # Where a file lists no regions, the campaign has some all the same.
        kept = written if table == "campaign" else min(written, campaign.size(table))
        count = (
            number(kept)
            if kept == written
            else t("intake.rows_of", kept=number(kept), written=number(written))
        )
        said.append(t("item.labelled", label=table_names.label(table, language.current()), value=count))
    return said


def _facts(campaign: Campaign) -> dict[str, str]:
    settings = campaign.settings
    source = plain(in_language(settings.source, language.current()))
    return {
        header("campaign", "as_of"): language.day(settings.today()),
        t("intake.language"): label(Language, settings.language, language.current()),
        header("campaign", "source"): cells.link(source, settings.source_url) if source else "",
        # What tells one preview from another is nobody's business.
        t("intake.version"): plain(campaign.version.rpartition("-")[2]),
    }
