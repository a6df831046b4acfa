"""What programs subscribe to, as the description in docs/openapi.json has it."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from components import address
from components.server import links
from components.server.routes import ROUTES
from tests.components.server.client import get
from tests.conftest import PROJECT
from tests.data.builder import campaign

SHOWN = campaign(
    organizations=[{"id": "xs", "name": "学生司"}, {"id": "jc", "name": "基础司"}],
    items=[
        {"id": "a", "title": "=1+1", "lead": "xs", "support": ["jc"], "deadline": "2021-06-20"},
        {"id": "b", "title": "乙", "title.en": "B", "lead": "jc", "status": "done", "progress": 100},
        {"id": "c", "title": "电话13800138000", "deadline": "continuing"},
    ],
    updates=[
        {"item": "a", "date": "2021-06-10", "text": "开始", "status": "in_progress", "progress": 12.5},
        {"item": "a", "date": "2021-07-10", "text": "后来"},
    ],
    milestones=[{"item": "a", "title": "启动", "due": "2021-06-25"}],
    measures=[{"item": "a", "title": "发文"}],
    indicators=[{"item": "a", "title": "人数"}],
)
DESCRIPTION = json.loads((PROJECT / "docs/openapi.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.campaigns.read", lambda _: (SHOWN, None))


def holds(answer: Any, schema: str) -> None:
    jsonschema.validate(
        answer,
        {"$ref": f"#/components/schemas/{schema}", **DESCRIPTION},
        format_checker=jsonschema.FormatChecker(),
    )


@pytest.mark.parametrize("query", ["", "?lang=en", "?department=jc&role=support", "?text=nothing"])
def test_the_items_are_as_described(query: str) -> None:
    answer = get(f"/api/v1/items.json{query}").json()
    holds(answer, "Items")
    assert answer["count"] == len(answer["items"])


@pytest.mark.parametrize("item", ["a", "b", "c"])
def test_an_item_is_as_described(item: str) -> None:
    answer = get(f"/api/v1/items/{item}.json").json()
    holds(answer, "ItemDetail")
    assert answer["item"]["id"] == item


def test_every_route_and_every_parameter_is_described() -> None:
    served = {route.path for route in ROUTES}
    programs = {path for path in served if path.startswith(("/api/", "/calendar", "/feed"))}
    assert {*DESCRIPTION["paths"], "/api/v1/openapi.json"} == programs
    parameters = {parameter["name"] for parameter in DESCRIPTION["components"]["parameters"].values()}
    assert parameters == address.FILTERS | {"campaign", "lang", "as_of"}


def test_what_is_not_reported_is_null() -> None:
    found = {item["id"]: item for item in get("/api/v1/items.json").json()["items"]}
    missing = ("progress", "deadline", "last_update", "owner", "lead", "code")
    assert {name: found["c"][name] for name in missing} == dict.fromkeys(missing)
    assert (found["a"]["progress"], found["a"]["days_left"], found["c"]["continuing"]) == (12.5, -10, True)


def test_personal_data_are_masked() -> None:
    assert b"13800138000" not in get("/api/v1/items.json").body + get("/api/v1/items/c.json").body


def test_the_filters_of_the_pages_count() -> None:
    answer = get("/api/v1/items.json?department=jc&role=lead&lang=en").json()
    assert [(item["id"], item["title"]) for item in answer["items"]] == [("b", "B")]


def test_an_earlier_day_knows_nothing_of_later_ones() -> None:
    assert [update["text"] for update in get("/api/v1/items/a.json").json()["item"]["updates"]] == ["开始"]
    answer = get("/api/v1/items/a.json?as_of=2021-06-01").json()["item"]
    assert (answer["updates"], answer["status"], answer["progress"]) == ([], "not_reported", None)


def test_no_cell_of_the_table_is_a_formula() -> None:
    text = get("/api/v1/items.csv").body.decode("utf-8-sig")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(text))]
    assert "'=1+1" in titles
    assert not [title for title in titles if title.startswith("=")]


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/api/v1/items.json?light=pink", 400),
        ("/api/v1/items.json?deparment=xs", 400),
        ("/api/v1/items.json?campaign=../../etc/passwd", 400),
        ("/api/v1/items.json?as_of=2999-01-01", 400),
        ("/api/v1/items.json?lang=%00", 400),
        ("/calendar.ics?department=../xs", 400),
        ("/feed.xml?due_from=yesterday", 400),
        ("/api/v1/items/nobody.json", 404),
        ("/api/v1/items/..%2F..%2Fpyproject.json", 404),
    ],
)
def test_what_names_nothing_is_refused(target: str, status: int) -> None:
    answer = get(target)
    assert answer.status == status
    if status == 400:
        holds(answer.json(), "Error")


@pytest.mark.parametrize("target", ["/calendar.ics", "/feed.xml", "/api/v1/items.json", "/api/v1/items.csv"])
def test_nothing_is_sent_twice(target: str) -> None:
    first = get(target)
    again = get(target, if_none_match=f'W/"other", {first.headers["etag"]}')
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert get(target, if_modified_since=first.headers["last-modified"]).status == 304
    assert get(target, if_modified_since="Mon, 01 Jan 2001 00:00:00 GMT").status == 200
    assert get(target, if_modified_since="yesterday").status == 200
    assert get(f"{target}?lang=en", if_none_match=first.headers["etag"]).status == 200


def test_what_an_older_version_of_the_program_sent_is_sent_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    known = get("/api/v1/items.json").headers["etag"]
    monkeypatch.setattr("data.kept.code", lambda: "newer")
    assert get("/api/v1/items.json", if_none_match=known).status == 200


def test_links_lead_to_the_board_as_it_was_asked() -> None:
    (item,) = get("/api/v1/items.json?department=jc&role=lead").json()["items"]
    assert item["url"].startswith("https://board.example/item?")
    feed = ET.fromstring(get("/feed.xml?department=jc&token=abc").body)
    own = feed.find("{http://www.w3.org/2005/Atom}link[@rel='self']")
    assert own is not None
    assert re.fullmatch(r"https://board.example/feed.xml\?department=jc", own.attrib["href"])


def test_a_campaign_that_cannot_be_read_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.campaigns.read", lambda _: (None, None))
    assert get("/api/v1/items.json").status == 503


RIGHTS = """
roles:
  department: {items: [own]}
