"""The difference of two versions of a campaign: what was added, removed and changed, field by field."""

from data.comparison.difference import Difference, compare
from data.comparison.kinds import Kind
from data.comparison.lines import lines

__all__ = ["Difference", "Kind", "compare", "lines"]
