"""The page Briefing: what the address asks for is read there, or presented slide by slide."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from data.briefing import formats
from data.briefing.office import DocumentError
from tests.pages.reader import links, opener, read
from tests.pages.small_campaign import small_campaign

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("briefing", monkeypatch)


def test_the_briefing_is_read_with_links_that_keep_the_view(open_page: Open) -> None:
    at = open_page(small_campaign(), department="xs")
    words = read(at)
    assert "学生司牵头或配合的事项" in words
    assert "截至2021年6月30日，共有事项2项。" in words
    assert "逾期事项（学生司，王立）" in words
    assert "已超期10天（时限2021年6月20日）。" in words
    found = links(at)
    assert found["2"] == "items?lang=zh&department=xs"
    assert found["逾期事项"] == "item?lang=zh&item=late"


def test_period_and_parts_come_from_the_address_and_go_there(open_page: Open) -> None:
    at = open_page(small_campaign(), since="2021-06-28", without=["ledger", "gaps"])
    assert "2021年6月28日至2021年6月30日" in read(at)
    headings = [header.value for header in at.main.header]
    assert not [heading for heading in headings if "台账" in heading or "缺口" in heading]
    at.segmented_control(key="briefing.since.zh").set_value("week").run()
    assert at.query_params["since"] == "week"
    assert at.query_params["without"] == ["ledger", "gaps"]
    assert "2021年6月24日至2021年6月30日" in read(at)


def test_slides_are_turned_and_the_number_is_in_the_address(open_page: Open) -> None:
    at = open_page(small_campaign(), lang="en", present="1", slide="1", department="nobody")
    assert not at.sidebar.markdown
    # A slide too says what a reader must know of it.
    assert "department=nobody" in at.warning[0].value
    assert "are at red" in at.main.header[0].value or "is at red" in at.main.header[0].value
    at.button(key="slide.next").click().run()
    assert at.query_params["slide"] == "2"
    at.button(key="slide.last").click().run()
    assert at.button(key="slide.next").disabled


def pressed(open_page: Open, key: str) -> AppTest:
    at = open_page(small_campaign())
    at.session_state["briefing-files"] = True
    at.run()
    return at.button(key=f"briefing.make.{key}").click().run()


def test_a_file_is_made_with_progress_and_offered_until_the_next_run(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    draw = DeltaGenerator.progress

    def progress(bar: DeltaGenerator, value: int, *more: Any) -> DeltaGenerator:
        told.append(value)
        return draw(bar, value, *more)

    monkeypatch.setattr(DeltaGenerator, "progress", progress)
    at = pressed(open_page, "html")
    assert told == [0, 30, 100]
    (offered,) = at.get("download_button")
    assert offered.proto.label.startswith("保存网页（HTML），")
    assert not at.get("progress")
    assert not at.run().get("download_button")


def test_why_a_file_cannot_be_made_is_said_in_a_sentence(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise DocumentError("template.missing", path="/a_b_c.docx")

    monkeypatch.setattr(formats, "write", fail)
    at = pressed(open_page, "docx")
    assert "无法读取模板" in at.error[0].value
    assert not at.get("download_button")
