"""Ways to break a file: byte by byte, or inside its container."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

_WORDS = (
    *(
        "\0",
        "\x1a",
        "\ufeff",
        "\ufffe",
        "\u202e",
        "\u200b",
        "\U0010ffff",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u3000",
    ),
    *(",", ";", "，", '"', '""', "'", "|", "、", ":", ": ", "- ", "? ", "[", "]", "{", "}", "&a ", "*a"),
    *("!!int ", "---\n", "...\n", "#", "%", "\\", "\\x", "<", ">", "&lt;", "&#0;", "&#x110000;", "<![CDATA["),
    *(
        "<!--",
        "-->",
        "-1",
        "0",
        "1e999",
        "nan",
        "inf",
        "9" * 40,
        "1e-400",
        "0x1F",
        "2147483648",
        "1,5",
        "٣",
        "½",
    ),
    *(
        "2021-02-30",
        "0000-00-00",
        "9999-12-31",
        "6/7",
        "12月",
        "长期",
        "99999",
        "2021年13月",
        "#REF!",
        "TRUE",
    ),
    *("id", "title", "编号", "事项", "lead", "parent", "deadline", "campaign", "items", "=1+1", "A1"),
    *("XFD1048576", 't="e"', 't="s"', 't="d"', 't="b"', 's="999"', 'r=""', "<row/>", "<c/>", "<v/>", "<f/>"),
)
_BYTES = (
    b"\xff",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x80",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"PK\x03\x04",
    b"PK\x05\x06",
)
TOKENS = (*(word.encode() for word in _WORDS), *_BYTES)

Mutation = Callable[[random.Random, bytes], bytes]


def _flip(dice: random.Random, content: bytes) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << dice.randrange(8)]) + content[at + 1 :]


def _replace(dice: random.Random, content: bytes) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + dice.randbytes(1) + content[at + 1 :]


def _insert(dice: random.Random, content: bytes) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(TOKENS) * dice.choice((1, 1, 1, 3, 50)) + content[at:]


def _overwrite(dice: random.Random, content: bytes) -> bytes:
    at, token = dice.randrange(len(content)), dice.choice(TOKENS)
    return content[:at] + token + content[at + len(token) :]


def _cut(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    return content[:start] + content[start + dice.choice((1, 2, 8, 100, 1000)) :]


def _end(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randrange(len(content))]


def _double(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    part = content[start : start + dice.choice((4, 40, 400))]
    at = dice.randrange(len(content))
    return content[:at] + part * dice.choice((1, 2, 20)) + content[at:]


def _swap_lines(dice: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _replace, _insert, _insert, _insert, _overwrite, _overwrite, _cut, _end, _double, _swap_lines),
)


def mutated(dice: random.Random, content: bytes) -> bytes:
    """Break a file in one to a few places."""
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        content = dice.choice(_MUTATIONS)(dice, content or b"x")
    return content


def mutated_inside(dice: random.Random, content: bytes) -> bytes:
    """Break one of the files in an archive, and pack it again as if nothing had happened."""
    return _repacked(dice, content, mutated)


def mutated_values(dice: random.Random, content: bytes) -> bytes:
    """Break the XML of a workbook, which stays well-formed: other values of attributes."""
    return _repacked(dice, content, _other_values)


def _other_values(dice: random.Random, content: bytes) -> bytes:
    pieces = content.split(b'"')
    for _ in range(dice.choice((1, 2, 5))):
        # Every second piece between quotation marks is the value of an attribute.
        at, other = (2 * dice.randrange(max(1, len(pieces) // 2)) + 1 for _ in range(2))
        if at < len(pieces) - 1:
            token = dice.choice((*TOKENS, pieces[min(other, len(pieces) - 1)]))
            pieces[at] = token.translate(None, b'<&"\0\x1a')
    return b'"'.join(pieces)


def _repacked(dice: random.Random, content: bytes, change: Mutation) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        names = [name for name in old.namelist() if "theme" not in name and "docProps" not in name]
        broken = dice.choice(names)
        for name in names:
            part = old.read(name)
            broke = change(dice, part) if name == broken else part
            new.writestr(zipfile.ZipInfo(name), broke, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
