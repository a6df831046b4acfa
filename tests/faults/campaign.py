"""A campaign in two versions that nobody can take for one another, and what becomes of its file."""

from __future__ import annotations

import re
from pathlib import Path

DEPARTMENTS = ("roads", "water", "parks")
_COUNT = re.compile(r"(\d+)\W* of (\d+) items")


class File:
    """The file of the campaign; a whole version is put there as it should be, by renaming."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ours.yaml"

    def write(self, version: int) -> None:
        """Put a whole version in place of whatever is there."""
        aside = self.path.with_suffix(".new")
        aside.write_text(text(version), encoding="utf-8")
        aside.replace(self.path)

    def truncate(self) -> None:
        """Leave half of it, as a copy that was broken off does."""
        content = self.path.read_bytes()
        self.path.write_bytes(content[: len(content) // 2] + b"\n\t: [")

    def delete(self) -> None:
        """Take it away."""
        self.path.unlink()


def text(version: int) -> str:
    """Write a version; each has as many items per department as its number."""
    organizations = "".join(f"- {{id: {name}, name: {name}}}\n" for name in DEPARTMENTS)
    items = "".join(
        f"- {{id: {name}-{number}, title: Version {version} {name} {number}, lead: {name}}}\n"
        for name in DEPARTMENTS
        for number in range(version)
    )
    head = f"campaign: {{title: Version {version}, language: en, as_of: 2021-06-30}}\n"
    return f"{head}organizations:\n{organizations}items:\n{items}"


def fault(texts: tuple[str, ...], department: str, versions: tuple[int, ...]) -> str:
    """Say what is wrong with a page of one department's items; empty if nothing is."""
    said = "\n".join(texts)
    found = {(int(some), int(whole)) for some, whole in _COUNT.findall(said)}
    right = {(version, version * len(DEPARTMENTS)) for version in versions}
    titles = re.findall(r"Version (\d+) (\w+)", said)
    if others := {of for _, of in titles} - {department}:
        return f"items of {sorted(others)}"
    named = {int(number) for number, _ in titles}
    if not found or found - right:
        return f"counts {sorted(found)}, not one of {sorted(right)}"
    if len(found) > 1 or named - {some for some, _ in found}:
        return f"a mixture of versions: {sorted(found)}, {sorted(named)}"
    return ""
