"""What all tests share: where the project and the campaigns that ship with it lie."""

import functools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

PROJECT = Path(__file__).parents[1]
# Of the tests in a browser those that wait, for a clock or for servers of their own. They go before the
# others: at the end, a worker would be left alone with one.
LONG = {"test_wall", "test_sign_in", "test_replicas", "test_preview", "test_live_data"}

# No test leaves a campaign in the folder of whoever runs it; servers of browser tests inherit this.
os.environ["CAMPAIGN_CACHE"] = ""

# The same examples on every run, however slow the machine.
settings.register_profile("repeatable", deadline=None, derandomize=True)
# pytest --hypothesis-profile=thorough
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def _no_campaigns_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMPAIGNS", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _packages_searched_once() -> Iterator[None]:
    # AppTest looks for components in all packages that are installed, anew for every page: half of its time.
    once = functools.cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture(scope="session")
def moe() -> Path:
    return PROJECT / "data/campaigns/moe-2021"


@pytest.fixture(scope="session")
def simulated() -> Path:
    return PROJECT / "data/campaigns/simulated"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser, and run it last: the quick tests speak first."""

    def turn(item: pytest.Item) -> tuple[bool, bool]:
        return item.get_closest_marker("browser") is not None, item.path.stem not in LONG

    for item in items:
        if item.path.is_relative_to(PROJECT / "tests/browser"):
            item.add_marker("browser")
    items.sort(key=turn)
