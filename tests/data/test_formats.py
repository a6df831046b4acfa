from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from data import formats


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (15_950_000, "1595万", "15,950,000"),
        (102_240, "102,240", "102,240"),
        (9_090_000, "909万", "9,090,000"),
        (9_999, "9,999", "9,999"),
        (10_000, "1万", "10,000"),
        (10_001, "10,001", "10,001"),
        (150_000_000, "1.5亿", "150,000,000"),
        (123_450_000, "12345万", "123,450,000"),
        (123_456_789, "123,456,789", "123,456,789"),
        (-16_000, "-1.6万", "-16,000"),
        (1_234_567_890_123, "1,234,567,890,123", "1,234,567,890,123"),
        (63.25, "63.25", "63.25"),
        (0.1 + 0.2, "0.3", "0.3"),
        (0, "0", "0"),
        (np.float64(131), "131", "131"),
        (float("nan"), "", ""),
        (float("inf"), "", ""),
    ],
)
def test_figures_are_shortened_only_where_nothing_is_lost(value: float, zh: str, en: str) -> None:
    assert (formats.number(value, "zh"), formats.number(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("precision", "zh", "en"),
    [
        ("day", "2021年6月30日", "30 June 2021"),
        ("month", "2021年6月", "June 2021"),
        ("quarter", "2021年第二季度", "Q2 2021"),
        ("half", "2021年上半年", "first half of 2021"),
        ("year", "2021年", "2021"),
        ("continuing", "长期", "Continuing"),
        ("nan", "2021年6月30日", "30 June 2021"),
    ],
)
def test_dates_are_written_as_precisely_as_they_are_known(precision: str, zh: str, en: str) -> None:
    date = dt.date(2021, 6, 30)
    assert (formats.day(date, "zh", precision), formats.day(date, "en", precision)) == (zh, en)


@pytest.mark.parametrize(("month", "zh"), [(6, "2021年上半年"), (7, "2021年下半年")])
def test_a_half_year_is_that_of_its_month(month: int, zh: str) -> None:
    assert formats.day(dt.date(2021, month, 1), "zh", "half") == zh


def test_timestamps_are_dates_and_a_missing_date_is_empty() -> None:
    assert formats.day(pd.Timestamp("2021-05-31"), "zh") == "2021年5月31日"
    assert formats.day(None, "zh") == formats.day(pd.NaT, "en") == ""


@pytest.mark.parametrize(
    ("value", "text"), [(45, "45%"), (33.333, "33.3%"), (100.0, "100%"), (float("nan"), "")]
)
def test_shares_have_at_most_one_decimal(value: float, text: str) -> None:
    assert formats.percent(value, "zh") == formats.percent(value, "en") == text
