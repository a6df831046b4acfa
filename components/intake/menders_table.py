"""Who must mend how many problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components import print_sheet
from components.download import csv_button
from components.intake import problem_words
from components.language import t
from data import menders
from data.problems import Problem, Severity


def show(problems: Sequence[Problem], names: Mapping[str, str]) -> None:
    """Draw the counts by organization, most errors first."""
    table = frame(problems, names)
    st.dataframe(
        table,
        key="menders.table",
        hide_index=True,
        height="content" if len(table) <= 12 else 460,
        alt=t("intake.menders_alt", n=len(table)),
    )
    print_sheet.table(table, len(table))
    csv_button(lambda: table, t("intake.menders"), "menders.csv")


def frame(problems: Sequence[Problem], names: Mapping[str, str]) -> pd.DataFrame:
    """Count errors and warnings by who must mend them, in the reader's language."""
    rows = [
        (problem_words.mender(organization, names), *counts, counts.total)
        for organization, counts in menders.by_organization(problems)
    ]
    kinds = [problem_words.severity(kind) for kind in Severity]
    return pd.DataFrame(rows, columns=[t("intake.column.mender"), *kinds, t("intake.total")])
