"""The campaigns that are measured: one that ships with the product, and simulated ones of several sizes."""

from __future__ import annotations

import zlib
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from data import reading, readings, simulation
from data.campaign import Campaign
from data.standing import Standing, stand
from tests.benchmark import parquet_readings
from tests.benchmark.data_layer import simulate
from tests.server import PROJECT


@dataclass(frozen=True)
class Size:
    """How many rows a simulated campaign has."""

    items: int
    readings: int = simulation.DEFAULT_READINGS
    leads: int = simulation.DEFAULT_LEADS
    parquet: int = 0
    """Readings in a Parquet file, in place of those in CSV; 0 for none."""


BUNDLED = "moe-2021"
SIZES = {
    "147": Size(147),
    "1k": Size(1_000),
    "10k": Size(10_000),
    "10k+1M": Size(10_000, 1_000_000, 200_000),
}
PARQUET = {
    "10k+1M in Parquet": Size(10_000, parquet=1_000_000),
    "10k+20M in Parquet": Size(10_000, parquet=20_000_000),
}
"""Measured only when they are named: what the pages of the second take is held against the first."""
NAMES = (BUNDLED, *SIZES)


@dataclass(frozen=True)
class Case:
    """A campaign to measure, as it lies on the disk and as the data layer reads it."""

    name: str
    folder: Path

    @cached_property
    def campaign(self) -> Campaign:
        return reading.read(self.folder)

    @cached_property
    def standing(self) -> Standing:
        return stand(self.campaign, self.campaign.settings.today())

    @cached_property
    def items(self) -> list[str]:
        return [str(item) for item in self.campaign["items"]["id"]]

    @cached_property
    def has_courses(self) -> bool:
        """Tell whether any indicator has more than one figure, so that there is a chart of it."""
        known = readings.points(self.campaign, self.campaign.settings.today())
        return int(np.bincount(known.indicators, minlength=1).max()) > 1

    def describe(self) -> str:
        counted = ("items", "readings", "leads")
        return ", ".join(f"{self.campaign.size(table):,} {table}" for table in counted)


def prepare(name: str, scratch: Path, seed: int) -> Case:
    """Make a campaign unless it lies in the scratch folder from an earlier run."""
    if name == BUNDLED:
        return Case(name, PROJECT / "data/campaigns" / BUNDLED)
    size = (SIZES | PARQUET)[name]
    amounts = "-".join(str(amount) for amount in astuple(size) if amount)
    folder = scratch / f"{amounts}-{seed}-{_maker():08x}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        simulate(unfinished, size.items, size.readings, size.leads, seed)
        if size.parquet:
            parquet_readings.spread(unfinished, size.parquet)
        unfinished.rename(folder)
    return Case(name, folder)


def _maker() -> int:
    """Sum up the simulation's own files: once they change, what they made before is out of date."""
    files = sorted(file for file in (PROJECT / "data/simulation").iterdir() if file.is_file())
    return zlib.crc32(b"".join(file.read_bytes() for file in files))
