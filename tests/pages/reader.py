"""Opens a page of a campaign inside the frame, and reads what stands on it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from data.campaign import Campaign
from tests.conftest import PROJECT

Query = dict[str, str | list[str]]

# A link within a text, as `components.links` writes it, and a card of a figure, as `components.cards` does.
_LINK = re.compile(r"\[((?:\\.|:[\w-]+\[[^\]]*\]|[^\[\]\\])*)\]\(([a-z]*\?[^) ]*)(?: \"[^\"]*\")?\)")
_FIGURE = re.compile(r"^0\. (.*)\n\s*\n   \*\*\*(.*)\*\*\*$", re.MULTILINE)


def opener(page: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Make a function that opens a page: `open(campaign, lang="en", department="xs")`."""

    def open_page(shown: Campaign, lang: str = "zh", **query: str | list[str]) -> AppTest:
        monkeypatch.setattr("components.campaigns.read", lambda _: (shown, None))
        at = AppTest.from_file(str(PROJECT / "components/frame.py"), default_timeout=30)
        asked: Query = {"lang": lang, **query}
        at.switch_page(f"../pages/{page}.py")
        at.query_params.update(asked)
        at.run()
        assert not at.exception, at.exception
        return at

    return open_page


def read(at: AppTest) -> str:
    """Read all words of the page's main part, without Markdown's escapes."""
    main = at.main
    found = [
        *(x.value for kind in (main.title, main.header, main.subheader, main.markdown) for x in kind),
        *(x.value for kind in (main.caption, main.info) for x in kind),
        *(f"{x.label} {x.value} {x.delta}" for x in main.metric),
        *(x.value.to_csv() for kind in (main.table, main.dataframe) for x in kind),
        *(x.label for kind in (main.page_link, main.expander) for x in kind),
        *(x.text for x in main.progress),
    ]
    return unescaped(_LINK.sub(r"\1", "\n".join(map(str, found))))


def unescaped(markdown: str) -> str:
    """Read Markdown as a reader does, as far as escapes go."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")


def figures(at: AppTest) -> dict[str, str]:
    """Read the figures of cards by name, and those that stand alone."""
    alone = {metric.label: str(metric.value) for metric in at.main.metric}
    texts = "\n".join(text.value for text in at.main.markdown)
    return alone | {unescaped(name): unescaped(value) for name, value in _FIGURE.findall(texts)}


def links(at: AppTest) -> dict[str, str]:
    """Read where the page's links lead, by label as it is read; of equal labels the first.

    What copies the address leads nowhere.
    """
    found: dict[str, str] = {}
    for link in at.main.page_link:
        found.setdefault(link.label, f"{link.proto.page}?{link.proto.query_string}")
    for text in (*at.main.markdown, *at.main.caption, *at.main.info):
        for label, address in _LINK.findall(text.value):
            if not address.startswith("copy?"):
                found.setdefault(unescaped(label), address)
    return found


def printed(at: AppTest) -> list[list[str]]:
    """Read the rows of the table that is for paper alone, its header first."""
    (body,) = [html for element in at.main.get("html") if "<table>" in (html := element.proto.body)]
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return [[unescape(cell) for cell in re.findall(r"<t[hd]>(.*?)</t[hd]>", row)] for row in rows]
