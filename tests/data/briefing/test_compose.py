"""A briefing says what there is, grammatically, leads to what it counts, and says nothing of nothing."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import pytest

from data import reading
from data.addresses import SEVERAL
from data.briefing import scope
from data.briefing.compose import compose
from data.briefing.content import Briefing, Paragraph, Section, Span, plain_text
from data.briefing.parts import Part
from data.briefing.period import Length, Period, ending
from data.briefing.slides import ENTRIES, ROWS, slides
from data.campaign import Campaign
from data.filters import Filters, select
from data.standing import stand
from data.wording import LANGUAGES
from tests.conftest import PROJECT
from tests.data.builder import Cells, campaign

T = TypeVar("T")
JUNE = Period(dt.date(2021, 6, 1), dt.date(2021, 6, 30))


def composed(
    made: Campaign, lang: str = "zh", filters: Filters | None = None, period: Period = JUNE
) -> Briefing:
    return compose(scope.of(made, period, filters or Filters(), lang))


def section(briefing: Briefing, part: Part) -> Section | None:
    return next((each for each in briefing.sections if each.part is part), None)


def said(briefing: Briefing, part: Part) -> str:
    found = section(briefing, part)
    assert found is not None
    return "".join(plain_text(block.text) for block in found.blocks if isinstance(block, Paragraph))


def finishing(count: int) -> Campaign:
    items: list[Cells] = [
        {"id": f"i{n}", "status": "in_progress", "deadline": "2021-06-20"} for n in range(3)
    ]
    updates: list[Cells] = [{"item": f"i{n}", "date": "2021-06-10", "status": "done"} for n in range(count)]
    return campaign(items=items, updates=updates)


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [
        (1, "本期办结1项（上期没有）。全部按时办结。",
         "1 item was finished in the period (none in the period before). It was on time."),
        (3, "本期办结3项（上期没有）。全部按时办结。",
         "3 items were finished in the period (none in the period before). All were on time."),
    ],
)  # fmt: skip
def test_sentences_agree_with_their_number(count: int, zh: str, en: str) -> None:
    made = finishing(count)
    assert said(composed(made), Part.FINISHED) == zh
    assert said(composed(made, "en"), Part.FINISHED) == en


@pytest.mark.parametrize(
    ("moved_to", "zh", "en"),
    [
        (["2021-07-20"], "本期推迟时限1项。", "1 deadline was put off in the period."),
        (["2021-07-01"] * 2, "本期提前时限2项。", "2 deadlines were brought forward in the period."),
        (["2021-07-20", "2021-07-01"], "本期调整时限2项：推迟1项，提前1项。",
         "2 deadlines were moved in the period: 1 later and 1 earlier."),
    ],
)  # fmt: skip
def test_what_holds_of_all_is_said_of_all(moved_to: list[str], zh: str, en: str) -> None:
    items: list[Cells] = [{"id": f"i{n}", "deadline": "2021-07-10"} for n in range(len(moved_to))]
    updates: list[Cells] = [
        {"item": f"i{n}", "date": "2021-06-10", "deadline": day} for n, day in enumerate(moved_to)
    ]
    made = campaign(items=items, updates=updates)
    assert said(composed(made), Part.DEADLINES) == zh
    assert said(composed(made, "en"), Part.DEADLINES) == en


@pytest.mark.parametrize(
    ("lang", "headline"),
    [
        ("zh", "截至2021年6月30日，共有事项3项。尚无事项办结。红灯3项（增加3项）。逾期未办结3项。"),
        ("en", "As of 30 June 2021 there are 3 items. None is reported as finished. 3 are at red (3 more). "
               "3 are past their deadlines."),
    ],
)  # fmt: skip
def test_what_did_not_happen_is_left_out(lang: str, headline: str) -> None:
    briefing = composed(finishing(0), lang)
    assert said(briefing, Part.HEADLINE) == headline
    found = {each.part for each in briefing.sections}
    assert found == {Part.HEADLINE, Part.RED, Part.GAPS, Part.LEDGER}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_campaign_has_no_briefing(lang: str) -> None:
    assert composed(campaign(), lang).sections == ()


def test_parts_are_switched_off() -> None:
    found = compose(scope.of(finishing(2), JUNE, Filters(), "zh"), (Part.LEDGER, Part.HEADLINE))
    assert [each.part for each in found.sections] == [Part.HEADLINE, Part.LEDGER]


def test_undated_practices_count_from_their_report() -> None:
    practices: list[Cells] = [
        {"title": "甲", "source_date": "2021-06-02"},
        {"title": "乙", "date": "2021-06-03"},
        {"title": "丙", "date": "2021-05-31", "source_date": "2021-06-02"},
    ]
    briefing = composed(campaign(items=[{"id": "i"}], practices=practices))
    assert said(briefing, Part.PRACTICES) == "本期有2条地方经验可供借鉴。"


def test_personal_data_are_masked() -> None:
    made = campaign(
        items=[{"id": "i", "title": "找13812345678", "lead.text": "13812345678", "status": "in_progress"}],
        updates=[{"item": "i", "date": "2021-06-10", "status": "done", "text": "问13812345678"}],
    )
    words = "".join(span.text for span in every(Span, composed(made)))
    assert "138****5678" in words
    assert "13812345678" not in words


@pytest.mark.parametrize(
    ("last", "length", "first"),
    [
        ("2021-06-30", Length.MONTH, "2021-06-01"),
        ("2021-06-30", Length.WEEK, "2021-06-24"),
        ("2021-09-30", Length.QUARTER, "2021-07-01"),
        ("2021-03-15", Length.MONTH, "2021-02-16"),
        ("2021-02-28", Length.MONTH, "2021-02-01"),
    ],
)
def test_periods_begin_after_the_day_they_are_compared_with(last: str, length: Length, first: str) -> None:
    found = ending(dt.date.fromisoformat(last), length)
    assert found == Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    before = Period(found.earlier + dt.timedelta(days=1), found.before)
    assert before.days == found.days


@pytest.fixture(scope="module")
def simulated_campaign() -> Campaign:
    return reading.read(PROJECT / "data/campaigns/simulated")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "filters", [Filters(), Filters(departments=("basic",), role="lead")], ids=["all", "one"]
)
def test_figures_lead_to_as_many_items(simulated_campaign: Campaign, lang: str, filters: Filters) -> None:
    last = simulated_campaign.settings.today()
    briefing = composed(simulated_campaign, lang, filters, ending(last))
    standing = stand(simulated_campaign, last)
    checked = 0
    for span in every(Span, briefing):
        if span.target and span.target.page == "items" and span.text.isdigit():
            asked = of_query(span.target.query)
            assert select(simulated_campaign, standing, asked).sum() == int(span.text), span
            checked += 1
    assert checked >= 6


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_words_come_from_the_catalogs(simulated_campaign: Campaign, lang: str) -> None:
    large = composed(simulated_campaign, lang, period=ending(simulated_campaign.settings.today()))
    words = " ".join(every(str, (large, composed(finishing(1), lang), composed(finishing(3), lang))))
    assert not re.findall(r"briefing\.[a-z_.]+|\{\w*\}", words)


def test_slides_hold_one_idea_that_fits(simulated_campaign: Campaign) -> None:
    briefing = composed(simulated_campaign, period=ending(simulated_campaign.settings.today()))
    found = slides(briefing)
    assert {slide.part for slide in found} == {each.part for each in briefing.sections if not each.annex}
    for slide in found:
        assert plain_text(slide.idea)
        assert len(getattr(slide.block, "entries", ())) <= ENTRIES
        assert len(getattr(slide.block, "rows", ())) <= ROWS


def of_query(query: tuple[tuple[str, str], ...]) -> Filters:
    asked: dict[str, Any] = {
        field: tuple(v for name, v in query if name == key) for key, field in SEVERAL.items()
    }
    for key, value in query:
        if key in ("due_from", "due_to"):
            asked[key] = dt.date.fromisoformat(value)
    return Filters(**asked, role=dict(query).get("role", "either"))


def every(kind: type[T], found: object) -> Iterator[T]:
    """Find all parts of a kind, however deep they lie."""
    if isinstance(found, kind):
        yield found
    elif isinstance(found, tuple):
        for each in found:
            yield from every(kind, each)
    elif is_dataclass(found):
        for field in fields(found):
            yield from every(kind, getattr(found, field.name))
