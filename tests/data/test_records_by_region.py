import datetime as dt
from typing import Any

import numpy as np
import pytest

from data import leads
from data.campaign import Campaign
from data.day_numbers import of_day
from data.filters import Filters, options
from data.provinces import REGIONS
from data.standing import stand
from data.summaries import records, regions
from data.summaries.cascade import cascade
from data.summaries.regions import ByRegion
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)
BEIJING, SICHUAN = "110000", "510000"


def shown(**tables: Any) -> Campaign:
    return campaign(items=[{"id": "i", "regions": (BEIJING,)}, {"id": "j"}], **tables)


def told(found: ByRegion) -> dict[str, float]:
    return {code: value for code, value in zip(REGIONS, found.values.tolist(), strict=True) if value == value}


def test_items_are_counted_where_they_name_a_region() -> None:
    found = regions.of_items(shown(), np.array([True, True]))
    assert (told(found), found.elsewhere) == ({BEIJING: 1}, 1)
    assert told(regions.of_items(shown(), np.array([False, True]))) == {}


def test_only_site_visits_are_counted_each_in_all_its_regions() -> None:
    built = shown(
        events=[
            {"kind": "visit", "regions": (BEIJING, SICHUAN)},
            {"kind": "visit"},
            {"kind": "meeting", "regions": (BEIJING,)},
        ]
    )
    found = regions.of_visits(built, np.ones(3, dtype=bool))
    assert (told(found), found.elsewhere) == ({BEIJING: 1, SICHUAN: 1}, 1)


def test_practices_and_leads_are_counted_by_region() -> None:
    built = shown(
        practices=[{"region": SICHUAN}, {}],
        leads=[{"received": "2021-06-01", "region": SICHUAN}, {"received": "2021-06-01"}],
    )
    practices = regions.of_practices(built, np.ones(2, dtype=bool))
    received = regions.of_leads(built, leads.view(built, stand(built, DAY), Filters()))
    assert told(practices) == told(received) == {SICHUAN: 1}
    assert practices.elsewhere == received.elsewhere == 1


def test_a_region_stands_with_its_last_number_until_it_gives_another() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2021-05-31", "region": BEIJING, "value": 1.0},
        {"date": "2021-06-30", "region": BEIJING, "value": None, "value.text": "暂不公开"},
        {"date": "2021-07-31", "region": BEIJING, "value": 9.0},
        {"date": "2021-06-30", "region": SICHUAN, "value": None, "value.text": "暂不公开"},
        {"date": "2021-06-30", "value": 5.0},
    ]
    built = shown(
        indicators=[{"id": "n", "item": "i"}, {"id": "m", "item": "j"}],
        readings=[{"indicator": "n", **row} for row in rows],
    )
    found = regions.of_indicator(built, stand(built, DAY), 0)
    assert told(found) == {BEIJING: 1}
    assert found.readings is not None
    assert found.readings[list(REGIONS).index(SICHUAN)] == 3
    assert regions.regional_indicators(built, np.array([True, True])).tolist() == [0]
    assert regions.regional_indicators(built, np.array([False, True])).tolist() == []


def test_a_region_that_only_a_visit_names_can_be_asked_for() -> None:
    assert options(shown(events=[{"regions": (SICHUAN,)}])).regions == (BEIJING, SICHUAN)


@pytest.mark.parametrize(("wanted", "rows"), [((), [0, 1]), ((SICHUAN,), [1]), (("820000",), [])])
def test_rows_are_found_by_the_regions_they_name(wanted: tuple[str, ...], rows: list[int]) -> None:
    built = shown(events=[{"regions": (BEIJING,)}, {"regions": (BEIJING, SICHUAN)}])
    assert np.flatnonzero(regions.naming(built, "events", wanted)).tolist() == rows


def test_records_concern_the_items_they_name_or_all_where_nothing_is_filtered() -> None:
    built = shown(documents=[{"items": ("i",)}, {"items": ("j",)}, {}])
    mask = np.array([True, False])
    assert records.concerned(built, "documents", mask, False).tolist() == [True, False, False]
    assert records.concerned(built, "documents", mask, True).all()


def test_records_stand_by_date_and_those_without_one_last() -> None:
    built = shown(events=[{}, {"date": "2021-05-01"}, {"date": "2021-06-01"}, {"date": "2021-07-01"}])
    rows = np.flatnonzero(records.known(built, "events", of_day(DAY)))
    assert records.by_date(built, "events", rows, newest_first=True).tolist() == [2, 1, 0]
    assert records.by_date(built, "events", rows, newest_first=False).tolist() == [1, 2, 0]


def branches(*rows: dict[str, Any], mask: list[bool] | None = None) -> list[tuple[str, int, bool]]:
    built = shown(documents=rows)
    chosen = np.array(mask if mask is not None else [True] * len(rows), dtype=bool)
    ids = built["documents"]["id"]
    return [(str(ids.iloc[row]), depth, again) for row, depth, again in cascade(built, chosen)]


def test_documents_stand_below_those_they_implement_oldest_first() -> None:
    assert branches(
        {"id": "late", "implements": ("plan",), "issued": "2021-05-01"},
        {"id": "plan", "issued": "2021-03-01"},
        {"id": "early", "implements": ("plan",), "issued": "2021-04-01"},
        {"id": "undated", "implements": ("plan",)},
        {"id": "below", "implements": ("early",)},
    ) == [
        ("plan", 0, False),
        ("early", 1, False),
        ("below", 2, False),
        ("late", 1, False),
        ("undated", 1, False),
    ]


def test_a_document_below_two_is_told_once_in_full() -> None:
    found = branches(
        {"id": "a"}, {"id": "b"}, {"id": "c", "implements": ("a", "b")}, {"id": "d", "implements": ("c",)}
    )
    assert found == [("a", 0, False), ("c", 1, False), ("d", 2, False), ("b", 0, False), ("c", 1, True)]


def test_documents_in_a_circle_are_all_told() -> None:
    found = branches(
        {"id": "a", "implements": ("b",)},
        {"id": "b", "implements": ("a",)},
        {"id": "s", "implements": ("s",)},
    )
    assert {name for name, _, _ in found} == {"a", "b", "s"}
    assert len(found) == 4


def test_what_leads_to_a_selected_document_is_kept() -> None:
    found = branches({"id": "a"}, {"id": "b", "implements": ("a",)}, {"id": "c"}, mask=[False, True, False])
    assert found == [("a", 0, False), ("b", 1, False)]
