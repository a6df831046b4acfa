"""A reminder in words, the same on paper and in a message."""

from __future__ import annotations

from dataclasses import dataclass

from data import wording
from data.briefing import numerals
from data.briefing.content import Briefing
from data.briefing.scope import Scope
from data.campaign import in_language
from data.reminders.owed import Group, Item, Reminder


@dataclass(frozen=True, slots=True)
class Letter:
    """Words reminders from one office have in common."""

    scope: Scope
    paper: Briefing
    """An empty briefing: who issues it, for which day, and where links lead."""

    def opening(self, reminder: Reminder) -> str:
        """Say what it is about, and how much is owed."""
        counts = wording.text("reminders.joint", self.paper.lang).join(
            wording.text(
                f"reminders.count.{group.debt}", self.paper.lang, n=len(group.items), days=self.days(group)
            )
            for group in reminder.groups
        )
        return wording.text(
            "reminders.opening", self.paper.lang, n=reminder.count,
            campaign=in_language(self.scope.campaign.settings.title, self.paper.lang),
            day=self.paper.day_text, counts=counts,
        )  # fmt: skip

    def addressee(self, reminder: Reminder) -> str:
        """Name who gets it."""
        return wording.text("reminders.addressee", self.paper.lang, name=reminder.organization)

    def heading(self, number: int, group: Group) -> str:
        """Head a group of items."""
        lang = self.paper.lang
        kind = wording.text(f"reminders.kind.{group.debt}", lang, days=self.days(group))
        return numerals.heading(number, lang) + wording.text(
            "reminders.heading", lang, kind=kind, n=len(group.items)
        )

    def line(self, number: int, item: Item) -> str:
        """Write an item in one line."""
        lang = self.paper.lang
        facts = [item.code]
        facts += [wording.text("reminders.owner", lang, owner=item.owner)] if item.owner else []
        facts += [wording.text("reminders.deadline", lang, deadline=item.deadline)] if item.deadline else []
        about = wording.text("reminders.between", lang).join(filter(None, facts))
        named = wording.text("reminders.named", lang, title=item.title, about=about) if about else item.title
        return wording.text("reminders.line", lang, number=number, item=named, reasons=self.reasons(item))

    def reasons(self, item: Item) -> str:
        """Say why an item is called in."""
        return wording.text("reminders.between_reasons", self.paper.lang).join(item.reasons)

    def days(self, group: Group) -> str:
        """Give the number of days the campaign allows."""
        limits = self.scope.campaign.settings.thresholds
        return f"{limits.silent_days if group.debt == 'silent' else limits.due_soon_days:g}"

    def word(self, key: str) -> str:
        """Word what needs no filling in."""
        return wording.text(f"reminders.{key}", self.paper.lang)
