"""One server for all tests of rights: it serves the campaign of canaries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sign_in_service
from tests.rights import canaries
from tests.server import Server, start, wait_until_healthy


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rights")


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Server]:
    # Nobody goes to the service: the tabs bring what it would have said of them.
    environment = sign_in_service.settings(folder, "http://127.0.0.1:1")
    environment = {**environment, "CAMPAIGN_LOG_LEVEL": "INFO"}
    running = start(canaries.write(folder), folder / "log.txt", environment=environment)
    try:
        wait_until_healthy(running)
        yield running
    finally:
        running.stop()
