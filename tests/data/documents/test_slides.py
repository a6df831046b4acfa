"""A briefing as PPTX: native charts, big type, one idea a slide, nothing that does not fit."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from data.briefing.content import Entry, Listing, Table, plain_text
from data.documents import slides
from data.documents.slides import fitting
from tests.data.documents.papers import CLAUSE, MARKUP, briefing, said, table


@pytest.fixture(scope="module")
def deck() -> Deck:
    return Presentation(io.BytesIO(slides.write(briefing())))


def title(slide: Slide) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title else ""


def size(deck: Deck) -> tuple[int, int]:
    return int(deck.slide_width or 0), int(deck.slide_height or 0)


def test_slides_are_sixteen_to_nine_and_every_one_has_a_title(deck: Deck) -> None:
    wide, high = size(deck)
    assert wide * 9 == high * 16
    assert all(title(slide) for slide in deck.slides)
    assert MARKUP in {title(slide) for slide in deck.slides}


def test_the_workbooks_behind_charts_are_of_the_day_of_the_briefing(deck: Deck) -> None:
    books = [part for part in deck.part.package.iter_parts() if part.partname.endswith(".xlsx")]
    days = {openpyxl.load_workbook(io.BytesIO(book.blob)).properties.created for book in books}
    assert days == {dt.datetime.combine(briefing().day, dt.time())}


def test_charts_can_be_edited(deck: Deck) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert [chart.chart_type for chart in charts] == [
        XL_CHART_TYPE.BAR_STACKED,
        XL_CHART_TYPE.LINE,
        XL_CHART_TYPE.COLUMN_CLUSTERED,
    ]
    line = charts[1].plots[0]
    assert [tuple(series.values) for series in line.series] == [(1, None, 30_000), (2, 5, 6)]
    # Days are categories, counted as spreadsheets do: 1 April, 1 May and 1 September 2021.
    assert [float(day) for day in line.categories] == [44287, 44317, 44440]


def test_type_is_large_and_stays_on_the_slide(deck: Deck) -> None:
    wide, high = size(deck)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= wide
            assert 0 <= shape.top <= shape.top + shape.height <= high
            sizes = [
                run.font.size.pt
                for text in (shape.text_frame.paragraphs if shape.has_text_frame else ())
                for run in text.runs
                if run.font.size
            ]
            assert all(size >= 14 for size in sizes) or shape.top.pt >= 500


def test_what_is_too_long_goes_on_and_nothing_is_lost() -> None:
    entries = tuple(Entry(said(f"第{number}件"), (said(CLAUSE * number),)) for number in range(1, 9))
    parts = [part for part in fitting.split(Listing(entries), "zh") if isinstance(part, Listing)]
    assert len(parts) > 1
    assert tuple(entry for part in parts for entry in part.entries) == entries
    assert [part.first for part in parts][:2] == [1, 1 + len(parts[0].entries)]
    tables = [part for part in fitting.split(table(40), "zh") if isinstance(part, Table)]
    rows = [row for part in tables for row in part.rows]
    assert [plain_text(row[0]) for row in rows] == ["健全学生个人信息保护工作机制"] * 40
    # No slide holds what little is left over.
    assert max(len(part.rows) for part in tables) - min(len(part.rows) for part in tables) < 3


def test_titles_shrink_before_they_overflow() -> None:
    assert fitting.title_size("短") > fitting.title_size("长" * 60) > fitting.title_size("长" * 80)
