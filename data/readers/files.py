"""The files of a campaign as bytes: read once, never while somebody is still writing them, or uploaded."""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import functools
import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from data import table_names
from data.errors import CellError
from data.problems import Loss, Problem, Severity, Unreadable

SETTINGS_FILES = ("campaign.yaml", "campaign.yml")
YAML_ENDINGS = (".yaml", ".yml")
CSV_ENDING = ".csv"
XLSX_ENDING = ".xlsx"
ZIP_ENDING = ".zip"
MAPPING_ENDING = ".mapping.yaml"
"""What stands in place of a table's own ending in the name of the mapping beside it."""
TABLE_ENDINGS = (CSV_ENDING, XLSX_ENDING)
# What a spreadsheet program keeps beside a workbook while it is open.
_LOCK = "~$"

# A file touched less than this long ago may still be growing.
QUIET_SECONDS = 0.5
ATTEMPTS = 20

MEGABYTE = 1024 * 1024
# YAML is held in memory cell by cell; tables beyond this size belong in CSV.
LARGEST = {
    ".yaml": 32 * MEGABYTE,
    ".yml": 32 * MEGABYTE,
    CSV_ENDING: 256 * MEGABYTE,
    XLSX_ENDING: 32 * MEGABYTE,
    ZIP_ENDING: 64 * MEGABYTE,
}


@dataclass(frozen=True)
class Files:
    """The content of a campaign's files by name, under the name of the only one or of their folder."""

    name: str
    contents: dict[str, bytes]
    folder: bool = False
    modified: Mapping[str, dt.datetime] = field(default_factory=dict)
    """When each file was last changed, where that is known."""

    @functools.cached_property
    def version(self) -> str:
        """Return what changes whenever the content does."""
        digest = hashlib.sha256()
        for name, content in self.contents.items():
            digest.update(f"{name}:{len(content)}:".encode())
            digest.update(content)
        return digest.hexdigest()[:16]


def signature(path: Path) -> str:
    """Sign the files of a campaign cheaply by name, size, times and inode; empty if there are none."""
    return sign(_parts(path))


def sign(parts: Iterable[Path]) -> str:
    """Sign files by name, size, times and inode; those that are not there are left out."""
    signs = []
    for part in parts:
        try:
            state = part.stat()
        except OSError:
            continue
        # The time of change tells of rights granted, and of copies that keep the time of writing.
        times = f"{state.st_mtime_ns}:{state.st_ctime_ns}"
        signs.append(f"{part.name}:{state.st_size}:{times}:{state.st_ino}")
    return "|".join(signs)


def mapping_of(name: str) -> str:
    """Name the mapping of a table's file."""
    return PurePosixPath(name).stem + MAPPING_ENDING


def gather(path: Path) -> Files:
    """Read the files of a campaign once they lie still. Raises Unreadable."""
    if not path.exists():
        raise refusal("missing_path", path.name)
    for _ in range(ATTEMPTS):
        _wait_until_quiet(path)
        before = signature(path)
        contents = {part.name: content(part) for part in _parts(path)}
        if before == signature(path):
            if not contents:
                raise refusal("nothing_to_read", path.name)
            return Files(path.name, contents, path.is_dir(), _modified(path))
    raise refusal("changing", path.name)


def uploaded(name: str, content: bytes) -> Files:
    """Take a file as somebody handed it over. Raises Unreadable if it is too large."""
    # Some browsers send the path along.
    name = PurePosixPath(name.replace("\\", "/")).name
    _refuse_large(name, len(content))
    return Files(name, {name: content})


def uploaded_together(contents: Mapping[str, bytes]) -> Files:
    """Take the files of a folder, or one table and its mapping, as somebody handed them over.

    Raises Unreadable if they are too large.
    """
    found: dict[str, bytes] = {}
    for name, content in contents.items():
        found |= uploaded(name, content).contents
    tables = [name for name in found if not name.lower().endswith(MAPPING_ENDING)] or list(found)
    if (size := sum(map(len, found.values()))) > (limit := LARGEST[ZIP_ENDING]):
        raise refusal("too_large", tables[0], size=f"{size // MEGABYTE}", limit=f"{limit // MEGABYTE}")
    return Files(tables[0], dict(sorted(found.items())), folder=len(tables) > 1)


def refusal(code: str, file: str, **values: str) -> Unreadable:
    """Make the error for a file of which nothing can be shown."""
    line = int(values["line"]) if "line" in values else None
    return Unreadable((Problem(Severity.ERROR, code, file, line, values=values, loss=Loss.FILE),))


def _parts(path: Path) -> list[Path]:
    """List the files that make up a campaign, in the order of their names."""
    if not path.is_dir():
        mapping = path.with_name(mapping_of(path.name))
        is_table = path.name.lower().endswith(TABLE_ENDINGS)
        return [path, mapping] if is_table and mapping.is_file() else [path]
    try:
        found = sorted(part for part in path.iterdir() if part.is_file())
    except OSError:
        return []
    return [part for part in found if belongs(part.name)]


def belongs(name: str) -> bool:
    """Tell whether a file of a folder is part of a campaign."""
    of_a_table = name.lower().endswith((*TABLE_ENDINGS, MAPPING_ENDING)) and not name.startswith(_LOCK)
    return of_a_table or name in SETTINGS_FILES


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


def content(part: Path) -> bytes:
    """Read one file. Raises Unreadable."""
    try:
        _refuse_large(part.name, part.stat().st_size)
        return part.read_bytes()
    except OSError as error:
        raise refusal("cannot_open", part.name) from error


def _refuse_large(name: str, size: int) -> None:
    limit = LARGEST.get(PurePosixPath(name).suffix.lower(), LARGEST[CSV_ENDING])
    if size > limit:
        raise refusal("too_large", name, size=f"{size // MEGABYTE}", limit=f"{limit // MEGABYTE}")


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
    return {name: table_names.find(name[: -len(CSV_ENDING)]) for name in names}
