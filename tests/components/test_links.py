"""Links within texts: no text breaks out of one, and only a page that there is can be opened by one."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from components import links, menu


def test_an_address_is_written_from_ids_of_any_kind() -> None:
    query: dict[str, str | list[str]] = {"lang": "zh", "department": ["a)b", "[c] d"], "text": "学 生&"}
    assert links.to("items", query, "**x**") == (
        "[**x**](items?lang=zh&department=a%29b&department=%5Bc%5D+d&text=%E5%AD%A6+%E7%94%9F%26)"
    )


@pytest.fixture
def click(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], list[tuple[Any, Any]]]:
    """Click a link on the overview; returns the pages that were opened, with their queries."""

    def clicked(address: Any) -> list[tuple[Any, Any]]:
        opened: list[tuple[Any, Any]] = []
        monkeypatch.setattr(st, "session_state", {"links": SimpleNamespace(followed=address)})
        monkeypatch.setattr(menu, "page", lambda name: name)
        monkeypatch.setattr(st, "switch_page", lambda page, query_params: opened.append((page, query_params)))
        # The open page stays open, with another query.
        monkeypatch.setattr("components.address.write", lambda query: opened.append(("here", query)))
        links._followed("overview")
        return opened

    return clicked


def test_a_click_opens_the_page_with_its_query(click: Callable[[Any], list[tuple[Any, Any]]]) -> None:
    assert click("items?lang=zh&light=red&light=grey&text=%E5%AD%A6+%E7%94%9F") == [
        ("items", {"lang": ["zh"], "light": ["red", "grey"], "text": ["学 生"]})
    ]


@pytest.mark.parametrize("page", ["overview", ""])
def test_a_click_that_leads_to_the_open_page_leaves_it_open(
    click: Callable[[Any], list[tuple[Any, Any]]], page: str
) -> None:
    assert click(f"{page}?lang=en&light=red") == [("here", {"lang": ["en"], "light": ["red"]})]


@pytest.mark.parametrize(
    "address",
    [
        "nosuch?lang=zh",
        "https://elsewhere.example/items?lang=zh",
        "//elsewhere.example/items?lang=zh",
        "javascript:alert(1)",
        "../items?lang=zh",
        "",
        None,
        ["items"],
        "items?" + "&".join(["a=1"] * 501),
    ],
)
def test_what_names_no_page_opens_nothing(
    address: Any, click: Callable[[Any], list[tuple[Any, Any]]]
) -> None:
    assert click(address) == []
