"""The file of rights: whom it lets in, and that it lets nobody in when it is not understood."""

from __future__ import annotations

import argparse
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import access, commands, reading
from data.access import Access
from data.models.access import Fields, Items, Role
from tests.data.builder import campaign

Writes = Callable[[str], Access]

RULES = """
rules:
  - email: Head@Office.example
    role: office
  - domain: [moe.example, king.example]
    role: viewer
  - claims: {groups: [students, youth], realm_access.roles: board}
    role: department
    organizations: students
  - domain: staff.example
    claims: {active: "true"}
    role: 单位人员
    organizations_from: department
"""


@pytest.fixture
def write(tmp_path: Path) -> Writes:
    def write_and_read(text: str) -> Access:
        (tmp_path / "access.yaml").write_text(text, encoding="utf-8")
        found = access.read(tmp_path)
        assert found is not None
        for problem in found.problems:
            for lang in ("zh", "en"):
                assert "problem." not in problem.describe(lang) + problem.expected(lang), problem.code
        return found

    return write_and_read


@pytest.mark.parametrize(
    ("claims", "role", "organizations"),
    [
        ({"email": "head@office.example"}, Role.OFFICE, ()),
        ({"email": "head@office.example", "email_verified": False}, None, ()),
        ({"email": "x@moe.example"}, Role.VIEWER, ()),
        ({"email": "x@sub.moe.example"}, None, ()),
        ({"email": "x@evilmoe.example"}, None, ()),
        ({"email": "moe.example"}, None, ()),
        ({"email": "x@evil.example@moe.example"}, None, ()),
        # The sign of the unit kelvin is lower-cased to the letter k.
        ({"email": "x@\u212aing.example"}, None, ()),
        ({"groups": ["youth"], "realm_access": {"roles": ["board"]}}, Role.DEPARTMENT, ("students",)),
        ({"groups": ["youth"]}, None, ()),
        ({"groups": "youth", "realm_access": "board"}, None, ()),
        ({"email": "x@staff.example", "active": True, "department": ["a", "b"]}, Role.DEPARTMENT, ("a", "b")),
        ({}, None, ()),
        ({"name": "head@office.example", "sub": "head@office.example"}, None, ()),
    ],
)
def test_a_rule_matches_whoever_meets_all_its_conditions(
    write: Writes, claims: dict[str, Any], role: Role | None, organizations: tuple[str, ...]
) -> None:
    viewer = write(RULES).viewer(claims)
    assert viewer.role == role
    assert viewer.admitted == (role is not None)
    assert [name for grant in viewer.grants for name in grant.organizations] == [*organizations]


def test_whoever_meets_several_rules_has_the_rights_of_each(write: Writes) -> None:
    claims = {"email": "x@moe.example", "groups": "youth", "realm_access": {"roles": "board"}}
    viewer = write(RULES).viewer(claims)
    assert viewer.role is Role.DEPARTMENT
    assert [sorted(grant.items) for grant in viewer.grants] == [[Items.OPEN], [Items.OWN]]


def test_a_role_sees_what_the_file_says_it_sees(write: Writes) -> None:
    found = write(RULES + "roles: {viewer: {items: [own, 非内部], fields: all}}\n")
    (grant,) = found.viewer({"email": "x@moe.example"}).grants
    assert (grant.items, grant.fields) == (frozenset({Items.OWN, Items.OPEN}), Fields.ALL)


def test_fields_are_named_by_any_of_their_headers(write: Writes) -> None:
    found = write(RULES + "internal_fields: items.责任人\nopen_fields: [items.Note, items.电话]\n")
    assert found.fields.more == {"items.owner"}
    assert found.fields.open == {"items.note", "items.电话"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty_file", None),
        ("- x\n", "document_not_a_mapping", 1),
        ("contact: x\n", "access_missing", 1),
        ("rules:\n  - email: [\n", "yaml_bracket", 3),
        ("rules:\n  - {email: a@b.example, role: viewer}\nrules: []\n", "duplicate_key", 3),
        ("rules:\n  - email: a@b.example\n    role: boss\n", "access_value", 3),
        ("rules:\n  - email:\n    role: office\n", "access_value", 2),
        ("rules:\n  - email: a.b.example\n    role: office\n", "access_value", 2),
        ("rules:\n  - domain: '@b.example'\n    role: office\n", "access_value", 2),
        ("rules:\n  - claims: {group: }\n    role: office\n", "access_value", 2),
        ("rules:\n  - e-mail: a@b.example\n    role: office\n", "access_key", 2),
        ("rules:\n  - role: office\n", "access_rule", 2),
        ("rules:\n  - email: a@b.example\n    role: department\n", "access_rule", 2),
        ("rules:\n  - email: a@b.example\n", "access_missing", 2),
        ("rules: []\nroles: {viewer: {items: some}}\n", "access_value", 2),
        ("rules: []\nroles: {viewer: {fields: none}}\n", "access_missing", 2),
        ("rules: []\ninternal_fields: [items.ownr]\n", "access_field", 2),
        ("rules: []\ninternal_fields: [items.title]\n", "access_field", 2),
        ("rules: []\nopen_fields: [itms.note]\n", "access_field", 2),
        ("rules: []\ncontact: {fr: x}\n", "access_value", 2),
    ],
)
def test_one_slip_closes_the_campaign_to_everybody(
    write: Writes, text: str, code: str, line: int | None
) -> None:
    found = write(text)
    assert found.closed
    assert [(problem.code, problem.line) for problem in found.problems][:1] == [(code, line)]


