"""Campaigns in two versions that nobody can take for one another, and what becomes of their files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

DEPARTMENTS = ("roads", "water", "parks")
OPEN, CLOSED = "ours", "theirs"
"""The campaign that everybody may see, and the one that asks who somebody is."""

OFFICE = "office"
_RIGHTS = f"""
contact: Ask the office
rules:
- {{email: {OFFICE}@board.example, role: office}}
""" + "".join(
    f"- {{email: {name}@board.example, role: department, organizations: {name}}}\n" for name in DEPARTMENTS
)
# So many that they are worth keeping on disk.
_PRACTICES = "practices:\n" + "".join(
    f"- {{id: p{number}, title: Practice {number}}}\n" for number in range(30_000)
)
_COUNT = re.compile(r"(\d+)\W* of (\d+) items")
_TITLE = re.compile(r"(ours|theirs) (\d+) ([a-z]+)")


class File:
    """The file of a campaign; a whole version is put there as it should be, by renaming."""

    def __init__(self, folder: Path, name: str = OPEN) -> None:
        self.path = folder / f"{name}.yaml"
        if name == CLOSED:
            self.path.with_suffix(".access.yaml").write_text(_RIGHTS, encoding="utf-8")

    def write(self, version: int) -> None:
        """Put a whole version in place of whatever is there."""
        aside = self.path.with_suffix(".new")
        aside.write_text(text(version, self.path.stem), encoding="utf-8")
        aside.replace(self.path)

    def truncate(self) -> None:
        """Leave half of it, as a copy that was broken off does."""
        content = self.path.read_bytes()
        self.path.write_bytes(content[: len(content) // 2] + b"\n\t: [")

    def delete(self) -> None:
        """Take it away."""
        self.path.unlink()


def text(version: int, name: str = OPEN) -> str:
    """Write a version; each has as many items per department as its number."""
    organizations = "".join(f"- {{id: {part}, name: {part} of {version}}}\n" for part in DEPARTMENTS)
    items = "".join(
        f"- {{id: {part}-{number}, title: {name} {version} {part} {number}, lead: {part}}}\n"
        for part in DEPARTMENTS
        for number in range(version)
    )
    head = f"campaign: {{title: Version {version}, language: en, as_of: 2021-06-30}}\n"
    more = _PRACTICES if name == CLOSED else ""
    return f"{head}organizations:\n{organizations}items:\n{items}{more}"


def fault(texts: tuple[str, ...], department: str, versions: tuple[int, ...], *, alone: bool = False) -> str:
    """Say what is wrong with a page of one department's items, whoever sees it `alone`; empty if nothing."""
    said = "\n".join(texts)
    found = {(int(some), int(whole)) for some, whole in _COUNT.findall(said)}
    right = {(version, version if alone else version * len(DEPARTMENTS)) for version in versions}
    titles = _TITLE.findall(said)
    if others := {of for _, _, of in titles} - {department}:
        return f"items of {sorted(others)}"
    named = {int(number) for _, number, _ in titles}
    if not found or found - right:
        return f"counts {sorted(found)}, not one of {sorted(right)}"
    if len(found) > 1 or named - {some for some, _ in found}:
        return f"a mixture of versions: {sorted(found)}, {sorted(named)}"
    return ""


def leaks(sent: bytes, name: str, departments: Sequence[str]) -> set[str]:
    """Find what was sent of another campaign, or of departments that are not among those to be seen."""
    titles = _TITLE.findall(sent.decode(errors="replace"))
    return {f"{of} of {campaign}" for campaign, _, of in titles if campaign != name or of not in departments}
