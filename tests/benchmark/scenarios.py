"""What viewers do: open the board, change a filter, go to another page, go from item to item."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data import filters, formats
from tests.benchmark.campaigns import Case
from tests.benchmark.driver import Answer, Session
from tests.benchmark.walks import Choice, walk
from tests.benchmark.widgets import Value

Step = Callable[[], Awaitable[Answer]]
Close = Callable[[], Awaitable[None]]

LOCALES = {"zh": "zh-CN", "en": "en-GB"}
# How many filters viewers share who look at what others have looked at before.
_SHARED = 5
_TURNS = ("items", "departments", "timeline", "regions", "organization", "overview")

# What a page draws at the least, whatever the filters leave.
EXPECTED: Mapping[str, Mapping[str, int]] = {
    "overview": {"markdown": 6, "plotly_chart": 1},
    "items": {"markdown": 3, "dataframe": 1},
    "departments": {"markdown": 4},
    "item": {"markdown": 3},
    "timeline": {"markdown": 4, "plotly_chart": 1},
    "indicators": {"markdown": 3, "plotly_chart": 1},
    "regions": {"plotly_chart": 1, "markdown": 3},
    "leads": {"markdown": 3, "plotly_chart": 2, "dataframe": 1},
    "organization": {"markdown": 3},
}
HEADED: Mapping[str, int] = {"item": 2}
"""How many parts with a heading of their own a page has at the least; a text may hold several."""


@dataclass(frozen=True)
class Viewer:
    """One viewer at work: each step is one rerun, checked for having drawn the page."""

    step: Step
    close: Close


@dataclass(frozen=True)
class Seat:
    """Where a viewer sits: before which server, with which campaign, and for how many steps."""

    case: Case
    url: str
    number: int
    steps: int

    @property
    def lang(self) -> str:
        return tuple(LOCALES)[self.number % len(LOCALES)]

    async def open(self, page: str, query: str = "") -> Session:
        session = Session(self.url, LOCALES[self.lang])
        check(await session.open(page, query), page, self.case, self.lang)
        return session


@dataclass(frozen=True)
class Scenario:
    """Something viewers do over and over on one page."""

    name: str
    page: str
    begin: Callable[[Scenario, Seat], Awaitable[Viewer]]
    table: str = "items"
    """The table without which there is nothing to show."""
    anew: bool = False
    """Whether each step is a session of its own."""


def check(answer: Answer, page: str, case: Case, lang: str, left: int | None = None) -> Answer:
    """Raise AssertionError unless a run drew the page, and as many items as it should show."""
    assert not answer.errors, f"{page}: {answer.errors}"
    charts = page != "indicators" or case.has_courses
    expected = {kind: n for kind, n in EXPECTED[page].items() if charts or kind != "plotly_chart"}
    missing = {kind: n for kind, n in expected.items() if answer.drawn[kind] < n}
    assert not missing, f"{page}: expected at least {missing}, drew {dict(answer.drawn)}"
    headed = sum(line.startswith("## ") for text in answer.texts for line in text.splitlines())
    assert headed >= HEADED.get(page, 0), f"{page}: only {headed} parts"
    shown = f"**{formats.number(len(case.items) if left is None else left, lang)}**"
    assert any(shown in text for text in answer.texts), f"{page}: nowhere {shown} items"
    return answer


async def _cold(scenario: Scenario, seat: Seat) -> Viewer:
    async def step() -> Answer:
        session = Session(seat.url, LOCALES[seat.lang])
        answer = await session.open(scenario.page)
        await session.close()
        return check(answer, scenario.page, seat.case, seat.lang)

    async def leave() -> None:
        pass

    return Viewer(step, leave)


async def _filter(scenario: Scenario, seat: Seat) -> Viewer:
    steps = walk(seat.case, f"{scenario.name} {seat.number} of {seat.steps}", scenario.page)
    # Beforehand: the search for them must not take the processor from the servers.
    return await _choose(scenario, seat, iter(list(itertools.islice(steps, seat.steps))))


async def _filter_again(scenario: Scenario, seat: Seat) -> Viewer:
    shared = list(itertools.islice(walk(seat.case, "shared", scenario.page), _SHARED))
    place = seat.number % _SHARED
    return await _choose(scenario, seat, itertools.cycle(shared[place:] + shared[:place]))


async def _choose(scenario: Scenario, seat: Seat, choices: Iterator[Choice]) -> Viewer:
    session = await seat.open(scenario.page)

    async def step() -> Answer:
        choice = next(choices)
        answer = await session.choose(_held(session, choice, seat))
        return check(answer, scenario.page, seat.case, seat.lang, choice.left)

    return Viewer(step, session.close)


def _held(session: Session, choice: Choice, seat: Seat) -> dict[str, Value]:
    """Say what the widgets of the filter bar hold, in the words in which they offer it."""
    options = filters.options(seat.case.campaign)
    held: dict[str, Value] = {f"-filter.text.{seat.lang}": choice.filters.text}
    for field in ("departments", "lights"):
        key = f"-filter.{field}.{seat.lang}"
        words = list(session.widget(key).element.options)
        named = dict(zip(getattr(options, field), words, strict=True))
        held[key] = [named[identity] for identity in getattr(choice.filters, field)]
    return held


async def _turn_pages(scenario: Scenario, seat: Seat) -> Viewer:
    session = await seat.open(scenario.page)
    first = seat.number % len(_TURNS)
    pages = itertools.cycle(_TURNS[first:] + _TURNS[:first])

    async def step() -> Answer:
        page = next(pages)
        return check(await session.follow(page), page, seat.case, seat.lang)

    return Viewer(step, session.close)


async def _next_item(scenario: Scenario, seat: Seat) -> Viewer:
    first = seat.number * 37 % len(seat.case.items)
    items = itertools.cycle(seat.case.items[first:] + seat.case.items[:first])
    session = await seat.open(scenario.page, f"item={next(items)}")

    async def step() -> Answer:
        answer = await session.follow(scenario.page, f"item={next(items)}&lang={seat.lang}")
        return check(answer, scenario.page, seat.case, seat.lang)

    return Viewer(step, session.close)


_NARROWED = ("overview", "items", "departments")
SCENARIOS = (
    Scenario("cold session", "overview", _cold, anew=True),
    *(Scenario(f"{page}: new filters", page, _filter) for page in _NARROWED),
    *(Scenario(f"{page}: filters again", page, _filter_again) for page in _NARROWED),
    Scenario("item: next item", "item", _next_item),
    Scenario("timeline: new filters", "timeline", _filter),
    Scenario("indicators: new filters", "indicators", _filter, "readings"),
    Scenario("regions: new filters", "regions", _filter),
    Scenario("leads: new filters", "leads", _filter, "leads"),
    Scenario("page change", "overview", _turn_pages),
)
PAGES = tuple(dict.fromkeys(scenario.page for scenario in SCENARIOS))


def of(case: Case, pages: Sequence[str]) -> list[Scenario]:
    """List the scenarios of some pages, or all, for which the campaign has something to show."""
    return [
        scenario
        for scenario in SCENARIOS
        if case.campaign.size(scenario.table) and (not pages or scenario.page in pages)
    ]