def test_who_is_of_the_office_is_known_by_the_rules_that_are_right(write: Writes) -> None:
    found = write(RULES + "colour: red\n")
    assert found.closed
    viewer = found.viewer({"email": "head@office.example"})
    assert viewer.role is Role.OFFICE
    assert not viewer.admitted


@pytest.mark.parametrize(
    "names", [("access.yaml", "access.yml"), ("Access.YAML",), ("access.yaml.txt",), ("ACCESS.yml~",)]
)
def test_no_file_is_overlooked_that_may_be_meant(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text(RULES, encoding="utf-8")
    found = access.read(tmp_path)
    assert found is not None
    assert [problem.code for problem in found.problems] == ["access_name"]


def test_it_lies_beside_a_campaign_of_one_file_or_stands_for_all_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "list.access.yaml").write_text(RULES, encoding="utf-8")
    assert access.read(tmp_path / "other.csv") is None
    assert access.read(tmp_path) is None
    (tmp_path / "access.yaml").write_text("rules: []\n", encoding="utf-8")
    claims = {"email": "x@moe.example"}
    read = {name: access.read(tmp_path / name) for name in ("list.csv", "other.csv", "")}
    assert [name for name, found in read.items() if found and found.viewer(claims).admitted] == ["list.csv"]
    assert all(read.values())


def test_it_is_not_overlooked_within_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ours.zip", "w") as archive:
        archive.writestr("ours/access.yaml", RULES)
    found = access.read(tmp_path / "ours.zip")
    assert found is not None
    assert [problem.code for problem in found.problems] == ["access_packed"]
    (tmp_path / "ours.access.yaml").write_text(RULES, encoding="utf-8")
    beside = access.read(tmp_path / "ours.zip")
    assert beside is not None
    assert not beside.closed


def test_it_is_no_part_of_the_campaign(tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text("id,title,lead\nA,x,o\n", encoding="utf-8")
    before = reading.read(tmp_path), reading.signature(tmp_path)
    (tmp_path / "access.yaml").write_text(RULES, encoding="utf-8")
    after = reading.read(tmp_path), reading.signature(tmp_path)
    assert after[0].version == before[0].version
    assert (after[0].problems, after[0].origins) == (before[0].problems, before[0].origins)
    assert after[1] == before[1]


def test_organizations_and_fields_that_the_campaign_lacks_are_told(write: Writes) -> None:
    built = campaign(organizations=[{"id": "student", "name": "学生司"}])
    found = [*write(RULES + "open_fields: items.phone\n").unknown(built)]
    assert [(problem.code, problem.line, problem.found) for problem in found] == [
        ("unknown_organization", 9, "students"),
        ("access_field", 14, "items.phone"),
    ]
    assert found[0].values["near"] == "student"


def test_the_command_checks_it_with_the_campaign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "items.csv").write_text("id,title,lead\nA,x,students\n", encoding="utf-8")
    (tmp_path / "access.yaml").write_text(RULES.replace("role: viewer", "role: boss"), encoding="utf-8")
    arguments = argparse.Namespace(path=str(tmp_path), lang="en", mapping=None)
    assert commands.check(arguments) == commands.FAULTY
    assert f"{tmp_path / 'access.yaml'}:6:5: error" in capsys.readouterr().out


def test_changed_rights_count_at_once_and_never_by_vanishing(tmp_path: Path) -> None:
    file, claims = tmp_path / "access.yaml", {"email": "x@moe.example"}
    assert access.current(tmp_path) is None

    def admitted() -> bool:
        found = access.current(tmp_path)
        return found is None or found.viewer(claims).admitted

    seen = []
    for text in (RULES, RULES.replace("moe.example", "other.example"), RULES, "rules: [", RULES):
        file.write_text(text, encoding="utf-8")
        seen.append(admitted())
    file.unlink()
    seen.append(admitted())
    file.write_text(RULES, encoding="utf-8")
    assert [*seen, admitted()] == [True, False, True, False, True, False, True]


def test_a_folder_is_looked_through_once_until_something_is_added_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if the folder had lain still for longer than a tick.
    monkeypatch.setattr(access, "_TICK_NS", 0)
    looked, parts = list[Path](), access.parts

    def look(path: Path) -> list[Path]:
        looked.append(path)
        return parts(path)

    monkeypatch.setattr(access, "parts", look)
    assert [access.current(tmp_path) for _ in range(3)] == [None, None, None]
    # The first time to know, and once to read.
    assert len(looked) == 2
    time.sleep(0.05)
    (tmp_path / "access.yaml").write_text(RULES, encoding="utf-8")
    assert access.current(tmp_path) is not None


def test_the_example_is_right_and_lets_in_whom_it_says(project: Path, write: Writes) -> None:
    found = write((project / "data/campaigns/access.example.yaml").read_text(encoding="utf-8"))
    assert not found.problems
    claims = {"email": "x@moe.example", "employee": True, "department": "高校学生司"}
    assert [grant.organizations for grant in found.viewer(claims).grants] == [("高校学生司",), ()]
