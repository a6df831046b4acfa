"""A briefing as PPTX: one idea a slide, in type to be read from afar, with charts that can be edited."""

from data.documents.slides.deck import write

__all__ = ["write"]
