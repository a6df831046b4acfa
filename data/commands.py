"""What each command for data keepers does; every command returns its exit code and prints in one language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from data import access, field_reference, reading, schema, simulation, suggestion, template, wording, writers
from data.campaign import Campaign
from data.problems import Problem, Severity, Unreadable
from data.readers.files import mapping_of

FINE, FAULTY, UNUSABLE = 0, 1, 2


def check(arguments: argparse.Namespace) -> int:
    """Print every problem of a campaign; 1 if there are errors, 2 if nothing of it can be read."""
    path, lang = Path(arguments.path), arguments.lang
    mapping = Path(arguments.mapping) if arguments.mapping else None
    rights = access.read(path)
    problems = rights.problems if rights else ()
    code = FINE
    try:
        campaign = reading.read(path, mapping)
        problems += campaign.problems + (tuple(rights.unknown(campaign)) if rights else ())
    except Unreadable as error:
        problems, code = problems + error.problems, UNUSABLE
    errors = tell(path, problems, lang, mapping=mapping)
    counts = (("errors", errors), ("warnings", len(problems) - errors))
    print(
        wording.text("check.joint", lang).join(wording.text(f"check.{name}", lang, n=n) for name, n in counts)
    )
    return code or (FAULTY if errors else FINE)


def tell(
    path: Path,
    problems: Sequence[Problem],
    lang: str,
    *,
    mapping: Path | None = None,
    out: TextIO | None = None,
) -> int:
    """Print problems of a campaign with their places, one a line; returns how many are errors."""
    for problem in problems:
        place, severity = _folder(problem, path, mapping) / problem.place, f"check.{problem.severity}"
        print(f"{place}: {wording.text(severity, lang)}: {_words(problem, lang)}", file=out)
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _folder(problem: Problem, path: Path, mapping: Path | None) -> Path:
    """Find the folder of the file in which a problem is; a ZIP stands for one."""
    if mapping and problem.file == mapping.name:
        return mapping.parent
    # What concerns the path itself bears its name.
    beside = () if path.is_dir() else (mapping_of(path.name), *(part.name for part in access.parts(path)))
    return path.parent if problem.file in (path.name, *beside) else path


def _words(problem: Problem, lang: str) -> str:
    """Word a problem without its place, which stands before it."""
    field, expected = problem.field(lang), problem.expected(lang)
    parts = (
        problem.title(lang),
        wording.text("check.expected", lang, expected=expected) if expected else "",
        problem.effect(lang),
        problem.suggestion(lang),
    )
    joint = "" if lang == "zh" else " "
    said = joint.join(part.strip() for part in parts if part)
    # A problem is one line, whatever the cell held.
    said = " ".join(said.split("\n"))
    return wording.text("check.field", lang, field=field, text=said) if field else said


def write_schema(arguments: argparse.Namespace) -> int:
    """Write the JSON Schema and tell the line that makes editors use it."""
    text, lang = schema.text(schema.rights if arguments.access else None), arguments.lang
    if arguments.out is None:
        print(text, end="")
        name = "access" if arguments.access else "campaign"
        print(wording.text("schema.line", lang, path=f"{name}.schema.json"), file=sys.stderr)
        return FINE
    out = Path(arguments.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8", newline="\n")
    print(wording.text("written", lang, path=out))
    print(wording.text("schema.line", lang, path=out.name))
    return FINE


def write_template(arguments: argparse.Namespace) -> int:
    """Write an empty campaign; what is there already is never overwritten."""
    lang, out = arguments.lang, Path(arguments.out)
    made = template.files(arguments.format, lang)
    taken = [out / name for name in made if (out / name).exists()]
    if taken:
        return refuse(wording.text("template.taken", lang, path=taken[0]), lang)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (out / name).write_bytes(content)
        print(wording.text("written", lang, path=out / name))
    print(wording.text("template.next", lang, path=out))
    return FINE


def export(arguments: argparse.Namespace) -> int:
    """Write a whole campaign as one file; what is there already is never overwritten."""
    lang, path, out = arguments.lang, Path(arguments.path), Path(arguments.out)
    by_ending = {ending: form for form, ending in writers.ENDINGS.items()}
    form = arguments.format or by_ending.get(out.suffix.lower())
    if form is None:
        return refuse(wording.text("export.which", lang, endings=", ".join(by_ending)), lang)
    if out.exists():
        return refuse(wording.text("export.taken", lang, path=out), lang)
    campaign = opened(path, lang, "export.errors")
    if campaign is None:
        return UNUSABLE
    try:
        # Whoever runs this has the files with all that is in them.
        content = writers.write(campaign, form, lang, masked=False)
    except writers.TooLargeError as error:
        return refuse(error.describe(lang), lang)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    print(wording.text("written", lang, path=out))
    return FINE


def write_fields(arguments: argparse.Namespace) -> int:
    """Write the field reference."""
    text = field_reference.markdown(arguments.lang)
    if arguments.out is None:
        print(text, end="")
        return FINE
    Path(arguments.out).write_text(text, encoding="utf-8", newline="\n")
    print(wording.text("written", arguments.lang, path=arguments.out))
    return FINE


def simulate(arguments: argparse.Namespace) -> int:
    """Write a simulated campaign."""
    lang, out = arguments.lang, Path(arguments.out)
    if simulation.holds_another(out):
        return refuse(wording.text("simulate.taken", lang, path=out), lang)
    try:
        tables = simulation.simulate(arguments.items, arguments.seed, arguments.readings, arguments.leads)
    except simulation.TooManyReadingsError as error:
        text = wording.text(
            "simulate.too_many", lang, most=f"{error.most:,}", asked=f"{arguments.readings:,}"
        )
        return refuse(text, lang)
    simulation.write(tables, out)
    print(
        wording.text(
            "simulate.written",
            lang,
            path=out,
            items=f"{len(tables['items']):,}",
            updates=f"{len(tables['updates']):,}",
            readings=f"{len(tables['readings']):,}",
            leads=f"{len(tables['leads']):,}",
        )
    )
    return FINE


def opened(path: Path, lang: str, errors: str) -> Campaign | None:
    """Read a campaign for a command, or say why not; `errors` words that not all of it could be read."""
    try:
        campaign = reading.read(path)
    except Unreadable as error:
        tell(path, error.problems, lang, out=sys.stderr)
        return None
    if count := sum(problem.severity is Severity.ERROR for problem in campaign.problems):
        print(wording.text(errors, lang, n=count, path=path), file=sys.stderr)
    return campaign


def suggest_mapping(arguments: argparse.Namespace) -> int:
    """Write a first mapping for a table of other headers; what is there already is never overwritten."""
    lang, out = arguments.lang, Path(arguments.out) if arguments.out else None
    if out and out.exists():
        return refuse(wording.text("suggest.taken", lang, path=out), lang)
    try:
        text = suggestion.suggest(Path(arguments.path), lang)
    except Unreadable as error:
        return refuse("\n".join(problem.describe(lang) for problem in error.problems), lang)
    if out is None:
        print(text, end="")
        return FINE
    out.write_text(text, encoding="utf-8", newline="\n")
    print(wording.text("written", lang, path=out))
    print(wording.text("suggest.next", lang, path=arguments.path, mapping=out))
    return FINE


def refuse(text: str, lang: str) -> int:
    """Say in a sentence why nothing was done."""
    print(wording.text("refused", lang, text=text), file=sys.stderr)
    return UNUSABLE
