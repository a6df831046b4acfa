from dataclasses import replace
from pathlib import Path

from tests.benchmark import chart, comparison, results
from tests.benchmark.results import Measured, Medians, Result, Run

FLOOR = Medians(ms=5, slow_ms=8, processor_ms=4, reruns_per_second=200, received=2000)
APP = Medians(ms=20, slow_ms=30, processor_ms=16, reruns_per_second=50, received=40_000)


def run(app: Medians = APP, figures: dict[str, float] | None = None) -> Run:
    result = Result("147 items", [Measured("items: new filters", 1, app, FLOOR)], figures or {})
    return Run({"commit": "a"}, {"147": result})


def worse(new: Run, old: Run | None = None) -> list[str]:
    return [change.what for change in comparison.worse(old or run(), new, 0.15)]


def test_a_slower_rerun_is_worse_and_the_worst_comes_first() -> None:
    slower = replace(APP, ms=30, processor_ms=20)
    assert worse(run(slower)) == [
        "items: new filters, 1 at once: times blank",
        "items: new filters, 1 at once: processor, times blank",
    ]


def test_less_throughput_is_worse() -> None:
    slower = replace(APP, reruns_per_second=40)
    assert worse(run(slower)) == ["items: new filters, 1 at once: blank's throughput by ours"]


def test_what_is_tolerated_or_better_is_not_named() -> None:
    assert not worse(run(replace(APP, ms=22, received=1000)))


def test_a_machine_twice_as_slow_makes_nothing_worse() -> None:
    new = run(replace(APP, ms=40, processor_ms=32, reruns_per_second=25))
    new.campaigns["147"].measured[0] = replace(
        new.campaigns["147"].measured[0],
        blank=replace(FLOOR, ms=10, processor_ms=8, reruns_per_second=100),
    )
    assert not worse(new)


def test_memory_is_compared_as_it_is() -> None:
    assert worse(run(figures={"rest": 300}), run(figures={"rest": 200})) == ["rest"]


def test_what_only_one_run_measured_is_left_out() -> None:
    old = run()
    old.campaigns["1k"] = old.campaigns.pop("147")
    assert not worse(run(replace(APP, ms=900), {"rest": 1}), old)


def test_a_run_is_read_as_it_was_kept(tmp_path: Path) -> None:
    kept = run(figures={"rest": 200.5})
    kept.campaigns["147"].soak = [(0, 200.0), (500, 201.5)]
    kept.write(tmp_path / "run.json")
    assert results.read(tmp_path / "run.json") == kept


def test_the_chart_tells_what_keeps_its_budget(tmp_path: Path) -> None:
    drawn = []
    for ms in (20, 21):
        chart.write(run(replace(APP, ms=ms)), tmp_path / "chart.svg")
        drawn.append((tmp_path / "chart.svg").read_text(encoding="utf-8"))
    assert [">4.0<" in drawn[0], ">4.2<" in drawn[1]] == [True, True]
    assert [chart.KEPT in picture for picture in drawn] == [True, False]
