"""What the tests of tables that live elsewhere share."""

from collections.abc import Iterator

import pytest

from data.readers import files


@pytest.fixture(scope="module", autouse=True)
def _read_at_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "QUIET_SECONDS", 0)
        yield
