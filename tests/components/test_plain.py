import html
import re

import pytest

from components.plain import JOINER, figure_text, plain, plain_title
from tests.hostile import HOSTILE

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_back(markdown: str) -> str:
    """What a reader sees of Markdown that holds nothing but escapes and line breaks."""
    text = ESCAPE.sub(r"\1", markdown.replace("\\\n", "\n"))
    return text.replace(JOINER, "").replace("\u00a0", " ")


def as_written(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text).replace("\t", "    ")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_lost_and_nothing_is_added(text: str) -> None:
    assert read_back(plain(text)) == as_written(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_markup_is_left_without_a_backslash(text: str) -> None:
    bare = ESCAPE.sub("e", plain(text).replace("\\\n", "\n"))
    assert not re.search(r"[\\`*_\[\]{}<>&$~|:!#]", bare)
    assert not re.search(r"^(?:[+=-]|\d+[.)]|[ \t])", bare, re.MULTILINE)


@pytest.mark.parametrize(
    "text",
    [
        "高校学生司（2021年第1号）：办实事 100%",
        "A plain title, with (brackets), 1.5 points - and a dash.",
        "2021-06-30",
        "10/12 x=y 50%",
        "",
    ],
)
def test_ordinary_text_holds_no_joiner(text: str) -> None:
    assert JOINER not in plain(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a -> b", f"a -{JOINER}\\> b"),
        ("->", f"\\-{JOINER}\\>"),
        ("x -- y", f"x -{JOINER}- y"),
        (":tada:", f"\\:{JOINER}tada\\:"),
        (":material/home:", f"\\:{JOINER}material/home\\:"),
        ("https://a.cn", f"https\\:{JOINER}//a.cn"),
        ("WWW.a.cn", f"WWW{JOINER}.a.cn"),
        ("me@a.cn", f"me{JOINER}@a.cn"),
        ("🎉 done", f"{JOINER}🎉 done"),
    ],
)
def test_words_that_streamlit_rewrites_are_held_apart(text: str, held: str) -> None:
    assert plain(text) == held


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("- x", "\\- x"),
        ("+ x", "\\+ x"),
        ("# x #", "\\# x \\#"),
        ("a\n===", "a\\\n\\==="),
    ],
)
def test_a_line_start_begins_no_block(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\nb", "a\\\nb"),
        ("a\r\nb\rc", "a\\\nb\\\nc"),
        ("a\n\nb", f"a\\\n{JOINER}\\\nb"),
        ("  a", f"{JOINER}\u00a0\u00a0a"),
        ("a  b ", f"a\u00a0\u00a0b\u00a0{JOINER}"),
        ("\u3000a", f"{JOINER}\u3000a"),
        ("a\0", "a\ufffd"),
    ],
)
def test_lines_and_spaces_are_kept(text: str, kept: str) -> None:
    assert plain(text) == kept


def test_a_title_is_one_line() -> None:
    assert plain_title("a\r\n# b\nc") == "a \\# b c"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_figure_reads_its_text_back(text: str) -> None:
    assert html.unescape(figure_text(text).replace("<br>", "\n")) == re.sub(r"\r\n?", "\n", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_figure_finds_no_tag_formula_or_template(text: str) -> None:
    assert not re.search(r"[<>$%]", figure_text(text).replace("<br>", ""))
