from pathlib import Path

from tests.benchmark.campaigns import BUNDLED, Case, prepare


def test_charts_of_indicators_are_expected_where_one_has_several_figures(
    simulated: Path, tmp_path: Path
) -> None:
    assert Case("simulated", simulated).has_courses
    # Its source states each figure once.
    assert not prepare(BUNDLED, tmp_path, 7).has_courses
