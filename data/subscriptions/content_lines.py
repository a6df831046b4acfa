"""The lines a calendar file is made of (RFC 5545, 3.1 and 3.3.11): escaped, folded, ended with CR LF."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Neither a calendar nor anything in it may hold these.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def text(value: str) -> str:
    """Escape a text, so that nothing in it ends a line or a value."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", lines).translate(_ESCAPED)


def join(lines: Iterable[tuple[str, str]]) -> bytes:
    """Write names with their values."""
    return b"".join(_folded(f"{name}:{value}") for name, value in lines)


def _folded(line: str) -> bytes:
    """Break a line after 75 octets at the most, within no character."""
    if len(whole := line.encode("utf-8", errors="replace")) <= _LONGEST:
        return whole + b"\r\n"
    parts, part = [], b""
    for sign in line:
        encoded = sign.encode("utf-8", errors="replace")
        if len(part) + len(encoded) > _LONGEST:
            parts.append(part)
            part = b" "
        part += encoded
    return b"\r\n".join([*parts, part, b""])
