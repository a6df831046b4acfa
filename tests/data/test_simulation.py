"""Simulated campaigns: the same for the same seed, readable for any, and as large as asked for."""

from pathlib import Path

import numpy as np
import pytest

from data import reading, simulation, standing
from data.simulation import courses
from data.simulation.dice import Dice


def test_the_same_seed_gives_the_same_tables() -> None:
    first, second = simulation.simulate(40, 3, 500, 100), simulation.simulate(40, 3, 500, 100)
    assert all(first[table].equals(second[table]) for table in first)


def test_another_seed_gives_another_campaign() -> None:
    assert not simulation.simulate(40, 3)["items"].equals(simulation.simulate(40, 4)["items"])


def test_dice_fall_as_they_always_did() -> None:
    dice = Dice(7, "items")
    assert [dice.between(0, 999), *dice.whole(0, 999, 3).tolist()] == [925, 581, 157, 465]


def test_more_readings_and_leads_leave_the_items_as_they_are() -> None:
    few, many = simulation.simulate(40, 3, 10, 10), simulation.simulate(40, 3, 2000, 300)
    assert few["items"].equals(many["items"])
    assert few["updates"].equals(many["updates"])


@pytest.mark.parametrize("seed", [0, 1, 2, 12345])
def test_other_seeds_are_read_without_problems(seed: int, tmp_path: Path) -> None:
    simulation.write(simulation.simulate(150, seed, 3000, 300), tmp_path)
    campaign = reading.read(tmp_path)
    assert campaign.problems == ()
    assert standing.stand(campaign, campaign.settings.today()).items["light"].nunique() == 5


@pytest.mark.parametrize(
    ("items", "readings", "leads"),
    [(1, 0, 0), (2, 0, 1), (3, 7, 1), (30, 100, 0), (150, 9000, 1), (150, 20_000, 1)],
)
def test_as_many_rows_as_asked_for(items: int, readings: int, leads: int, tmp_path: Path) -> None:
    tables = simulation.simulate(items, 5, readings, leads)
    assert [len(tables[table]) for table in ("items", "readings", "leads")] == [items, readings, leads]
    assert not tables["readings"].duplicated(["indicator", "date", "region"]).any()
    simulation.write(tables, tmp_path)
    assert reading.read(tmp_path).problems == ()


def test_more_readings_than_fit_are_refused() -> None:
    with pytest.raises(simulation.TooManyReadingsError) as caught:
        simulation.simulate(5, 1, 10**7, 0)
    assert caught.value.most < 10**5


def test_two_thousand_titles_are_distinct_in_both_languages() -> None:
    items = simulation.simulate(2000, 1, 0, 0)["items"]
    assert items["title"].is_unique
    assert items["title.en"].is_unique


@pytest.mark.parametrize("count", [1, 7, 100, 147])
def test_outcomes_are_shared_out_in_proportion(count: int) -> None:
    found = courses.outcomes(count, Dice(1, "courses"))
    assert len(found) == count
    for outcome, share in courses.OUTCOMES.items():
        assert abs(found.count(outcome) - count * share / 100) < 1


def test_reports_never_lose_progress() -> None:
    updates = simulation.simulate(100, 2, 0, 0)["updates"]
    progress = updates[updates["progress"] != ""].astype({"progress": int})
    assert (progress.groupby("item")["progress"].diff().fillna(0) >= 0).all()


def test_regional_sums_never_fall() -> None:
    tables = simulation.simulate(100, 2, 5000, 0)
    indicators = tables["indicators"].set_index("id")
    readings = tables["readings"].assign(value=tables["readings"]["value"].astype(float))
    sums = readings[readings["indicator"].map(indicators["combination"]) == "sum"]
    gains = sums.groupby(["indicator", "region"])["value"].diff().fillna(0)
    # The reports of single months stray a little from the straight line.
    assert np.mean(gains >= 0) > 0.99
