"""Texts that follow each other are drawn as one; what stands between them stays where it is."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from components import together

    together.show(["# One", "", "two", lambda: st.text("between"), "three", "four", lambda: st.text("last")])


def test_texts_are_drawn_together_up_to_whatever_else_there_is() -> None:
    at = AppTest.from_function(_page).run()
    assert [element.type for element in at.main.children.values()] == ["markdown", "text", "markdown", "text"]
    assert [element.value for element in at.markdown] == ["# One\n\ntwo", "three\n\nfour"]
    assert [element.value for element in at.text] == ["between", "last"]
