"""Workbooks that went through LibreOffice: opened there, perhaps edited, and saved."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from data import reading, writers
from data.campaign import Campaign
from tests.data.generated import NASTY, written
from tests.data.same import assert_same, differing
from tests.data.workbook import altered
from tests.hostile import HOSTILE

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")


@pytest.fixture(scope="module")
def campaigns(moe: Path) -> Mapping[str, Campaign]:
    """Give one as an office writes it, and one of all that could go wrong on the way."""
    # LibreOffice makes line feeds of CR LF.
    texts = [text for text in (*NASTY, *HOSTILE) if "\r" not in text]
    dates = ["2021-06-30", "2021-06", "6月底前", "长期", "1900-02-29", "1954-12-31", "6/7"]
    items = [
        {
            "id": f"{number:03}",
            "title": text,
            "note": text,
            "=1": text,
            "deadline": dates[number % len(dates)],
            "progress": ["45", "12.5", "保密", "33.33333333333333"][number % 4],
            "lead": ["甲", "乙", "丙、丁", ""][number % 4],
        }
        for number, text in enumerate(texts)
    ]
    offices = [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}]
    content = {"campaign": {"title": "=1+1", "end": "2021-12-31"}, "organizations": offices, "items": items}
    return {"moe": reading.read(moe), "nasty": reading.read_content("nasty.yaml", written(content))}


@pytest.fixture(scope="module")
def saved(campaigns: Mapping[str, Campaign], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write workbooks, and have LibreOffice open and save them."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, campaign in campaigns.items():
        content = writers.write(campaign, "xlsx", "zh", masked=False)
        (folder / f"{name}.xlsx").write_bytes(content)
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *map(str, folder.glob("*.xlsx"))], check=True, capture_output=True, timeout=300)
    return folder / "saved"


@pytest.mark.parametrize("name", ["moe", "nasty"])
def test_what_was_opened_and_saved_is_the_same(
    name: str, campaigns: Mapping[str, Campaign], saved: Path
) -> None:
    content = (saved / f"{name}.xlsx").read_bytes()
    assert_same(campaigns[name], reading.read_content(f"{name}.xlsx", content))


def test_nothing_changes_but_the_edit(campaigns: Mapping[str, Campaign], saved: Path) -> None:
    before = campaigns["moe"]
    title = before["items"]["title.en"][3].encode()
    content = (saved / "moe.xlsx").read_bytes()
    edited = altered(content, sharedStrings=lambda texts: texts.replace(title, b"Something else", 1))
    after = reading.read_content("moe.xlsx", edited)
    assert differing(before, after) == [("items", 3, "title.en")]
    assert after["items"]["title.en"][3] == "Something else"
