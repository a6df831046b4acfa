"""The heat map of what is given says its figures in words, in its cells and in the table behind it."""

import plotly.graph_objects as go
import pytest
import streamlit as st

from components.chart import Chart
from components.charts.completeness_by_department import MOST_ROWS, Described, completeness_by_department
from tests.hostile import HOSTILE

FIELDS = ["Lead", "Deadline"]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"language": "en"})


def department(name: str, *counts: tuple[int, int]) -> Described:
    return Described(name, name, 4, [given for given, _ in counts], [asked for _, asked in counts])


def draw(*departments: Described) -> Chart:
    chart = completeness_by_department(departments, FIELDS, "Department")
    go.Figure(chart.figure)
    return chart


def cells(chart: Chart) -> dict[tuple[str, int], str]:
    return {
        (key, column): text
        for trace in chart.figure["data"]
        for key, column, text in zip(trace["customdata"], trace["x"], trace["text"], strict=True)
    }


def test_each_cell_says_its_share_and_what_does_not_apply_says_so() -> None:
    found = cells(draw(department("a", (4, 4), (0, 0)), department("b", (0, 4), (1, 3))))
    assert found == {("a", 0): "100", ("a", 1): "–", ("b", 0): "0", ("b", 1): "33"}


def test_almost_all_is_not_all_and_almost_nothing_not_nothing() -> None:
    found = cells(draw(department("a", (999, 1000), (1, 1000))))
    assert found == {("a", 0): "99", ("a", 1): "1"}


def test_the_finding_says_how_much_is_given_and_what_is_missing_most() -> None:
    chart = draw(department("a", (4, 4), (1, 4)), department("b", (3, 4), (0, 4)))
    assert (
        chart.finding
        == "50% of what is asked for is given. Most often missing: Deadline (7 items), Lead (1 item)."
    )


def test_departments_beyond_what_can_be_read_are_in_the_table() -> None:
    chart = draw(*(department(f"d{n}", (1, 2), (1, 2)) for n in range(MOST_ROWS + 3)))
    assert {key for key, _ in cells(chart)} == {f"d{n}" for n in range(MOST_ROWS)}
    assert len(chart.table) == MOST_ROWS + 3
    assert "3 more departments are in the table" in chart.finding


def test_nothing_asked_for_is_said() -> None:
    assert draw().finding == "Nothing is asked for."


@pytest.mark.parametrize("name", HOSTILE[:3])
def test_names_are_no_markup(name: str) -> None:
    figure = draw(department(name, (1, 1), (1, 1))).figure
    assert "<b>" not in str(figure["layout"]["yaxis"]["ticktext"]).replace("<br>", "")
