import csv
import io

import pandas as pd
import pytest

from data import exports


def _rows(frame: pd.DataFrame) -> list[list[str]]:
    return list(csv.reader(io.StringIO(exports.to_csv(frame).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "　=1",
        "＝1",
        "＋86 1",
        "－1＋1",
        "＠a",
        "=a\nb",
        "\tz",
        "'=1",
    ],
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert _rows(pd.DataFrame({"a": [text]}))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["-5", "+5", "-1,595.5", "-45%", "-", "a=1", "1-1", "", "正常"])
def test_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert _rows(pd.DataFrame({"a": [text]}))[1] == [text]


def test_headers_are_guarded_too() -> None:
    assert _rows(pd.DataFrame({"=a": ["b"]}))[0] == ["'=a"]


def test_the_file_opens_in_excel() -> None:
    written = exports.to_csv(pd.DataFrame({"事项": ["多\n行", 'a"b'], "n": [1.0, 2.5]}))
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.endswith(b"\r\n")
    assert _rows(pd.DataFrame({"事项": ["多\n行", 'a"b,；']})) == [["事项"], ["多\n行"], ['a"b,；']]


def test_every_type_is_written_as_a_person_types_it() -> None:
    frame = pd.DataFrame(
        {
            "n": [5.0, float("nan")],
            "d": pd.array(["2021-06-30", None], dtype="datetime64[s]"),
            "c": pd.Categorical(["=x", None]),
            "t": [("a", "b"), ()],
        }
    )
    assert _rows(frame)[1:] == [["5", "2021-06-30", "'=x", "a；b"], ["", "", "", ""]]
