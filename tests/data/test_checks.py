import pytest

from data import checks
from data.campaign import Campaign
from tests.data.conftest import Reads


def _campaign(read: Reads, tables: str) -> Campaign:
    head = "campaign: {title: t, start: 2021-01-01, end: 2021-12-31, as_of: 2021-06-30, host: 教育部}\n"
    return read({"c.yaml": head + tables})


def _codes(campaign: Campaign) -> list[str]:
    return [problem.code for problem in campaign.problems]


def _item(read: Reads, more: str, tables: str = "") -> list[str]:
    return _codes(_campaign(read, f"items: [{{id: A, title: t, lead: x, {more}}}]\n{tables}"))


@pytest.mark.parametrize(
    ("deadline", "found"), [("2021-02-28", True), ("2021-03-01", False), ("2021-03", False), ("长期", False)]
)
def test_a_deadline_before_the_start(read: Reads, deadline: str, found: bool) -> None:
    assert (_item(read, f"start: 2021-03-01, deadline: {deadline}") == ["deadline_before_start"]) is found


@pytest.mark.parametrize(
    ("due", "found"),
    [("2021-02-28", True), ("2021-03-01", False), ("2021-02", True), ("2021-03", False),
     ("2021-06-30", False), ("2021-07-01", True), ("2021-06", False)],
)  # fmt: skip
def test_a_milestone_outside_its_item(read: Reads, due: str, found: bool) -> None:
    codes = _item(
        read, f"start: 2021-03-01, deadline: 2021-06-30, milestones: [{{id: M, title: t, due: {due}}}]"
    )
    assert (codes == ["milestone_outside_item"]) is found


@pytest.mark.parametrize(("moved_to", "found"), [("2021-07-31", False), ("2021-07-30", True)])
def test_a_deadline_moved_by_an_update_makes_room_for_milestones(
    read: Reads, moved_to: str, found: bool
) -> None:
    codes = _item(
        read,
        f"deadline: 2021-06-30, milestones: [{{id: M, title: t, due: 2021-07-31}}], "
        f"updates: [{{date: 2021-05-01, deadline: {moved_to}}}]",
    )
    assert (codes == ["milestone_outside_item"]) is found


@pytest.mark.parametrize(
    ("status", "progress", "found"),
    [("已办结", "99", True), ("已销号", "99", True), ("已办结", "100", False), ("推进中", "99", False)],
)
def test_a_finished_item_that_is_not_complete(read: Reads, status: str, progress: str, found: bool) -> None:
    assert (_item(read, f"status: {status}, progress: {progress}") == ["done_below_100"]) is found


@pytest.mark.parametrize(
    ("reported", "found"), [("", True), ("reported: 2021-05-01,", True), ("reported: 2021-05-02,", False)]
)
def test_a_status_that_contradicts_the_last_update(read: Reads, reported: str, found: bool) -> None:
    earlier = "{date: 2021-04-01, status: 推进中}"
    updates = f"updates: [{{date: 2021-05-01, status: 已办结}}, {earlier}, {{date: 2021-06-01}}]"
    assert (_item(read, f"status: 推进中, {reported} {updates}") == ["status_contradicts_update"]) is found
    assert _item(read, f"status: 已办结, {updates}") == []


@pytest.mark.parametrize(("level", "found"), [("司局单位事项", True), ("部党组重点事项", False)])
def test_an_item_nobody_leads(read: Reads, level: str, found: bool) -> None:
    codes = _codes(_campaign(read, f"items: [{{id: A, title: t, level: {level}}}]\n"))
    assert (codes == ["no_lead"]) is found


@pytest.mark.parametrize(("implements", "found"), [("[D]", True), ("[E]", False)])
def test_a_document_that_implements_itself(read: Reads, implements: str, found: bool) -> None:
    codes = _codes(
        _campaign(read, f"documents: [{{id: D, title: d, implements: {implements}}}, {{id: E, title: e}}]\n")
    )
    assert (codes == ["implements_itself"]) is found


@pytest.mark.parametrize(
    ("date", "found"), [("2021-06-30", False), ("2021-07-01", True), ("2021年6月", False), ("2021-07", True)]
)
def test_a_date_after_the_as_of_date(read: Reads, date: str, found: bool) -> None:
    assert (_item(read, f"updates: [{{date: {date}}}]") == ["in_the_future"]) is found
    indicator = f"indicators: [{{id: I, title: t, readings: [{{date: {date}, value: 1}}]}}]"
    assert (_item(read, indicator) == ["in_the_future"]) is found


@pytest.mark.parametrize(("target", "found"), [("5", True), ("6", False)])
def test_a_target_equal_to_the_baseline(read: Reads, target: str, found: bool) -> None:
    codes = _item(read, f"indicators: [{{id: I, title: t, baseline: 5, target: {target}}}]")
    assert (codes == ["target_equals_baseline"]) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("高校学生司", "高校学生司（就业办）", True),
        ("高校学生司", "高校学司", True),
        ("高校学生司", "高校师生司", False),
        ("北京市第一中学", "北京市第十一中学", False),
        ("人事司", "人司", False),
        ("石油大学（北京）", "石油大学（华东）", False),
    ],
)
def test_a_name_spelled_in_two_ways(read: Reads, one: str, other: str, found: bool) -> None:
    campaign = read({"items.csv": f"id,title,lead\nA,t,{one}\nB,t,{other}\n"})
    assert (_codes(campaign) == ["spelled_twice"]) is found


def test_listed_organizations_are_what_they_are(read: Reads) -> None:
    campaign = _campaign(read, "organizations: [{id: a, name: 石油大学}, {id: b, name: 石油大学（华东）}]\n")
    assert campaign.problems == ()
    assert [finding.code for finding in checks.spelled_twice(campaign) if len(finding.rows)] == [
        "spelled_twice"
    ]


def test_a_circle_of_parents_is_cut_and_those_below_it_keep_theirs(read: Reads) -> None:
    campaign = _campaign(
        read,
        "items: [{id: A, title: a, lead: x, parent: B}, {id: B, title: b, lead: x, parent: A}, "
        "{id: C, title: c, lead: x, parent: A}, {id: D, title: d, lead: x, parent: C}]\n",
    )
    assert _codes(campaign) == ["parent_cycle"] * 2
    assert campaign["items"]["parent"].cat.codes.tolist() == [-1, -1, 0, 2]


def test_personal_data_is_reported_masked_except_for_work_contacts(read: Reads) -> None:
    campaign = _campaign(
        read,
        "organizations: [{id: x, name: x, contact: 13812345678}]\n"
        "items: [{id: A, title: 找13812345678, lead: 李四13812345678}]\n",
    )
    found = {problem.code: problem for problem in campaign.problems}
    assert set(found) == {"personal_mobile", "unknown_organization"}
    assert found["personal_mobile"].column == "title"
    assert all("13812345678" not in p.describe(lang) for p in campaign.problems for lang in ("zh", "en"))


def test_personal_data_in_settings_and_beside_values_never_gets_out(read: Reads) -> None:
    campaign = read(
        {
            "campaign.yaml": "campaign: {title: t, summary: 来电13812345678}\n",
            "organizations.csv": "id,name\na,甲\n",
            "items.csv": "id,title,lead,status,progress\nA,t,王立13812345678,找13812345678,问13812345678\n",
        }
    )
    assert "13812345678" not in str(campaign.settings) + campaign["items"].to_csv() + str(campaign.problems)
    assert campaign["items"]["lead.text"].tolist() == ["王立138****5678"]
    (found,) = (problem for problem in campaign.problems if problem.code == "personal_mobile")
    assert (found.column, found.line) == ("summary", 1)
