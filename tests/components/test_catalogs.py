"""Both languages say everything: the same keys, the same blanks to fill, and every key the code asks for."""

import ast
import re
import string
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

PROJECT = Path(__file__).parents[2]
FOLDERS = (PROJECT / "components/locales", PROJECT / "data/locales")
FOLDER_IDS = [folder.parent.name for folder in FOLDERS]


def messages(folder: Path, lang: str) -> list[Message]:
    found = []
    for path in sorted((folder / lang).glob("*.po")):
        with path.open("rb") as file:
            found += [message for message in read_po(file, locale=lang) if message.id]
    return found


def key_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def wordings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDER_IDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_key_stands_twice(folder: Path, lang: str) -> None:
    counts = Counter(key_of(message) for message in messages(folder, lang))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDER_IDS)
def test_both_languages_have_the_same_keys_and_blanks(folder: Path) -> None:
    chinese, english = (
        {key_of(message): set().union(*map(blanks, wordings(message))) for message in messages(folder, lang)}
        for lang in ("zh", "en")
    )
    assert chinese == english
    assert len(chinese) > 50


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDER_IDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_key_is_worded_in_every_form(folder: Path, lang: str) -> None:
    assert [key_of(message) for message in messages(folder, lang) if not all(wordings(message))] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=FOLDER_IDS)
def test_english_has_no_chinese_and_chinese_is_chinese(folder: Path) -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    english_words = [text for message in messages(folder, "en") for text in wordings(message)]
    # A name that a message quotes as an example of what a file may hold is content, not wording.
    assert [text for text in english_words if chinese.search(re.sub('[“"「].*?[”"」]', "", text))] == []
    untranslated = [
        text
        for message in messages(folder, "zh")
        for text in wordings(message)
        if re.search("[A-Za-z]{3,}", re.sub(r"\{.*?\}", "", text)) and not chinese.search(text)
    ]
    assert untranslated == []


def asked_for(function: str, *folders: str, place: int = 0) -> set[str]:
    """Collect the keys that code asks for literally, `t("...")` and the like, at a place among arguments."""
    keys = set()
    for path in (path for folder in folders for path in (PROJECT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) == function
                and len(node.args) > place
                and isinstance(key := node.args[place], ast.Constant)
            ):
                keys.add(str(key.value))
    return keys


def test_every_key_the_screen_asks_for_is_worded() -> None:
    asked = asked_for("t", "components", "pages")
    assert asked - {key_of(message) for message in messages(FOLDERS[0], "en")} == set()
    assert len(asked) > 50


def test_every_key_that_is_worded_is_asked_for() -> None:
    """A key is used when the code holds it, or its beginning: before a `{`, or as that of a choice."""
    code = "".join(
        path.read_text("utf-8")
        for folder in ("components", "pages")
        for path in (PROJECT / folder).rglob("*.py")
    )
    choices = asked_for("among", "components", "pages", place=3)
    beginnings = (*re.findall(r'f"([a-z_.]+\.)\{', code), *(f"{key}." for key in choices))
    keys = {key_of(message) for message in messages(FOLDERS[0], "en")}
    asked = {key for key in keys if f'"{key}"' in code or f"'{key}'" in code}
    assert {key for key in keys - asked if not key.startswith(beginnings)} == set()
