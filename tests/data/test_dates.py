import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from data import dates
from data.errors import CellError
from data.words import Precision

CAMPAIGN: Any = SimpleNamespace(context={"year": 2021})


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2021-06-30",
            "2021/6/30",
            "2021.6.30",
            "20210630",
            "2021年6月30日",
            "2021 年 6 月 30 日",
            "2021年6月30号",
        ),
        *(
            "２０２１年６月３０日",
            "２０２１-０６-３０",
            " 2021-06-30 ",
            "2021-06-30 00:00:00",
            "2021/6/30 15:30",
            "2021-06-30前",
            "2021.6.30之前",
            "6月30日",
            "6月30日前",
        ),
        *(
            "44377",
            "44377.0",
            "30 June 2021",
            "30th June 2021",
            "June 30, 2021",
            "Jun 30 2021",
            "30-Jun-2021",
        ),
    ],
)
def test_a_day_is_read_in_every_usual_form(written: str) -> None:
    day = dt.date(2021, 6, 30)
    assert dates.read(written, CAMPAIGN) == dates.Period(day, day, Precision.DAY, written.strip())


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2021-06", (6, 1), (6, 30), Precision.MONTH),
        ("2021年6月", (6, 1), (6, 30), Precision.MONTH),
        ("6月底前", (6, 1), (6, 30), Precision.MONTH),
        ("2月末", (2, 1), (2, 28), Precision.MONTH),
        ("十二月底前", (12, 1), (12, 31), Precision.MONTH),
        ("June 2021", (6, 1), (6, 30), Precision.MONTH),
        ("2021.10", (10, 1), (10, 31), Precision.MONTH),
        ("7月上旬", (7, 1), (7, 10), Precision.MONTH),
        ("7月中旬", (7, 11), (7, 20), Precision.MONTH),
        ("2月下旬", (2, 21), (2, 28), Precision.MONTH),
        ("2021年三季度", (7, 1), (9, 30), Precision.QUARTER),
        ("三季度", (7, 1), (9, 30), Precision.QUARTER),
        ("2021年第1季度", (1, 1), (3, 31), Precision.QUARTER),
        ("2021Q4", (10, 1), (12, 31), Precision.QUARTER),
        ("Q2 2021", (4, 1), (6, 30), Precision.QUARTER),
        ("2021年上半年", (1, 1), (6, 30), Precision.HALF),
        ("下半年", (7, 1), (12, 31), Precision.HALF),
        ("2021年底前", (1, 1), (12, 31), Precision.YEAR),
        ("年底前", (1, 1), (12, 31), Precision.YEAR),
        ("2021年", (1, 1), (12, 31), Precision.YEAR),
        ("2021", (1, 1), (12, 31), Precision.YEAR),
    ],
)
def test_a_longer_period_has_both_ends(
    written: str, start: tuple[int, int], end: tuple[int, int], precision: Precision
) -> None:
    expected = dates.Period(dt.date(2021, *start), dt.date(2021, *end), precision, written)
    assert dates.read(written, CAMPAIGN) == expected


@pytest.mark.parametrize("written", ["长期", "长期坚持", "常态化", "持续推进", "Continuing"])
def test_a_continuing_item_has_no_end(written: str) -> None:
    assert dates.read(written, None) == dates.Period(None, None, Precision.CONTINUING, written)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("6/7", "ambiguous_date"),
        ("06/07/2021", "ambiguous_date"),
        ("6-7-21", "ambiguous_date"),
        ("2021.1", "ambiguous_date"),
        ("6月前", "ambiguous_date"),
        ("2021-02-29", "impossible_date"),
        ("2021-02-30", "impossible_date"),
        ("2021-13", "impossible_date"),
        ("2021-00-10", "impossible_date"),
        ("20211301", "impossible_date"),
        ("13月底前", "impossible_date"),
        ("1899-12-31", "impossible_date"),
        ("2101-01-01", "impossible_date"),
        ("尽快", "not_a_date"),
        ("202106", "not_a_date"),
        ("Foo 2021", "not_a_date"),
        ("2021-06/30", "not_a_date"),
        ("", "not_a_date"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(CellError) as refused:
        dates.read(written, CAMPAIGN)
    assert refused.value.code == code


def test_a_leap_day_is_a_day_in_a_leap_year_only() -> None:
    assert dates.read("2020-02-29", None).end == dt.date(2020, 2, 29)


@pytest.mark.parametrize("written", ["6月底前", "6月30日", "三季度", "上半年", "年底前"])
def test_without_a_year_anywhere_none_is_guessed(written: str) -> None:
    with pytest.raises(CellError, match="missing_year"):
        dates.read(written, None)


@pytest.mark.parametrize(
    ("serial", "day"), [("20000", dt.date(1954, 10, 3)), ("80000", dt.date(2119, 1, 11))]
)
def test_the_first_and_last_excel_serial(serial: str, day: dt.date) -> None:
    assert dates.read(serial, None).end == day


@pytest.mark.parametrize("serial", ["19999", "80001"])
def test_a_count_is_no_excel_serial(serial: str) -> None:
    with pytest.raises(CellError, match="not_a_date"):
        dates.read(serial, None)
