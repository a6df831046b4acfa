"""Who is signed in and in which role, shown in the sidebar, with the way out."""

from __future__ import annotations

import streamlit as st

from components import language
from components.language import t
from components.plain import plain
from components.sign_in import endings
from data.viewer import Viewer


def show(viewer: Viewer) -> None:
    """Name the account and its role; nothing where nobody signs in."""
    if viewer.role is None:
        return
    role = viewer.role.label(language.current())
    st.caption(t("account.signed_in", account=plain(viewer.account), role=role))
    sign_out_button("sidebar")


def sign_out_button(place: str) -> None:
    """Offer to sign out, and end the run once that is asked for."""
    if st.button(t("account.sign_out"), key=f"sign_out.{place}", icon=":material/logout:", type="tertiary"):
        endings.end(st.user.to_dict())
        st.logout()
        st.stop()
