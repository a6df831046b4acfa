"""Whether a form holds a campaign is told beforehand, without writing it."""

import pytest

from data import writers
from tests.data.builder import campaign
from tests.pages.small_campaign import small_campaign


@pytest.mark.parametrize(("form", "limit"), [("yaml", "yaml_file"), ("xlsx", "workbook")])
def test_a_form_is_refused_for_what_it_cannot_hold(
    monkeypatch: pytest.MonkeyPatch, form: str, limit: str
) -> None:
    assert writers.refusal(small_campaign(), form) is None
    monkeypatch.setattr(f"data.writers.{limit}.MOST_CELLS", 10)
    refused = writers.refusal(small_campaign(), form)
    assert refused is not None
    assert "10" in refused.describe("en")
    with pytest.raises(writers.TooLargeError):
        writers.write(small_campaign(), form, "en", masked=True)


def test_csv_holds_everything() -> None:
    assert writers.refusal(small_campaign(), "csv") is None


def test_cells_are_counted_by_what_they_hold() -> None:
    row = {"id": "a", "title": "一", "title.en": "One", "support": ("b",), "progress": 3.0, "deadline": None}
    shown = campaign(organizations=[{"id": "b"}], items=[row, {"id": "c"}])
    # Three ids with their names, what the first item has besides, and the status of both.
    assert writers.filled(shown) - writers.filled(campaign()) == 6 + 3 + 2
