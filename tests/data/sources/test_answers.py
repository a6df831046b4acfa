"""Whatever pages ask has the same answer from memory, from Parquet and from PostgreSQL."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, create_engine, text

from components import lead_table
from data import asked_leads, filters, history, reading, readings
from data.campaign import Campaign
from data.filters import Filters
from data.models.sources import SourceForm
from data.sources.database import Database
from data.sources.source import Source, Unreachable
from data.standing import stand
from data.summaries import leads, regions
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
    given, problems = small.readings(), small.leads()
    small.to_database(engine, "readings", given)
    small.to_database(engine, "leads", problems)

    def connect(name: str, form: SourceForm) -> Source:
        return Database(engine, form)

    memory = small.write(folder / "memory", readings=given, leads=problems)
    files = {table: {"parquet": f"tables/{table}.parquet"} for table in ("readings", "leads")}
    file = small.write(folder / "parquet", **files)
    (file / "tables").mkdir()
    small.to_parquet(given, file / "tables/readings.parquet")
    small.to_parquet(problems, file / "tables/leads.parquet")
    said = {"readings": "readings", "leads": "SELECT * FROM leads WHERE id <> ':none'"}
    queries = {table: {"sql": sql, "connection": "test"} for table, sql in said.items()}
    tables = small.write(folder / "postgresql", **queries)
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


def test_readings_put_in_order_in_parts_make_the_same_courses(
    pair: tuple[Campaign, Campaign], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.sources.readings._SORTED", 100)
    expected, found = (readings.of(campaign).national() for campaign in pair)
    for name in ("indicators", "days", "values", "regions"):
        np.testing.assert_array_equal(getattr(expected, name), getattr(found, name))


@pytest.mark.parametrize(("before", "after"), list(itertools.pairwise(DAYS)))
def test_the_same_changed(pair: tuple[Campaign, Campaign], before: dt.date, after: dt.date) -> None:
    expected, found = (
        history.changes(campaign, stand(campaign, before), stand(campaign, after)) for campaign in pair
    )
    assert {"new_reading", "lead"} <= set(expected["kind"])
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


FILTERS = [
    Filters(),
    Filters(departments=("o1", "o3")),
    Filters(regions=("110000",)),
    Filters(themes=("就业",)),
    Filters(text="house"),
    Filters(text="13812345678"),
    Filters(text="housing"),
    Filters(text="甲", departments=("o2",), lights=("red", "yellow", "grey", "green")),
    Filters(text="nowhere"),
]


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_leads_are_counted_alike(pair: tuple[Campaign, Campaign], asked: Filters) -> None:
    for day in DAYS:
        expected, found = (_counted(campaign, day, asked) for campaign in pair)
        assert str(expected[0]) == str(found[0])
        for one, other in zip(expected[1:], found[1:], strict=True):
            _same(one, other)


def _counted(campaign: Campaign, day: dt.date, asked: Filters) -> list[Any]:
    seen = asked_leads.views(campaign, stand(campaign, day), asked)
    found: list[Any] = [leads.lead_figures(seen()), pd.DataFrame(leads.leads_by_days(seen()))]
    found.append(pd.DataFrame(leads.leads_by_week(seen("received", "resolved"))))
    groups = {"organization": "organizations", "region": "regions", "category": "categories"}
    for by, codes in groups.items():
        view = seen(by)
        found.append(pd.DataFrame(leads.leads_by_group(view, getattr(view, codes))))
    return found


@pytest.mark.parametrize("state", ["all", "open", "overdue", "resolved"])
def test_leads_are_listed_alike(pair: tuple[Campaign, Campaign], state: str) -> None:
    for asked in (Filters(), Filters(departments=("o1",))):
        memory, elsewhere = pair
        standing = stand(memory, DAYS[1])
        view = asked_leads.views(memory, standing, asked)()
        rows = view.rows[lead_table.ordered(view, state)]
        held = asked_leads.of(elsewhere).page(standing, asked, state, 5, 30)
        _same(memory["leads"].iloc[rows[5:30]], held["leads"])
        again = asked_leads.views(held, stand(elsewhere, DAYS[1]), Filters())()
        assert lead_table.ordered(again, state).tolist() == list(range(len(rows[5:30])))


def test_the_leads_of_an_item_and_their_categories_are_the_same(pair: tuple[Campaign, Campaign]) -> None:
    memory, elsewhere = pair
    for lang in ("zh", "en"):
        words = [asked_leads.of(campaign).categories(lang) for campaign in pair]
        assert words[0] == words[1] != []
    table = memory["leads"]
    own = table[(table["item"] == "a") & (table["received"] <= pd.Timestamp(DAYS[1]))]
    held = asked_leads.of(elsewhere).of_item(0, DAYS[1])["leads"]
    _same(own.sort_values("received", ascending=False, kind="stable"), held)
    assert {asked_leads.of(campaign).item("L007") for campaign in pair} == {
        asked_leads.of(memory).item("L007")
    }


def test_a_database_is_asked_again_only_after_a_while_and_tells_every_correction(
    engine: Engine, three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.to_database(engine, "corrected", small.readings(count=3))
    source = Database(engine, SourceForm(sql="corrected", connection="test"))
    relation = dataclasses.replace(three.postgresql.sources["readings"], source=source)
    before = relation.version()
    with engine.begin() as connection:
        connection.execute(text("UPDATE corrected SET value = value + 1 WHERE position = 3"))
    assert relation.version() == before
    monkeypatch.setattr("data.sources.database.LOOK_AGAIN_SECONDS", 0)
    assert relation.version() != before


def test_a_database_that_is_down_and_one_that_may_not_be_written(three: Three, engine: Engine) -> None:
    relation = three.postgresql.sources["readings"]
    with pytest.raises(Unreachable, match="campaign"):
        relation.ask("SELECT setval('nothing', 1)")
    gone = Database(
        create_engine("postgresql+psycopg://x@/x?host=/nowhere"), SourceForm(sql="r", connection="c")
    )
    with pytest.raises(Unreachable) as raised:
        dataclasses.replace(relation, source=gone).ask("SELECT 1")
    (problem,) = raised.value.problems
    assert (problem.code, problem.table, problem.found) == ("source_unreachable", "readings", "")
    assert problem.line
