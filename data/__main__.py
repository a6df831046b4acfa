"""Commands for those who keep the data: `python -m data --help` lists them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from data import commands, simulation, wording, writers
from data.briefing import command as briefing
from data.comparison import command as comparison
from data.merging import command as merging

Run = Callable[[argparse.Namespace], int]
Command = Callable[[str, Run], argparse.ArgumentParser]
Words = Callable[[str], str]


def main(written: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code (0 fine, 1 errors found, 2 nothing could be done)."""
    lang = language(os.environ)
    arguments = _parser(lang).parse_args(written)
    arguments.lang = arguments.lang or lang
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough, such as `head`; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.FAULTY
    except OSError as error:
        path, reason = error.filename or "", error.strerror or ""
        text = wording.text("cannot_write", arguments.lang, path=path, reason=reason)
        return commands.refuse(text, arguments.lang)
    return code


def language(environment: Mapping[str, str]) -> str:
    """Choose the language of messages from the environment, as other programs do: Chinese, else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def _parser(lang: str) -> argparse.ArgumentParser:
    def words(key: str) -> str:
        # argparse fills % itself.
        return wording.text(f"help.{key}", lang).replace("%", "%%")

    parser = argparse.ArgumentParser(prog="python -m data", description=words("data"))
    several = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Run) -> argparse.ArgumentParser:
        added = several.add_parser(name, help=words(name), description=words(f"{name}.description"))
        added.add_argument("--lang", choices=wording.LANGUAGES, help=words("lang"))
        added.set_defaults(run=run)
        return added

    checked = command("check", commands.check)
    checked.add_argument("path", metavar="PATH", help=words("check.path"))
    checked.add_argument("--mapping", metavar="FILE", help=words("check.mapping"))
    described = command("schema", commands.write_schema)
    described.add_argument("--access", action="store_true", help=words("schema.access"))
    described.add_argument("--out", metavar="FILE", help=words("schema.out"))
    filled = command("template", commands.write_template)
    filled.add_argument("--format", choices=[*writers.ENDINGS], default="csv", help=words("template.format"))
    filled.add_argument("--out", metavar="DIR", required=True, help=words("template.out"))
    guessed = command("suggest", commands.suggest_mapping)
    guessed.add_argument("path", metavar="FILE", help=words("suggest.path"))
    guessed.add_argument("--out", metavar="FILE", help=words("suggest.out"))
    command("fields", commands.write_fields).add_argument("--out", metavar="FILE", help=words("fields.out"))
    exported = command("export", commands.export)
    exported.add_argument("path", metavar="PATH", help=words("export.path"))
    exported.add_argument("--format", choices=[*writers.ENDINGS], help=words("export.format"))
    exported.add_argument("--out", metavar="FILE", required=True, help=words("export.out"))
    briefing.add_arguments(command("brief", briefing.brief), lang)
    _add_versions(command, words)
    _add_simulation(command, words, lang)
    return parser


def _add_versions(command: Command, words: Words) -> None:
    """Add what is done with several files: two versions compared, those of departments joined."""
    compared = command("diff", comparison.diff)
    compared.add_argument("before", metavar="A", help=words("diff.before"))
    compared.add_argument("after", metavar="B", help=words("diff.after"))
    compared.add_argument("--format", choices=comparison.FORMATS, help=words("diff.format"))
    compared.add_argument("--out", metavar="FILE", help=words("diff.out"))
    merged = command("merge", merging.merge)
    merged.add_argument("folder", metavar="DIR", help=words("merge.folder"))
    merged.add_argument("--out", metavar="FILE_OR_DIR", required=True, help=words("merge.out"))
    merged.add_argument("--format", choices=[*writers.ENDINGS], help=words("merge.format"))
    merged.add_argument("--prefer", metavar="FILE", action="append", help=words("merge.prefer"))
    merged.add_argument("--conflicts", metavar="FILE", help=words("merge.conflicts"))
    merged.add_argument("--decided", metavar="FILE", help=words("merge.decided"))


def _add_simulation(command: Command, words: Words, lang: str) -> None:
    made = command("simulate", commands.simulate)
    defaults = {"items": simulation.DEFAULT_ITEMS, "seed": simulation.DEFAULT_SEED}
    defaults |= {"readings": simulation.DEFAULT_READINGS, "leads": simulation.DEFAULT_LEADS}
    for name, default in defaults.items():
        number = _at_least(1 if name == "items" else 0, lang)
        text = words(f"simulate.{name}") + f" ({default})"
        made.add_argument(f"--{name}", type=number, default=default, metavar="N", help=text)
    made.add_argument("--out", metavar="DIR", required=True, help=words("simulate.out"))


def _at_least(least: int, lang: str) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(wording.text("at_least", lang, least=least, found=text))
        return int(text)

    return number


if __name__ == "__main__":
    sys.exit(main())
