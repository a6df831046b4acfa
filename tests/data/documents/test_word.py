"""A briefing as DOCX: real headings and tables, links, and content that stays content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from data.briefing import svg_charts
from data.briefing.content import ChartKind, Role
from data.documents import word
from tests.data.documents.papers import MARKUP, briefing, chart

SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ISO/IEC 29500: Word offers to repair a file whose properties stand in another order.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid spacing "
    "ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color spacing w kern sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW shd vAlign",
    "trPr": "cantSplit tblHeader",
}  # fmt: skip


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


@pytest.fixture(scope="module")
def contents() -> Mapping[str, bytes]:
    return {lang: word.write(briefing(lang, rows=3, text="正文。")) for lang in ("zh", "en")}


@pytest.fixture
def opened(contents: Mapping[str, bytes]) -> Document:
    return docx.Document(io.BytesIO(contents["zh"]))


def test_headings_are_real_ones_with_their_numbers(opened: Document) -> None:
    headings = [
        (text.style.name, text.text)
        for text in opened.paragraphs
        if text.style and "Head" in str(text.style.name)
    ]
    assert headings == [
        ("Heading 1", "一、总体情况"),
        ("Heading 1", "二、红灯事项"),
        ("Heading 2", "（一）新转红灯"),
        ("Heading 1", "三、数据缺口"),
        ("Heading 1", "四、事项台账"),
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_properties_stand_in_the_order_of_the_standard(contents: Mapping[str, bytes], lang: str) -> None:
    with zipfile.ZipFile(io.BytesIO(contents[lang])) as parts:
        for name in ("word/document.xml", "word/styles.xml"):
            for found in parse_xml(parts.read(name)).iter(*(SPACE + tag for tag in ORDER)):
                order = ORDER[local(found.tag)].split()
                tags = [local(child.tag) for child in found]
                known = [order.index(tag) for tag in tags if tag in order]
                assert known == sorted(known), tags


def test_the_page_is_that_of_an_official_paper(opened: Document) -> None:
    section = opened.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    fonts = opened.styles["Briefing Text"].element.find(f".//{SPACE}rFonts")
    assert fonts.get(f"{SPACE}eastAsia") == "仿宋_GB2312"
    assert (
        opened.styles["Title"].element.find(f".//{SPACE}rFonts").get(f"{SPACE}eastAsia") == "方正小标宋简体"
    )


def test_every_typeface_names_what_stands_in_for_it(contents: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(contents["zh"])) as parts:
        table = parse_xml(parts.read("word/fontTable.xml"))
    others = {font.get(f"{SPACE}name"): font[0].get(f"{SPACE}val") for font in table}
    assert others["仿宋_GB2312"].startswith("仿宋,FangSong")
    assert others["方正小标宋简体"]


def test_a_table_repeats_its_header_and_breaks_no_row(opened: Document) -> None:
    rows = opened.tables[0]._tbl.tr_lst
    assert [row.find(f".//{SPACE}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f".//{SPACE}cantSplit") is not None for row in rows)
    assert [cell.text for cell in opened.tables[0].rows[1].cells][-1] == "◆ 红灯"


def test_charts_are_pictures_that_say_what_they_show(opened: Document) -> None:
    assert len(opened.inline_shapes) == 3
    shape = opened.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "从 1 到 3 万"
    picture = opened.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]
    drawn = svg_charts.draw(chart(ChartKind.STACKED, Role.RED, Role.GREEN), "zh")
    wide, high = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', drawn)[0])
    # The drawing fills the picture.
    assert picture.image.px_width / picture.image.px_height == pytest.approx(wide / high, rel=0.01)
    # 150 mm in at least 250 dots an inch.
    assert picture.image.px_width > 150 / 25.4 * 250


def test_figures_lead_to_what_they_count(opened: Document) -> None:
    links = [link for text in opened.paragraphs for link in text.hyperlinks]
    found = {link.text: link.address or f"#{link.fragment}" for link in links}
    assert found["147"] == "https://board.example/items?lang=zh"
    assert found["见红灯"] == "#red"


def test_markup_in_content_is_content(opened: Document) -> None:
    assert MARKUP in [text.text for text in opened.paragraphs]


def test_made_up_data_say_so_on_every_page(opened: Document) -> None:
    section = opened.sections[0]
    heads = (section.header, section.even_page_header)
    assert [head.paragraphs[0].text for head in heads] == ["模拟数据。", "模拟数据。"]


def test_the_same_briefing_makes_the_same_file(contents: Mapping[str, bytes]) -> None:
    assert word.write(briefing("en", rows=3, text="正文。")) == contents["en"]
