"""What somebody sees in place of the board: where to sign in, whom to ask, or what the host must do."""

from __future__ import annotations

import streamlit as st

from components import language
from components.language import t
from components.plain import plain
from components.sign_in import account, provider
from components.sign_in.identity import State
from components.sign_in.return_path import COOKIE
from data.access import Access
from data.campaign import in_language
from data.models.access import Role
from data.viewer import Viewer

_MOST_PROBLEMS = 20


def not_set_up() -> None:
    """Say that nobody can sign in, and what the host must do."""
    st.title(t("door.not_set_up_title"))
    st.error(t("door.not_set_up"), icon=":material/lock:")
    if not provider.installed():
        st.markdown(t("door.not_installed"))
    if not provider.names():
        st.markdown(t("door.no_provider"))


def sign_in(state: State) -> None:
    """Lead to the sign-in service at once, or on a click where somebody just came from there."""
    services = provider.names()
    tried = COOKIE in st.context.cookies
    if state is State.OUT and not tried and len(services) == 1:
        st.login(*_named(services[0]))
    st.title(t("door.sign_in_title"))
    said = {State.EXPIRED: t("door.expired"), State.ENDED: t("door.ended")}
    st.markdown(said.get(state, t("door.tried") if tried else t("door.sign_in")))
    for service in services:
        label = (
            t("door.sign_in_button") if len(services) == 1 else t("door.sign_in_with", name=plain(service))
        )
        if st.button(label, key=f"sign_in.{service}", type="primary", icon=":material/login:"):
            st.login(*_named(service))


def no_rights(access: Access, viewer: Viewer) -> None:
    """Say that no rule lets somebody in, and whom to ask."""
    st.title(t("door.no_rights_title"))
    st.warning(t("door.no_rights", account=plain(viewer.account)), icon=":material/lock:")
    contact = in_language(access.said.contact, language.current())
    st.markdown(t("door.contact", contact=plain(contact)) if contact else t("door.no_contact"))
    account.sign_out_button("door")


def closed(access: Access, viewer: Viewer) -> None:
    """Say that nobody sees the campaign, and to the office why."""
    st.title(t("door.closed_title"))
    st.error(t("door.closed"), icon=":material/lock:")
    if viewer.role is Role.OFFICE:
        problems = access.problems[:_MOST_PROBLEMS]
        st.markdown("\n".join(f"- {plain(problem.describe(language.current()))}" for problem in problems))
    else:
        contact = in_language(access.said.contact, language.current())
        st.markdown(t("door.contact", contact=plain(contact)) if contact else t("door.closed_host"))
    account.sign_out_button("door")


def _named(service: str) -> tuple[str, ...]:
    return () if service == "default" else (service,)
