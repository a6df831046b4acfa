"""What begins and ends a preview, and says on every page that it is one."""

from __future__ import annotations

import streamlit as st

from components import address, menu, preview, print_sheet
from components.language import t
from components.plain import plain
from components.preview import Preview
from data.campaign import Campaign


def show(shown: Preview) -> None:
    """Say that the reader sees a file of their own, and offer to end it."""
    st.warning(t("preview.banner", name=plain(shown.name)), icon=":material/visibility_lock:")
    with print_sheet.on_screen("preview"):
        st.button(t("preview.end"), key="preview.end", icon=":material/close:", on_click=_end)


def begin_button(name: str, campaign: Campaign) -> None:
    """Offer to see the dashboard with a campaign."""
    st.button(
        t("preview.begin"),
        key="preview.begin",
        type="primary",
        icon=":material/visibility:",
        help=t("preview.begin_help"),
        on_click=_begin,
        args=(name, campaign),
    )


def _begin(name: str, campaign: Campaign) -> None:
    preview.start(name, campaign)
    # Filters are ids of the campaign that is left; they mean nothing in another.
    st.switch_page(menu.page("overview"), query_params=address.bare())


def _end() -> None:
    preview.end()
    address.write(address.bare())
