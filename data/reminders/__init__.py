"""Reminders 催办单: for each organization that owes something, a sheet to send and a text to paste."""

from data.reminders.archive import write

__all__ = ["write"]
