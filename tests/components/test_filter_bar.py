"""The filters stay what the address says, whatever becomes of their labels."""

import pytest
import streamlit as st

from components import filter_bar


class _State(dict[str, object]):
    """A session's state that counts how often the widget was given a value."""

    given = 0

    def __setitem__(self, key: str, value: object) -> None:
        self.given += key == "filter"
        super().__setitem__(key, value)


@pytest.mark.parametrize(
    ("value", "labels", "given"),
    [(["roads"], "first", 1), (["water"], "first", 2), (["roads"], "second", 2)],
)
def test_a_browser_is_told_of_new_labels_and_of_nothing_it_knows(
    monkeypatch: pytest.MonkeyPatch, value: list[str], labels: str, given: int
) -> None:
    state = _State()
    monkeypatch.setattr(st, "session_state", state)
    filter_bar.seed("filter", ["roads"], "first")
    filter_bar.seed("filter", value, labels)
    assert (state["filter"], state.given) == (value, given)
