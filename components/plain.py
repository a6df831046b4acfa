"""Text from a campaign, made safe to show exactly as it was written."""

import functools
import re
import unicodedata

# U+2060 WORD JOINER has no width. It stands only where a backslash cannot help: in words that Streamlit
# and GitHub's autolinks rewrite after Markdown has taken the backslashes away.
JOINER = "\u2060"
_NO_BREAK_SPACE = "\u00a0"

_LINE_ENDING = re.compile(r"\r\n?")
_SPACES = re.compile(r"^ +| {2,}| +$")
_REWRITTEN = re.compile(
    r"""
      (?<![^\s\ufeff])[<>~-](?=(?:->|[->=])(?![^\s\ufeff]))  # arrows, dashes and comparisons between spaces
    | :(?=[\w/+-]+:)                                         # :emoji: and :material/icon:
    | https?:(?=//)
    | www(?=\.)
    | (?<=[\w.+-])(?=@[\w-])                                 # e-mail addresses
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\`*_\[\]{}<>&$~|:!#]")
_LINE_START = re.compile(r"^(?:\d+(?=[.)])|(?=[+=-]))")
# Entities are decoded after Plotly has looked for tags, $math$ and %{names}.
_FIGURE_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%": "&#37;"})


# A page writes the same titles and names again and again.
@functools.lru_cache(8192)
def plain(text: str) -> str:
    """Write `text` as Markdown that shows it unchanged, in bodies, labels, cells and tooltips alike."""
    lines = _LINE_ENDING.sub("\n", text.replace("\0", "\ufffd")).split("\n")
    # A backslash before the line ending is Markdown's line break; a bare line ending would become a space.
    return "\\\n".join(map(_plain_line, lines)) if text else ""


def plain_title(text: str) -> str:
    """Write `text` for `st.title`, `st.header` and `st.subheader`, which end at the first line ending."""
    return plain(" ".join(text.splitlines()))


@functools.lru_cache(8192)
def figure_text(text: str) -> str:
    """Write `text` so that Plotly's labels, hovers, templates and annotations show it unchanged."""
    return _LINE_ENDING.sub("\n", text.translate(_FIGURE_ENTITIES)).replace("\n", "<br>")


def _plain_line(line: str) -> str:
    line = _SPACES.sub(lambda spaces: _NO_BREAK_SPACE * len(spaces[0]), line.replace("\t", 4 * " "))
    line = _REWRITTEN.sub(rf"\g<0>{JOINER}", line)
    line = _MARKUP.sub(r"\\\g<0>", line)
    line = _LINE_START.sub(r"\g<0>\\", line)
    return _hold_edges(line)


def _hold_edges(line: str) -> str:
    # Unheld, space at the ends is stripped, an empty line ends the paragraph, a first emoji becomes an icon.
    before = JOINER if not line or line[0].isspace() or unicodedata.category(line[0]) == "So" else ""
    after = JOINER if line and line[-1].isspace() else ""
    return f"{before}{line}{after}"
