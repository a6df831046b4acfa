"""The files of a campaign as bytes, read once, and never while somebody is still writing them."""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from data.errors import CellError
from data.models import TABLES
from data.problems import Loss, Problem, Severity, Unreadable

SETTINGS_FILES = ("campaign.yaml", "campaign.yml")
YAML_ENDINGS = (".yaml", ".yml")
CSV_ENDING = ".csv"

# A file touched less than this long ago may still be growing.
QUIET_SECONDS = 0.5
ATTEMPTS = 20

MEGABYTE = 1024 * 1024
# YAML is held in memory cell by cell; tables beyond this size belong in CSV.
LARGEST = {".yaml": 32 * MEGABYTE, ".yml": 32 * MEGABYTE, CSV_ENDING: 256 * MEGABYTE}


@dataclass(frozen=True, slots=True)
class Files:
    """The content of a campaign's files by name, and a version that changes with it."""

    contents: dict[str, bytes]
    version: str
    modified: dict[str, dt.datetime]
    """When each file was last changed, where that is known."""


def signature(path: Path) -> str:
    """Sign the files of a campaign cheaply by name, size, times and inode; empty if there are none."""
    signs = []
    for part in _parts(path):
        try:
            state = part.stat()
        except OSError:
            continue
        # The time of change tells of rights granted, and of copies that keep the time of writing.
        times = f"{state.st_mtime_ns}:{state.st_ctime_ns}"
        signs.append(f"{part.name}:{state.st_size}:{times}:{state.st_ino}")
    return "|".join(signs)


def gather(path: Path) -> Files:
    """Read the files of a campaign once they lie still. Raises Unreadable."""
    if not path.exists():
        raise refusal("missing_path", path.name)
    for _ in range(ATTEMPTS):
        _wait_until_quiet(path)
        before = signature(path)
        contents = {part.name: _content(part) for part in _parts(path)}
        if before == signature(path):
            if not contents:
                raise refusal("nothing_to_read", path.name)
            return Files(contents, _version(contents), _modified(path))
    raise refusal("changing", path.name)


def refusal(code: str, file: str, **values: str) -> Unreadable:
    """Make the error for a file of which nothing can be shown."""
    line = int(values["line"]) if "line" in values else None
    return Unreadable((Problem(Severity.ERROR, code, file, line, values=values, loss=Loss.FILE),))


def _parts(path: Path) -> list[Path]:
    """List the files that make up a campaign, in the order of their names."""
    if not path.is_dir():
        return [path]
    try:
        found = sorted(part for part in path.iterdir() if part.is_file())
    except OSError:
        return []
    return [part for part in found if part.name in SETTINGS_FILES or part.suffix.lower() == CSV_ENDING]


def _wait_until_quiet(path: Path) -> None:
    try:
        youngest = max((part.stat().st_mtime for part in _parts(path)), default=0)
    except OSError:
        youngest = time.time()
    # A time in the future (another machine's clock) is no reason to wait.
    age = time.time() - youngest
    if 0 <= age < QUIET_SECONDS:
        time.sleep(QUIET_SECONDS - age)


def _modified(path: Path) -> dict[str, dt.datetime]:
    found = {}
    for part in _parts(path):
        with contextlib.suppress(OSError):
            found[part.name] = dt.datetime.fromtimestamp(part.stat().st_mtime, dt.UTC)
    return found


def _content(part: Path) -> bytes:
    try:
        largest = LARGEST.get(part.suffix.lower(), LARGEST[CSV_ENDING])
        if (size := part.stat().st_size) > largest:
            raise refusal("too_large", part.name, size=f"{size // MEGABYTE}", limit=f"{largest // MEGABYTE}")
        return part.read_bytes()
    except OSError as error:
        raise refusal("cannot_open", part.name) from error


def _version(contents: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in contents.items():
        digest.update(f"{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def encoding(content: bytes) -> str:
    """Find the encoding: a byte order mark, strict UTF-8 or GB18030. Raises CellError on anything else."""
    first = 0
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates: tuple[str, ...] = ("utf-16",)
    elif b"\0" in content:
        raise CellError("binary_file")
    else:
        candidates = ("utf-8-sig", "gb18030")
    for name in candidates:
        try:
            content.decode(name)
        except UnicodeDecodeError as error:
            first = first or error.start
            continue
        return name
    # The place is that of the first byte that is no UTF-8.
    raise CellError("unknown_encoding", line=str(content.count(b"\n", 0, first) + 1))


def tables_by_file(files: Files) -> dict[str, str]:
    """Map each CSV file of a folder to the table it is named after, or to an empty text."""
    names = (name for name in files.contents if name.lower().endswith(CSV_ENDING))
    return {name: stem if (stem := name[: -len(CSV_ENDING)].lower()) in TABLES else "" for name in names}
