"""A briefing as PDF: what it says is data, and a character no font has is told instead of shown as a box."""

from __future__ import annotations

import pytest

from data.documents import typeset
from data.documents.glyphs import FontError
from tests.data.documents.papers import MARKUP, briefing

# A place for private use: no font gives it a shape of its own.
NOWHERE = "\U000ff0f0"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_looks_like_markup_is_no_command(lang: str) -> None:
    assert typeset.write(briefing(lang, rows=1, text=f"{MARKUP} #panic() ``` // /*")).startswith(b"%PDF")


def test_a_character_that_no_font_has_is_told_in_both_languages() -> None:
    with pytest.raises(FontError) as caught:
        typeset.write(briefing(rows=1, text=f"某{NOWHERE}人"))
    assert caught.value.missing == [NOWHERE]
    assert "U+FF0F0" in caught.value.describe("zh")
    assert "U+FF0F0" in caught.value.describe("en")


def test_the_same_briefing_makes_the_same_file() -> None:
    assert typeset.write(briefing(rows=1, text="正文。")) == typeset.write(briefing(rows=1, text="正文。"))
