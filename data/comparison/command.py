"""The command `python -m data diff`: two versions compared, to be read, to be filtered or for programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from data import wording
from data.commands import FAULTY, FINE, UNUSABLE, opened, refuse
from data.comparison import records, text, workbook
from data.comparison.difference import compare

FORMATS = ("text", "xlsx", "json")


def diff(arguments: argparse.Namespace) -> int:
    """Tell what differs; 0 if nothing does, 1 if something, 2 if a version cannot be read."""
    lang, paths = arguments.lang, (Path(arguments.before), Path(arguments.after))
    out = Path(arguments.out) if arguments.out else None
    form = arguments.format or (out.suffix.lstrip(".").lower() if out else "text")
    if form == "xlsx" and out is None:
        return refuse(wording.text("diff.needs_out", lang), lang)
    if out is not None and out.exists() and any(path.exists() and out.samefile(path) for path in paths):
        return refuse(wording.text("diff.own_file", lang, path=out), lang)
    before, after = (opened(path, lang, "diff.errors") for path in paths)
    if before is None or after is None:
        return UNUSABLE
    difference = compare(before, after)
    if form == "xlsx":
        made = workbook.to_xlsx(difference, [str(path) for path in paths], lang)
    elif form == "json":
        made = records.to_json(difference).encode()
    else:
        made = "".join(f"{line}\n" for line in text.text(difference, lang)).encode()
    if out is None:
        print(made.decode(), end="")
    else:
        out.write_bytes(made)
        print(wording.text("written", lang, path=out))
    return FAULTY if len(difference) else FINE
