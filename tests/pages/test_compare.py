"""Another file compared with the campaign that is open: what differs is told item by item."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from tests.pages.reader import links, opener, read

Open = Callable[..., AppTest]

HEADER = "id,code,title,lead,deadline\n"
SAME = HEADER + "a,K01,促进*就业*,学生司,2021-06-30\nb,K02,招生,高教司,\n"

CONTENTS = {"campaign.yaml": "campaign: {title: 办实事, as_of: 2021-06-30}\n", "items.csv": SAME}


@pytest.fixture
def open_data(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("data", monkeypatch)


def compared(open_data: Open, items: str, lang: str = "en") -> AppTest:
    shown = reading.read_contents({name: text.encode() for name, text in CONTENTS.items()})
    at = open_data(shown, lang, part="compare")
    contents = CONTENTS | {"items.csv": items}
    at.main.file_uploader[0].set_value([(n, text.encode(), "text/plain") for n, text in contents.items()])
    at.run()
    assert not at.exception, at.exception
    return at


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["时限调整", "完成时限：2021-06-30 → **2021-08-31**", "删除", "K02"]),
        ("en", ["Deadline moved", "Deadline: 2021-06-30 → **2021-08-31**", "Removed", "K02"]),
    ],
)
def test_what_differs_is_told_item_by_item_and_leads_to_the_item(
    open_data: Open, lang: str, said: list[str]
) -> None:
    at = compared(open_data, HEADER + "a,K01,促进*就业*,学生司,2021-08-31\n", lang)
    page = read(at)
    assert [words for words in said if words not in page] == []
    assert any("item=a" in link for link in links(at).values())
    assert len(at.main.get("download_button")) == 2


def test_versions_alike_are_said_to_be_so(open_data: Open) -> None:
    at = compared(open_data, SAME)
    assert [box.value for box in at.main.success] == ["The two versions do not differ."]


def test_kinds_that_are_chosen_are_shown_alone_and_the_versions_can_change_places(open_data: Open) -> None:
    at = compared(open_data, SAME.replace("2021-06-30", "2021-08-31").replace("招生", "招生考试"))
    at.main.toggle[0].set_value(True).run()
    at.main.pills[0].set_value(["deadline_moved"]).run()
    page = read(at)
    assert "2021-08-31 → **2021-06-30**" in page
    assert "招生考试" not in page
    assert "1 change" in page


def test_many_changes_come_in_pages(open_data: Open) -> None:
    more = "".join(f"x{n},L{n:02},事项{n},学生司,\n" for n in range(60))
    at = compared(open_data, SAME + more)
    assert "1–50 of 60" in read(at)
    assert len(at.main.get("pagination")) == 1
