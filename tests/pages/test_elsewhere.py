"""A reader cannot tell from a page where the tables of a campaign live."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import notices
from data import reading
from data.campaign import Campaign
from data.problems import Problem, Severity
from data.sources.source import Unreachable
from tests.data.sources import small
from tests.pages.reader import Query, opener, read

PAGES: list[tuple[str, Query]] = [
    ("overview", {"as_of": "2021-06-15"}),
    ("indicators", {}),
    ("indicators", {"indicator": "sum"}),
    ("regions", {"measure": "indicator", "indicator": "mean"}),
    ("leads", {"text": "house", "lang": "en"}),
    # Other rows than before: what was kept of those must not stand for these.
    ("leads", {"state": "resolved", "lang": "en"}),
    ("item", {"item": "c"}),
]


@pytest.fixture(scope="module")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Campaign, Campaign]:
    folder = tmp_path_factory.mktemp("pages")
    tables = {"readings": small.readings(), "leads": small.leads()}
    memory = small.write(folder / "memory", **tables)
    elsewhere = small.write(folder / "elsewhere", **{name: {"parquet": f"{name}.parquet"} for name in tables})
    for name, rows in tables.items():
        small.to_parquet(rows, elsewhere / f"{name}.parquet")
    return reading.read(memory), reading.read(elsewhere)


@pytest.mark.parametrize(("page", "query"), PAGES, ids=str)
def test_a_page_says_and_draws_the_same(
    campaigns: tuple[Campaign, Campaign], page: str, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page = opener(page, monkeypatch)
    expected, found = (open_page(campaign, **query) for campaign in campaigns)
    assert read(expected) == read(found)
    assert _printed(expected) == _printed(found)
    assert _charts(expected) == _charts(found)


def _printed(at: AppTest) -> list[str]:
    return [element.proto.body for element in at.main.get("html")]


def _charts(at: AppTest) -> list[str]:
    return [element.proto.spec for element in at.main.get("plotly_chart")]


def test_a_table_that_gives_no_answer_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("streamlit.warning", lambda body, **_: said.append(body))
    problem = Problem(Severity.ERROR, "source_unreachable", "campaign.yaml", 3, 1, table="readings")
    assert notices.failed(Unreachable((problem,)))
    assert "campaign.yaml" in said[0]
    assert "Traceback" not in said[0]
