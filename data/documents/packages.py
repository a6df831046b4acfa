"""Office files as packages of parts: the same parts make the same file, whenever they are packed."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def packed(content: bytes, day: dt.date) -> bytes:
    """Pack a package anew, its parts, and the packages among these, dated as of a day."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            found = old.read(part)
            if part.filename.endswith(".xlsx"):
                found = packed(found, day)
            elif part.filename == "docProps/core.xml":
                found = _DATED.sub(rf"\g<1>{day.isoformat()}T00:00:00Z".encode(), found)
            new.writestr(entry(part.filename, day), found)
    return made.getvalue()


def entry(name: str, day: dt.date) -> zipfile.ZipInfo:
    """Name a file of an archive, dated as of a day; archives know none before 1980."""
    made = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
