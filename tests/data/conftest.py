"""What the tests of readers share: files written into a folder of their own, read at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import reading
from data.campaign import Campaign
from data.readers import files

Reads = Callable[..., Campaign]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Write files by name and read the only one, or the folder if there are several."""
    monkeypatch.setattr(files, "QUIET_SECONDS", 0)

    def write_and_read(contents: dict[str, str | bytes], *, folder: bool = False) -> Campaign:
        for name, content in contents.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(data)
        alone = len(contents) == 1 and not folder
        found = reading.read(tmp_path / next(iter(contents)) if alone else tmp_path)
        for problem in found.problems:
            for lang in ("zh", "en"):
                assert "problem." not in problem.describe(lang) + problem.expected(lang), problem.code
        return found

    return write_and_read
