"""The campaign itself: its tables, readers, checks, lights, history and summaries. Knows nothing of the screen."""
