"""Campaigns kept on disk as they were read, so that opening the same files again takes no second reading.

An entry is a folder named by the content and the name of what was read and by the code that read it: it is
never stale, and deleting it costs no more than time. It holds what the files say to somebody who may read
them all; what a viewer may see of it is decided after it was opened.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from pydantic import TypeAdapter

from data.campaign import Campaign, Origin, Settings
from data.models.sources import Elsewhere
from data.problems import Problem
from data.readers.files import Files

MOST = 8
"""How many entries stay: those opened last."""

WORTH_KEEPING = 1.0
"""Seconds that reading took: what is read faster is read again."""

_ABOUT = "about.json"
_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True)
class _About:
    settings: Settings
    problems: tuple[Problem, ...]
    origins: tuple[Origin, ...]
    tables: tuple[str, ...]
    extras: tuple[str, ...]
    elsewhere: dict[str, Elsewhere]


_ADAPTER = TypeAdapter(_About)


def opened(found: Files, folder: Path, read: Callable[[Files], Campaign]) -> Campaign:
    """Open a campaign as it was kept in a folder; else read it and keep it. Raises what `read` raises."""
    # A campaign without a title bears the name of its file or folder.
    named = hashlib.sha256(found.name.encode()).hexdigest()[:8]
    entry = folder / f"{found.version}-{named}-{code()}"
    # Whatever is wrong with what was kept, the files themselves are there to be read.
    with contextlib.suppress(OSError, ValueError, KeyError, pa.ArrowException):
        campaign = _take(entry, found)
        entry.touch()
        return campaign
    begun = time.perf_counter()
    campaign = read(found)
    if time.perf_counter() - begun < WORTH_KEEPING:
        return campaign
    try:
        _keep(campaign, entry)
        # What lies in the file takes half the memory of what was read.
        return _take(entry, found)
    except (OSError, pa.ArrowException) as error:
        _log.warning("not kept in %s: %s", folder, error)
    return campaign


@functools.cache
def code() -> str:
    """Sign the code and the words: what older ones made of the same files may be something else."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.p[yo]")):
        digest.update(file.read_bytes())
    digest.update(pd.__version__.encode() + pa.__version__.encode())
    return digest.hexdigest()[:8]


def _take(entry: Path, found: Files) -> Campaign:
    about = _ADAPTER.validate_json((entry / _ABOUT).read_bytes())
    origins = (dataclasses.replace(o, modified=found.modified.get(o.file, o.modified)) for o in about.origins)
    return Campaign(
        about.settings,
        {name: _frame(entry / f"{name}.arrow") for name in about.tables},
        about.problems,
        {name: _frame(entry / f"{name}.extras.arrow") for name in about.extras},
        found.version,
        tuple(origins),
        about.elsewhere,
    )


def _keep(campaign: Campaign, entry: Path) -> None:
    """Write an entry aside and put it in place whole: nobody ever opens half of one."""
    entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix="writing-", dir=entry.parent))
    try:
        for name, frame in campaign.tables.items():
            _write(frame, aside / f"{name}.arrow")
        for name, frame in campaign.extras.items():
            _write(frame, aside / f"{name}.extras.arrow")
        names = (tuple(campaign.tables), tuple(campaign.extras))
        elsewhere = dict(campaign.elsewhere)
        about = _About(campaign.settings, campaign.problems, campaign.origins, *names, elsewhere)
        (aside / _ABOUT).write_bytes(_ADAPTER.dump_json(about))
        # Somebody else may have kept the same in the meantime.
        shutil.rmtree(entry, ignore_errors=True)
        aside.rename(entry)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _clear(entry.parent)


def _clear(folder: Path) -> None:
    entries = sorted(
        (e for e in folder.iterdir() if (e / _ABOUT).is_file()), key=lambda e: -e.stat().st_mtime
    )
    for old in entries[MOST:]:
        shutil.rmtree(old, ignore_errors=True)


def _write(frame: pd.DataFrame, path: Path) -> None:
    # A table without rows would be written without a batch, and lose its categories.
    batch = pa.RecordBatch.from_pandas(frame, preserve_index=False)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, batch.schema) as writer:
        writer.write_batch(batch)


def _frame(path: Path) -> pd.DataFrame:
    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()
    frame: pd.DataFrame = table.to_pandas()
    for name, column in zip(table.column_names, table.columns, strict=True):
        if pa.types.is_list(column.type):
            # Cells of several values are tuples, as the readers make them.
            frame[name] = _tuples(column.to_pylist())
        elif pa.types.is_dictionary(column.type) and not len(frame[name].cat.categories):
            # Where there are no categories, nothing tells that they are texts.
            frame[name] = pd.Categorical.from_codes(
                frame[name].cat.codes, categories=pd.Index([], dtype="str")
            )
    return frame


def _tuples(cells: list[Any]) -> pd.Series[Any]:
    return pd.Series([tuple(cell) for cell in cells], dtype="object")
