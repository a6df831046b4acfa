"""What is said of one item is made once for all views, and leads on in the view it is shown in."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from components import item_lines, replay
from components.board import VIEW, Board
from data.filters import Filters
from data.standing import stand
from tests.data.builder import campaign

SHOWN = campaign(items=[{"id": "a&b", "title": f"招{VIEW}生"}])
STANDING = stand(SHOWN, dt.date(2021, 6, 30))


def board(lang: str = "zh", **filters: Any) -> Board:
    rows = np.arange(1)
    return Board(SHOWN, STANDING, Filters(**filters), rows == 0, rows, lang, {"lang": lang})


def test_a_link_to_an_item_keeps_the_view_it_is_shown_in() -> None:
    assert item_lines.link(board(), 0) == "[招�生](item?lang=zh&item=a%26b)"
    assert item_lines.link(board(text="学 生"), 0) == (
        "[招�生](item?lang=zh&text=%E5%AD%A6+%E7%94%9F&item=a%26b)"
    )


def test_it_is_made_once_for_each_language_whatever_the_filters_are() -> None:
    made: list[str] = []

    @replay.made_for_any_view
    def words(shown: Board, row: int) -> str:
        made.append(shown.lang)
        return f"{shown.query}#{row}"

    found = [words(each, 7) for each in (board(), board(text="a"), board("en"), board())]
    assert found == ["lang=zh#7", "lang=zh&text=a#7", "lang=en#7", "lang=zh#7"]
    assert made == ["zh", "en"]


def test_what_depends_on_a_view_cannot_be_kept_for_any() -> None:
    anywhere = board(text="a").in_any_view
    assert (len(anywhere.rows), anywhere.filters) == (0, Filters())
    with pytest.raises(TypeError):
        anywhere.link()
