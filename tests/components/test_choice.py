"""The address alone decides what a page shows; the other options are links that keep the rest of it."""

from typing import Any

import pytest
import streamlit as st

from components import choice, language

ORDERS = ("urgency", "deadline", "code")


class _Address(dict[str, list[str]]):
    """The parameters of the open page, as Streamlit gives them."""

    def __getitem__(self, name: str) -> Any:
        return super().__getitem__(name)[-1]

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name, [default])[-1]

    def get_all(self, name: str) -> list[str]:
        return super().get(name, [])


@pytest.fixture
def among(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Choose an order on a page that is open with some parameters."""

    def chosen(told: bool = False, **query: list[str]) -> tuple[str, str]:
        monkeypatch.setattr(st, "query_params", _Address(query))
        with language.speaking("en"):
            return choice.among("order", ORDERS, "urgency", "items.order", told=told)

    return chosen


def test_the_address_decides_and_the_others_are_links_that_keep_all_else(among: Any) -> None:
    assert among(lang=["en"], light=["red", "grey"], order=["deadline"], part=["a b"]) == (
        "deadline",
        "[Urgency](?lang=en&light=red&light=grey&part=a+b) · **Deadline**"
        " · [Code](?lang=en&light=red&light=grey&part=a+b&order=code)",
    )


@pytest.mark.parametrize(
    "query", [{}, {"order": ["nosuch"]}, {"order": [""]}, {"order": ["**x**](http://x)"]}]
)
def test_what_is_no_option_gives_the_default_and_goes_unsaid(among: Any, query: dict[str, list[str]]) -> None:
    asked, words = among(lang=["en"], **query)
    assert asked == "urgency"
    assert words == "**Urgency** · [Deadline](?lang=en&order=deadline) · [Code](?lang=en&order=code)"


def test_what_is_chosen_can_be_told(among: Any) -> None:
    assert among(told=True, order=["code"])[1].startswith(":gray[Order]: [Urgency](?) · ")
