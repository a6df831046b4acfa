"""Documents as LibreOffice and Poppler see them: pages, glyphs, and where things stand."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.documents import slides, typeset, word
from tests.data.documents.papers import CLAUSE, MARKUP, briefing

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="needs LibreOffice and Poppler")
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Write every document, and have LibreOffice set all it can open: it takes seconds to start."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "word.docx").write_bytes(word.write(briefing()))
    (folder / "slides.pptx").write_bytes(slides.write(briefing()))
    (folder / "typeset.pdf").write_bytes(typeset.write(briefing()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    given = [str(folder / name) for name in ("word.docx", "slides.pptx")]
    subprocess.run([*command, *given], check=True, capture_output=True, timeout=300)
    return {path.stem: path for path in folder.glob("*.pdf")}


def pages(path: Path) -> list[str]:
    made = subprocess.run([str(PDFTOTEXT), "-layout", str(path), "-"], check=True, capture_output=True)
    return made.stdout.decode().rstrip("\f").split("\f")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def lines(page: str) -> list[str]:
    return [squeezed(line) for line in page.splitlines() if line.strip()]


def is_furniture(line: str) -> bool:
    return bool(re.fullmatch(r"—?\d+—?", line)) or line == "模拟数据。"


@pytest.mark.parametrize("name", ["word", "typeset"])
def test_a_full_page_has_22_lines_of_28_characters(papers: Mapping[str, Path], name: str) -> None:
    body = [line for line in lines(pages(papers[name])[1]) if not is_furniture(line)]
    full = [line for line in body if set(line) <= set(CLAUSE)]
    assert len(full) == 22
    assert {len(line) for line in full} == {28}


@pytest.mark.parametrize("name", ["word", "typeset"])
def test_text_stands_within_the_margins_of_an_official_page(papers: Mapping[str, Path], name: str) -> None:
    made = subprocess.run(
        [str(PDFTOTEXT), "-bbox", "-f", "2", "-l", "2", str(papers[name]), "-"],
        check=True,
        capture_output=True,
    )
    page = made.stdout.decode()
    size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', page)
    assert size
    assert [round(float(side) / MILLIMETRE) for side in size.groups()] == [210, 297]
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<', page)
    body = [list(map(float, word[:4])) for word in words if set(word[4]) <= set(CLAUSE)]
    left, right = min(box[0] for box in body), max(box[2] for box in body)
    assert left / MILLIMETRE == pytest.approx(28, abs=0.5)
    assert right / MILLIMETRE == pytest.approx(184, abs=1.5)
    # The first line stands below the margin of 37 mm, the last one above that of 35 mm.
    assert min(box[1] for box in body) / MILLIMETRE > 35
    assert max(box[3] for box in body) / MILLIMETRE < 297 - 33


@pytest.mark.parametrize("name", ["word", "slides", "typeset"])
def test_every_character_is_shown_as_itself(papers: Mapping[str, Path], name: str) -> None:
    shown = squeezed("".join(pages(papers[name])))
    for words in (
        "工作简报",
        "为群众办教育实事",
        "红灯事项",
        "健全学生个人信息保护工作机制",
        "资料来源：某网站",
        "模拟数据。",
    ):
        assert words in shown
    assert squeezed(MARKUP) in shown
    assert "\ufffd" not in shown


@pytest.mark.parametrize("name", ["word", "typeset"])
def test_no_heading_stands_last_on_a_page(papers: Mapping[str, Path], name: str) -> None:
    heading = re.compile(r"[一二三四]、.{2,6}|（一）.*|表\d.*")
    for page in pages(papers[name]):
        body = [line for line in lines(page) if not is_furniture(line)]
        assert not heading.fullmatch(body[-1]), body[-1]


@pytest.mark.parametrize("name", ["word", "typeset"])
def test_a_table_has_its_header_on_every_page(papers: Mapping[str, Path], name: str) -> None:
    with_rows = [page for page in pages(papers[name]) if "健全学生" in squeezed(page)]
    assert len(with_rows) >= 3
    assert all("事项完成时限责任人进度灯" in squeezed(page) for page in with_rows)


def test_slides_are_as_many_as_were_made_and_each_names_its_source(papers: Mapping[str, Path]) -> None:
    shown = pages(papers["slides"])
    assert len(shown) > 8
    assert all("2021年9月30日·资料来源：某网站·模拟数据。" in squeezed(page) for page in shown)
