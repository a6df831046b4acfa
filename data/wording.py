"""Words for people: gettext catalogs (`locales/<language>/*.po`), looked up by key and language."""

from __future__ import annotations

import functools
import gettext
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("zh", "en")
_HERE = Path(__file__).parent / "locales"


@functools.cache
def catalog(folder: Path, lang: str) -> gettext.GNUTranslations:
    """Read every catalog of a language below a folder; no two files word the same key."""
    merged = Catalog(locale=lang)
    for path in sorted((folder / lang).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                # The message without an id is the header of its file.
                if message.id:
                    merged[message.id] = message
    if not len(merged):
        raise FileNotFoundError(f"no catalog for {lang!r} in {folder}")
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def template(key: str, lang: str, *, n: int | None = None, folder: Path = _HERE) -> str:
    """Find the words of a key with its places still open; `n` chooses the plural form."""
    words = catalog(folder, lang)
    return words.gettext(key) if n is None else words.ngettext(key, key, n)


def text(key: str, lang: str, *, n: int | None = None, folder: Path = _HERE, **values: object) -> str:
    """Word a key in a language; `n` chooses the plural form and fills `{n}`; an unknown key stays a key."""
    words = template(key, lang, n=n, folder=folder)
    if n is None:
        return words.format_map(values) if values else words
    return words.format_map({"n": n, **values})
