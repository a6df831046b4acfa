"""A briefing as DOCX, in the form officials expect or in that of an office's own template."""

from data.documents.word.briefing import write

__all__ = ["write"]
