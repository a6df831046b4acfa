"""A briefing as PDF, set by Typst: the sheet is fixed, and what the briefing says is given to it as data."""

from data.documents.typeset.pdf import write

__all__ = ["write"]
