"""What is made for a key is made once, while it is among those asked for last."""

import weakref

import pytest

from components import kept


class Campaign:
    """Stands for what is too large to be kept as part of a key."""


def test_what_was_not_asked_for_lately_is_made_again() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    find = kept.keep(make, 2, lambda name: (name,))
    assert [find(name) for name in "abacab"] == list("ABACAB")
    assert made == ["a", "b", "c", "b"]


def test_a_key_keeps_nothing_of_what_it_was_asked_with() -> None:
    def make(campaign: Campaign, name: str) -> str:
        if not name:
            raise LookupError(name)
        return name

    find = kept.keep(make, 2, lambda campaign, name: (name,))
    campaign = Campaign()
    alive = weakref.ref(campaign)
    assert find(campaign, "a") == find(campaign, "a") == "a"
    with pytest.raises(LookupError):
        find(campaign, "")
    del campaign
    assert alive() is None


def test_arguments_that_a_version_stands_for_tell_nothing_apart() -> None:
    @kept.by_version(2)
    def made(_campaign: Campaign, version: str, day: int) -> tuple[str, int]:
        return version, day

    assert made(Campaign(), "1", 2) is made(Campaign(), "1", 2)
    assert made(Campaign(), "1", 3) != made(Campaign(), "1", 2)
