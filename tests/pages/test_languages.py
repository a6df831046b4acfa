"""No page shows a word of the other language, but for content that has no translation."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

PROJECT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (PROJECT / "pages").glob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
ENGLISH = re.compile(r"[A-Za-z]{3,}")

# People's names are written in one script only; a language is offered under its own name.
UNTRANSLATED = {"中文", "陈宝生"}
# Names of formats, of the platforms and rules that carry them, and what is an id or an address.
WORLDWIDE = {
    "CSV",
    "csv",
    "SCI",
    "YAML",
    "English",
    "http",
    "https",
    "localhost",
    "lang",
    "campaign",
    "item",
    "leads",
}


# Signs of Markdown, addresses of links, style and tags.
_NOT_READ = re.compile(r":material/\w+:|:\w+-badge|:\w+\[|\]\([^)]*\)|<style>.*?</style>|<[^>]*>", re.DOTALL)


def texts(page: AppTest) -> list[str]:
    """Collect what a page says: words, labels, options, placeholders and tables."""
    found: list[str] = []
    for element in [*page.main, *page.sidebar]:
        for name in ("value", "label", "placeholder", "help", "alt", "title"):
            text = getattr(element.proto, name, None) if hasattr(element, "proto") else None
            found += [text] if isinstance(text, str) else []
        value = getattr(element, "value", None)
        # A widget's value is the id of what its options show.
        found += [value] if isinstance(value, str) and not hasattr(element, "options") else []
        found += list(getattr(element, "options", None) or [])
        if isinstance(value, pd.DataFrame):
            # A table's columns may be shown under other names than they have.
            configured = json.loads(getattr(element.proto, "columns", "") or "{}")
            found += [configured.get(name, {}).get("label") or name for name in map(str, value.columns)]
            found += [str(cell) for column in value.columns for cell in value[column].dropna()]
    return [_NOT_READ.sub(" ", text) for text in found if text]


def opened(name: str, lang: str, **query: str) -> AppTest:
    page = AppTest.from_file(str(PROJECT / "components/frame.py"), default_timeout=60)
    page.query_params["lang"] = lang
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    page.switch_page(f"../pages/{name}.py")
    page.query_params["lang"] = lang
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


@pytest.mark.parametrize("name", PAGES)
def test_english_pages_hold_no_chinese(name: str) -> None:
    said = texts(opened(name, "en", item="graduate-employment"))
    assert len(said) > 10
    assert [text for text in said if set(CHINESE.findall(text)) - UNTRANSLATED] == []


@pytest.mark.parametrize("name", PAGES)
def test_chinese_pages_hold_no_english(name: str) -> None:
    said = texts(opened(name, "zh", item="evaluation-reform"))
    assert len(said) > 10
    # Addresses, ids, names of files, and the version, which is made of digits and letters.
    bare = r"https?://\S+|[\w-]*-[\w-]+|\w+\.(?:csv|yaml|xlsx)|\b[0-9a-f]{16}\b"
    shown = [re.sub(bare, " ", text) for text in said]
    assert [text for text in shown if set(ENGLISH.findall(text)) - WORLDWIDE] == []
