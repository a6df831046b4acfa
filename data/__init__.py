"""The campaign itself: tables, readers, checks, lights, history, summaries. Knows nothing of the screen."""
