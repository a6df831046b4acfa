"""A campaign as a ZIP of a folder: `campaign.yaml` and a CSV for every table, for spreadsheet programs."""

from __future__ import annotations

import io
import zipfile

from data import exports
from data.campaign import Campaign
from data.readers.files import CSV_ENDING, SETTINGS_FILES
from data.writers import fields, tables, yaml_file


def write(campaign: Campaign, lang: str, *, masked: bool) -> bytes:
    """Write a campaign with headers and labels in the reader's language."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(SETTINGS_FILES[0], yaml_file.settings(campaign, masked=masked))
        for table in campaign.tables:
            frame = tables.rows(campaign, table, lang, masked=masked)
            frame.columns = [field.header for field in fields.of(table, map(str, frame), lang)]
            folder.writestr(table + CSV_ENDING, exports.to_csv(frame))
    return made.getvalue()
