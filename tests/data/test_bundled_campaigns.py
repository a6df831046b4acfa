"""The campaigns that ship with the product: faultless, true to their source, and full in every table."""

import filecmp
from pathlib import Path

import pytest

from data import reading, simulation, standing
from data.campaign import Campaign
from data.models import TABLES
from data.words import Light, Status

# Traces of the page the article was scraped from.
SPAM = ("江南平台入口", "iruorou", "baidu", "map", "我要纠错", "扫一扫")
FIGURES = [
    ("policy-briefings", 100, "over", "2021-07-01"),
    ("provinces-with-work-lists", 31, "exact", "2021-07-01"),
    ("universities-with-work-lists", 131, "exact", "2021-07-01"),
    ("after-school-services", 102_240, "exact", "2021-05-31"),
    ("graduates-2021", 9_090_000, "exact", "2021-07-01"),
    ("platform-postings", 15_950_000, "exact", "2021-07-01"),
    ("recruitment-fairs", 49, "exact", "2021-07-01"),
    ("fair-postings", 3_850_000, "exact", "2021-07-01"),
    ("promotion-week-posts", 7_070_000, "exact", "2021-07-01"),
]


@pytest.fixture(scope="module")
def campaign(moe: Path) -> Campaign:
    return reading.read(moe)


@pytest.fixture(scope="module")
def made_up(simulated: Path) -> Campaign:
    return reading.read(simulated)


def test_neither_campaign_has_a_problem(campaign: Campaign, made_up: Campaign) -> None:
    assert campaign.problems == ()
    assert made_up.problems == ()


def test_the_figures_are_those_of_the_article(campaign: Campaign) -> None:
    readings = campaign["readings"]
    found = zip(
        readings["indicator"],
        readings["value"],
        readings["qualifier"],
        readings["date"].dt.date.astype(str),
        strict=True,
    )
    assert list(found) == FIGURES


def test_twelve_ministry_items_and_four_of_135_department_items_are_described(campaign: Campaign) -> None:
    assert campaign["items"]["level"].value_counts().to_dict() == {
        "ministry": 12,
        "department": 4,
        "local": 0,
    }
    assert campaign.settings.declared == {"department": 135}


def test_no_item_claims_what_the_article_does_not_say(campaign: Campaign) -> None:
    items = campaign["items"]
    for column in ("deadline", "start", "progress", "reported"):
        assert items[column].isna().all(), column
    for column in ("owner", "code", "theme"):
        assert (items[column] == "").all(), column
    led = items[items["level"] == "ministry"].set_index("id")["lead"].dropna()
    assert led.to_dict() == {"graduate-employment": "student-affairs"}


def test_department_items_are_led_by_those_who_do_them(campaign: Campaign) -> None:
    items = campaign["items"].set_index("id")
    led = items.loc[items["level"] == "department", "lead"].to_dict()
    assert led == {
        "grassroots-letters": "general-office",
        "school-protection-rules": "policies-and-regulations",
        "cloud-platform": "educational-technology",
        "outreach-lectures": "china-education-press",
    }


def test_the_minister_visited_seven_provinces(campaign: Campaign) -> None:
    events = campaign["events"]
    visited = events.loc[events["kind"] == "visit", "regions"].explode().dropna()
    assert set(visited) == {"150000", "210000", "450000", "340000", "110000", "130000", "360000"}


def test_the_working_group_has_four_members_under_the_leading_group(campaign: Campaign) -> None:
    groups = campaign["groups"].set_index("id")
    assert groups["head"].to_dict() == {"leading-group": "陈宝生", "working-group": ""}
    assert groups["parent"].dropna().to_dict() == {"working-group": "leading-group"}
    assert set(groups["members"].to_dict()["working-group"]) == {
        "comprehensive-reform", "general-office", "party-committee", "education-development-research",
    }  # fmt: skip


def test_documents_name_their_issuers_and_what_they_implement(campaign: Campaign) -> None:
    documents = campaign["documents"].set_index("id")
    assert documents.at["evaluation-overall-plan", "issuers"] == ("cpc-central-committee", "state-council")
    assert documents.at["departments-study-plan", "issuers"] == ("moe-party-group",)
    assert documents.at["universities-study-plan", "issuers"] == ("moe-party-building-group",)
    assert documents.at["practice-plan", "issuers"] == ("moe-party-history-group",)
    assert documents.at["key-item-list", "implements"] == ("practice-plan",)
    assert len(documents["items"].to_dict()["key-item-list"]) == 12


def test_there_are_three_local_practices(campaign: Campaign) -> None:
    assert list(campaign["practices"]["organization"]) == ["jiangsu", "nenu", "hebei-university"]


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table not in ("campaign", "regions", "milestones", "leads")]
)
def test_every_row_names_its_source_and_date(campaign: Campaign, table: str) -> None:
    rows = campaign[table]
    assert len(rows)
    assert (rows["source"] == "教育部网站：教育部扎实开展“我为群众办实事”实践活动").all()
    assert (rows["source_date"].astype(str) == "2021-07-01").all()
    assert (rows["source_url"] == "").all()


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table not in ("campaign", "regions", "milestones", "leads")]
)
def test_every_chinese_text_has_english_beside_it(campaign: Campaign, table: str) -> None:
    rows = campaign[table]
    for name in rows.columns[rows.columns.str.endswith(".en")]:
        own = rows[name.removesuffix(".en")]
        assert ((own == "") == (rows[name] == "")).all(), name


def test_nothing_of_the_scraped_page_is_left(moe: Path) -> None:
    for path in moe.iterdir():
        words = path.read_text(encoding="utf-8-sig").casefold()
        assert not [spam for spam in SPAM if spam in words.split() or (spam != "map" and spam in words)], (
            path.name
        )


def test_the_simulated_campaign_is_marked_and_speaks_for_its_own_day(made_up: Campaign) -> None:
    assert made_up.settings.simulated
    assert str(made_up.settings.as_of) == "2021-09-30"


def test_the_simulated_campaign_shows_every_light_in_believable_proportion(made_up: Campaign) -> None:
    lights = standing.stand(made_up, made_up.settings.today()).items["light"].value_counts(normalize=True)
    expected = {Light.RED: 0.12, Light.YELLOW: 0.20, Light.GREY: 0.05, Light.GREEN: 0.45, Light.BLUE: 0.18}
    assert lights.to_dict() == pytest.approx(expected, abs=0.02)


def test_the_simulated_campaign_has_every_status_and_slipped_deadlines(made_up: Campaign) -> None:
    items = standing.stand(made_up, made_up.settings.today()).items
    assert set(items["status"]) == {str(status) for status in Status} - {Status.UNRECOGNISED}
    assert items["slips"].max() >= 2


def test_the_simulated_campaign_is_full_in_every_table(made_up: Campaign) -> None:
    assert all(len(made_up[table]) for table in TABLES if table != "campaign")
    assert (len(made_up["items"]), len(made_up["leads"])) == (147, 2000)
    assert made_up["items"]["title"].is_unique
    assert made_up["items"]["theme"].nunique() == 7
    assert made_up["readings"]["region"].nunique() == 31
    assert made_up["updates"]["date"].dt.to_period("M").nunique() == 6


def test_the_simulated_campaign_is_what_its_command_makes(simulated: Path, tmp_path: Path) -> None:
    simulation.write(simulation.simulate(147, 7), tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(path.name for path in simulated.iterdir())
    assert filecmp.cmpfiles(simulated, tmp_path, names, shallow=False)[1:] == ([], [])
    assert sum((simulated / name).stat().st_size for name in names) < 2_000_000
