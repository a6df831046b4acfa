"""The command `python -m data merge`: one file of each department joined into one campaign."""

from __future__ import annotations

import argparse
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data import reading, wording, writers
from data.campaign import Campaign
from data.commands import FAULTY, FINE, UNUSABLE, refuse, tell
from data.merging import decisions, sources
from data.merging.conflicts import Conflict
from data.merging.joining import Joining
from data.merging.sources import Source
from data.problems import Problem, Unreadable
from data.readers import files
from data.readers.report import Report
from data.readers.settings import SettingsRow

_FORMS = {ending: form for form, ending in writers.ENDINGS.items()} | dict.fromkeys(
    files.YAML_ENDINGS, "yaml"
)


def merge(arguments: argparse.Namespace) -> int:
    """Join the files of a folder; 1 if they contradict each other or hold errors, 2 if nothing is done."""
    lang, folder, out = arguments.lang, Path(arguments.folder), Path(arguments.out)
    if out.exists():
        return refuse(wording.text("merge.taken", lang, path=out), lang)
    if out.resolve().is_relative_to(folder.resolve()):
        return refuse(wording.text("merge.inside", lang, path=out), lang)
    at = folder
    try:
        found = sources.find(folder)
        preferred = [sources.called(name, found) for name in arguments.prefer or ()]
        at = Path(arguments.decided or "")
        decided = decisions.read(at) if arguments.decided else {}
    except Unreadable as error:
        tell(at, error.problems, lang)
        return UNUSABLE
    joining = Joining(found, _year(found), decisions.choosing(decided, preferred))
    if not joining.sheets:
        tell(folder, _problems(found), lang)
        return UNUSABLE
    campaign = reading.assemble(folder.name, joining.sheets, Report(), files.SETTINGS_FILES[0])
    errors = tell(
        folder, _problems(found, campaign.problems, *map(Conflict.problems, joining.conflicts)), lang
    )
    if joining.conflicts:
        return _put_off(joining.conflicts, arguments)
    try:
        _write(campaign, out, arguments.format, lang)
    except writers.TooLargeError as error:
        return refuse(error.describe(lang), lang)
    counts: dict[str, Any] = {table: f"{len(frame):,}" for table, frame in campaign.tables.items()}
    print(wording.text("merge.written", lang, n=len(found), path=out, **counts))
    if errors:
        print(wording.text("merge.errors", lang, n=errors))
    return FAULTY if errors else FINE


def _year(found: Sequence[Source]) -> int | None:
    """Find the year of days without one, as the settings give it."""
    given = [source.sheets["campaign"] for source in found if "campaign" in source.sheets]
    years = (SettingsRow(sheet, "", "", Report()).year for sheet in given)
    return next((year for year in years if year), None)


def _problems(found: Sequence[Source], *others: Sequence[Problem]) -> list[Problem]:
    """List all problems in the order of the files."""
    every = [*(source.problems for source in found), *others]
    report = Report()
    for problem in (problem for some in every for problem in some):
        report.add(problem)
    return [*report.problems()]


def _put_off(conflicts: Sequence[Conflict], arguments: argparse.Namespace) -> int:
    """Write nothing but the list to decide in, if it is wanted."""
    lang = arguments.lang
    print(wording.text("merge.undecided", lang, n=len(conflicts)))
    if arguments.conflicts:
        path = Path(arguments.conflicts)
        path.write_bytes(decisions.to_bytes(conflicts, path.suffix.lower(), lang))
        print(wording.text("merge.decide", lang, path=path))
    return FAULTY


def _write(campaign: Campaign, out: Path, form: str | None, lang: str) -> None:
    """Write the campaign as one file, or as a folder of tables."""
    form = form or _FORMS.get(out.suffix.lower(), "csv")
    made = writers.write(campaign, form, lang, masked=False)
    if form == "csv" and out.suffix.lower() != files.ZIP_ENDING:
        with zipfile.ZipFile(io.BytesIO(made)) as folder:
            folder.extractall(out)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(made)
