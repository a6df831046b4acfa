"""A ZIP of a campaign's folder, unpacked in memory."""

from __future__ import annotations

from pathlib import PurePosixPath

from data import table_names
from data.readers import files
from data.readers.archives import Archive
from data.readers.files import Files

_READ = (*files.TABLE_ENDINGS, *files.YAML_ENDINGS)


def unpack(packed: Files) -> Files:
    """Unpack a campaign; the folder that holds all its files lends its name. Raises Unreadable."""
    (content,) = packed.contents.values()
    archive = Archive(packed.name, content)
    paths = {name: PurePosixPath(name) for name in archive.names if _is_read(PurePosixPath(name))}
    tops = {path.parts[0] if len(path.parts) > 1 else "" for path in paths.values()}
    top = tops.pop() if len(tops) == 1 else ""
    # As in a folder, what lies in folders further down is no part of the campaign.
    at_top = {path.name: name for name, path in paths.items() if len(path.parts) == (2 if top else 1)}
    if len(at_top) == 1:
        ((alone, name),) = at_top.items()
        if not _of_folder(alone):
            return Files(alone, {alone: archive.read(name)})
    found = {name: archive.read(at_top[name]) for name in sorted(at_top) if files.belongs(name)}
    if not found:
        raise files.refusal("nothing_to_read", packed.name)
    return Files(top or packed.name, found, folder=True)


def _of_folder(name: str) -> bool:
    """Tell whether a file makes a folder even alone: settings, and a table other than that of items."""
    stem = name[: -len(files.CSV_ENDING)] if name.lower().endswith(files.CSV_ENDING) else ""
    return name in files.SETTINGS_FILES or table_names.find(stem) not in ("", "items")


def _is_read(path: PurePosixPath) -> bool:
    """Leave out what systems pack along: `__MACOSX/._items.csv`, `~$items.xlsx`."""
    hidden = path.name.startswith((".", "~$")) or path.parts[0] == "__MACOSX"
    return path.name.lower().endswith(_READ) and not hidden
