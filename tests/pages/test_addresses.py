"""Addresses nobody should send: every page opens, and says what it dropped."""

import pytest

from tests.pages.reader import Query, opener, read
from tests.pages.small_campaign import small_campaign


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        ({"as_of": "0001-01-01"}, "as_of=0001-01-01"),
        ({"as_of": "1899-12-31"}, "as_of=1899-12-31"),
        ({"as_of": "9999-12-31"}, "as_of=9999-12-31"),
        ({"as_of": "2021-13-01"}, "as_of=2021-13-01"),
        ({"due_from": "0001-01-01"}, "due_from=0001-01-01"),
        ({"due_to": "9999-12-31"}, "due_to=9999-12-31"),
        ({"department": ["nope"] * 300}, "department=nope"),
        ({"light": "purple", "role": "boss"}, "light=purple"),
    ],
)
def test_what_cannot_be_is_dropped_with_a_notice(
    query: Query, dropped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opener("items", monkeypatch)(small_campaign(), "en", **query)
    assert any(dropped in warning.value.replace("\\", "") for warning in at.warning)


@pytest.mark.parametrize("page", ["overview", "items", "item", "departments"])
@pytest.mark.parametrize(
    "query",
    [
        {"as_of": "1900-01-01", "item": "late\"'><$x$ %00"},
        {"due_from": "2021-12-31", "due_to": "2021-01-01", "text": "x" * 5000, "item": ["late", "soon"]},
    ],
)
def test_what_is_odd_but_possible_opens(page: str, query: Query, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(opener(page, monkeypatch)(small_campaign(), "en", **query))
