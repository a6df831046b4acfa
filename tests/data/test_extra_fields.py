"""Columns and keys that are no field of a table are kept beside it, row by row."""

import pytest

from data.campaign import Campaign
from data.problems import Loss, Problem, Severity
from tests.data.conftest import Reads


def _only(campaign: Campaign, code: str) -> Problem:
    (found,) = (problem for problem in campaign.problems if problem.code == code)
    return found


def _extras(campaign: Campaign, table: str = "items") -> dict[str, list[str]]:
    return {str(name): texts.tolist() for name, texts in campaign.extras[table].items()}


def test_an_unknown_column_is_kept_as_written_and_reported(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,Risk score,空\nA,t,x,=1+1,\nB,u,x,,\n"})
    assert _extras(campaign) == {"Risk score": ["=1+1", ""], "空": ["", ""]}
    assert {p.code: (p.severity, p.loss) for p in campaign.problems} == {
        "unknown_column": (Severity.WARNING, Loss.NOTHING)
    }


def test_extra_fields_stay_beside_their_rows_when_others_are_left_out(read: Reads) -> None:
    content = "id,title,lead,more\nA,,x,lost\nB,t,x,b\nB,t,x,twice\n\nC,t,x,c\n"
    campaign = read({"items.csv": content, "measures.csv": "id,item,title,more\nm1,nobody,t,1\nm2,C,t,2\n"})
    assert campaign["items"]["id"].tolist() == ["B", "C"]
    assert _extras(campaign) == {"more": ["b", "c"]}
    assert _extras(campaign, "measures") == {"more": ["2"]}


def test_a_row_that_only_extra_fields_fill_is_named(read: Reads) -> None:
    found = _only(read({"items.csv": "id,title,lead,more\nA,t,x,\n,,,blue\n"}), "required_missing")
    assert (found.line, found.loss) == (3, Loss.ROW)


@pytest.mark.parametrize(
    ("header", "name", "place"),
    [
        ("id,title,lead,Lead", "Lead", "D1"),
        ("id,title,lead,lead", "lead (2)", "D1"),
        ("id,title,牵头单位,lead", "lead (2)", "D1"),
    ],
)
def test_a_field_given_twice_is_kept_under_a_name_of_its_own(
    read: Reads, header: str, name: str, place: str
) -> None:
    campaign = read({"items.csv": f"{header}\nA,t,x,y\n"})
    assert campaign["items"]["lead"].tolist() == ["x"]
    assert _extras(campaign) == {name: ["y"]}
    found = _only(campaign, "duplicate_header")
    assert (found.cell, found.severity) == (place, Severity.WARNING)
    assert name in found.title("en")


def test_unknown_headers_given_twice_are_told_apart(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,a,a,a (2),a\nA,t,x,1,2,3,4\n"})
    assert _extras(campaign) == {"a": ["1"], "a (2)": ["2"], "a (2) (2)": ["3"], "a (3)": ["4"]}


@pytest.mark.parametrize(("header", "name"), [("id,title,lead", "Column E"), ("编号,事项,牵头单位", "E列")])
def test_a_column_without_header_is_named_by_its_letter(read: Reads, header: str, name: str) -> None:
    campaign = read({"items.csv": f"{header},,\nA,t,x,,y\n"})
    assert _extras(campaign) == {name: ["y"]}
    assert _only(campaign, "unnamed_column").cell == "E1"


def test_a_table_without_extra_fields_has_no_frame_of_them(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,\nA,t,x,\n"})
    assert dict(campaign.extras) == {}
    assert campaign.extra_texts("items").shape == (1, 0)


def test_a_yaml_key_that_is_no_field_is_kept(read: Reads) -> None:
    campaign = read(
        {
            "c.yaml": "campaign: {title: t, motto: 为民}\n"
            "items:\n- {id: A, title: t, lead: x}\n- {id: B, title: t, lead: x, risk: 高}\n"
        }
    )
    assert _extras(campaign) == {"risk": ["", "高"]}
    assert _extras(campaign, "campaign") == {"motto": ["为民"]}
    assert [(p.code, p.line) for p in campaign.problems] == [("unknown_key", 1), ("unknown_key", 4)]


def test_an_unknown_list_in_yaml_is_lost_and_said_to_be(read: Reads) -> None:
    campaign = read(
        {"c.yaml": "campaign: {title: t}\nitems:\n- {id: A, title: t, lead: x, mesures: [{id: m}]}\n"}
    )
    found = _only(campaign, "unknown_part")
    assert (found.severity, found.loss, found.values["near"]) == (Severity.ERROR, Loss.CELL, "measures")
    assert dict(campaign.extras) == {}


def test_personal_data_in_extra_fields_are_reported_and_masked_for_readers(read: Reads) -> None:
    campaign = read({"items.csv": "id,title,lead,手机\nA,t,x,13812345678\n"})
    found = _only(campaign, "personal_mobile")
    assert (found.cell, found.found) == ("D2", "138****5678")
    assert campaign.extra_texts("items")["手机"].tolist() == ["138****5678"]
    assert _extras(campaign) == {"手机": ["13812345678"]}


@pytest.mark.parametrize("rows", ["", "A,13812345678\n"])
def test_settings_may_have_extra_fields_in_a_table_of_any_length(rows: str, read: Reads) -> None:
    campaign = read({"campaign.csv": "title,Desk\n" + rows, "items.csv": "title\nOne\n"}, folder=True)
    assert campaign.extras["campaign"]["Desk"].tolist() == (["13812345678"] if rows else [])
