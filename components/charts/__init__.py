"""Charts: each a plain function from figures to a `Chart`, named for what it shows."""
