from types import SimpleNamespace

import pyarrow as pa
import pytest

from components import memory


def test_memory_is_given_back_now_and_then_and_soon_after_a_campaign_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[bool] = []
    pool = SimpleNamespace(release_unused=lambda: given.append(True))
    monkeypatch.setattr(pa, "default_memory_pool", lambda: pool)
    memory.expect()
    memory.tidy()
    memory.tidy()
    assert len(given) == 1
    memory.expect()
    memory.tidy()
    assert len(given) == 2
