import datetime as dt
import math
from typing import Any

import numpy as np
import pytest

from data import leads
from data.campaign import Campaign
from data.filters import Filters
from data.leads import STATES, LeadView
from data.standing import stand
from data.summaries.leads import (
    LONGEST,
    items_about_leads,
    lead_figures,
    leads_by_days,
    leads_by_group,
    leads_by_week,
)
from tests.data.builder import campaign

DAY = dt.date(2021, 6, 30)


def built(*rows: dict[str, Any], **tables: Any) -> Campaign:
    return campaign(
        organizations=[{"id": "a"}, {"id": "b"}],
        items=[
            {"id": "i", "title": "入学", "lead": "a", "theme": "就学"},
            {"id": "j", "title": "就业", "lead": "b"},
        ],
        leads=rows,
        **tables,
    )


def seen(*rows: dict[str, Any], day: dt.date = DAY, **filters: Any) -> LeadView:
    shown = built(*rows)
    return leads.view(shown, stand(shown, day), Filters(**filters))


def states(view: LeadView) -> list[str]:
    return [STATES[state] for state in view.states]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"due": "2021-06-30"}, "open"),
        ({"due": "2021-06-29"}, "overdue"),
        ({}, "open_without_due"),
        ({"due": "2021-06-20", "resolved": "2021-06-20"}, "in_time"),
        ({"due": "2021-06-20", "resolved": "2021-06-21"}, "late"),
        ({"resolved": "2021-06-21"}, "resolved_without_due"),
        ({"due": "2021-06-29", "resolved": "2021-07-01"}, "overdue"),
    ],
)
def test_a_lead_is_open_or_resolved_before_or_after_it_was_due(row: dict[str, Any], state: str) -> None:
    assert states(seen({"received": "2021-06-01", **row})) == [state]


def test_what_came_later_is_not_there_and_what_was_resolved_later_is_open() -> None:
    rows = (
        {"received": "2021-06-01", "resolved": "2021-06-20", "satisfaction": 80.0},
        {"received": "2021-06-11"},
    )
    early = seen(*rows, day=dt.date(2021, 6, 10))
    assert (len(early.rows), states(early)) == (1, ["open_without_due"])
    assert np.isnan(early.ratings).all()
    assert states(seen(*rows)) == ["resolved_without_due", "open_without_due"]


@pytest.mark.parametrize(
    ("row", "assigned"),
    [
        ({"organization": "a", "assigned": "2021-06-30"}, True),
        ({"organization": "a", "assigned": "2021-07-01"}, False),
        ({"organization": "a"}, True),
        ({"assigned": "2021-06-30"}, True),
        ({}, False),
    ],
)
def test_a_lead_is_assigned_from_its_day_on_or_where_it_only_names_somebody(
    row: dict[str, Any], assigned: bool
) -> None:
    view = seen({"received": "2021-06-01", **row})
    assert lead_figures(view).assigned == assigned
    assert (view.organizations[0] == 0) == (assigned and "organization" in row)


ROWS: list[dict[str, Any]] = [
    {"received": "2021-06-01", "item": "i", "organization": "b", "region": "110000", "text": "学位"},
    {"received": "2021-06-01", "item": "j", "organization": "a", "region": "510000", "category": "工作"},
    {"received": "2021-06-01", "organization": "a", "text": "入学难", "region": "110000"},
    {"received": "2021-06-01", "text": "电话13812345678"},
]


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        ({}, [0, 1, 2, 3]),
        ({"departments": ("a",)}, [1, 2]),
        ({"departments": ("a",), "role": "support"}, [1, 2]),
        ({"regions": ("110000",)}, [0, 2]),
        ({"regions": ("110000",), "departments": ("b",)}, [0]),
        ({"themes": ("就学",)}, [0]),
        ({"text": "入学"}, [0, 2]),
        ({"text": "入学", "themes": ("就学",)}, [0]),
        ({"text": "工作"}, [1]),
        ({"text": "leads-4"}, [3]),
        ({"text": "ＬＥＡＤＳ－４"}, [3]),
        ({"text": "13812345678"}, []),
        ({"regions": ("820000",)}, []),
    ],
)
def test_filters_mean_department_region_and_item_of_the_lead(
    filters: dict[str, Any], rows: list[int]
) -> None:
    assert seen(*ROWS, **filters).rows.tolist() == rows


