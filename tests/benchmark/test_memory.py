import pytest

from tests.benchmark import memory


@pytest.mark.parametrize(
    ("last", "grown"),
    [([300.0] * 10, 0.0), ([330.0] * 10, 10.0)],
    ids=["flat", "grows"],
)
def test_growth_compares_the_last_quarter_with_the_one_before(last: list[float], grown: float) -> None:
    taken = [*(100.0 + 10 * step for step in range(21)), *[300.0] * 10, *last]
    assert memory.growth(list(enumerate(taken))) == pytest.approx(grown)
