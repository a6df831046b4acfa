"""The briefing as HTML: it loads nothing, shows content as it was written, and links only where it may."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data import reading
from data.briefing import html_file, numerals, scope
from data.briefing.compose import compose
from data.briefing.period import Period
from data.campaign import Campaign
from data.filters import Filters
from tests import hostile_campaign

YEAR = Period(dt.date(2021, 1, 1), dt.date(2021, 7, 1))
ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "section",
        "p",
        "span",
        "time",
        "a",
    ),
    *("h1", "h2", "h3", "ol", "ul", "li", "table", "caption", "colgroup", "col", "thead", "tbody", "tr"),
    *("th", "td", "figure", "figcaption", "svg", "text", "rect", "path", "polyline", "circle"),
}


class Reader(HTMLParser):
    """Collects tags, links and words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes |= given.keys()
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag == "section":
            self.ids.append(given["id"] or "")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    return reading.read(hostile_campaign.write(tmp_path_factory.mktemp("hostile")))


def written(campaign: Campaign, root: str = "https://board.example") -> str:
    return html_file.write(compose(scope.of(campaign, YEAR, Filters(), "zh", root=root))).decode()


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_content_is_never_markup_and_nothing_is_loaded(hostile: Campaign) -> None:
    html = written(hostile)
    reader = read(html)
    assert reader.tags <= ALLOWED
    assert not [name for name in reader.attributes if name.startswith("on") or name == "src"]
    assert "<script>alert(1)</script>" in reader.words
    assert "default-src 'none'" in html
    assert "url(" not in html


def test_links_lead_into_the_app_or_to_a_section(hostile: Campaign) -> None:
    reader = read(written(hostile))
    assert all(re.match(r"https://board\.example/[a-z]+\?lang=zh|#[a-z]+$", link) for link in reader.links)
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)


@pytest.mark.parametrize("root", ["", "javascript:alert(1)//"])
def test_without_an_app_only_sections_are_linked(hostile: Campaign, root: str) -> None:
    assert all(link.startswith("#") for link in read(written(hostile, root)).links)


def test_charts_are_well_formed_and_say_what_they_show(moe: Path, simulated: Path) -> None:
    campaign = reading.read(simulated)
    briefing = compose(scope.of(campaign, Period(dt.date(2021, 9, 1), dt.date(2021, 9, 30)), Filters(), "en"))
    charts = re.findall(r"<svg.*?</svg>", html_file.write(briefing).decode(), re.DOTALL)
    assert len(charts) == 6
    for chart in charts:
        assert ElementTree.fromstring(chart).findtext("{http://www.w3.org/2000/svg}title")


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四")]
)
def test_headings_are_numbered_as_in_papers(number: int, words: str) -> None:
    assert numerals.heading(number, "zh") == f"{words}、"
    assert numerals.heading(number, "en") == f"{number}. "
