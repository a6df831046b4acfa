"""Office files as packages of parts: the same parts make the same file, whenever they are packed."""

from __future__ import annotations

import datetime as dt
import io
import zipfile


def packed(content: bytes, day: dt.date) -> bytes:
    """Pack a package anew, its parts dated as of a day."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            new.writestr(entry(part.filename, day), old.read(part))
    return made.getvalue()


def entry(name: str, day: dt.date) -> zipfile.ZipInfo:
    """Name a file of an archive, dated as of a day; archives know none before 1980."""
    made = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
