"""The title of a campaign, found without reading all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from data.readers.files import SETTINGS_FILES, mapping_of

# The settings stand at the top of a file, whatever its size.
_BEGINNING_BYTES = 65_536
_SETTINGS = re.compile(r"^campaign:.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)


def find(path: Path) -> Mapping[str, str]:
    """Find a campaign's title by language; empty where there is none to be found."""
    if path.is_dir():
        file = next((path / name for name in SETTINGS_FILES if (path / name).is_file()), path)
    else:
        mapping = path.with_name(mapping_of(path.name))
        file = mapping if mapping.is_file() else path
    try:
        with file.open("rb") as opened:
            beginning = opened.read(_BEGINNING_BYTES).decode("utf-8-sig", errors="ignore")
        settings = _SETTINGS.search(beginning.replace("\r\n", "\n") + "\n")
        # The base loader takes every scalar for text and constructs nothing else.
        found = yaml.load(settings[0], Loader=yaml.CBaseLoader) if settings else {}
        title = found["campaign"]["title"]
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return {}
    if isinstance(title, str):
        return {str(found["campaign"].get("language", "zh")): title}
    return (
        {lang: text for lang, text in title.items() if isinstance(text, str)}
        if isinstance(title, dict)
        else {}
    )
