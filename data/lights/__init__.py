"""The light of each item, computed by rules, and the reasons for it in words."""

from data.lights.reasons import Reason, reasons
from data.lights.rules import RULES, Rule, judge, overdue_milestones

__all__ = ["RULES", "Reason", "Rule", "judge", "overdue_milestones", "reasons"]
