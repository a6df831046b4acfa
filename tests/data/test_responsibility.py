"""Whom a problem is for: the organization that answers for its row, by what the file says."""

import pytest

from data.campaign import Campaign
from tests.data.conftest import Reads

ORGANIZATIONS = "id,name\nxs,学生司\ngj,高教司\n"
ITEMS = "id,title,lead,deadline\na,就业,学生司,六月七号\nb,招生,高教司,2021-06-30\nb,重复,学生司,2021-06-30\n"


def whose(campaign: Campaign) -> dict[str, tuple[str, str]]:
    return {problem.code: (problem.item, problem.organization) for problem in campaign.problems}


@pytest.fixture
def campaign(read: Reads) -> Campaign:
    return read(
        {
            "campaign.yaml": "campaign: {title: 测试, as_of: 2021-07-01}\n",
            "organizations.csv": ORGANIZATIONS,
            "items.csv": ITEMS,
            "updates.csv": "item,date,status\nb,2021-06-01,推进着\n",
            "indicators.csv": "id,item,title\nn,b,人数\n",
            "readings.csv": "indicator,date,value\nn,2021-06-01,许多\n",
            "leads.csv": "id,received,item,organization,satisfaction\nL1,2021-06-01,b,学生司,很好\n",
            "documents.csv": "id,title,issued,issuers,source_url\nD1,通知,2021-06-01,高教司,ftp:x\n",
            "groups.csv": "id,name,source_url\nG1,专班,ftp:x\n",
        }
    )


@pytest.mark.parametrize(
    ("table", "item", "organization"),
    [
        ("updates", "b", "gj"),
        ("readings", "b", "gj"),
        ("leads", "b", "xs"),
        ("documents", "", "gj"),
        ("groups", "", ""),
    ],
)
def test_a_problem_is_for_whoever_answers_for_its_row(
    campaign: Campaign, table: str, item: str, organization: str
) -> None:
    found = {(p.item, p.organization) for p in campaign.problems if p.table == table and p.column}
    assert found == {(item, organization)}


def test_a_cell_of_an_item_is_for_its_lead(campaign: Campaign) -> None:
    assert whose(campaign)["not_a_date"] == ("a", "xs")


def test_a_row_left_out_is_for_the_lead_it_names(campaign: Campaign) -> None:
    assert whose(campaign)["duplicate_id"] == ("", "xs")


def test_a_nested_row_left_out_is_for_the_lead_of_what_it_stands_under(read: Reads) -> None:
    text = "items:\n- id: a\n  title: 就业\n  lead: 学生司\n  measures:\n  - id: m\n"
    missing = [p for p in read({"c.yaml": text}).problems if p.code == "required_missing"]
    assert [(p.table, p.item, p.organization) for p in missing] == [("measures", "a", "学生司")]


def test_what_concerns_a_whole_file_is_for_nobody_in_particular(read: Reads) -> None:
    assert whose(read({"items.csv": "事项,牵头单位,天气\n就业,学生司,晴\n"}))["unknown_column"] == ("", "")


def test_each_file_tells_what_it_brought(campaign: Campaign) -> None:
    items = next(origin for origin in campaign.origins if origin.file == "items.csv")
    assert (dict(items.rows), items.size) == ({"items": 3}, len(ITEMS.encode()))
    assert items.modified is not None
