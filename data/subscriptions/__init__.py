"""What programs subscribe to: a calendar of dates, a feed of changes, the items as data."""
