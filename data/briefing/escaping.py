"""Content within HTML and SVG: shown as it was written, whatever it holds."""

from __future__ import annotations

import html

# No document may hold them, not even escaped.
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")


def escaped(text: str) -> str:
    """Write a text so that it is no markup, between tags and within quotes alike."""
    return html.escape(text.translate(_CONTROLS))
