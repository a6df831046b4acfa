"""The trial would see wrong data if there were any."""

from pathlib import Path

import pytest

from data import reading
from tests.faults.campaign import File, fault

TRUE = ("Version 20 roads 3", "**20** of 60 items")


@pytest.mark.parametrize(
    ("texts", "faulty"),
    [
        (TRUE, False),
        (("As of 30 June 2021; 21 of 63 items", "Version 21 roads 3"), False),
        (("**20** of 63 items",), True),
        (("**60** of 60 items",), True),
        (("Version 21 roads 3", "**20** of 60 items"), True),
        (("**20** of 60 items", "**21** of 63 items"), True),
        (("Version 20 water 3", "**20** of 60 items"), True),
        (("no count at all",), True),
    ],
)
def test_it_tells_wrong_pages_from_right_ones(texts: tuple[str, ...], faulty: bool) -> None:
    assert bool(fault(texts, "roads", (20, 21))) is faulty


def test_what_is_broken_cannot_be_read(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.write(20)
    assert len(reading.read(file.path)["items"]) == 60
    file.truncate()
    with pytest.raises(reading.Unreadable):
        reading.read(file.path)
