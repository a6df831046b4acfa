"""The files to be joined: every file and every subfolder of a folder, each a campaign or a part of one."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data import reading, table_names
from data.problems import Problem, Unreadable
from data.readers import files
from data.readers.files import Files
from data.readers.report import Report
from data.readers.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Source:
    """A file or subfolder by name: its tables as written, and what was wrong with it as a whole."""

    name: str
    sheets: Mapping[str, Sheet]
    problems: tuple[Problem, ...] = ()


def find(folder: Path) -> list[Source]:
    """Open all that lies in a folder, in the order of names. Raises Unreadable if it is none."""
    if not folder.is_dir():
        raise files.refusal("missing_path", folder.name)
    found = [_opened(path) for path in sorted(folder.iterdir()) if _is_meant(path)]
    if not found:
        raise files.refusal("nothing_to_read", folder.name)
    return found


def called(name: str, sources: Sequence[Source]) -> Source:
    """Find the source somebody means by its name, with or without the ending. Raises Unreadable."""
    exactly = [source for source in sources if source.name == name]
    meant = exactly or [source for source in sources if Path(source.name).stem == name]
    if len(meant) == 1:
        return meant[0]
    near = difflib.get_close_matches(name, [source.name for source in sources], n=1, cutoff=0.3)
    raise files.refusal("unknown_source", name, name=name, near="".join(near))


def _is_meant(path: Path) -> bool:
    """Leave out what programs keep beside files, and the mappings, which belong to their tables."""
    beside = path.name.startswith((".", "~$", "__MACOSX")) or path.name.endswith(files.MAPPING_ENDING)
    return not beside and (path.is_file() or any(files.belongs(part.name) for part in path.iterdir()))


def _opened(path: Path) -> Source:
    report = Report()
    try:
        found = reading.unpacked(files.gather(path))
        sheets = reading.open_sheets(_as_folder(found, path.name), report)
    except Unreadable as error:
        return Source(path.name, {}, tuple(_within(path, problem) for problem in error.problems))
    problems = tuple(_within(path, problem) for problem in report.problems())
    within = {table: dataclasses.replace(s, file=_file(path, s.file)) for table, s in sheets.items()}
    return Source(path.name, within, problems)


def _as_folder(found: Files, name: str) -> Files:
    """Take a CSV that is named after a table for the folder it would else lie in."""
    named = name.lower().endswith(files.CSV_ENDING) and table_names.find(Path(name).stem)
    return dataclasses.replace(found, folder=True) if named else found


def _within(path: Path, problem: Problem) -> Problem:
    return dataclasses.replace(problem, file=_file(path, problem.file))


def _file(path: Path, name: str) -> str:
    """Name a file as seen from the folder of all sources."""
    beside = (path.name, files.mapping_of(path.name))
    return name if name in beside else f"{path.name}/{name}"
