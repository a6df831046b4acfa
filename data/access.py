"""The file of rights beside a campaign, as read and checked: whoever it does not let in sees nothing.

It is `access.yaml` in the campaign's folder. Beside a campaign of one file, `NAME.yaml` or the like, it
is `NAME.access.yaml`, else the `access.yaml` of all that lies in the folder. It is no part of the
campaign: it has no tables, is in no export, and changes no version. Where there is none, everybody sees
everything; where it is wrong, nobody sees anything.
"""

from __future__ import annotations

import functools
import logging
import os
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.campaign import Campaign
from data.grants import USUALLY_INTERNAL, Grant, InternalFields
from data.models import columns
from data.models.access import USUAL, AccessFile, Role, RoleEntry, Rule
from data.problems import Problem, Severity, Unreadable
from data.readers import files, rights
from data.readers.references import Names
from data.viewer import Viewer

Claims = Mapping[str, Any]
# Of `access.yaml`, and of whatever somebody may have called it by a slip: `access.yml`, `access.yaml.txt`.
_BEGINNING = "access.y"
_TICK_NS = 2_000_000_000
"""The longest tick of a file system's clock, that of FAT."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Access:
    """Who may see what of a campaign; with errors, `closed`: it lets nobody in."""

    file: str
    said: AccessFile
    fields: InternalFields = USUALLY_INTERNAL
    problems: tuple[Problem, ...] = ()
    places: rights.Places | None = None

    @property
    def closed(self) -> bool:
        """Whether nobody sees anything until the file is mended."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def viewer(self, claims: Claims) -> Viewer:
        """Tell what somebody may see of whom the sign-in service says this; nothing if no rule matches."""
        met = [rule for rule in self.said.rules if _meets(rule, claims)]
        role = max((rule.role for rule in met), key=[*Role].index, default=None)
        grants = () if self.closed else tuple(self.grant(rule.role, _named(rule, claims)) for rule in met)
        return Viewer(_account(claims), role, grants, self.fields)

    def grant(self, role: Role, organizations: tuple[str, ...]) -> Grant:
        """Tell what somebody in a role sees of and for organizations."""
        sees: RoleEntry = self.said.roles.get(role) or USUAL[role]
        return Grant(frozenset(sees.items), sees.fields, organizations)

    def unknown(self, campaign: Campaign) -> Iterator[Problem]:
        """Find organizations and fields that a campaign does not have; such names grant nothing."""
        if self.closed or self.places is None:
            return
        names = Names("organizations", campaign["organizations"])
        for path, name in self._organizations():
            if not names.knows(name):
                remark: Any = names.find(name)
                yield self.places.problem(remark.code, path, name, remark.values, Severity.WARNING)
        for name in self.said.open_fields:
            table, _, column = name.partition(".")
            if column not in {*columns(table), *campaign.extras.get(table, ())}:
                yield self.places.problem("access_field", ("open_fields",), name, severity=Severity.WARNING)

    def _organizations(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        for number, rule in enumerate(self.said.rules):
            for name in rule.organizations:
                yield ("rules", number, "organizations"), name


def parts(path: Path) -> list[Path]:
    """Find the file of rights beside a campaign, with others that may be meant for it; none: open to all."""
    folder = _folder(path)
    try:
        with os.scandir(folder) as entries:
            files_there = [(entry.name.lower(), entry.path) for entry in entries]
    except FileNotFoundError:
        return []
    own = f"{path.stem}.{_BEGINNING}".lower()
    for beginning in (_BEGINNING,) if folder == path else (own, _BEGINNING):
        if found := sorted(file for name, file in files_there if name.startswith(beginning)):
            return list(map(Path, found))
    return []


def _folder(path: Path) -> Path:
    """Name the folder in which the rights of a campaign lie: its own, or the one that holds its file."""
    return path if path.is_dir() else path.parent


def read(path: Path) -> Access | None:
    """Read the rights of the campaign at a path; None if it is open to all."""
    if found := parts(path):
        return _read(found)
    return closed(Problem(Severity.ERROR, "access_packed", path.name)) if _packed(path) else None


def _packed(path: Path) -> bool:
    """Tell whether the file of rights was packed into the archive of its campaign."""
    if path.suffix.lower() != files.ZIP_ENDING:
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.rpartition("/")[2].lower() for name in archive.namelist()]
    except (OSError, zipfile.BadZipFile):
        return False
    return any(name.startswith(_BEGINNING) for name in names)


