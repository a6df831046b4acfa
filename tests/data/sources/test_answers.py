"""Whatever pages ask has the same answer from memory, from Parquet and from PostgreSQL."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from data import filters, history, reading, readings
from data.campaign import Campaign
from data.models.sources import SourceForm
from data.sources.database import Database
from data.sources.source import Source
from data.standing import stand
from data.summaries import regions
from tests.data.sources import postgresql, small

DAYS = [dt.date(2021, 1, 20), dt.date(2021, 5, 17), dt.date(2021, 12, 31)]
KINDS = ("parquet", "postgresql")


@dataclass(frozen=True)
class Three:
    memory: Campaign
    parquet: Campaign
    postgresql: Campaign


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with postgresql.server() as engine:
        yield engine


@pytest.fixture(scope="module")
def three(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Three:
    folder = tmp_path_factory.mktemp("three")
    given = small.readings()
    small.to_database(engine, "readings", given)

    def connect(name: str, form: SourceForm) -> Source:
        return Database(engine, form)

    memory = small.write(folder / "memory", readings=given)
    file = small.write(folder / "parquet", readings={"parquet": "tables/readings.parquet"})
    (file / "tables").mkdir()
    small.to_parquet(given, file / "tables/readings.parquet")
    tables = small.write(folder / "postgresql", readings={"sql": "readings", "connection": "test"})
    return Three(reading.read(memory), reading.read(file), reading.read(tables, connect=connect))


@pytest.fixture(params=KINDS)
def pair(request: pytest.FixtureRequest, three: Three) -> tuple[Campaign, Campaign]:
    return three.memory, getattr(three, request.param)


def _same(expected: pd.DataFrame, found: pd.DataFrame) -> None:
    expected, found = (frame.reset_index(drop=True) for frame in (expected, found))
    # The words in a column are categories of what stands in the whole table, or in the rows fetched.
    words = {name: "str" for name in expected if str(name).endswith(".text")}
    pd.testing.assert_frame_equal(expected.astype(words), found.astype(words), check_exact=True)


@pytest.mark.parametrize("day", DAYS)
def test_every_indicator_stands_and_is_projected_alike(pair: tuple[Campaign, Campaign], day: dt.date) -> None:
    memory, elsewhere = pair
    _same(stand(memory, day).indicators, stand(elsewhere, day).indicators)
    _same(stand(memory, day).items, stand(elsewhere, day).items)


@pytest.mark.parametrize("day", DAYS)
def test_every_course_is_the_same(pair: tuple[Campaign, Campaign], day: dt.date) -> None:
    memory, elsewhere = pair
    for row in range(len(memory["indicators"])):
        _same(readings.series(memory, row, day), readings.series(elsewhere, row, day))


@pytest.mark.parametrize(("before", "after"), list(itertools.pairwise(DAYS)))
def test_the_same_changed(pair: tuple[Campaign, Campaign], before: dt.date, after: dt.date) -> None:
    expected, found = (
        history.changes(campaign, stand(campaign, before), stand(campaign, after)) for campaign in pair
    )
    assert "new_reading" in expected["kind"].tolist()
    _same(expected, found)


def test_the_same_can_be_filtered(pair: tuple[Campaign, Campaign]) -> None:
    memory, elsewhere = pair
    assert filters.options(memory) == filters.options(elsewhere)
    every = np.ones(len(memory["items"]), dtype=bool)
    expected, found = (regions.regional_indicators(campaign, every).tolist() for campaign in pair)
    assert expected == found != []


@pytest.mark.parametrize("day", DAYS)
def test_every_region_stands_alike(pair: tuple[Campaign, Campaign], day: dt.date) -> None:
    memory, elsewhere = pair
    for row in range(len(memory["indicators"])):
        held = readings.of(elsewhere).latest(np.array([row]), day)
        expected = regions.of_indicator(memory, stand(memory, day), row)
        found = regions.of_indicator(held, stand(elsewhere, day), row)
        np.testing.assert_array_equal(expected.values, found.values)
        assert expected.readings is not None
        assert found.readings is not None
        told = expected.readings >= 0
        assert (told == (found.readings >= 0)).all()
        _same(memory["readings"].iloc[expected.readings[told]], held["readings"].iloc[found.readings[told]])


@pytest.mark.parametrize("day", DAYS)
def test_the_rows_of_an_indicator_are_the_same(pair: tuple[Campaign, Campaign], day: dt.date) -> None:
    memory, elsewhere = pair
    for row, name in enumerate(memory["indicators"]["id"]):
        table = memory["readings"]
        own = table[(table["indicator"] == name) & (table["date"] <= pd.Timestamp(day))]
        own = own.sort_values("date", kind="stable")
        _same(own, readings.of(elsewhere).all(row, day)["readings"])
