"""The command `python -m data diff`: two versions compared, to be read, to be filtered or for programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data import reading, wording
from data.campaign import Campaign
from data.commands import FAULTY, FINE, UNUSABLE, refuse, tell
from data.comparison import records, text, workbook
from data.comparison.difference import compare
from data.problems import Severity, Unreadable

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
    before, after = (_read(path, lang) for path in paths)
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


def _read(path: Path, lang: str) -> Campaign | None:
    """Read a version; what is wrong with it goes where it is not taken for a difference."""
    try:
        campaign = reading.read(path)
    except Unreadable as error:
        tell(path, error.problems, lang, out=sys.stderr)
        return None
    if errors := sum(problem.severity is Severity.ERROR for problem in campaign.problems):
        print(wording.text("diff.errors", lang, n=errors, path=path), file=sys.stderr)
    return campaign
