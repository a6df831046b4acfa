"""Whether two campaigns say the same: settings, all frames and extra fields, cell by cell."""

from __future__ import annotations

import pandas as pd
from pandas.testing import assert_frame_equal

from data.campaign import Campaign
from data.models import columns
from data.wording import LANGUAGES


def assert_same(one: Campaign, other: Campaign) -> None:
    """Compare all but versions, problems and the files they were read from."""
    assert one.settings == other.settings
    assert one.tables.keys() == other.tables.keys()
    for table in one.tables:
        # Equal to the last category, as most are; the other way of comparing takes ten times as long.
        if one[table].equals(other[table]) and table not in {*one.extras, *other.extras}:
            continue
        assert_frame_equal(_plain(one, table), _plain(other, table), obj=table)
        assert_frame_equal(_extras(one, table), _extras(other, table), obj=f"extra fields of {table}")
    assert_frame_equal(_extras(one, "campaign"), _extras(other, "campaign"))


def differing(one: Campaign, other: Campaign) -> list[tuple[str, int, str]]:
    """List the cells that differ, as table, row and column; the tables have the same shape."""
    found = []
    for table in one.tables:
        here, there = (_plain(campaign, table).astype(object) for campaign in (one, other))
        wrong = (here != there) & ~(here.isna() & there.isna())
        found += [(table, int(row), str(name)) for name in wrong for row in wrong.index[wrong[name]]]
    return found


def _plain(campaign: Campaign, table: str) -> pd.DataFrame:
    """Take words kept as plain text, since categories nobody uses may differ; blank translations are none."""
    frame = campaign[table].copy()
    for name in map(str, frame.columns):
        if name.endswith(".text"):
            frame[name] = frame[name].astype("str")
    return _filled(frame, [f"{name}.{lang}" for name in columns(table) for lang in LANGUAGES])


def _extras(campaign: Campaign, table: str) -> pd.DataFrame:
    frame = campaign.extras.get(table, pd.DataFrame())
    filled = _filled(frame, [str(name) for name in frame])
    return filled[sorted(map(str, filled))] if len(filled.columns) else pd.DataFrame()


def _filled(frame: pd.DataFrame, optional: list[str]) -> pd.DataFrame:
    return frame.drop(columns=[name for name in optional if name in frame and (frame[name] == "").all()])
