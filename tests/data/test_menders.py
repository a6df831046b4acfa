"""Problems counted and narrowed by who must mend them."""

import numpy as np
import pytest

from data import menders
from data.filters import Filters
from data.menders import Counts
from data.problems import Loss, Problem, Severity
from tests.data.builder import campaign

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def problem(code: str, severity: Severity = WARNING, loss: Loss = Loss.NOTHING, **more: str) -> Problem:
    values = {"count": "1,200"} if code == "more" else {}
    return Problem(severity, code, "items.csv", values=values, loss=loss, **more)  # type: ignore[arg-type]


OF_XS = problem("not_a_date", ERROR, Loss.CELL, item="a", organization="xs")
OF_GJ = problem("no_lead", item="b", organization="gj")
OF_FILE = problem("unknown_column")


def test_problems_only_counted_count_in_full() -> None:
    assert menders.count([OF_XS, problem("more", ERROR), OF_FILE]) == Counts(errors=1201, warnings=1)


def test_most_errors_come_first_and_whoever_keeps_the_file_last() -> None:
    found = menders.by_organization([OF_FILE, OF_FILE, OF_GJ, OF_XS])
    assert found == [("xs", Counts(1, 0)), ("gj", Counts(0, 1)), ("", Counts(0, 2))]


def test_the_dearest_loss_is_mended_first() -> None:
    row, file = problem("duplicate_id", ERROR, Loss.ROW), problem("unknown_file", WARNING, Loss.FILE)
    assert menders.urgent_first([OF_GJ, file, OF_XS, row]) == [row, OF_XS, file, OF_GJ]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), [OF_XS, OF_GJ, OF_FILE]),
        (Filters(departments=("xs",)), [OF_XS]),
        (Filters(text="b"), [OF_GJ]),
    ],
)
def test_filters_narrow_problems(filters: Filters, kept: list[Problem]) -> None:
    shown = campaign(
        organizations=[{"id": "xs"}, {"id": "gj"}],
        items=[{"id": "a", "lead": "xs"}, {"id": "b", "lead": "gj"}],
    )
    mask = np.array([filters.text != "b", filters.departments == ()])
    assert menders.narrow([OF_XS, OF_GJ, OF_FILE], shown, filters, mask) == kept


def test_a_department_sees_problems_of_rows_that_are_no_item() -> None:
    shown = campaign(organizations=[{"id": "xs"}], items=[{"id": "a"}])
    document = problem("not_a_link", organization="xs")
    found = menders.narrow([document], shown, Filters(departments=("xs",)), np.array([False]))
    assert found == [document]
