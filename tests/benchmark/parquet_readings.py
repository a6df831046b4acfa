"""Puts the readings of a simulated campaign into a Parquet file: as many as wanted, sorted by indicator."""

from __future__ import annotations

from pathlib import Path

import duckdb

from data import reading
from data.provinces import REGIONS

FILE = "readings.parquet"


def spread(folder: Path, count: int) -> None:
    """Give every indicator, in every region, as many readings as make up the count; the CSV file goes."""
    names = reading.read(folder)["indicators"]["id"].tolist()
    dates = max(1, count // (len(names) * len(REGIONS)))
    with duckdb.connect() as connection:
        for table, ids in (("indicators", names), ("regions", list(REGIONS))):
            connection.execute(f"CREATE TABLE {table} AS SELECT unnest($ids) AS id", {"ids": ids})
        # Every few days backwards from a day before the campaign's own; values that rise and stray a little.
        connection.execute(
            f"""COPY (
            SELECT i.id AS indicator, DATE '2021-06-20' - CAST(d * 5 AS INTEGER) AS date, r.id AS region,
            CAST(round(1000 - d + hash(i.id, r.id, d) % 100 / 10.0, 1) AS DOUBLE) AS value
            FROM indicators i, range({dates}) AS days(d), regions r ORDER BY i.id, date, r.id
            ) TO '{folder / FILE}' (FORMAT parquet)"""
        )
    (folder / "readings.csv").unlink()
    with (folder / "campaign.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nreadings:\n  parquet: {FILE}\n")
