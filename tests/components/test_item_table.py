import pytest
import streamlit as st

from components import board, item_table
from data.campaign import Campaign
from data.filters import Filters
from tests.data.builder import campaign

WORDS = "Exempt under Section 26"


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"language": "zh"})


def _as_written(shown: Campaign) -> list[str]:
    laid = board.lay(shown, shown.settings.today(), Filters(), "zh", {})
    words: list[str] = item_table.frame(laid, laid.rows)["as_written"].fillna("").tolist()
    return words


def test_words_that_stand_for_a_missing_value_are_quoted_under_its_header() -> None:
    items: list[dict[str, object]] = [
        {"id": "a", "deadline.text": WORDS, "progress.text": "保密"},
        {"id": "b", "deadline": ("2021-06-01", "2021-06-30", "month"), "deadline.text": "6月底前"},
    ]
    assert sorted(_as_written(campaign(items=items))) == ["", f"完成时限：{WORDS}\n完成进度：保密"]