def closed(*problems: Problem) -> Access:
    """Let nobody in, and say why."""
    return Access(problems[0].file, AccessFile(rules=()), problems=problems)


class _Watched:
    """One file of rights, read again when it changes; once seen, it must be there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._listed: tuple[tuple[int, ...], list[Path]] = (), []
        self._signature: str | None = None
        self._access: Access | None = None

    def current(self) -> Access | None:
        try:
            packed = [self._path] if self._path.suffix.lower() == files.ZIP_ENDING else []
            signature = files.sign([*self._found(), *packed])
        except OSError as error:
            # Whoever may not look cannot know that there is no such file.
            return closed(Problem(Severity.ERROR, "cannot_open", Path(error.filename or self._path).name))
        with self._lock:
            if signature != self._signature:
                self._signature, self._access = signature, self._again()
                for problem in self._access.problems if self._access else ():
                    _log.error("%s: %s", problem.place, problem.title("en"))
            return self._access

    def _found(self) -> list[Path]:
        """Find what `parts` finds; a folder that has not changed since holds the same files."""
        try:
            state = _folder(self._path).stat()
        except FileNotFoundError:
            return []
        # The time of change tells of rights to the folder as well.
        times = state.st_mtime_ns, state.st_ctime_ns
        now = (state.st_dev, state.st_ino, *times)
        listed, found = self._listed
        if listed != now:
            found = parts(self._path)
            # Two changes within one tick of the disk's clock bear the same time.
            if time.time_ns() - max(times) > _TICK_NS:
                self._listed = now, found
        return found

    def _again(self) -> Access | None:
        found = read(self._path)
        if found is None and self._access is not None:
            # Deleted, or in the middle of being replaced: that must not open the campaign to everybody.
            return closed(Problem(Severity.ERROR, "access_gone", self._access.file))
        return found


@functools.cache
def _watched(path: Path) -> _Watched:
    return _Watched(path)


def current(path: Path) -> Access | None:
    """Return the rights of a campaign that is being served, as their file states them at this moment."""
    return _watched(path).current()


def _read(found: list[Path]) -> Access:
    file = found[0]
    if len(found) > 1 or not file.name.endswith(files.YAML_ENDINGS):
        names = ", ".join(part.name for part in found)
        return closed(Problem(Severity.ERROR, "access_name", file.name, found=names))
    try:
        said, problems, places = rights.read(file.name, files.content(file))
    except Unreadable as unreadable:
        return closed(*unreadable.problems)
    fields = InternalFields(frozenset(said.internal_fields), frozenset(said.open_fields))
    return Access(file.name, said, fields, problems, places)


def _meets(rule: Rule, claims: Claims) -> bool:
    conditions = []
    if rule.email or rule.domain:
        address = _email(claims)
        if rule.email:
            conditions.append(any(_same(address, email) for email in rule.email))
        if rule.domain:
            conditions.append(any(_same(address.rpartition("@")[2], domain) for domain in rule.domain))
    conditions += [bool({*values} & {*_claimed(claims, name)}) for name, values in rule.claims.items()]
    return bool(conditions) and all(conditions)


def _same(address: str, other: str) -> bool:
    """Compare addresses whatever their case; outside of ASCII, letters that look alike become the same."""
    if address.isascii() and other.isascii():
        address, other = address.lower(), other.lower()
    return bool(address) and address == other


def _email(claims: Claims) -> str:
    """Return the address, unless the sign-in service says that nobody has checked whose it is."""
    verified = str(claims.get("email_verified", True)).lower() == "true"
    address = claims.get("email")
    whole = verified and isinstance(address, str) and address.count("@") == 1
    return str(address).strip() if whole else ""


def _claimed(claims: Claims, name: str) -> tuple[str, ...]:
    """List the values of a claim; `a.b` is claim `b` within claim `a`."""
    value: Any = claims.get(name)
    if value is None and "." in name:
        value = claims
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
    each = value if isinstance(value, list | tuple) else [value]
    # As JSON has it: true, not True.
    return tuple(
        str(one).lower() if isinstance(one, bool) else str(one).strip()
        for one in each
        if isinstance(one, str | int)
    )


def _named(rule: Rule, claims: Claims) -> tuple[str, ...]:
    further = _claimed(claims, rule.organizations_from) if rule.organizations_from else ()
    return (*rule.organizations, *further)


def _account(claims: Claims) -> str:
    """Name somebody by what nobody else can be named."""
    return _email(claims) or str(claims.get("sub", ""))
