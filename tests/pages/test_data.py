"""The page that says whether a file is right, which cell is wrong, and what it should say."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import reading
from data.campaign import Campaign
from tests.data.builder import campaign
from tests.pages.reader import links, opener, read, unescaped
from tests.pages.small_campaign import small_campaign

Open = Callable[..., AppTest]

ORGANIZATIONS = "id,name,name.en\nxs,学生司,Students\ngj,高教司,Higher Education\n"
ITEMS = """\
id,title,title.en,lead,deadline,note
a,就业,Jobs,学生司,六月七号,
b,招生,Admission,高教处,2021-06-30,请拨13812345678
b,重复,Again,学生司,2021-06-30,
"""


@pytest.fixture
def open_data(monkeypatch: pytest.MonkeyPatch) -> Open:
    return opener("data", monkeypatch)


@pytest.fixture
def faulty(tmp_path: Path) -> Campaign:
    (tmp_path / "campaign.yaml").write_text("campaign: {title: 测试, as_of: 2021-07-01}\n", "utf-8")
    (tmp_path / "organizations.csv").write_text(ORGANIZATIONS, "utf-8")
    (tmp_path / "items.csv").write_text(ITEMS, "utf-8")
    return reading.read(tmp_path)


def test_a_right_file_is_said_to_be_right(open_data: Open, moe: Path) -> None:
    at = open_data(reading.read(moe))
    assert [box.value for box in at.main.success] == ["没有发现问题。"]
    page = read(at)
    assert "items.csv" in page or "campaign.yaml" in page
    assert "2021年7月1日" in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["3 个错误", "1 个提醒", "items.csv · A4 单元格 · 事项编号", "请改用新的编号。"]),
        ("en", ["3 errors", "1 warning", "items.csv · cell A4 · Item ID", "Give this row a new id."]),
    ],
)
def test_the_most_urgent_problem_is_told_in_full_at_the_top(
    open_data: Open, faulty: Campaign, lang: str, said: list[str]
) -> None:
    box = open_data(faulty, lang).main.error[0].value.replace("\\", "")
    assert [words for words in said if words not in box] == []


def test_each_problem_has_its_place_what_was_found_and_what_to_do(open_data: Open, faulty: Campaign) -> None:
    table = open_data(faulty, "en").main.dataframe[0].value
    deadline = table[table["field"] == "Deadline"].iloc[0]
    assert deadline["where"] == "items.csv · cell E2"
    assert deadline["found"] == "六月七号"
    assert deadline["suggestion"] == "Write it as 2021-06-30."
    assert deadline["mender"] == "Students"


def test_problems_are_counted_by_who_must_mend_them(open_data: Open, faulty: Campaign) -> None:
    counts = open_data(faulty, "en").main.dataframe[1].value
    assert counts.to_numpy().tolist() == [["Students", 2, 0, 2], ["Whoever keeps the file", 1, 1, 2]]


def test_a_department_sees_its_own_problems_and_how_many_there_are_besides(
    open_data: Open, faulty: Campaign
) -> None:
    at = open_data(faulty, "en", department="xs")
    assert set(at.main.dataframe[0].value["mender"]) == {"Students"}
    assert "lie outside the filters" in read(at)


def test_the_address_chooses_severity_and_who_must_mend_it(open_data: Open, faulty: Campaign) -> None:
    at = open_data(faulty, "en", severity="warning", mender="~")
    assert at.main.dataframe[0].value["found"].tolist() == ["请拨138****5678"]


def test_what_is_missing_leads_to_the_items_and_says_what_to_do(open_data: Open, faulty: Campaign) -> None:
    at = open_data(faulty, "en", part="completeness")
    lists = [folded.label for folded in at.main.expander]
    assert "Items without a measure: 2" in lists
    assert "Personal data: 1" in lists
    assert "None found: Items without a lead" in read(at)


def test_a_list_opened_links_to_its_items(
    open_data: Open, faulty: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_data(faulty, "en", part="completeness")
    at.session_state["gaps.measures"] = True
    at.run()
    assert "item=a" in links(at)["Jobs"]
    assert "Add at least one row" in read(at)


def upload(at: AppTest, *files: tuple[str, str]) -> AppTest:
    at.main.file_uploader[0].set_value([(name, text.encode(), "text/plain") for name, text in files])
    at.run()
    assert not at.exception, at.exception
    return at


def open_button(at: AppTest) -> None:
    next(button for button in at.main.button if button.key == "preview.begin").click()
    at.run()
    assert not at.exception, at.exception


def test_an_uploaded_file_is_told_what_is_wrong_with_it(open_data: Open) -> None:
    at = upload(open_data(small_campaign(), "en", part="check"), ("tasks.csv", ITEMS))
    assert "tasks.csv · cell A4 · Item ID" in at.main.error[0].value.replace("\\", "")
    assert "Students" not in read(at)
    assert "学生司" in set(at.main.dataframe[0].value["mender"])


def test_what_is_handed_over_is_shown_as_text_and_never_as_markup(open_data: Open) -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(1))"
    table = f'id,title,deadline\na,=1+1,"{hostile}"\n"{hostile}",x,2021-06-30\n'
    at = upload(open_data(small_campaign(), "en", part="check"), (f"{hostile[:25]}.csv", table))
    texts = [text.value for kind in (at.main.markdown, at.main.error, at.main.warning) for text in kind]
    assert hostile in unescaped("\n".join(texts))
    assert not [text for text in texts if re.search(r"(?<!\\)(<script|\]\(javascript)", text)]


def test_several_files_are_read_as_one_folder(open_data: Open) -> None:
    at = upload(
        open_data(small_campaign(), "en", part="check"),
        ("organizations.csv", ORGANIZATIONS),
        ("items.csv", ITEMS),
        ("notes.yaml", "a: b"),
    )
    assert {"Students", "Whoever keeps the file"} == set(at.main.dataframe[0].value["mender"])
    assert "notes.yaml" in read(at)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(open_data: Open, lang: str) -> None:
    at = upload(open_data(small_campaign(), lang, part="check"), ("tasks.xls", "old"))
    said = "\n".join(box.value for box in at.main.error)
    assert "tasks.xls" in said.replace("\\", "")
    assert "xlsx" in said
    assert [button.key for button in at.main.button if button.key == "preview.begin"] == []


def test_a_preview_shows_the_file_everywhere_until_it_is_ended(open_data: Open) -> None:
    at = upload(open_data(small_campaign(), "en", part="check"), ("tasks.csv", ITEMS))
    open_button(at)
    assert "Preview of tasks.csv" in at.main.warning[0].value.replace("\\", "")
    at.switch_page("../pages/items.py")
    at.query_params.update({"lang": "en"})
    at.run()
    assert "Jobs" in read(at)
    assert "Late item" not in read(at)
    next(button for button in at.main.button if button.key == "preview.end").click()
    at.run()
    assert "Late item" in read(at)
    assert not at.main.warning


def test_an_unreadable_campaign_leaves_the_way_to_check_a_file(
    open_data: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_data(small_campaign(), "en")
    monkeypatch.setattr("components.campaigns.read", lambda _: (None, None))
    at.run()
    assert at.main.title[0].value == "This campaign cannot be opened yet"
    open_button(upload(at, ("tasks.csv", ITEMS)))
    assert "Preview of tasks.csv" in at.main.warning[0].value.replace("\\", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_is_offered_and_the_masking_is_told(open_data: Open, lang: str) -> None:
    at = open_data(small_campaign(), lang, part="download")
    offered = [button.proto.label for button in at.main.get("download_button")]
    assert len(offered) == 6
    assert [form for form in ("XLSX", "ZIP", "YAML") if not any(form in label for label in offered)] == []
    assert {"zh": "已遮盖个人信息", "en": "Personal data are masked"}[lang] in read(at)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("problems", "Problems"),
        ("completeness", "Completeness"),
        ("check", "Check a file"),
        ("download", "Download"),
    ],
)
def test_a_campaign_without_items_opens_on_every_part(open_data: Open, part: str, name: str) -> None:
    texts = [text.value for text in open_data(campaign(), "en", part=part).main.markdown]
    (head,) = [text for text in texts if text.startswith("# Data\n")]
    assert f"**{name}**" in head


def test_a_mapping_handed_over_with_its_table_is_used(open_data: Open) -> None:
    at = upload(
        open_data(small_campaign(), "en", part="check"),
        ("tasks.csv", "Ref,Project name,Dept\nR1,Mend the bridge,Roads\n"),
        ("tasks.mapping.yaml", "columns: {id: Ref, title: Project name, lead: Dept}\n"),
    )
    assert "No problems found." in [box.value for box in at.main.success]
    assert "Items: 1" in read(at)


def test_a_table_of_other_headers_is_read_with_the_mapping_suggested(open_data: Open) -> None:
    table = "Ref,Project name,RAG\nR1,Mend the bridge,Amber\nR2,Clean the river,Green\n"
    at = upload(open_data(small_campaign(), "en", part="check"), ("tasks.csv", table))
    assert "title: Project name" in at.main.code[-1].value
    next(button for button in at.main.button if button.key == "mapping.try").click()
    at.run()
    assert not at.exception, at.exception
    assert "Items: 2" in read(at)


def test_many_problems_are_paged(open_data: Open, tmp_path: Path) -> None:
    rows = "".join(f"i{number},T{number},someday\n" for number in range(120))
    (tmp_path / "many.csv").write_text(f"id,title,deadline\n{rows}", "utf-8")
    at = open_data(reading.read(tmp_path / "many.csv"), "en", severity="error")
    assert len(at.main.dataframe[0].value) == 50
    assert "1–50 of 120" in read(at)


def test_a_header_nobody_knows_is_named_by_its_cell_and_a_row_by_its_number(open_data: Open) -> None:
    table = "id,title,lead,weather\n1,a,xs,fine,too much\n2,b,xs,\n"
    at = upload(open_data(small_campaign(), "en", part="check"), ("a.csv", table))
    assert set(at.main.dataframe[0].value["where"]) == {"a.csv · cell D1", "a.csv · row 2"}
