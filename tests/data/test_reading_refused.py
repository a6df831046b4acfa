import pytest

from data.problems import Problem, Unreadable
from data.readers import files, yaml_nodes
from tests.data.conftest import Reads

HEAD = "campaign: {title: 办实事}\n"


def _refused(read: Reads, content: str | bytes) -> Problem:
    with pytest.raises(Unreadable) as refused:
        read({"c.yaml": content})
    return refused.value.problems[-1]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("campaign:\n\ttitle: x\n", "yaml_tab", 2),
        ("campaign:\n  title: a: b\n", "yaml_colon", 2),
        ('campaign:\n  title: "a\n', "yaml_quote", 3),
        ("campaign:\n  title: [a\n", "yaml_bracket", 3),
        ("campaign:\n  title: a\n bad: b\n", "yaml_indent", 3),
        ("campaign:\n  title: @a\n", "yaml_start", 2),
        ("campaign:\n  title: a\x07b\n", "yaml_character", None),
        ("- a\n- b\n", "document_not_a_mapping", 1),
        ("just text", "document_not_a_mapping", 1),
        ("thing: [1]\n", "unknown_table", 1),
        ("", "empty_file", None),
        (" \n# nothing\n", "empty_file", None),
        (b"\x00\x01\x02PK", "binary_file", None),
        (b"title: a\n\xff\xfe\xff", "unknown_encoding", 2),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_place(
    read: Reads, content: str | bytes, code: str, line: int | None
) -> None:
    found = _refused(read, content)
    assert found.code == code
    assert line is None or found.line == line
    assert "problem." not in found.describe("zh") + found.describe("en")


def test_a_yaml_bomb_never_grows(read: Reads) -> None:
    bomb = "a: &a [x,x,x]\n" + "".join(
        f"{n}: &{n} [*{p},*{p},*{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert _refused(read, bomb).line is not None
    campaign = read({"c.yaml": HEAD + bomb})
    assert {problem.code for problem in campaign.problems} == {"unknown_table", "yaml_alias", "yaml_anchor"}


def test_depth_and_number_of_values_are_capped(read: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _refused(read, "a: " + "[" * 100_000).code == "too_deep"
    monkeypatch.setattr(yaml_nodes, "MOST_NODES", 10)
    assert _refused(read, "items: [" + "x, " * 20 + "]").code == "too_many_values"


def test_a_second_document_is_not_read(read: Reads) -> None:
    (problem,) = read({"c.yaml": HEAD + "---\nitems: []\n"}).problems
    assert (problem.code, problem.line) == ("yaml_documents", 2)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    read: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(files.LARGEST, ".yaml", len(HEAD.encode()))
    assert read({"c.yaml": HEAD}).settings.title == {"zh": "办实事"}
    assert _refused(read, HEAD + " ").code == "too_large"
