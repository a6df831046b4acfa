"""What the campaign consists of, what is wrong with its files, what is missing, and files to check."""

import streamlit as st

from components import choice, empty, markdown, subscription_links
from components.board import current, organization_names
from components.intake import (
    check,
    compare,
    contents,
    described,
    downloads,
    gaps,
    menders_table,
    problem_table,
    verdict,
)
from components.language import t
from data import menders
from data.completeness import completeness

PARTS = ("problems", "completeness", "check", "compare", "download", "subscribe")

board = current()
problems = menders.narrow(board.campaign.problems, board.campaign, board.filters, board.mask)

part, words = choice.among("part", PARTS, "problems", "intake.part")
explained = markdown.small(t(f"intake.part.{part}.about"))
st.markdown(markdown.below(f"# {t('page.data')}", words, explained))

if part == "check":
    check.show()
    st.stop()
if part == "compare":
    compare.show(board)
    st.stop()
if part == "download":
    downloads.show(board)
    st.stop()
if part == "subscribe":
    subscription_links.show(board)
    st.stop()
if part == "completeness":
    if not len(board.rows):
        empty.no_items(board)
        st.stop()
    found = completeness(board.campaign, board.standing)
    drawn, listed = st.columns([3, 2], gap="large")
    with drawn:
        st.header(t("completeness.title"))
        described.show(board, found)
    with listed:
        st.header(t("gaps.title"))
        gaps.show(board, found, problems)
    st.stop()

verdict.show(problems)
if outside := menders.count(board.campaign.problems).total - menders.count(problems).total:
    st.caption(t("intake.outside", n=outside))
about, wrong = st.columns([1, 3], gap="medium") if problems else (st.container(), None)
with about:
    st.header(t("intake.contents"))
    contents.show(board.campaign)
if wrong is not None:
    with wrong:
        names = organization_names(board.campaign, board.lang)
        heading = f"## {t('intake.problems')}"
        problem_table.show(problems, names, board.view, heading, linked=True)
        st.header(t("intake.menders"))
        menders_table.show(problems, names)
