"""The trial would see wrong data if there were any."""

from pathlib import Path

import pytest

from data import access, reading
from data.models.access import Role
from tests.faults.campaign import CLOSED, DEPARTMENTS, File, fault, leaks

TRUE = ("ours 20 roads 3", "**20** of 60 items")


@pytest.mark.parametrize(
    ("texts", "faulty"),
    [
        (TRUE, False),
        (("As of 30 June 2021; 21 of 63 items", "ours 21 roads 3"), False),
        (("**20** of 63 items",), True),
        (("**60** of 60 items",), True),
        (("**20** of 20 items",), True),
        (("ours 21 roads 3", "**20** of 60 items"), True),
        (("**20** of 60 items", "**21** of 63 items"), True),
        (("ours 20 water 3", "**20** of 60 items"), True),
        (("no count at all",), True),
    ],
)
def test_it_tells_wrong_pages_from_right_ones(texts: tuple[str, ...], faulty: bool) -> None:
    assert bool(fault(texts, "roads", (20, 21))) is faulty


def test_who_sees_one_department_alone_is_shown_no_larger_whole() -> None:
    assert fault(TRUE, "roads", (20, 21), alone=True)
    assert not fault(("theirs 20 roads 3", "**20** of 20 items"), "roads", (20, 21), alone=True)


@pytest.mark.parametrize(
    ("sent", "leaking"),
    [
        (b"\x0a\x10theirs 20 roads 3theirs 20 roads 4", False),
        (b"\x0a\x10theirs 20 water 3", True),
        (b"\xff\xfeours 20 roads 3", True),
    ],
)
def test_it_sees_what_was_sent_to_whom_it_is_not_for(sent: bytes, leaking: bool) -> None:
    assert bool(leaks(sent, CLOSED, ("roads",))) is leaking


def test_what_is_broken_cannot_be_read(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.write(20)
    assert len(reading.read(file.path)["items"]) == 60
    file.truncate()
    with pytest.raises(reading.Unreadable):
        reading.read(file.path)


@pytest.mark.parametrize("name", DEPARTMENTS)
def test_each_department_sees_its_own_items(tmp_path: Path, name: str) -> None:
    rights = access.read(File(tmp_path, CLOSED).path)
    assert rights is not None
    viewer = rights.viewer({"email": f"{name}@board.example", "email_verified": True})
    assert (viewer.role, viewer.grants[0].organizations) == (Role.DEPARTMENT, (name,))
