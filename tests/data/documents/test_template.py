"""Templates of an office: filled in, or refused with a sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from data.briefing import formats
from data.briefing import scope as scopes
from data.briefing.office import DocumentError, Office
from data.briefing.parts import Part
from data.documents import word
from data.documents.word import template as templates
from data.filters import Filters
from tests.data.builder import campaign
from tests.data.documents.papers import MARKUP, briefing
from tests.data.workbook import altered

BRIEFING = briefing(rows=1, text="正文。")


def template(*paragraphs: str, header: str = "") -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        made.add_paragraph(text)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def refused(content: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        word.write(BRIEFING, content)
    for lang in ("zh", "en"):
        assert "documents.template" not in caught.value.describe(lang)
    return caught.value


def test_a_template_is_filled_in_and_keeps_what_it_has() -> None:
    own = template(
        "某某办公室 {{ masthead }}",
        "{% if simulated %}{{ simulated }}{% endif %}",
        "{{ body }}",
        "抄送：{{ issuer }}",
        header="{{ title }}",
    )
    made = docx.Document(io.BytesIO(word.write(BRIEFING, own)))
    texts = [text.text for text in made.paragraphs]
    assert texts[:3] == ["某某办公室 工作简报", "模拟数据。", "一、总体情况"]
    assert texts[-1] == "抄送：教育服务部"
    assert made.sections[0].header.paragraphs[0].text == "为群众办教育实事"
    assert MARKUP in texts
    assert len(made.inline_shapes) == 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{{ title.__class__ }}", "template.forbidden"),
        ("{{ title['a'] }}", "template.forbidden"),
        ("{{ title|upper }}", "template.forbidden"),
        ("{{ title.upper() }}", "template.forbidden"),
        ("{{ 'a' * 99999999 }}", "template.forbidden"),
        ("{% for a in range(9) %}{% for b in range(9) %}x{% endfor %}{% endfor %}", "template.forbidden"),
        ("{% set a = 1 %}", "template.forbidden"),
        ("{% include 'a' %}", "template.forbidden"),
        ("{{ secret }}", "template.unknown"),
        ("{{ title", "template.syntax"),
        ("{% if %}", "template.syntax"),
    ],
)
def test_what_does_more_than_show_a_blank_is_refused(written: str, code: str) -> None:
    assert refused(template(written, "{{ body }}")).code == code
    assert refused(template("{{ body }}", header=written)).code == code


def test_an_office_names_its_paper_and_its_template(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(template("{{ masthead }}", "{{ body }}"))
    given = scopes.of(campaign(items=[{"id": "a"}]), BRIEFING.period, Filters(), "zh")
    content = formats.write("docx", given, [Part.HEADLINE], Office("某某简报", str(tmp_path / "own.docx")))
    assert docx.Document(io.BytesIO(content)).paragraphs[0].text == "某某简报"
    with pytest.raises(DocumentError) as caught:
        formats.write("docx", given, [Part.HEADLINE], Office(template=str(tmp_path / "none.docx")))
    assert "none.docx" in caught.value.describe("en")


def test_a_template_without_a_place_for_the_body_is_refused() -> None:
    assert refused(template("{{ title }}")).code == "template.no_body"


def test_what_is_no_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as parts:
        parts.writestr("xl/workbook.xml", "<a/>")
    for content in (
        b"",
        b"PK\x03\x04",
        sheet.getvalue(),
        altered(template("{{ body }}"), settings=lambda _: bomb),
    ):
        assert refused(content).code == "template.unreadable"
    monkeypatch.setattr(templates, "_LARGEST_UNPACKED", 1000)
    assert refused(template("{{ body }}")).code == "template.too_large"
    monkeypatch.setattr(templates, "LARGEST", 1000)
    assert refused(template("{{ body }}")).code == "template.too_large"
