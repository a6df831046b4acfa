"""The command brief writes what the page offers, and says what it cannot do."""

import datetime as dt
from pathlib import Path

import pytest

from data import reading
from data.__main__ import main
from data.briefing import formats, scope
from data.briefing.parts import Part
from data.briefing.period import Period
from data.filters import Filters

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_it_writes_the_same_as_the_page_and_writes_it_anew(moe: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "june.html"
    asked = [
        str(moe),
        "--since=2021-05-01",
        "--until=2021-06-30",
        "--department=student-affairs",
        "--lang=zh",
    ]
    for _ in range(2):
        served = ["--url=https://b.example", "--campaign=moe"]
        assert main(["brief", *asked, "--without=ledger", *served, f"--out={out}"]) == 0
    period = Period(dt.date(2021, 5, 1), dt.date(2021, 6, 30))
    filters = Filters(departments=("student-affairs",))
    made = scope.of(
        reading.read(moe),
        period,
        filters,
        "zh",
        root="https://b.example",
        base={"lang": "zh", "campaign": "moe", "as_of": "2021-06-30"},
    )
    parts = [part for part in Part if part is not Part.LEDGER]
    assert out.read_bytes() == formats.write("html", made, parts)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--department=student-affair"],
            "no such department: student-affair; did you mean student-affairs?",
        ),
        (["--theme=???"], "no such theme: ???\n"),
        (["--since=2021-08-01"], "begins on 2021-08-01, after its last day, 2021-07-01"),
        (["--out=briefing.odt"], "give --format: html, docx"),
    ],
)
def test_it_refuses_what_does_not_exist(
    moe: Path, tmp_path: Path, capsys: Out, asked: list[str], said: str
) -> None:
    assert main(["brief", str(moe), f"--out={tmp_path / 'x.html'}", *asked]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_format_without_its_package_says_what_to_install(
    moe: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "missing", lambda key: "typst" if key == "pdf" else "")
    assert main(["brief", str(moe), f"--out={tmp_path / 'x.pdf'}"]) == 2
    assert 'pip install "campaign-board[report]"' in capsys.readouterr().err
