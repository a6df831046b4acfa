"""The command `python -m data brief`: the briefing as the page makes it, without a screen."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import os
from collections.abc import Iterable
from pathlib import Path

from data import addresses, wording
from data.addresses import Query
from data.briefing import formats, office, scope
from data.briefing.formats import FORMATS
from data.briefing.office import DocumentError, Office
from data.briefing.parts import Part
from data.briefing.period import Period, ending
from data.campaign import Campaign
from data.commands import FINE, UNUSABLE, opened, refuse
from data.filters import Filters, options


class _WrongError(Exception):
    """What was asked for does not exist; the message says so to a person."""


def brief(arguments: argparse.Namespace) -> int:
    """Write the briefing of a period and a scope; a file that is there already is written anew."""
    lang, out = arguments.lang, Path(arguments.out)
    by_ending = {form.extension: key for key, form in FORMATS.items()}
    key = arguments.format or by_ending.get(out.suffix.lower())
    if key is None:
        return refuse(wording.text("brief.which", lang, formats=", ".join(FORMATS)), lang)
    if out.is_dir():
        return refuse(wording.text("brief.folder", lang, path=out), lang)
    campaign = opened(Path(arguments.path), lang, "brief.errors")
    if campaign is None:
        return UNUSABLE
    try:
        period, filters = _period(campaign, arguments), _filters(campaign, arguments)
        base: Query = {"lang": lang} | _named(arguments.campaign) | _as_of(campaign, period)
        made = scope.of(campaign, period, filters, lang, root=arguments.url or "", base=base)
        content = formats.write(key, made, _parts(arguments), _office(arguments))
    except _WrongError as error:
        return refuse(str(error), lang)
    except DocumentError as error:
        return refuse(error.describe(lang), lang)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    print(wording.text("written", lang, path=out))
    return FINE


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """Declare what the command takes."""

    def words(key: str) -> str:
        # argparse fills % itself.
        return wording.text(f"help.brief.{key}", lang).replace("%", "%%")

    parser.add_argument("path", metavar="PATH", help=words("path"))
    for name in ("since", "until"):
        parser.add_argument(f"--{name}", metavar="DATE", type=dt.date.fromisoformat, help=words(name))
    for name in addresses.SEVERAL:
        parser.add_argument(f"--{name}", metavar="ID", action="append", default=[], help=words(name))
    parser.add_argument("--role", choices=("lead", "support"), help=words("role"))
    parser.add_argument(
        "--without",
        metavar="PART",
        action="append",
        default=[],
        choices=[*map(str, Part)],
        help=words("without"),
    )
    parser.add_argument("--format", choices=[*FORMATS], help=words("format"))
    parser.add_argument("--masthead", metavar="TEXT", help=words("masthead"))
    parser.add_argument("--template", metavar="FILE", help=words("template"))
    parser.add_argument("--url", metavar="URL", help=words("url"))
    parser.add_argument("--campaign", metavar="NAME", help=words("campaign"))
    parser.add_argument("--out", metavar="FILE", required=True, help=words("out"))


def _office(arguments: argparse.Namespace) -> Office:
    usual = office.of(os.environ)
    return Office(arguments.masthead or usual.masthead, arguments.template or usual.template)


def _period(campaign: Campaign, arguments: argparse.Namespace) -> Period:
    last = arguments.until or campaign.settings.today()
    if arguments.since is None:
        return ending(last)
    if arguments.since > last:
        raise _WrongError(wording.text("brief.backwards", arguments.lang, since=arguments.since, until=last))
    return Period(arguments.since, last)


def _named(name: str | None) -> Query:
    """Make links open this campaign where the app shows several."""
    return {"campaign": name} if name else {}


def _as_of(campaign: Campaign, period: Period) -> Query:
    """Make links show the day the briefing speaks for."""
    return {} if period.last == campaign.settings.today() else {"as_of": period.last.isoformat()}


def _filters(campaign: Campaign, arguments: argparse.Namespace) -> Filters:
    offered = options(campaign)
    chosen = {field: getattr(arguments, name) for name, field in addresses.SEVERAL.items()}
    for name, field in addresses.SEVERAL.items():
        _check(name, chosen[field], getattr(offered, field), arguments.lang)
    return Filters(**chosen, role=arguments.role or "either")


def _check(name: str, asked: Iterable[str], allowed: tuple[str, ...], lang: str) -> None:
    """Refuse an id that the campaign does not have, with the one that was probably meant."""
    for value in asked:
        if value not in allowed:
            near = difflib.get_close_matches(value, allowed, n=1, cutoff=0.5)
            key = "brief.unknown.near" if near else "brief.unknown"
            raise _WrongError(wording.text(key, lang, name=name, value=value, near="".join(near)))


def _parts(arguments: argparse.Namespace) -> tuple[Part, ...]:
    return tuple(part for part in Part if part not in arguments.without)
