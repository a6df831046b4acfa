"""Figures for monitoring in the text form of Prometheus; none of them tells of a person."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from data import menders

CONTENT_TYPE = CONTENT_TYPE_LATEST
# When a counter began is not worth a line each.
disable_created_metrics()  # type: ignore[no-untyped-call]
_REGISTRY = CollectorRegistry()
ProcessCollector(registry=_REGISTRY)

SESSIONS = Gauge("campaign_board_sessions", "Browser tabs that are connected", registry=_REGISTRY)
REQUESTS = Counter(
    "campaign_board_requests",
    "Answers over HTTP, by what was asked for",
    ["kind", "status"],
    registry=_REGISTRY,
)
FAILURES = Counter("campaign_board_failures", "Pages and answers that failed", registry=_REGISTRY)
_RERUNS = Histogram(
    "campaign_board_rerun_seconds",
    "How long the server took to draw a page",
    ["page"],
    registry=_REGISTRY,
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)


@contextmanager
def rerun(page: str, started: float) -> Iterator[None]:
    """Count the time until the block ends, however it does, as that of a rerun of a page."""
    try:
        yield
    finally:
        _RERUNS.labels(page).observe(time.perf_counter() - started)


def text() -> bytes:
    """Write all figures as they stand."""
    return generate_latest(_REGISTRY)


class _Campaigns(Collector):
    """What was read of each campaign that is open, looked up when somebody asks."""

    def collect(self) -> Iterable[Metric]:
        """List the problems of the files and how old what is shown is."""
        # Only the app has campaigns; this module is there before it.
        from components import campaigns

        problems = GaugeMetricFamily(
            "campaign_board_load_problems", "Problems of the files", labels=["campaign", "severity"]
        )
        stale = GaugeMetricFamily(
            "campaign_board_stale", "Whether newer files cannot be read", labels=["campaign"]
        )
        age = GaugeMetricFamily(
            "campaign_board_load_age_seconds", "Time since the files were read", labels=["campaign"]
        )
        now = dt.datetime.now(dt.UTC)
        for name, shelf in campaigns.shelves().items():
            campaign, failure = shelf.shown
            known = campaign.problems if campaign else failure.problems if failure else ()
            for severity, count in menders.count(known)._asdict().items():
                problems.add_metric([name, severity], count)
            stale.add_metric([name], failure is not None)
            if shelf.loaded is not None:
                age.add_metric([name], (now - shelf.loaded).total_seconds())
        return problems, stale, age


_REGISTRY.register(_Campaigns())
