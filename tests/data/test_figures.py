import pytest

from data import figures
from data.errors import CellError


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1595", 1595),
        ("1,595", 1595),
        ("1,595,000.25", 1595000.25),
        ("1 595", 1595),
        ("１５９５", 1595),
        ("１，５９５", 1595),
        ("1595万", 15_950_000),
        ("1,595万", 15_950_000),
        ("3.2 万", 32_000),
        ("0.07亿", 7_000_000),
        ("1万亿", 1e12),
        ("45%", 45),
        ("45％", 45),
        ("-5", -5),
        ("−5", -5),
        ("1.5E+06", 1_500_000),
        (".5", 0.5),
        ("001", 1),
    ],
)
def test_a_figure_is_read_as_offices_write_it(written: str, number: float) -> None:
    assert figures.read(written) == number


@pytest.mark.parametrize(
    "written", ["", "nan", "inf", "-Infinity", "1e999", "12 34", "1.2.3", "约5", "5个", "万", "0x10"]
)
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(CellError, match="not_a_number"):
        figures.read(written)


@pytest.mark.parametrize("written", ["1,5", "1,5956", "12,34,567"])
def test_a_comma_that_may_mean_two_things_is_not_guessed_at(written: str) -> None:
    with pytest.raises(CellError, match="ambiguous_number"):
        figures.read(written)


@pytest.mark.parametrize(
    ("written", "share"), [("45", 45), ("45%", 45), ("0.45", 0.45), ("100", 100), ("0", 0)]
)
def test_a_percentage_is_read_as_written(written: str, share: float) -> None:
    assert figures.read_percent(written) == share


def test_a_percentage_is_not_counted_in_ten_thousands() -> None:
    with pytest.raises(CellError, match="not_a_number"):
        figures.read_percent("45万")
