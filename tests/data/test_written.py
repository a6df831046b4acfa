"""Cells written as a file would say them."""

import pytest

from data import written
from data.campaign import Campaign
from tests.data.conftest import Reads

SETTINGS = "campaign: {title: 办实事, start: 2021-03-01, end: 2021-12-31}\n"
OFFICES = "id,name\njcs,基础司\ngxs,高校司\nold,高校司\nsplit,政策、法规司\n基础司二,体育司\n"


def _item(read: Reads, column: str, text: str) -> Campaign:
    items = f'id,title,{column}\na,One,"{text}"\n'
    return read({"campaign.yaml": SETTINGS, "organizations.csv": OFFICES, "items.csv": items})


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("note", "=1+1", "=1+1"),
        ("deadline", "2021年6月30日", "2021-06-30"),
        ("deadline", "44377", "2021-06-30"),
        ("deadline", "6月底前", "6月底前"),
        ("deadline", "长期", "长期"),
        ("deadline", "Exempt under Section 26", "Exempt under Section 26"),
        ("progress", "45.0", "45"),
        ("progress", "12.50%", "12.5"),
        ("progress", "保密", "保密"),
        ("status", "进行中", "in_progress"),
        ("status", "琥珀", "琥珀"),
        ("status", "", ""),
        ("status", "未报告", ""),
        ("level", "部级", "ministry"),
        ("lead", "基础司", "jcs"),
        ("lead", "不存在司", "不存在司"),
        ("support", "基础司、gxs", "jcs；gxs"),
        ("support", "基础司、不存在司", "基础司、不存在司"),
        ("regions", "江苏省；上海", "320000；310000"),
        ("regions", "江苏、无此地", "江苏、无此地"),
    ],
)
def test_a_cell_is_written_by_id_or_in_its_own_words(
    column: str, text: str, expected: str, read: Reads
) -> None:
    assert written.rows(_item(read, column, text), "items").loc[0, column] == expected


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("status", "done", ("已办结", "Done")),
        ("regions", "320000", ("江苏", "Jiangsu")),
        ("lead", "jcs", ("基础司", "基础司")),
        ("support", "jcs；old", ("基础司；old", "基础司；old")),
        # Names that would be read as several, or that two bear, are written by id.
        ("lead", "gxs", ("gxs", "gxs")),
        ("lead", "split", ("split", "split")),
    ],
)
def test_a_reader_gets_labels_and_names(
    column: str, text: str, expected: tuple[str, str], read: Reads
) -> None:
    campaign = _item(read, column, text)
    assert tuple(written.rows(campaign, "items", lang).loc[0, column] for lang in ("zh", "en")) == expected


def test_several_values_may_stay_a_tuple(read: Reads) -> None:
    rows = written.rows(_item(read, "support", "jcs、gxs"), "items", joint=None)
    assert rows.loc[0, "support"] == ("jcs", "gxs")


def test_personal_data_are_covered_on_demand(read: Reads) -> None:
    campaign = _item(read, "note", "致电 13812345678")
    assert written.rows(campaign, "items").loc[0, "note"] == "致电 13812345678"
    assert written.rows(campaign, "items", masked=True).loc[0, "note"] == "致电 138****5678"


def test_a_name_that_is_covered_refers_no_more(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead\na,One,张某13812345678\n"})
    (key,) = campaign["organizations"]["id"]
    assert written.rows(campaign, "items", "zh", masked=True).loc[0, "lead"] == key


def test_columns_stand_as_in_the_model_with_translations_after_their_text(read: Reads) -> None:
    campaign = read({"items.csv": "note,title.en,title\n,One,一\n"})
    names = list(written.rows(campaign, "items"))
    assert names[:5] == ["id", "code", "title", "title.en", "level"]
    assert names[-1] == "source_url"


@pytest.mark.parametrize(("masked", "phone"), [(False, "13812345678"), (True, "138****5678")])
def test_extra_fields_stand_last(masked: bool, phone: str, read: Reads) -> None:
    campaign = read(
        {
            "campaign.yaml": "campaign: {title: A, Desk: 13812345678}",
            "items.csv": "Phone,title\n13812345678,One\n",
        }
    )
    rows = written.rows(campaign, "items", masked=masked)
    assert (list(rows)[-1], rows.loc[0, "Phone"]) == ("Phone", phone)
    assert written.settings(campaign, masked=masked) == {"title": "A", "language": "zh", "Desk": phone}


@pytest.mark.parametrize(
    ("number", "text"),
    [(5.0, "5"), (0.1, "0.1"), (-2.5, "-2.5"), (1e16, "1e+16"), (123456789012345.0, "123456789012345")],
)
def test_a_figure_takes_the_fewest_digits(number: float, text: str) -> None:
    assert written.figure(number) == text
    assert float(text) == number


def test_settings_leave_out_what_is_as_usual(read: Reads) -> None:
    campaign = read({"campaign.yaml": "campaign: {title: 办实事, time_zone: Asia/Shanghai, silent_days: 30}"})
    assert written.settings(campaign) == {"title": "办实事", "language": "zh"}


def test_settings_are_written_by_column(read: Reads) -> None:
    text = """
campaign:
  title: {zh: 办实事, en: Practical help}
  host: 教育部
  start: 2021年3月
  end: 2021-12-31
  simulated: 是
  declared_local: "12"
  silent_days: 45
  time_zone: Europe/London
organizations:
  - {id: moe, name: 教育部}
"""
    campaign = read({"campaign.yaml": text})
    assert written.settings(campaign) == {
        "title": "办实事",
        "title.en": "Practical help",
        "language": "zh",
        "host": "moe",
        "start": "2021-03-01",
        "end": "2021-12-31",
        "time_zone": "Europe/London",
        "simulated": "yes",
        "declared_local": "12",
        "silent_days": "45",
    }
    labels = written.settings(campaign, "zh")
    assert (labels["language"], labels["host"], labels["simulated"]) == ("中文", "教育部", "是")


def test_words_kept_of_support_also_name_those_after_the_lead(read: Reads) -> None:
    items = "id,title,lead,support\na,One,基础司、体育司,政策、不存在司\nb,Two,基础司、体育司,gxs\n"
    campaign = read({"campaign.yaml": SETTINGS, "organizations.csv": OFFICES, "items.csv": items})
    rows = written.rows(campaign, "items")
    assert rows["lead"].tolist() == ["jcs", "jcs"]
    assert rows["support"].tolist() == ["政策、不存在司、基础司二", "gxs；基础司二"]
