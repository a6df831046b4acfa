"""Templates of an office: filled in, or refused with a sentence."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from data.documents import word
from data.documents.word import template as templates
from data.documents.word.template import TemplateError
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


def refused(content: bytes) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
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
        ("{{ title.__class__ }}", "forbidden"),
        ("{{ title['a'] }}", "forbidden"),
        ("{{ title|upper }}", "forbidden"),
        ("{{ title.upper() }}", "forbidden"),
        ("{{ 'a' * 99999999 }}", "forbidden"),
        ("{% for a in range(9) %}{% for b in range(9) %}x{% endfor %}{% endfor %}", "forbidden"),
        ("{% set a = 1 %}", "forbidden"),
        ("{% include 'a' %}", "forbidden"),
        ("{{ secret }}", "unknown"),
        ("{{ title", "syntax"),
        ("{% if %}", "syntax"),
    ],
)
def test_what_does_more_than_show_a_blank_is_refused(written: str, code: str) -> None:
    assert refused(template(written, "{{ body }}")).code == code
    assert refused(template("{{ body }}", header=written)).code == code


def test_a_template_without_a_place_for_the_body_is_refused() -> None:
    assert refused(template("{{ title }}")).code == "no_body"


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
        assert refused(content).code == "unreadable"
    monkeypatch.setattr(templates, "_LARGEST_UNPACKED", 1000)
    assert refused(template("{{ body }}")).code == "too_large"
    monkeypatch.setattr(templates, "LARGEST", 1000)
    assert refused(template("{{ body }}")).code == "too_large"