rules:
  - {email: office@moe.example, role: office}
  - {email: xs@moe.example, role: department, organizations: [学生司]}
"""


@pytest.fixture
def rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the campaign a file of rights, and the server what it needs to make links."""
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/access.yaml").write_text(RIGHTS, encoding="utf-8")
    monkeypatch.setattr("components.campaigns.available", lambda: {"demo": tmp_path / "demo"})
    monkeypatch.setenv("CAMPAIGN_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CAMPAIGN_TOKEN_KEY", "k" * 32)
    return tmp_path / "demo/access.yaml"


def linked(account: str) -> str:
    return links.make(account, {"email": account})


TARGETS = ["/calendar.ics", "/feed.xml", "/api/v1/items.json", "/api/v1/items.csv", "/api/v1/items/b.json"]


@pytest.mark.parametrize("target", TARGETS)
def test_a_campaign_with_rights_asks_for_a_link(rights: Path, target: str) -> None:
    assert get(target).status == 401
    assert get(f"{target}?token=").status == 401
    assert get(f"{target}?token={linked('office@moe.example')}").status == 200
    assert get(f"{target}?token={linked('nobody@moe.example')}").status == 403


@pytest.mark.parametrize("target", TARGETS)
def test_a_link_shows_what_its_account_may_see(rights: Path, target: str) -> None:
    answer = get(f"{target}?token={linked('xs@moe.example')}&lang=zh")
    assert answer.status == (404 if target.endswith("b.json") else 200)
    assert "乙" not in answer.body.decode()
    assert "token" not in answer.body.decode()


def test_what_another_may_not_see_is_not_sent_as_unchanged(rights: Path) -> None:
    whole = get(f"/api/v1/items.json?token={linked('office@moe.example')}")
    own = linked("xs@moe.example")
    answer = get(f"/api/v1/items.json?token={own}", if_none_match=whole.headers["etag"])
    assert (answer.status, answer.json()["count"]) == (200, 1)


def test_rights_that_were_taken_away_count_at_once(rights: Path) -> None:
    token = linked("xs@moe.example")
    known = get(f"/feed.xml?token={token}").headers["etag"]
    rights.write_text(RIGHTS.replace("xs@", "other@"), encoding="utf-8")
    assert get(f"/feed.xml?token={token}", if_none_match=known).status == 403
    links.revoke("xs@moe.example")
    assert get(f"/feed.xml?token={token}", if_none_match=known).status == 401


def test_headers_that_claim_an_identity_count_for_nothing(rights: Path) -> None:
    claims = {"x_forwarded_user": "office@moe.example", "x_forwarded_email": "office@moe.example"}
    assert get("/api/v1/items.json", authorization="Bearer x", **claims).status == 401
