"""Formulas made harmless for a spreadsheet, and read again as they were."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.formulas import harmless, restored
from tests.data.conftest import Reads

# Signs, quotes and blanks meet far more often than in texts at large.
NASTY = st.text(alphabet="'=+-@＝－１5,.% \t\r\n\0　a中", max_size=8)


@given(st.one_of(st.text(), NASTY))
@example("'")
@example("''=1")
@example("'-5")
def test_every_text_is_found_again(text: str) -> None:
    assert restored(harmless(text)) == text


@given(NASTY, NASTY)
def test_no_two_texts_are_written_alike(one: str, other: str) -> None:
    assert (harmless(one) == harmless(other)) == (one == other)


@given(NASTY)
def test_what_was_made_harmless_begins_with_no_sign(text: str) -> None:
    written = harmless(text)
    assert written == text or written.startswith("'")


@pytest.mark.parametrize("text", ["'正常", "'5", "'-5", "it's", "'", "''"])
def test_an_apostrophe_of_ones_own_stays(text: str) -> None:
    assert harmless(text) == restored(text) == text


def test_a_csv_is_read_as_it_was_before_it_was_made_harmless(read: Reads) -> None:
    campaign = read({"items.csv": "'=note,title,note\n'+1+1,'=1,''=2\n"})
    assert campaign["items"][["title", "note"]].values.tolist() == [["=1", "'=2"]]
    assert campaign.extras["items"].to_dict("list") == {"=note": ["+1+1"]}
