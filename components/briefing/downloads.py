"""The briefing as files, each made once somebody asks for it, and then offered until the next run."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import download
from components.board import Board
from components.briefing import composed
from components.briefing.asked import Asked
from components.intake.downloads import file_name
from components.language import t
from components.plain import plain
from components.sign_in import look
from data.briefing import formats, office
from data.briefing.formats import FORMATS, MissingExtraError
from data.briefing.office import DocumentError
from data.briefing.progress import Progress
from data.campaign import in_language

_PAUSE = 0.001
"""Seconds, after each step of a long work, in which other sessions have the processor for themselves."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A format that somebody asks for, and where on the page it is to be made and offered."""

    key: str
    place: DeltaGenerator


def show(board: Board) -> Wish | None:
    """Let a reader ask for a format in a popover; one that needs a package not installed says what to do."""
    popover = st.popover(
        t("briefing.download"), icon=":material/download:", key="briefing-files", on_change="rerun"
    )
    if not popover.open:
        return None
    keys = formats.available()
    missing = {key: package for key in keys if (package := formats.missing(key))}
    with popover:
        with st.container(horizontal=True):
            pressed = [key for key in keys if _button(key, board.lang, disabled=key in missing)]
        place = st.container()
        for key, package in missing.items():
            st.caption(MissingExtraError(key, package).describe(board.lang))
        st.caption(t("briefing.download_about"))
    return Wish(pressed[0], place) if pressed else None


def _button(key: str, lang: str, *, disabled: bool) -> bool:
    return st.button(
        formats.label(key, lang), key=f"briefing.make.{key}", icon=":material/download:", disabled=disabled
    )


def fulfil(board: Board, asked: Asked, wish: Wish) -> None:
    """Make a file and offer it, or say why there is none; called last: the page is read meanwhile."""
    label = formats.label(wish.key, board.lang)
    scope = composed.scope_of(board, asked)
    # Whoever gets the file cannot look as somebody else.
    base = {name: value for name, value in scope.base.items() if name != look.PARAMETER}
    with wish.place:
        bar = st.empty()
        try:
            content = formats.write(
                wish.key,
                replace(scope, base=base),
                asked.parts,
                office.of(os.environ),
                _told(bar, t("briefing.making", format=label)),
            )
        except DocumentError as error:
            bar.error(plain(error.describe(board.lang)), icon=":material/error:")
            return
        bar.empty()
        title = in_language(board.campaign.settings.title, board.lang)
        name = f"{file_name(title)}-{asked.period.last:%Y%m%d}{FORMATS[wish.key].extension}"
        offer = t("briefing.take", format=label, size=_size(content))
        download.file_button(offer, lambda: content, name, "briefing-made")
        download.take("briefing-made")


def _told(bar: DeltaGenerator, words: str) -> Progress:
    """Show progress by whole percents."""
    shown = -1

    def tell(share: float) -> None:
        nonlocal shown
        time.sleep(_PAUSE)
        if int(100 * share) > shown:
            shown = int(100 * share)
            bar.progress(shown, words)

    tell(0.0)
    return tell


def _size(content: bytes) -> str:
    size = len(content)
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} KB"
