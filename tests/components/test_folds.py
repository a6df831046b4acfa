"""What a reader opens on a page: a link opens and closes it, and the address alone says what is open."""

from typing import Any
from urllib.parse import parse_qs

import pytest
import streamlit as st

from components import folds


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def read(monkeypatch: pytest.MonkeyPatch, *opened: str, page: str = "item") -> None:
    """Open a page with some things open on it."""
    query = {"lang": ["zh"], **({"open": [*opened]} if opened else {}), "item": ["学 a"]}
    monkeypatch.setattr("components.address.now", lambda: query)
    folds.read(page)


def led_to(link: str) -> dict[str, list[str]]:
    """Read the query that a link leads to, as a click does."""
    page, _, query = link.partition("](")[2].partition(")")[0].partition(' "')[0].partition("?")
    assert page == "item"
    return parse_qs(query)


@pytest.mark.parametrize(
    ("opened", "then"),
    [
        ((), ["学 b"]),
        (("x",), ["x", "学 b"]),
        (("x", "学 b"), ["x"]),
        (("学 b", "学 b"), None),
    ],
)
def test_a_link_opens_what_is_closed_and_closes_what_is_open_and_leaves_all_else(
    monkeypatch: pytest.MonkeyPatch, opened: tuple[str, ...], then: list[str] | None
) -> None:
    read(monkeypatch, *opened)
    made = folds.link("学 b", "Show", "Hide")
    assert ("[Hide]" if "学 b" in opened else "[Show]") in made
    assert led_to(made) == {"lang": ["zh"], "item": ["学 a"], **({"open": then} if then else {})}


def test_each_such_link_can_be_told_from_others_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    for opened in ((), ("x",)):
        read(monkeypatch, *opened)
        assert "&open=" in folds.link("x", "Show", "Hide")


def test_only_what_the_address_names_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    read(monkeypatch, "x", "nosuch", "")
    assert [name for name in ("x", "y") if folds.is_open(name)] == ["x"]


def test_nothing_opens_where_nobody_could_close_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read(monkeypatch, "x", page="")
    assert not folds.is_open("x")
    assert folds.link("x", "Show", "Hide") == ""
