"""Summaries of a campaign's standing over the items that the filters leave, for pages and briefings."""

from data.summaries.burn_up import BurnUp, burn_up
from data.summaries.deadlines import deadlines_by_week
from data.summaries.departments import departments, lights_by_organization, statuses_by_organization
from data.summaries.key_figures import KeyFigures, described, key_figures
from data.summaries.results import results

__all__ = [
    "BurnUp",
    "KeyFigures",
    "burn_up",
    "deadlines_by_week",
    "departments",
    "described",
    "key_figures",
    "lights_by_organization",
    "results",
    "statuses_by_organization",
]
