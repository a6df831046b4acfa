"""What somebody may not see is nowhere in the campaign they get: not in a cell, a category or a problem."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from data.campaign import Campaign, Origin
from data.grants import Grant, InternalFields
from data.models.access import Fields, Items
from data.problems import Problem, Severity
from data.viewer import Viewer, narrow
from tests.data.builder import campaign

# Of "open" everybody sees what is not internal; "mine" is internal, and led by the students' office.
ITEMS = {"open": "finance", "mine": "students", "theirs": "finance"}
ORGANIZATIONS = ("students", "finance")


def rows(table: str, **cells: Any) -> list[dict[str, Any]]:
    """Make a row for each item, with the name of the item in every text."""
    return [
        {name: f"{table}-{item}" if name == "id" else cell.format(item=item) for name, cell in cells.items()}
        for item in ITEMS
    ]


@pytest.fixture(scope="module")
def whole() -> Campaign:
    items = [
        {
            "id": item,
            "lead": lead,
            "internal": item != "open",
            "note": f"note {item}",
            "theme": f"theme {item}",
        }
        for item, lead in ITEMS.items()
    ]
    items[0] |= {"parent": "theirs", "parent.text": "theirs", "support.text": "text open"}
    built = campaign(
        declared={"ministry": 3},
        organizations=[{"id": o, "name": f"name {o}", "contact": f"contact {o}"} for o in ORGANIZATIONS],
        items=items,
        measures=rows("measures", id="", item="{item}", owner="owner {item}"),
        indicators=rows("indicators", id="", item="{item}", title="indicator {item}"),
        readings=rows(
            "readings", indicator="indicators-{item}", note="reading {item}", **{"value.text": "about {item}"}
        ),
        documents=rows("documents", id="", title="document {item}", items="{item}"),
        events=[{"id": "meeting", "items": (*ITEMS,), "items.text": "theirs"}, {"id": "loose"}],
        leads=rows("leads", id="", item="{item}", text="lead {item}"),
    )
    problems = [
        Problem(
            Severity.ERROR,
            "not_a_date",
            "f",
            table="items",
            column=column,
            found=f"{quoted} {item}",
            item=item,
        )
        for item in ITEMS
        for column, quoted in (("start", "slip"), ("note", "remark"))
    ]
    extras = {"items": pd.DataFrame({"phone": [f"phone {item}" for item in ITEMS]}, dtype="str")}
    origins = (Origin("f", 1, rows={"items": 3, "organizations": 2}),)
    return dataclasses.replace(built, problems=tuple(problems), extras=extras, origins=origins)


def seen(whole: Campaign, *grants: Grant, **fields: frozenset[str]) -> str:
    """Return all bytes of what viewers of these grants get, as text."""
    found = narrow(whole, Viewer("x", grants=grants, fields=InternalFields(**fields)))
    parts = (dict(found.tables), dict(found.extras), found.settings.declared, found.problems, found.origins)
    return pickle.dumps(parts).decode("latin-1")


OPEN = Grant(frozenset({Items.OPEN}))
MINE = Grant(frozenset({Items.OWN}), Fields.OWN, ("students",))
BOTH = Grant(frozenset({Items.OWN, Items.OPEN}), Fields.OWN, ("students",))
BARE = Grant(frozenset({Items.ALL}))

TEXTS = (
    "note",
    "theme",
    "owner",
    "indicator",
    "reading",
    "about",
    "document",
    "lead",
    "phone",
    "slip",
    "remark",
)
INTERNAL = ("note", "reading", "lead", "phone", "remark")
EVERYTHING = {f"{text} {item}" for text in TEXTS for item in ITEMS}
PLAIN = {f"{text} {item}" for text in set(TEXTS) - {*INTERNAL} for item in ITEMS}


def of(*items: str) -> set[str]:
    return {text for text in EVERYTHING if text.split()[1] in items}


@pytest.mark.parametrize(
    ("grants", "expected"),
    [
        ((OPEN,), of("open") & PLAIN),
        ((MINE,), of("mine")),
        ((BOTH,), of("mine") | of("open") & PLAIN),
        ((OPEN, MINE), of("mine") | of("open") & PLAIN),
        ((BARE,), PLAIN),
    ],
)
def test_nobody_gets_a_byte_more_than_any_rule_grants(
    whole: Campaign, grants: tuple[Grant, ...], expected: set[str]
) -> None:
    found = seen(whole, *grants)
    assert {text for text in EVERYTHING if text in found} == expected


@pytest.mark.parametrize(
    ("grant", "fields", "shown", "hidden"),
    [
        (OPEN, {"more": frozenset({"measures.owner"})}, "document open", "owner open"),
        (OPEN, {"open": frozenset({"items.note"})}, "note open", "phone open"),
        (OPEN, {"open": frozenset({"items.phone"})}, "phone open", "note open"),
        (MINE, {}, "contact students", "contact finance"),
        (OPEN, {}, "name finance", "contact finance"),
    ],
)
def test_fields_are_internal_as_the_file_of_rights_says(
    whole: Campaign, grant: Grant, fields: Mapping[str, frozenset[str]], shown: str, hidden: str
) -> None:
    found = seen(whole, grant, **fields)
    assert shown in found
    assert hidden not in found


def test_nothing_refers_to_what_is_hidden(whole: Campaign) -> None:
    found = narrow(whole, Viewer(grants=(OPEN,)))
    assert found["items"]["parent"].isna().all()
    assert found["items"]["parent.text"].tolist() == [""]
    assert found["items"]["support.text"].tolist() == ["text open"]
    assert found["events"]["items"].tolist() == [("open",), ()]
    assert found["events"]["items.text"].tolist() == ["", ""]
    assert found["readings"]["indicator"].tolist() == ["indicators-open"]
    assert found["leads"]["item"].cat.codes.tolist() == [0]


def test_counts_are_those_of_what_is_seen(whole: Campaign) -> None:
    found = narrow(whole, Viewer(grants=(OPEN,)))
    assert not found.settings.declared
    assert [origin.rows for origin in found.origins] == [{}]


def test_nothing_computed_for_the_whole_campaign_is_shared(whole: Campaign) -> None:
    whole.remember(("secret",), lambda: "x")
    assert narrow(whole, Viewer(grants=(OPEN,))).remember(("secret",), lambda: "own") == "own"


def test_organizations_that_no_file_lists_are_known_by_what_is_seen_alone(whole: Campaign) -> None:
    unlisted = dataclasses.replace(whole, origins=(), version="unlisted")
    found = narrow(unlisted, Viewer(grants=(OPEN,)))
    assert found["organizations"]["id"].tolist() == ["finance"]
    assert found["items"]["lead"].tolist() == ["finance"]


RECORDS = {
    "of their own": {"organizations": "students"},
    "of others": {"organizations": "finance"},
    "of nobody": {},
    "of their own on what is hidden": {"organizations": "students", "items": "theirs"},
    "of nobody on what is hidden": {"items": "theirs"},
    "on something unknown": {"items.text": "a secret name"},
    "by somebody unknown": {"organizations.text": "a secret name"},
    "on what they lead": {"organizations": "finance", "items": "mine"},
}


@pytest.mark.parametrize(
    ("grant", "expected"),
    [
        (MINE, {"of their own", "of nobody", "of their own on what is hidden", "on what they lead"}),
        (OPEN, {"of their own", "of others", "of nobody", "by somebody unknown"}),
    ],
)
def test_records_are_shown_for_their_items_and_to_their_organizations(
    grant: Grant, expected: set[str]
) -> None:
    built = campaign(
        organizations=[{"id": name} for name in ORGANIZATIONS],
        items=[{"id": item, "lead": lead, "internal": item != "open"} for item, lead in ITEMS.items()],
        events=[{"id": name.replace(" ", "-"), "title": name, **cells} for name, cells in RECORDS.items()],
    )
    assert set(narrow(built, Viewer(grants=(grant,)))["events"]["title"]) == expected


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"column": "parent"}, False),
        ({"table": "", "column": ""}, False),
        ({"item": ""}, False),
        ({"item": "", "organization": "students"}, True),
        ({"item": "", "organization": "finance"}, False),
    ],
)
def test_a_problem_is_told_to_whom_its_row_is_shown(changes: Mapping[str, str], told: bool) -> None:
    problem = Problem(Severity.ERROR, "not_a_date", "f", table="items", column="start", item="mine")
    built = campaign(
        organizations=[{"id": name} for name in ORGANIZATIONS],
        items=[{"id": item, "lead": lead} for item, lead in ITEMS.items()],
    )
    with_problem = dataclasses.replace(built, problems=(dataclasses.replace(problem, **changes),))  # type: ignore[arg-type]
    assert bool(narrow(with_problem, Viewer(grants=(MINE,))).problems) == told


def test_no_problem_guesses_at_a_name_that_may_be_hidden() -> None:
    guess = {"name": "x", "near": "secret", "near_zh": "secret", "near_en": "secret"}
    problem = Problem(
        Severity.ERROR, "unknown_organization", "f", table="items", column="lead", item="a", values=guess
    )
    built = dataclasses.replace(campaign(items=[{"id": "a"}]), problems=(problem,))
    (told,) = narrow(built, Viewer(grants=(OPEN,))).problems
    assert told.values == {"name": "x"}
