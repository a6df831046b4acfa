"""The briefing as files, each made once somebody asks for it."""

from __future__ import annotations

import os
from functools import partial

import streamlit as st

from components.board import Board
from components.briefing import composed
from components.briefing.asked import Asked
from components.download import file_button
from components.intake.downloads import file_name
from components.language import t
from data.briefing import formats, office
from data.briefing.formats import FORMATS, MissingExtraError
from data.campaign import in_language


def show(board: Board, asked: Asked) -> None:
    """Offer every format in a popover; one that needs a package that is not installed says what to do."""
    popover = st.popover(
        t("briefing.download"), icon=":material/download:", key="briefing-files", on_change="rerun"
    )
    if not popover.open:
        return
    scope = composed.scope_of(board, asked)
    title = in_language(board.campaign.settings.title, board.lang)
    name = f"{file_name(title)}-{asked.period.last:%Y%m%d}"
    with popover:
        for key in formats.available():
            package = formats.missing(key)
            file_button(
                formats.label(key, board.lang),
                partial(formats.write, key, scope, asked.parts, office.of(os.environ)),
                f"{name}{FORMATS[key].extension}",
                f"briefing.file.{key}",
                disabled=bool(package),
            )
            if package:
                st.caption(MissingExtraError(key, package).describe(board.lang))
        st.caption(t("briefing.download_about"))