def test_figures_name_what_they_are_a_part_of() -> None:
    figures = lead_figures(
        seen(
            {"received": "2021-06-01", "due": "2021-06-10", "resolved": "2021-06-05", "satisfaction": 90.0},
            {"received": "2021-06-01", "due": "2021-06-10", "resolved": "2021-06-21", "satisfaction": 60.0},
            {"received": "2021-06-01", "resolved": "2021-06-03"},
            {"received": "2021-06-01", "due": "2021-06-10"},
            {"received": "2021-06-01"},
        )
    )
    assert (figures.received, figures.resolved, figures.open, figures.overdue) == (5, 3, 2, 1)
    assert (figures.in_time, figures.resolved_due, figures.in_time_share) == (1, 2, 50)
    assert (figures.rated, figures.satisfaction) == (2, 75)
    assert (figures.median_days, figures.nine_tenths_days) == (4, 20)


def test_figures_of_nothing_are_missing_not_zero() -> None:
    figures = lead_figures(seen())
    assert figures.received == 0
    assert all(
        math.isnan(value) for value in (figures.in_time_share, figures.satisfaction, figures.median_days)
    )


@pytest.mark.parametrize("seed", range(5))
def test_median_and_ninetieth_percentile_are_those_of_sorted_days(seed: int) -> None:
    days = np.random.default_rng(seed).integers(0, 60, size=37 + seed)
    first = dt.date(2021, 4, 1)
    rows: list[dict[str, Any]] = [
        {"received": first, "resolved": first + dt.timedelta(days=int(day))} for day in days
    ]
    figures = lead_figures(seen(*rows))
    assert figures.median_days == np.median(days)
    assert figures.nine_tenths_days == np.quantile(days, 0.9, method="inverted_cdf")


def test_a_lead_resolved_before_it_came_has_no_time_to_resolve() -> None:
    figures = lead_figures(seen({"received": "2021-06-10", "resolved": "2021-06-01"}))
    assert figures.resolved == 1
    assert math.isnan(figures.median_days)


def test_weeks_count_what_came_what_went_and_what_was_left() -> None:
    weeks = leads_by_week(
        seen(
            {"received": "2021-06-14", "resolved": "2021-06-28"},
            {"received": "2021-06-20"},
            {"received": "2021-06-29", "resolved": "2021-07-02"},
        )
    )
    assert [str(week.date()) for week in weeks["week"].tolist()] == ["2021-06-14", "2021-06-21", "2021-06-28"]
    assert weeks["received"].tolist() == [2, 0, 1]
    assert weeks["resolved"].tolist() == [0, 0, 1]
    assert weeks["open"].tolist() == [2, 2, 2]
    assert weeks["complete"].tolist() == [True, True, False]


def test_a_mistyped_century_draws_no_thousand_weeks_yet_counts_as_open() -> None:
    weeks = leads_by_week(seen({"received": "1921-06-14"}, {"received": "2021-06-29"}))
    assert len(weeks["week"]) == LONGEST
    assert weeks["open"][[0, -1]].tolist() == [1, 2]


def test_no_leads_make_no_weeks() -> None:
    assert not len(leads_by_week(seen())["week"])


def test_leads_are_sorted_into_bands_of_days() -> None:
    bands = leads_by_days(
        seen(
            {"received": "2021-06-30"},
            {"received": "2021-06-23"},
            {"received": "2021-06-22", "due": "2021-06-29"},
            {"received": "2021-01-01", "resolved": "2021-06-29"},
        )
    )
    assert bands["open_without_due"].tolist() == [2, 0, 0, 0, 0]
    assert bands["overdue"].tolist() == [0, 1, 0, 0, 0]
    assert bands["resolved_without_due"].tolist() == [0, 0, 0, 0, 1]
    assert bands["from"].tolist() == [0, 8, 16, 31, 61]


def test_groups_are_compared_and_leads_without_one_stand_together() -> None:
    rows: list[dict[str, Any]] = [
        {"received": "2021-06-01", "region": "110000", "resolved": "2021-06-03", "satisfaction": 80.0},
        {"received": "2021-06-01", "region": "110000", "resolved": "2021-06-08"},
        {"received": "2021-06-01", "region": "110000", "due": "2021-06-02"},
        {"received": "2021-06-01"},
    ]
    view = seen(*rows)
    groups = leads_by_group(view, view.regions)
    assert groups["group"].tolist() == [0, -1]
    assert groups["received"].tolist() == [3, 1]
    assert groups["overdue"].tolist() == [1, 0]
    assert groups["median_days"][0] == 4.5
    assert groups["satisfaction"][0] == 80
    assert np.isnan([groups["median_days"][1], groups["satisfaction"][1]]).all()
    # Groups tell the same as all together.
    assert groups["resolved_without_due"].sum() == lead_figures(view).resolved


def test_items_that_deal_with_leads_are_known_by_their_titles() -> None:
    shown = campaign(
        items=[{"title": "就业"}, {"title": "抓实问题线索处置"}, {"title": "x", "title.en": "Complaints"}]
    )
    assert items_about_leads(shown).tolist() == [1, 2]
