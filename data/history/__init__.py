"""The history of a campaign without snapshots: its state on any day, its deadlines, and what changed."""

from data.history.changes import Change, became, changes
from data.history.replay import Move, deadline_history, replay

__all__ = ["Change", "Move", "became", "changes", "deadline_history", "replay"]
